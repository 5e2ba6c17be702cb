import {
  BackLink,
  Breadcrumbs,
  Button,
  Checkboxes,
  DateInput,
  Details,
  ErrorSummary,
  FileUpload,
  FormPage,
  Input,
  InsetText,
  Link,
  Money,
  NotificationBanner,
  Pagination,
  Panel,
  Radios,
  Select,
  SummaryList,
  Table,
  Tabs,
  Tag,
  TaskList,
  Textarea,
  WarningText,
} from '../../../src/web/kit/index.ts'
import { Citizen } from './frame.tsx'
import type { GalleryPage } from './frame.tsx'

export const question: GalleryPage = (drawing) => (
  <Citizen {...drawing} title="Bạn đổi vì lý do gì?" person="Nguyễn Văn An" before={<BackLink href="#back" />} hasError={true}>
    <FormPage action="#post" csrf="x" errors={[{ text: 'Chọn lý do đổi giấy phép', href: '#reason' }]} beside={<Link href="#later">Lưu, làm tiếp sau</Link>}>
      <Radios
        name="reason"
        fieldset={{ legend: { text: 'Bạn đổi vì lý do gì?', isPageHeading: true, classes: 'govuk-fieldset__legend--l' } }}
        hint="Nếu có nhiều lý do, chọn lý do chính."
        errorMessage="Chọn lý do đổi giấy phép"
        items={[
          { value: 'expiring', text: 'Sắp hết hạn', hint: 'Giấy phép của bạn hết hạn ngày 14/12/2026' },
          { value: 'damaged', text: 'Bị hỏng, không đọc được' },
          { value: 'changed', text: 'Thông tin đã thay đổi', hint: 'Họ tên, ngày sinh hoặc số định danh khác với trên giấy phép' },
          { divider: 'hoặc' },
          { value: 'class', text: 'Đổi giấy phép bằng giấy bìa hoặc hạng cũ sang thẻ mới theo hạng của luật hiện hành, giữ nguyên thời hạn đã ghi' },
        ]}
      />
    </FormPage>
  </Citizen>
)

export const controls: GalleryPage = (drawing) => (
  <Citizen {...drawing} title="Mọi ô nhập" person="Nguyễn Văn An" before={<Breadcrumbs items={[{ text: 'Trang đầu', href: '#1' }, { text: 'Hồ sơ', href: '#2' }]} />}>
    <ErrorSummary
      errorList={[
        { text: 'Nhập số điện thoại', href: '#phone' },
        { text: 'Ngày khám phải là một ngày có thật', href: '#exam-day' },
      ]}
    />
    <FormPage action="#post" csrf="x" heading="Mọi ô nhập trên một trang" caption="Bước 3 trên 9" multipart={true}>
      <Input label="Họ và tên" name="name" value="Nguyễn Thị Hoàng Phương Thảo Nguyên" autocomplete="name" />
      <Input
        label="Số điện thoại"
        name="phone"
        type="tel"
        inputmode="tel"
        autocomplete="tel"
        classes="govuk-input--width-20"
        hint="Để bưu điện gọi khi giao thẻ"
        errorMessage="Nhập số điện thoại"
      />
      <Input label="Lệ phí" name="fee" suffix="đ" value="135.000" classes="govuk-input--width-10" inputmode="numeric" />
      <DateInput
        id="exam"
        namePrefix="exam"
        fieldset={{ legend: 'Ngày khám sức khỏe' }}
        hint="Ví dụ 2 11 2026"
        errorMessage="Ngày khám phải là một ngày có thật"
        values={{ day: 31, month: 2, year: 2026 }}
        day={{ name: 'day', error: true }}
      />
      <Select label="Cơ quan tiếp nhận" name="authority" items={[{ value: '97', text: 'Phòng Cảnh sát giao thông, tỉnh Hoa Sen (giả)' }, { value: '98', text: 'Tỉnh Mẫu (giả)' }]} value="97" />
      <Textarea label="Điều bạn muốn nói thêm" name="note" rows={4} />
      <Checkboxes
        name="declare"
        fieldset={{ legend: { text: 'Cam đoan', classes: 'govuk-fieldset__legend--m' } }}
        items={[
          { value: 'true', text: 'Tôi khai đúng sự thật và chịu trách nhiệm trước pháp luật về lời khai này' },
          { value: 'consent', text: 'Tôi đồng ý cho tra cứu', hint: 'Dân cư, giấy khám, vi phạm giao thông' },
        ]}
        values={['true']}
      />
      <Radios
        name="how"
        classes="govuk-radios--inline"
        fieldset={{ legend: { text: 'Nhận thẻ ở đâu?', classes: 'govuk-fieldset__legend--m' } }}
        items={[{ value: 'post', text: 'Bưu điện giao' }, { value: 'collect', text: 'Tự đến lấy' }]}
        value="post"
      />
      <FileUpload label="Ảnh chân dung" name="portrait" accept="image/*" capture="user" hint="Chụp thẳng mặt, nền sáng, không đeo kính râm" />
    </FormPage>
    <div class="govuk-button-group">
      <Button look="secondary">Việc phụ</Button>
      <Button look="warning">Rút hồ sơ</Button>
      <Button disabled={true}>Chưa bấm được</Button>
      <Link href="#cancel">Thôi</Link>
    </div>
  </Citizen>
)

