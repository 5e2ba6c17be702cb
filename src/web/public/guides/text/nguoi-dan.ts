/** The guide for citizens. */
import type { Guide } from '../guide.ts'

export const citizenGuide: Guide = {
  slug: 'nguoi-dan',
  title: { vi: 'Dành cho người dân', en: 'For citizens' },
  lead: { vi: 'Đổi hoặc xin cấp lại giấy phép lái xe tại nhà, từng bước một. Mỗi trang chỉ hỏi một việc và được lưu ngay; bạn dừng lúc nào, làm tiếp lúc ấy, trên máy nào cũng được.', en: 'Exchange or replace a driving licence from home, step by step. Every page asks one thing and is kept at once; stop whenever you like and go on later, on any device.' },
  steps: [
    {
      title: { vi: 'Xem bạn cần gì', en: 'See what you need' },
      text: [
        { vi: 'Tài khoản định danh điện tử mức 2, một ảnh chân dung chụp bằng điện thoại cũng được, và giấy khám sức khỏe lái xe nếu hạng của bạn cần. Không cần bản giấy nào khác.', en: 'An electronic identity account of level 2, a portrait that may be taken with a phone, and a driver’s health certificate where your class needs one. No other paper is needed.' },
        { vi: 'Phòng khám chưa gửi giấy? Bạn vẫn nộp được, hồ sơ tự nhận giấy khi có.', en: 'Has the clinic not sent it yet? You can file all the same; the dossier takes it when it comes.' },
      ],
      picture: { name: 'nguoi-dan-trang-dau', alt: { vi: 'Trang đầu: thời gian, ngày làm việc, lệ phí và nút bắt đầu', en: 'The start page: time, working days, fee and the button to begin' } },
    },
    {
      title: { vi: 'Đăng nhập và chọn giấy phép', en: 'Sign in and choose the licence' },
      text: [
        { vi: 'Bấm “Bắt đầu bằng định danh điện tử”. Không phải đăng ký, không phải chờ ai duyệt tài khoản.', en: 'Press “Start with your electronic identity”. There is nothing to register and nobody has to approve your account.' },
        { vi: 'Trang “Giấy phép và hồ sơ của tôi” có mọi giấy phép của bạn và việc làm được với từng giấy.', en: '“My licences and dossiers” has all your licences and what can be done with each.' },
      ],
      picture: { name: 'nguoi-dan-giay-phep', alt: { vi: 'Trang giấy phép và hồ sơ của tôi', en: 'The page of one’s licences and dossiers' } },
    },
    {
      title: { vi: 'Trả lời từng câu, gửi ảnh', en: 'Answer, and send a picture' },
      text: [
        { vi: 'Ảnh chụp trước tường sáng, nhìn thẳng, không đội mũ. Hệ thống xem ảnh ngay và cho bạn thấy đúng tấm ảnh sẽ in trên thẻ.', en: 'Take the picture before a light wall, looking straight ahead, without a hat. It is judged at once, and you see the very picture that will be printed.' },
        { vi: 'Mạng yếu thì cứ để trang gửi tiếp: ảnh được gửi từng phần và không mất.', en: 'On a weak line just let the page go on: the picture is sent in pieces and none is lost.' },
      ],
      picture: { name: 'nguoi-dan-anh', alt: { vi: 'Ảnh chân dung đã gửi, chờ bạn đồng ý dùng', en: 'The portrait that was sent, waiting for your consent' } },
    },
    {
      title: { vi: 'Xem lại và nộp', en: 'Check and file' },
      text: [
        { vi: 'Trang cuối có mọi điều bạn đã trả lời. Nộp xong, bạn có mã nộp ngay; thời điểm nộp được giữ làm bằng chứng dù hệ thống nào đang gián đoạn.', en: 'The last page has all your answers. Once filed you have a submission code at once; the moment of filing is kept as evidence, whichever system is silent.' },
      ],
      picture: { name: 'nguoi-dan-kiem-tra', alt: { vi: 'Trang xem lại trước khi nộp', en: 'The page to check before filing' } },
    },
    {
      title: { vi: 'Trả lệ phí, theo dõi', en: 'Pay and follow' },
      text: [
        { vi: 'Trả bằng thẻ, ví hoặc mã QR chuyển khoản. Bị trừ tiền hai lần thì phần thừa tự về nguồn đã trả.', en: 'Pay by card, wallet or a transfer QR. If you are charged twice, the rest goes back by itself.' },
        { vi: 'Trang hồ sơ luôn nói đang chờ ai, từ lúc nào, và bạn có phải làm gì không. Mọi tin nhắn và thư đã gửi cũng nằm ở đó.', en: 'The dossier’s page always says who is waited for, since when, and whether you have to do anything. Every message sent stands there too.' },
      ],
      picture: { name: 'nguoi-dan-ho-so', alt: { vi: 'Trang hồ sơ: cơ quan đang xem, bạn không cần làm gì', en: 'The dossier’s page: the authority is looking at it, nothing to do' } },
    },
    {
      title: { vi: 'Nhận kết quả', en: 'Receive the result' },
      text: [
        { vi: 'Ngay khi quyết định được ký, giấy phép điện tử có trong hồ sơ và dùng được. Thẻ do bưu điện giao tận tay, hoặc bạn đến nhận.', en: 'As soon as the decision is signed the electronic licence is in the dossier and can be used. The card is handed to you by the post, or you collect it.' },
      ],
      picture: { name: 'nguoi-dan-da-ky', alt: { vi: 'Hồ sơ đã ký, có giấy phép điện tử để tải', en: 'A signed dossier with the electronic licence to download' } },
    },
  ],
  trouble: [
    { question: { vi: 'Tôi không quen dùng máy tính hay điện thoại', en: 'I am not used to computers or phones' }, answer: { vi: 'Mang căn cước đến điểm tiếp nhận gần nhất. Cán bộ làm cùng bạn, bạn xem và tự xác nhận; không phải trả thêm tiền.', en: 'Take your identity card to the nearest service point. A clerk does it with you; you look and confirm yourself, at no extra cost.' } },
    { question: { vi: 'Có người gọi điện, nhắn đường dẫn bảo tôi trả phí', en: 'Somebody calls or sends a link and asks me to pay' }, answer: { vi: 'Đó là lừa đảo. Dịch vụ không bao giờ gửi đường dẫn để đăng nhập hay trả tiền. Hãy tự mở trang dịch vụ.', en: 'That is a fraud. The service never sends a link to sign in or pay. Open the service yourself.' } },
  ],
}
