/**
 * The privacy notice — thông báo xử lý dữ liệu cá nhân. Its version is stored with every consent; a changed text is a new
 * version. Legal: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; NĐ 356/2025/NĐ-CP (no default ticks, verifiable consent).
 */
import type { Words } from '../../platform/values/words.ts'

export interface NoticePart {
  readonly heading: Words
  readonly paragraphs: readonly Words[]
}

export const privacyNotice: { readonly version: string; readonly title: Words; readonly parts: readonly NoticePart[] } = {
  version: '2026-11-22',
  title: { vi: 'Dữ liệu cá nhân của bạn', en: 'Your personal data' },
  parts: [
    {
      heading: { vi: 'Chúng tôi dùng dữ liệu gì', en: 'What we use' },
      paragraphs: [
        { vi: 'Họ tên, ngày sinh, số định danh lấy từ tài khoản định danh điện tử khi bạn đăng nhập; nơi cư trú lấy từ cơ sở dữ liệu dân cư.', en: 'Name, date of birth and identification number from your eID when you sign in; your residence from the population register.' },
        { vi: 'Giấy phép lái xe đang có, kết quả khám sức khỏe của người lái xe, tình trạng vi phạm giao thông, ảnh chân dung, số điện thoại, thư điện tử và địa chỉ nhận kết quả.', en: 'The licences you hold, the driver health certificate, the state of traffic violations, your portrait, phone, mail and delivery address.' },
      ],
    },
    {
      heading: { vi: 'Để làm gì', en: 'What for' },
      paragraphs: [
        { vi: 'Chỉ để đổi, cấp lại giấy phép lái xe theo yêu cầu của bạn: kiểm tra điều kiện, ra quyết định, in thẻ, chuyển kết quả, thu lệ phí và báo tin cho bạn. Không dùng vào việc khác, không bán, không quảng cáo.', en: 'Only to exchange or reissue your licence as you ask: to check the conditions, decide, print the card, deliver it, take the fee and keep you informed. For nothing else; never sold, never for advertising.' },
        { vi: 'Ảnh chân dung được máy kiểm tra độ rõ, ánh sáng, tư thế; máy không nhận diện bạn là ai và không tự từ chối hồ sơ.', en: 'A program checks the portrait for sharpness, light and pose; it does not recognise who you are and refuses no dossier by itself.' },
      ],
    },
    {
      heading: { vi: 'Ai được xem', en: 'Who may see it' },
      paragraphs: [
        { vi: 'Cán bộ của cơ quan giải quyết hồ sơ của bạn. Mỗi lần cán bộ mở dữ liệu của bạn đều được ghi lại và bạn xem được.', en: 'Staff of the authority that decides your dossier. Each time staff open your data it is recorded, and you can see the record.' },
        { vi: 'Bưu chính công ích chỉ nhận tên, số điện thoại và địa chỉ để phát thẻ. Cổng thanh toán chỉ nhận số tiền và mã hồ sơ. Kho dữ liệu điện tử của bạn nhận giấy phép đã ký, theo số định danh của bạn.', en: 'Public post gets only name, phone and address to deliver the card. The payment platform gets only the amount and the code of the dossier. Your electronic data store gets the signed licence, under your identity number.' },
      ],
    },
    {
      heading: { vi: 'Bảo vệ và lưu giữ', en: 'How it is protected and kept' },
      paragraphs: [
        { vi: 'Số định danh, điện thoại, địa chỉ nhận kết quả và dữ liệu sức khỏe được mã hóa bằng khóa để ngoài cơ sở dữ liệu. Hồ sơ đang soạn được xóa sau 30 ngày không sửa; hồ sơ đã nộp và giấy phép được lưu theo quy định lưu trữ.', en: 'Identification number, phone, delivery address and health data are encrypted with a key kept outside the database. A draft is deleted after 30 days without change; filed dossiers and licences are kept as the rules on archives ask.' },
      ],
    },
    {
      heading: { vi: 'Quyền của bạn', en: 'Your rights' },
      paragraphs: [
        { vi: 'Bạn được xem, sửa, yêu cầu xóa hoặc hạn chế xử lý dữ liệu, rút lại sự đồng ý, khiếu nại. Yêu cầu được trả lời trong 02 ngày làm việc. Dữ liệu mà luật buộc phải lưu (sổ giấy phép lái xe, chứng từ thu) không xóa được.', en: 'You may see and correct your data, ask to delete it or to limit its use, withdraw your consent, and complain. Requests are answered within 2 working days. Data that the law makes us keep (the licence register, receipts) cannot be deleted.' },
        { vi: 'Sự đồng ý là tự nguyện. Nếu bạn không đồng ý, bạn vẫn có thể nộp hồ sơ trực tiếp tại cơ quan tiếp nhận.', en: 'Your consent is voluntary. Without it you can still file in person at the receiving authority.' },
      ],
    },
  ],
}
