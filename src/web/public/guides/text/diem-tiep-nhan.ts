/** The guide for clerks at a one-stop centre or post point. */
import type { Guide } from '../guide.ts'

export const clerkGuide: Guide = {
  slug: 'diem-tiep-nhan',
  title: { vi: 'Dành cho cán bộ điểm tiếp nhận', en: 'For clerks at a service point' },
  lead: { vi: 'Giúp người dân nộp hồ sơ tại quầy: kiểm tra trước để không ai xếp hàng vô ích, nộp cùng người dân hoặc nhận giấy, và gọi số.', en: 'Helping people at the counter: check first, so that nobody queues for nothing; file together with the person, or take papers; call the queue.' },
  steps: [
    {
      title: { vi: 'Bắt đầu một lượt tiếp công dân', en: 'Begin a visit' },
      text: [
        { vi: 'Đăng nhập, mở “Tiếp công dân”. Quét mã QR trên thẻ căn cước; không quét được thì gõ số và chép như trên thẻ. So thẻ với người trước mặt.', en: 'Sign in and open “Visits”. Scan the QR code of the identity card; if that fails, type the number and copy the card. Compare the card with the person before you.' },
        { vi: 'Anh/chị chỉ thấy những gì đang nộp, chỉ trong lúc nộp. Mỗi lần mở hồ sơ đều được ghi lại và người dân đọc được.', en: 'You see only what is being filed, and only while it is filed. Every opening is recorded, and the person can read it.' },
      ],
    },
    {
      title: { vi: 'Kiểm tra trước khi nộp', en: 'Check before anything is filed' },
      text: [
        { vi: 'Trang kiểm tra nói còn thiếu gì: giấy khám, vi phạm chưa giải quyết, ảnh. Thiếu thì nói ngay cho người dân biết cần gì và ở đâu, đừng bắt họ chờ.', en: 'The page says what is missing: a certificate, an unsettled violation, a portrait. If something is, tell the person at once what is needed and where; do not let them wait.' },
      ],
      picture: { name: 'diem-tiep-nhan-kiem-tra', alt: { vi: 'Trang kiểm tra trước khi nộp', en: 'The check before anything is filed' } },
    },
    {
      title: { vi: 'Nộp cùng người dân, hoặc nhận giấy', en: 'File together, or take papers' },
      text: [
        { vi: 'Nộp trực tuyến có người giúp: người dân tự xác nhận bằng mã gửi đến điện thoại của họ, hoặc quét thẻ và ký trên màn hình. Không bao giờ gõ mã thay khi người dân không đọc mã cho anh/chị.', en: 'Assisted online filing: the person confirms with a code sent to their own phone, or by card and signature on screen. Never type a code that the person did not read to you.' },
        { vi: 'Nộp trực tiếp: quét giấy tờ, thu lệ phí bằng QR hoặc tiền mặt có biên lai, in giấy tiếp nhận. Kênh nộp được ghi trên hồ sơ và vào số liệu công khai.', en: 'In person: scan the papers, take the fee by QR or in cash with a receipt, print the slip. The channel is on the dossier and in the published figures.' },
      ],
      picture: { name: 'diem-tiep-nhan-xac-nhan', alt: { vi: 'Trang người dân xác nhận và ký trên màn hình', en: 'The page where the person confirms and signs on the screen' } },
    },
    {
      title: { vi: 'Gọi số và sổ quỹ', en: 'Queue and cash book' },
      text: [
        { vi: '“Gọi số” gọi người tiếp theo lên bảng. Máy tắt hay mất điện không mất số nào. Cuối ngày, đếm tiền và đối chiếu trong sổ quỹ.', en: '“Queue” calls the next number to the display. No number is lost when a machine is switched off. At the end of the day count the cash and compare it with the cash book.' },
      ],
    },
  ],
  trouble: [
    { question: { vi: 'Người dân chưa có tài khoản định danh', en: 'The person has no identity account' }, answer: { vi: 'Không cần để nộp tại quầy. Trang tiếp công dân có bước giúp mở tài khoản mức 2.', en: 'None is needed at the counter. The visit has a step that helps to open one of level 2.' } },
    { question: { vi: 'Nguồn tra cứu đang gián đoạn', en: 'A source is not answering' }, answer: { vi: 'Vẫn nộp được. Thời điểm nộp được giữ, hệ thống tự hỏi lại; đừng hẹn người dân quay lại.', en: 'File all the same. The moment is kept and the source is asked again by itself; do not tell the person to come back.' } },
  ],
}