export const parts: GalleryPage = (drawing) => (
  <Citizen {...drawing} lang="en" title="Parts" person="Nguyen Van An" before={<BackLink href="#back" />}>
    <Panel titleText="Application received" headingLevel={1}>
      Your submission code
      <br />
      <strong>TT-7K4M-29QX</strong>
    </Panel>
    <NotificationBanner text="The police look-up has been down since 08:12. You can go on." />
    <NotificationBanner type="success" titleId="done" text="Your new address is saved." />
    <h2 class="govuk-heading-m">Check your answers</h2>
    <SummaryList
      rows={[
        { key: 'Name', value: 'Nguyễn Thị Hoàng Phương Thảo Nguyên', actions: { items: [{ href: '#1', text: 'Change', visuallyHiddenText: 'name' }] } },
        { key: 'Identity number', value: '097088001234' },
        { key: 'Address', value: 'Thôn Mẫu, xã Hoa Sen, tỉnh Mẫu', actions: { items: [{ href: '#2', text: 'Change', visuallyHiddenText: 'address' }] } },
        { key: 'Fee', value: <Money vnd={135000} /> },
      ]}
    />
    <SummaryList
      card={{ title: 'Licence B2', actions: { items: [{ href: '#3', text: 'See all' }] } }}
      rows={[
        { key: 'Number', value: '970161234567' },
        { key: 'Expires', value: '14/12/2026' },
      ]}
    />
    <WarningText>You answer before the law for what you declare.</WarningText>
    <InsetText>Article 89.3: class B2 becomes B or C1, as the holder chooses.</InsetText>
    <Details summaryText="Why do you ask this?" open={true}>
      <p class="govuk-body">The post calls before it delivers.</p>
    </Details>
    <Table
      caption="Fees"
      captionClasses="govuk-table__caption--m"
      head={['What', { text: 'Amount', format: 'numeric' }]}
      rows={[
        ['Exchange', { text: <Money vnd={135000} />, format: 'numeric' }],
        ['Post', { text: <Money vnd={30000} />, format: 'numeric' }],
      ]}
      firstCellIsHeader={true}
    />
    <TaskList
      items={[
        { title: 'Your licence', href: '#4', status: { text: 'Completed' } },
        { title: 'Portrait', href: '#5', hint: 'Taken with your phone', status: { tag: { tone: 'yours', children: 'To do' } } },
        { title: 'Payment', status: { text: 'Cannot start yet', classes: 'govuk-task-list__status--cannot-start-yet' } },
      ]}
    />
    <Tabs idPrefix="tab" items={[{ label: 'Yours', panel: { text: 'One.', plain: true } }, { label: 'Others', panel: { text: 'Two.', plain: true } }]} />
    <p class="govuk-body">
      <Tag tone="done">In the register</Tag> <Tag tone="waiting">Waiting for the clinic</Tag> <Tag tone="yours">Your turn</Tag> <Tag tone="stopped">Refused</Tag>{' '}
      <Tag tone="quiet">Not needed</Tag>
    </p>
    <Pagination
      previous={{ href: '#p' }}
      next={{ href: '#n' }}
      items={[{ number: 1, href: '#1' }, { ellipsis: true }, { number: 6, href: '#6', current: true }, { number: 7, href: '#7' }]}
    />
    <Pagination next={{ href: '#n', labelText: 'Health certificate' }} landmarkLabel="Steps" />
  </Citizen>
)
