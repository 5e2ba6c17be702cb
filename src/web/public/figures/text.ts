/** Words of the page of figures; the definitions stand with the figures themselves. */
import type { Channel } from '../../../platform/values/actor.ts'
import type { Lang } from '../../../platform/values/words.ts'
import type { Stage } from '../../../observers/statistics/index.ts'
import type { BreakdownWord, PeriodKind } from './period.ts'

const stagesVi: Readonly<Record<Stage, string>> = {
  started: 'Bắt đầu', reason: 'Lý do', details: 'Thông tin', authority: 'Cơ quan', contact: 'Liên hệ', portrait: 'Ảnh', certificate: 'Giấy khám', delivery: 'Nhận kết quả', filed: 'Đã nộp', paid: 'Đã trả lệ phí', accepted: 'Được tiếp nhận', signed: 'Đã ký', returned: 'Đã nhận thẻ',
}
const stagesEn: Readonly<Record<Stage, string>> = {
  started: 'Started', reason: 'Reason', details: 'Details', authority: 'Authority', contact: 'Contact', portrait: 'Portrait', certificate: 'Certificate', delivery: 'Delivery', filed: 'Filed', paid: 'Fee paid', accepted: 'Accepted', signed: 'Signed', returned: 'Card received',
}
const channelsVi: Readonly<Record<Channel, string>> = { online: 'Trực tuyến', 'in-person': 'Trực tiếp', post: 'Qua bưu chính' }
const channelsEn: Readonly<Record<Channel, string>> = { online: 'Online', 'in-person': 'In person', post: 'By post' }
const kindsVi: Readonly<Record<PeriodKind, string>> = { ngay: 'Ngày', thang: 'Tháng', quy: 'Quý', nam: 'Năm' }
const kindsEn: Readonly<Record<PeriodKind, string>> = { ngay: 'Day', thang: 'Month', quy: 'Quarter', nam: 'Year' }
const byVi: Readonly<Record<BreakdownWord, string>> = { ngay: 'Theo ngày', thang: 'Theo tháng', quy: 'Theo quý', tinh: 'Theo tỉnh, thành phố', kenh: 'Theo kênh nộp' }
const byEn: Readonly<Record<BreakdownWord, string>> = { ngay: 'By day', thang: 'By month', quy: 'By quarter', tinh: 'By province', kenh: 'By channel' }

const vi = {
  title: 'Số liệu công khai',
  lead: 'Mỗi con số đi cùng định nghĩa chính xác, biểu đồ, bảng và tệp để tải. Số liệu được đếm từ chính các hồ sơ, không ai nhập tay.',
  countedAt: 'Tính đến', notCounted: 'Chưa có lần đếm nào xong.',
  choose: 'Chọn kỳ và phạm vi', kind: 'Kỳ', day: 'Một ngày trong kỳ', province: 'Tỉnh, thành phố', channel: 'Kênh nộp', by: 'Chia theo', show: 'Xem số liệu',
  allProvinces: 'Cả nước', allChannels: 'Mọi kênh',
  dayWrong: (from: string, to: string) => `Chọn một ngày từ ${from} đến ${to}`,
  periods: { ngay: (d: string) => `Ngày ${d}`, thang: (m: string) => `Tháng ${m}`, quy: (q: string, y: string) => `Quý ${q} năm ${y}`, nam: (y: string) => `Năm ${y}` },
  previous: 'Kỳ trước', next: 'Kỳ sau',
  definition: 'Định nghĩa', download: 'Tải bảng (CSV)', rows: (n: number) => `Bảng số liệu, ${n} dòng`, total: 'Cả kỳ', share: 'Tỷ lệ', of: (part: string, whole: string) => `${part} trên ${whole} hồ sơ`,
  empty: 'Không có hồ sơ nào trong kỳ và phạm vi này.', none: 'không có',
  chartOf: (what: string, when: string) => `Biểu đồ: ${what}, ${when}`, chartDesc: (whole: string, part: string) => `Mỗi cột hoặc thanh là ${whole.toLowerCase()}, phần đậm là ${part.toLowerCase()}. Bảng ngay bên dưới có cùng các con số.`,
  barsDesc: 'Mỗi thanh là một con số. Bảng ngay bên dưới có cùng các con số.', other: 'Còn lại',
  synced: 'Đã đồng bộ lên Cổng quốc gia', index: 'Chỉ số 3.3',
  owner: 'Chờ ai', hours: 'Giờ', perDossier: 'Giờ mỗi hồ sơ', hoursOf: (hours: string, n: string) => `trung bình ${hours} giờ mỗi hồ sơ, ${n} hồ sơ kết thúc`,
  stage: 'Bước', came: 'Đi đến', ofStart: 'So với bước đầu', ofBefore: 'So với bước trước', fromFiled: 'Đang lọc theo tỉnh hoặc kênh: chỉ tính từ bước nộp.',
  cameOf: (returned: string, started: string) => `${returned} trên ${started} hồ sơ đi đến cùng`,
  mapTitle: 'Bản đồ: tỷ lệ nộp trực tuyến theo tỉnh, thành phố', mapLead: 'Sơ đồ 34 tỉnh, thành phố từ ngày 01/07/2025, mỗi ô một đơn vị, đặt gần đúng vị trí. Hồ sơ của tỉnh trước sắp xếp được cộng vào tỉnh mới.',
  mapDesc: 'Sơ đồ Việt Nam, có quần đảo Hoàng Sa (Đà Nẵng) và quần đảo Trường Sa (Khánh Hòa). Màu càng đậm, tỷ lệ càng cao. Bảng ngay bên dưới có cùng các con số.',
  hoangSa: 'Hoàng Sa (Đà Nẵng)', truongSa: 'Trường Sa (Khánh Hòa)', noData: 'chưa có hồ sơ', legend: 'Tỷ lệ trực tuyến', mapEmpty: 'Chưa tỉnh, thành phố nào có hồ sơ được tiếp nhận trong kỳ này.', mapRest: 'Các tỉnh, thành phố khác không có hồ sơ nào trong kỳ này.',
  stages: stagesVi, channels: channelsVi, kinds: kindsVi, breakdowns: byVi,
}

