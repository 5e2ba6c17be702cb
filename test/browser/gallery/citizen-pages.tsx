import {
  BackLink,
  Big,
  Card,
  Cards,
  Checklist,
  Code,
  Columns,
  DateOnly,
  Details,
  Figures,
  Heading,
  Link,
  LinkButton,
  Money,
  ShareBar,
  StatusBox,
  Timeline,
} from '../../../src/web/kit/index.ts'
import { Citizen } from './frame.tsx'
import type { GalleryPage } from './frame.tsx'

export const start: GalleryPage = (drawing) => (
  <Citizen {...drawing} title="Đổi giấy phép lái xe">
    <h1 class="govuk-heading-xl">Đổi giấy phép lái xe</h1>
    <p class="govuk-body-l">Làm hoàn toàn tại nhà: nộp hồ sơ, trả phí và nhận giấy phép mới qua bưu điện.</p>
    <Figures
      items={[
        { value: '10 phút', label: 'để nộp hồ sơ' },
        { value: '5 ngày làm việc', label: 'có kết quả' },
        { value: <Money vnd={135000} />, label: 'lệ phí, chưa gồm bưu phí' },
      ]}
    />
    <Columns
      aside={
        <Card title="Cần người giúp?" foot={<Link href="#p">Tìm điểm gần nhà</Link>}>
          <p class="govuk-body">Mang căn cước đến bưu điện xã hoặc bộ phận Một cửa, nhân viên làm cùng bạn.</p>
        </Card>
      }
    >
      <h2 class="govuk-heading-m">Bạn cần có</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>tài khoản định danh điện tử mức 2</li>
        <li>ảnh chân dung: chụp ngay bằng điện thoại cũng được</li>
        <li>giấy khám sức khỏe lái xe (xe máy hạng A1, A, B1 không cần)</li>
      </ul>
      <p class="govuk-body">
        Không cần bản giấy, không cần đăng ký tài khoản, không phải chờ duyệt. Phòng khám chưa gửi giấy khám? <strong>Bạn vẫn nộp được</strong>, hồ sơ tự
        chạy tiếp khi có kết quả.
      </p>
      <LinkButton href="#start" isStartButton={true}>
        Bắt đầu bằng định danh điện tử
      </LinkButton>
      <p class="govuk-body">
        <Link href="#go-on">Tiếp tục hồ sơ đang làm</Link>
      </p>
    </Columns>
  </Citizen>
)

export const licences: GalleryPage = (drawing) => (
  <Citizen {...drawing} title="Giấy phép của bạn" person="Nguyễn Văn An" before={<BackLink href="#back" />}>
    <h1 class="govuk-heading-l">Giấy phép của bạn</h1>
    <Card
      title={
        <>
          Hạng B2, số <Code>970161234567</Code>
        </>
      }
      foot={<LinkButton href="#x">Đổi giấy phép này</LinkButton>}
    >
      <p class="govuk-body">
        Cấp ngày <DateOnly on="2016-12-14" />.{' '}
        <strong>
          Hết hạn <DateOnly on="2026-12-14" />, còn 24 ngày.
        </strong>{' '}
        Theo luật hiện hành được đổi sang hạng B hoặc C1.
      </p>
      <Checklist
        label="Những thứ cần cho việc đổi"
        items={[
          { tone: 'done', title: 'Danh tính', detail: 'Khớp với Cơ sở dữ liệu dân cư', status: 'Đã có' },
          {
            tone: 'done',
            title: 'Giấy khám sức khỏe',
            detail: '00417/GKSKLX/97014/26, Phòng khám Hoa Sen (giả), khám 02/11/2026',
            status: 'Đã có',
          },
          {
            tone: 'waiting',
            title: 'Vi phạm giao thông',
            detail: 'Hệ thống của công an đang gián đoạn từ 08:12. Bạn cứ nộp, chúng tôi tự kiểm tra lại.',
            status: 'Đang chờ công an',
          },
          { tone: 'yours', title: 'Ảnh chân dung', detail: 'Dùng ảnh căn cước hoặc chụp ảnh mới', status: 'Cần bạn' },
          { tone: 'stopped', title: 'Một điều không đạt', detail: 'Quyết định xử phạt chưa nộp', status: 'Bị chặn', action: <Link href="#s">Nộp ở đâu</Link> },
          { tone: 'quiet', title: 'Giấy tờ khác', status: 'Không cần' },
        ]}
      />
    </Card>
    <Cards>
      <Card title="Hạng A1" foot={<Link href="#join">Gộp vào thẻ mới</Link>}>
        <p class="govuk-body">Không thời hạn. Chưa cần làm gì.</p>
      </Card>
      <Card title="Hạng E, giấy phép nước ngoài" foot={<Link href="#more">Xem điều kiện</Link>}>
        <p class="govuk-body">Cấp ở nước ngoài, còn hạn đến năm 2028. Muốn lái xe tại Việt Nam lâu dài thì cần đổi.</p>
      </Card>
    </Cards>
  </Citizen>
)

