/** The guide for clinics. */
import type { Guide } from '../guide.ts'

export const clinicGuide: Guide = {
  slug: 'co-so-kham',
  title: { vi: 'Dành cho cơ sở khám sức khỏe', en: 'For clinics' },
  lead: { vi: 'Khám, kết luận, ký: giấy khám vào sổ trong vài giây và hồ sơ đang chờ tự đi tiếp.', en: 'Examine, conclude, sign: the certificate is in the register within seconds and the waiting dossier moves on by itself.' },
  steps: [
    {
      title: { vi: 'Được phép cấp giấy điện tử', en: 'Be admitted' },
      text: [{ vi: 'Phòng Cảnh sát giao thông của tỉnh cho phép cơ sở một lần. Sau đó mỗi bác sĩ đăng nhập bằng định danh điện tử của mình, không dùng chung tài khoản.', en: 'The province’s traffic police admit a clinic once. Then every doctor signs in with an identity of their own; accounts are not shared.' }],
    },
    {
      title: { vi: 'Tìm người khám', en: 'Find the person' },
      text: [{ vi: 'Bấm “Khám người tiếp theo”, quét thẻ căn cước. So thẻ với người trước mặt. Bác sĩ không khám cho chính mình.', en: 'Press “Examine the next person” and scan the identity card. Compare it with the person before you. Doctors do not examine themselves.' }],
    },
    {
      title: { vi: 'Ghi kết quả và kết luận theo hạng', en: 'Note what was found, and conclude for a class' },
      text: [
        { vi: 'Mọi điều đã gõ được giữ lại khi ngắt quãng. Kết luận dùng đúng câu chữ của luật: đủ điều kiện, không đủ điều kiện, hoặc phải khám lại.', en: 'Everything typed is kept when you are interrupted. The conclusion uses the words of the law: fit, not fit, or to be examined again.' },
      ],
      picture: { name: 'co-so-kham-ket-qua', alt: { vi: 'Trang ghi kết quả khám và kết luận', en: 'The page for what was found and the conclusion' } },
    },
    {
      title: { vi: 'Đọc lại, ký', en: 'Read once more, sign' },
      text: [
        { vi: 'Trang đọc lại có toàn bộ giấy khám như sẽ vào sổ. Đúng thì bấm “Ký và cấp giấy”; sai thì quay lại sửa, chưa có gì được gửi đi.', en: 'The page to read shows the whole certificate as it will enter the register. Where it is right, sign and issue; where not, go back and change it: nothing has been sent yet.' },
      ],
      picture: { name: 'co-so-kham-doc-lai', alt: { vi: 'Trang đọc lại giấy khám trước khi ký', en: 'The certificate to be read before it is signed' } },
    },
    {
      title: { vi: 'Xem biên nhận', en: 'Look at the receipt' },
      text: [
        { vi: 'Sau khi ký, trang biên nhận cho biết giấy vào sổ lúc nào, dùng được sau mấy giây, và hồ sơ đang chờ đã nhận chưa. Số giấy do hệ thống cấp, không bao giờ trùng.', en: 'After signing, the receipt says when it entered the register, after how many seconds it was usable, and when a waiting dossier took it. Numbers are given by the system and never twice.' },
        { vi: 'Có sai sót thì sửa hoặc thu hồi giấy kèm lý do. Người nộp được báo nếu hồ sơ phải chờ.', en: 'Where something is wrong, correct the certificate or take it back with a reason. The applicant is told if their dossier has to wait.' },
      ],
      picture: { name: 'co-so-kham-bien-nhan', alt: { vi: 'Biên nhận: số giấy, lúc vào sổ, hồ sơ đã nhận', en: 'The receipt: number, moment of entry, the dossier that took it' } },
    },
  ],
  trouble: [
    { question: { vi: 'Cơ sở dùng phần mềm riêng', en: 'The clinic has a program of its own' }, answer: { vi: 'Phần mềm gửi giấy thẳng đến hệ thống; giấy nào gửi bằng phần mềm thì sửa bằng phần mềm.', en: 'The program sends certificates straight to the service; what a program sent is corrected by the program.' } },
  ],
}