const en: typeof vi = {
  title: 'Published figures',
  lead: 'Every number stands with its exact definition, a chart, a table and a file to download. They are counted from the dossiers themselves; nobody types them in.',
  countedAt: 'Counted until', notCounted: 'No count is complete yet.',
  choose: 'Choose period and scope', kind: 'Period', day: 'A day of the period', province: 'Province', channel: 'Channel', by: 'Broken down', show: 'Show figures',
  allProvinces: 'Whole country', allChannels: 'All channels',
  dayWrong: (from, to) => `Choose a day from ${from} to ${to}`,
  periods: { ngay: (d) => d, thang: (m) => `Month ${m}`, quy: (q, y) => `Quarter ${q} of ${y}`, nam: (y) => `Year ${y}` },
  previous: 'Period before', next: 'Period after',
  definition: 'Definition', download: 'Download table (CSV)', rows: (n) => `Table of ${n} rows`, total: 'Whole period', share: 'Share', of: (part, whole) => `${part} of ${whole} dossiers`,
  empty: 'No dossiers in this period and scope.', none: 'none',
  chartOf: (what, when) => `Chart: ${what}, ${when}`, chartDesc: (whole, part) => `Each column or bar is ${whole.toLowerCase()}, its dark part ${part.toLowerCase()}. The table right below has the same numbers.`,
  barsDesc: 'Each bar is one number. The table right below has the same numbers.', other: 'Others',
  synced: 'Reported to the national portal', index: 'Index 3.3',
  owner: 'Waiting for', hours: 'Hours', perDossier: 'Hours per dossier', hoursOf: (hours, n) => `${hours} hours per dossier on average, ${n} dossiers ended`,
  stage: 'Stage', came: 'Came this far', ofStart: 'Of the first stage', ofBefore: 'Of the stage before', fromFiled: 'Filtered by province or channel: counted from filing on only.',
  cameOf: (returned, started) => `${returned} of ${started} came to the end`,
  mapTitle: 'Map: share filed online by province', mapLead: 'A diagram of the 34 provinces and cities since 1 July 2025, one tile each, placed about where they lie. Dossiers of the provinces before the merger are added to the new one.',
  mapDesc: 'A diagram of Viet Nam with the archipelagos Hoàng Sa (Đà Nẵng) and Trường Sa (Khánh Hòa). The darker a tile, the higher its share. The table right below has the same numbers.',
  hoangSa: 'Hoàng Sa (Đà Nẵng)', truongSa: 'Trường Sa (Khánh Hòa)', noData: 'no dossiers', legend: 'Share online', mapEmpty: 'No province received a dossier in this period.', mapRest: 'The other provinces received no dossier in this period.',
  stages: stagesEn, channels: channelsEn, kinds: kindsEn, breakdowns: byEn,
}

export const figuresText: Readonly<Record<Lang, typeof vi>> = { vi, en }