export const status: GalleryPage = (drawing) => (
  <Citizen {...drawing} title="Hồ sơ TT-7K4M-29QX" person="Nguyễn Văn An">
    <Heading caption="Đổi giấy phép hạng B2">
      Hồ sơ <Code>TT-7K4M-29QX</Code>
    </Heading>
    <StatusBox tone="waiting" title="Đang chờ công an, không cần bạn làm gì">
      <p class="govuk-body">
        Hệ thống tra cứu vi phạm gián đoạn từ 08:12 hôm nay. Hồ sơ đã nộp, giữ nguyên thứ tự và thời điểm nộp. Khi cơ quan tiếp nhận, bạn sẽ có mã hồ sơ và ngày
        hẹn.
      </p>
    </StatusBox>
    <Columns
      aside={
        <>
          <Card title="Dự kiến có kết quả">
            <Big>Thứ Sáu 27/11</Big>
            <p class="govuk-body">Nếu công an trả lời hôm nay: 5 ngày làm việc từ khi tiếp nhận.</p>
            <ShareBar
              items={[
                { amount: 60, text: 'Cơ quan 1 giờ', tone: 'done' },
                { amount: 120, text: 'Công an 2 giờ', tone: 'waiting' },
                { amount: 10, text: 'Bạn 10 phút', tone: 'yours' },
              ]}
            />
            <Details summaryText="Cách tính">
              <p class="govuk-body">Ngày làm việc không kể thứ Bảy, Chủ nhật và ngày lễ.</p>
            </Details>
          </Card>
          <Card title="Nhận kết quả" foot={<Link href="#change">Đổi địa chỉ</Link>}>
            <p class="govuk-body">Bưu điện giao tận nhà: Thôn Mẫu, xã Hoa Sen.</p>
          </Card>
        </>
      }
    >
      <Card title="Đã đi đến đâu">
        <Timeline
          headingLevel={3}
          items={[
            {
              label: 'Đã nhận tiền',
              at: new Date('2026-11-20T02:40:00Z'),
              children: (
                <p class="govuk-body">
                  <Money vnd={135000} />, biên lai 27-0001842
                </p>
              ),
            },
            { label: 'Đã nhận hồ sơ', at: new Date('2026-11-20T02:38:00Z'), children: <p class="govuk-body">Mã biên nhận ảnh 7f3a 91c2</p> },
            { label: 'Ảnh chân dung đạt', at: new Date('2026-11-20T02:36:00Z') },
            { label: 'Bắt đầu hồ sơ trên điện thoại', at: new Date('2026-11-20T02:31:00Z') },
          ]}
        />
      </Card>
      <StatusBox tone="yours" title="Đến lượt bạn: trả lệ phí" action={<LinkButton href="#pay">Trả 135.000 đ</LinkButton>}>
        <p class="govuk-body">Hồ sơ đã nộp. Trả phí xong thì cơ quan tiếp nhận.</p>
      </StatusBox>
      <StatusBox tone="done" title="Xong rồi, giấy phép mới đã được cấp">
        <p class="govuk-body">Bản điện tử có giá trị ngay. Thẻ đang trên đường tới bạn.</p>
      </StatusBox>
      <StatusBox tone="stopped" title="Chưa đổi được vì còn một quyết định xử phạt">
        <p class="govuk-body">Theo Điều 62 khoản 4. Bạn có thể nộp hồ sơ rồi để chờ.</p>
      </StatusBox>
      <StatusBox tone="quiet" title="Bạn chưa có hồ sơ nào" />
    </Columns>
  </Citizen>
)
