import {
  Button,
  Card,
  Checklist,
  Code,
  ColumnChoice,
  Columns,
  CompareTable,
  DateTime,
  FilterPills,
  Form,
  Heading,
  Input,
  KeyHint,
  Link,
  Picture,
  ShortcutSwitch,
  SortableTable,
  Stack,
  Tag,
  Timeline,
  Toolbar,
} from '../../../src/web/kit/index.ts'
import type { SortableRow, Tone } from '../../../src/web/kit/index.ts'
import { Citizen, Staff } from './frame.tsx'
import type { GalleryPage } from './frame.tsx'

export const desk: GalleryPage = (drawing) => (
  <Staff {...drawing} title="Nguyễn Văn An">
    <Heading
      beside={
        <>
          <span>
            <Code>H05.19-261120-0007</Code> · Đổi GPLX B2 → B
          </span>
          <Tag tone="done">Đủ điều kiện</Tag>
        </>
      }
      end="Bạn đang giữ đến 11:35 · Hạn 27/11 (còn 5 ngày)"
    >
      Nguyễn Văn An
    </Heading>
    <Columns
      start={
        <Picture src="/tai-san/portrait.svg" alt="Ảnh chân dung">
          <Tag tone="done">Ảnh đúng bản công dân gửi</Tag>
          <p class="govuk-body">Một khuôn mặt · mắt mở · nghiêng 1° · nét 84 · nền đều</p>
        </Picture>
      }
      aside={
        <>
          <Card title="Quyết định">
            <Stack>
              <Button shortcut="A">Duyệt và chuyển ký</Button>
              <Button look="secondary" shortcut="S">
                Yêu cầu bổ sung
              </Button>
              <Button look="secondary" shortcut="R">
                Từ chối, nêu căn cứ
              </Button>
            </Stack>
            <p class="govuk-body">
              <Link href="#next" attributes={{ 'data-shortcut': 'j' }}>
                Tiếp theo
              </Link>{' '}
              <KeyHint>J</KeyHint> ·{' '}
              <Link href="#previous" attributes={{ 'data-shortcut': 'k' }}>
                Trước
              </Link>{' '}
              <KeyHint>K</KeyHint>
            </p>
            <ShortcutSwitch />
          </Card>
          <Card title="Diễn biến">
            <Timeline
              headingLevel={3}
              items={[
                { label: 'Công an trả lời, không vi phạm', at: new Date('2026-11-20T04:20:00Z') },
                { label: 'Chờ công an trả lời', at: new Date('2026-11-20T01:12:00Z'), until: new Date('2026-11-20T04:18:00Z') },
                { label: 'Đã trả lệ phí', at: new Date('2026-11-20T02:40:00Z') },
                { label: 'Nộp trên điện thoại', at: new Date('2026-11-20T02:38:00Z') },
              ]}
            />
          </Card>
        </>
      }
    >
      <Card title="Khai báo và dữ liệu gốc">
        <CompareTable
          label="Khai báo và dữ liệu gốc"
          differsText="khác nhau"
          head={['Công dân khai', 'Dân cư', 'Sổ GPLX']}
          rows={[
            { name: 'Họ tên', values: ['Nguyễn Văn An', 'Nguyễn Văn An', 'NGUYỄN VĂN AN'] },
            { name: 'Ngày sinh', values: ['12/03/1988', '12/03/1988', '12/03/1988'] },
            { name: 'Số định danh', values: ['097088001234', '097088001234', '097088001234'] },
            { name: 'Nơi cư trú', values: ['Xã Hoa Sen, Bắc Ninh', 'Xã Hoa Sen, Bắc Ninh', 'Huyện Mẫu, Bắc Ninh (cũ)'], differs: true },
            { name: 'Hạng', values: ['B', '–', 'B2 → B hoặc C1 (Đ89.3)'] },
          ]}
        />
      </Card>
      <Card title="Kiểm tra">
        <Checklist
          items={[
            { tone: 'done', title: 'Sức khỏe', detail: 'Đủ điều kiện hạng B, 00417/GKSKLX/97014/26', meta: <DateTime at={new Date('2026-11-02T03:41:00Z')} /> },
            { tone: 'waiting', title: 'Vi phạm', detail: 'CSGT toàn quốc: chưa trả lời, hỏi lại lúc 11:30', meta: '11:20, lần thứ 4', status: 'Chờ công an' },
            { tone: 'done', title: 'Lệ phí', detail: '135.000 đ, biên lai 27-0001842', meta: '09:40' },
          ]}
        />
      </Card>
    </Columns>
  </Staff>
)

