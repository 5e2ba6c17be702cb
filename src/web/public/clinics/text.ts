/** Words of the public list of clinics. */
export const examiningText = {
  vi: {
    title: 'Cơ sở cấp giấy khám sức khỏe điện tử', lead: 'Khám ở các cơ sở này thì giấy vào sổ ngay khi bác sĩ ký: bạn không phải cầm giấy đi chứng thực, hồ sơ đang chờ tự đi tiếp.',
    elsewhere: 'Khám ở nơi khác', elsewhereText: 'Giấy vẫn dùng được: khi cơ sở gửi lên cổng dữ liệu thì hồ sơ tự nhận, hoặc bạn gửi bản sao điện tử có chứng thực trên trang hồ sơ.',
    columns: { name: 'Cơ sở', code: 'Mã', sent: 'Giấy 30 ngày qua', median: 'Thường dùng được sau', slowest: 'Chậm nhất' }, other: 'Chưa ghi tỉnh', none: 'Chưa có cơ sở nào.',
    seconds: (n: number) => (n < 1 ? 'chưa đến 1 giây' : n < 120 ? `${Math.round(n)} giây` : n < 7200 ? `${Math.round(n / 60)} phút` : `${Math.round(n / 3600)} giờ`),
    measured: 'Đo từ lúc cơ sở cấp giấy đến lúc một hồ sơ dùng được giấy đó, 30 ngày gần nhất. “Thường” là trung vị: một nửa số giấy nhanh hơn.', at: 'Tính lúc',
  },
  en: {
    title: 'Clinics that issue health certificates electronically', lead: 'At these clinics the certificate is in the register the moment the doctor signs: no certified copy is needed, and a dossier that waits goes on by itself.',
    elsewhere: 'Examined elsewhere', elsewhereText: 'That certificate serves too: the dossier takes it when the clinic sends it to the gateway, or you send a certified electronic copy on the dossier page.',
    columns: { name: 'Clinic', code: 'Code', sent: 'Certificates, last 30 days', median: 'Usually usable after', slowest: 'Slowest' }, other: 'Province not recorded', none: 'No clinic yet.',
    seconds: (n: number) => (n < 1 ? 'less than 1 second' : n < 120 ? `${Math.round(n)} seconds` : n < 7200 ? `${Math.round(n / 60)} minutes` : `${Math.round(n / 3600)} hours`),
    measured: 'Measured from the moment the clinic issued it to the moment a dossier could use it, over the last 30 days. “Usually” is the median: half of them were faster.', at: 'Counted at',
  },
} as const
