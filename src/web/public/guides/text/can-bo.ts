/** The guide for officers of the authority. */
import type { Guide } from '../guide.ts'

export const officerGuide: Guide = {
  slug: 'can-bo',
  title: { vi: 'Dành cho cán bộ giải quyết', en: 'For officers' },
  lead: { vi: 'Từ danh sách việc đến chữ ký: mỗi việc một nút, việc chưa làm được thì trang nói vì sao.', en: 'From the worklist to the signature: one button a task, and where something is not possible the page says why.' },
  steps: [
    {
      title: { vi: 'Danh sách việc', en: 'The worklist' },
      text: [{ vi: 'Việc đến hạn trước đứng trên. Tìm bằng mã hồ sơ, mã nộp, số giấy phép hoặc họ tên. Hồ sơ đang chờ người dân hay hệ thống khác nằm ở mục riêng: anh/chị không bị tính thời gian đó.', en: 'What is due first stands on top. Search by number, submission code, licence or name. Dossiers that wait for the citizen or another system are in lists of their own: that time is not yours.' }],
      picture: { name: 'can-bo-danh-sach', alt: { vi: 'Danh sách hồ sơ cần giải quyết', en: 'The list of dossiers to work on' } },
    },
    {
      title: { vi: 'Nhận xử lý, tiếp nhận, duyệt', en: 'Take, accept, approve' },
      text: [
        { vi: 'Bấm “Nhận xử lý” để không ai làm trùng. “Tiếp nhận hồ sơ” cấp mã hồ sơ và ngày hẹn; thời hạn bắt đầu từ đây. Chỗ nào các nguồn nói khác nhau thì bảng so sánh tô màu.', en: 'Press to take the dossier, so that nobody works on it twice. Accepting gives its number and the appointed day; the term begins there. Where sources disagree the comparison is tinted.' },
        { vi: 'Cần bổ sung thì chọn một mục và một lý do; luật chỉ cho một lần. Từ chối phải có điều luật và cách khắc phục, trang tự điền.', en: 'Where something is missing choose one item and one reason; the law allows it once. A refusal names its article and a remedy; the page fills them in.' },
      ],
      picture: { name: 'can-bo-nhan', alt: { vi: 'Trang hồ sơ của cán bộ, trước khi nhận xử lý', en: 'An officer’s page of a dossier before taking it' } },
    },
    {
      title: { vi: 'Ký', en: 'Sign' },
      text: [{ vi: 'Người duyệt không ký. Lãnh đạo xem đúng bản sẽ ký rồi ký số; giấy phép có hiệu lực ngay khi chữ ký được kiểm tra xong.', en: 'Who approved does not sign. The signer sees the very paper and signs it; the licence is in force once the signature is verified.' }],
      picture: { name: 'can-bo-ky', alt: { vi: 'Trang ký quyết định', en: 'The page to sign a decision' } },
    },
    {
      title: { vi: 'In thẻ và bàn giao', en: 'Print and hand over' },
      text: [{ vi: 'In thẻ theo đợt, lập danh sách bàn giao cho bưu điện; hai bên ký, chênh lệch hiện ra ngay. Thẻ hỏng hay mất được in lại, người dân không mất thêm phí.', en: 'Print cards in batches and close the hand-over list for the post; both sides sign and differences show at once. A damaged or lost card is printed again at no cost to the citizen.' }],
    },
    {
      title: { vi: 'Khi một nguồn im lặng', en: 'When a source is silent' },
      text: [{ vi: 'Hồ sơ không dừng vô hạn: trang cho biết im từ lúc nào, lúc nào hỏi lại, và cho phép kiểm tra bằng tay có bằng chứng, có người thứ hai xác nhận.', en: 'A dossier does not stop for ever: the page says since when, when it is asked again, and allows a check by hand with evidence that a second officer confirms.' }],
    },
  ],
  trouble: [
    { question: { vi: 'Nút bị mờ', en: 'A button is grey' }, answer: { vi: 'Dưới nút có lý do: người khác đang xử lý, còn điều kiện chưa đạt, hoặc việc này của vai trò khác.', en: 'Its reason stands below: somebody else has the dossier, a requirement is not met, or the task is another role’s.' } },
  ],
}