const people: readonly [string, string, string, string, string, string, Tone, SortableRow['mark']?][] = [
  ['0007', 'Nguyễn Văn An', 'B2 → B', 'Cơ quan', '5', 'Đủ điều kiện', 'done'],
  ['0112', 'Đặng Thị Minh Nguyệt', 'C → C', 'Cơ quan', '4', 'Đủ điều kiện', 'done'],
  ['0088', 'Nguyễn Phước Hoàng Tôn Nữ Thị Bích Phượng', 'FB2 → C1E', 'Công dân', '3', 'Chờ bổ sung ảnh', 'waiting', 'changed'],
  ['0031', 'Phạm Quốc Dũng', 'B1 → B', 'Phòng khám', '2', 'Chờ giấy khám', 'waiting'],
  ['0204', 'Ngô Thị Hạnh', 'A1 → A', 'Cơ quan', '−1', 'Quá hạn', 'stopped', 'late'],
]

export const worklist: GalleryPage = (drawing) => (
  <Staff {...drawing} title="Hồ sơ của tôi">
    <Heading>Hồ sơ của tôi</Heading>
    <FilterPills
      label="Lọc hồ sơ"
      items={[
        { text: 'Cần xử lý', href: '#1', count: 38, current: true },
        { text: 'Chưa ai nhận', href: '#2', count: 112 },
        { text: 'Chờ công dân', href: '#3', count: 21 },
        { text: 'Chờ bên ngoài', href: '#4', count: 64 },
        { text: 'Sắp quá hạn', href: '#5', count: 3 },
        { text: 'Quá hạn', href: '#6', count: 0 },
      ]}
    />
    <Toolbar
      end={
        <ColumnChoice
          action="#columns"
          name="column"
          columns={[
            { key: 'code', text: 'Mã hồ sơ', shown: true },
            { key: 'name', text: 'Người đề nghị', shown: true },
            { key: 'left', text: 'Còn (ngày)', shown: true },
          ]}
        />
      }
    >
      <form method="get" action="#search">
        <Input
          label={{ text: 'Tìm theo tên, mã hồ sơ', classes: 'govuk-visually-hidden' }}
          name="q"
          type="search"
          value="nguyen van an"
          attributes={{ 'data-shortcut': '/' }}
        />
        <Button look="secondary">
          Tìm <KeyHint>/</KeyHint>
        </Button>
      </form>
    </Toolbar>
    <SortableTable
      caption="Hồ sơ cần xử lý"
      columns={[
        { key: 'code', text: 'Mã hồ sơ', sortHref: '#s1' },
        { key: 'name', text: 'Người đề nghị', sortHref: '#s2' },
        { key: 'class', text: 'Hạng' },
        { key: 'turn', text: 'Đang chờ', sortHref: '#s3' },
        { key: 'left', text: 'Còn (ngày)', format: 'numeric', sortHref: '#s4', sorted: 'ascending' },
        { key: 'state', text: 'Tình trạng' },
      ]}
      rows={[...people, ...people, ...people, ...people].map(([code, name, change, turn, left, state, tone, mark], index) => ({
        cells: {
          code: (
            <Link href={`#d${index}`}>
              <Code>{`H05.19-2611${20 - (index % 9)}-${code}`}</Code>
            </Link>
          ),
          name,
          class: change,
          turn,
          left,
          state: <Tag tone={tone}>{state}</Tag>,
        },
        mark,
        select: { name: 'dossier', value: `${code}-${index}`, label: `Chọn hồ sơ ${code} của ${name}` },
      }))}
    />
    <SortableTable caption="Không có gì" columns={[{ key: 'code', text: 'Mã hồ sơ' }]} rows={[]} empty="Không có hồ sơ nào. Nghỉ tay một chút." />
  </Staff>
)

export const extremes: GalleryPage = (drawing) => (
  <Citizen {...drawing} title="Tên dài" person="Nguyễn Phước Hoàng Tôn Nữ Thị Bích Phượng">
    <Heading caption="Người có tên bốn mươi chữ" end="Hạn 27/11">
      Nguyễn Phước Hoàng Tôn Nữ Thị Bích Phượng
    </Heading>
    <Checklist
      items={[
        {
          tone: 'waiting',
          title: 'Giấy khám sức khỏe của người lái xe theo Thông tư liên tịch, bản điện tử có ký số',
          detail: 'ChuỗiRấtDàiKhôngCóKhoảngTrắngNàoĐểXuốngDòngCảMàVẫnPhảiNằmTrongKhung0123456789012345678901234567890',
          status: 'Đang chờ phòng khám gửi kết quả lên cổng',
          meta: 'Từ 08:12, 20/11/2026, đã hỏi lại 14 lần',
        },
      ]}
    />
    <Form action="#p" csrf="x">
      <Button>Tiếp tục với giấy phép hạng B2, hạng A1 và gộp cả hai vào một thẻ mới có chữ ký số</Button>
    </Form>
    <Form action="#p" csrf="x">
      <Button isStartButton={true}>Bắt đầu bằng định danh điện tử của bạn hoặc của người được uỷ quyền</Button>
    </Form>
  </Citizen>
)
