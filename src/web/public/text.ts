export const publicText = {
  vi: {
    home: {
      title: 'Đổi giấy phép lái xe', lead: 'Làm hoàn toàn tại nhà: nộp hồ sơ, trả phí và nhận giấy phép mới qua bưu điện.',
      minutes: '10 phút', toFile: 'để nộp hồ sơ', days: (n: number) => `${n} ngày làm việc`, result: 'có kết quả', fee: 'lệ phí, chưa gồm bưu phí',
      need: 'Bạn cần có', needs: ['tài khoản định danh điện tử mức 2', 'ảnh chân dung: chụp ngay bằng điện thoại cũng được', 'giấy khám sức khỏe lái xe (xe máy hạng A1, A, B1 không cần)'],
      paper: 'Không cần bản giấy, không cần đăng ký tài khoản, không phải chờ duyệt.', late: 'Phòng khám chưa gửi giấy khám?', lateStrong: 'Bạn vẫn nộp được', lateEnd: ', hồ sơ tự chạy tiếp khi có kết quả.',
      start: 'Bắt đầu bằng định danh điện tử', resume: 'Tiếp tục hồ sơ đang làm', follow: 'Theo dõi hồ sơ đã nộp', assumed: 'Mức lệ phí năm 2026 là giả định: chưa thấy văn bản gia hạn mức giảm khi nộp trực tuyến.',
      who: 'Ai nộp được?', whoText: 'Người có giấy phép lái xe còn thời hạn do cơ quan trong nước cấp. Giấy phép không thời hạn đổi lúc nào cũng được. Bị mất giấy phép còn thời hạn thì xin cấp lại ngay ở đây.', afterTitle: 'Sau khi nộp', after: 'Trang hồ sơ luôn nói đang chờ ai, từ lúc nào, và bạn có phải làm gì không. Khi có quyết định, bản điện tử có ngay; thẻ gửi sau qua bưu điện.',
    },
    help: {
      title: 'Trợ giúp', items: [
        ['Tôi không vào được tài khoản định danh', 'Tài khoản phải ở mức 2. Nếu mới có mức 1, mang căn cước đến công an xã để nâng mức, không mất phí.'],
        ['Hệ thống tra cứu vi phạm bị gián đoạn thì sao?', 'Bạn vẫn nộp được. Thời điểm nộp được giữ làm bằng chứng, hệ thống tự hỏi lại và hồ sơ tự chạy tiếp.'],
        ['Phòng khám chưa gửi giấy khám sức khỏe', 'Chọn “Cơ sở khám chưa gửi, tôi nộp trước”. Khi phòng khám gửi, hồ sơ tự nhận, bạn không phải quay lại.'],
        ['Tôi đã trả tiền nhưng trang báo chưa nhận', 'Đừng trả lại lần nữa ngay. Hệ thống tự hỏi cổng thanh toán; khoản trả thừa luôn được hoàn về nơi đã trả.'],
        ['Ảnh bị từ chối', 'Trang nói đúng một lý do và một việc cần làm. Chụp lại bằng điện thoại, đứng trước tường sáng, nhìn thẳng.'],
      ],
    },
    privacy: { title: 'Quyền riêng tư và dữ liệu cá nhân', dataTitle: 'Những dữ liệu được giữ', columns: ['Dữ liệu', 'Để làm gì', 'Loại', 'Giữ bao lâu'], basic: 'Cơ bản', sensitive: 'Nhạy cảm', days: (n: number) => (n % 365 === 0 ? `${n / 365} năm` : `${n} ngày`) },
    endings: {
      notFound: ['Không tìm thấy trang', 'Địa chỉ có thể đã gõ sai, hoặc trang này không phải của bạn.'], broken: ['Có lỗi xảy ra', 'Chúng tôi chưa chắc việc vừa rồi đã xong. Mở lại trang hồ sơ để xem; nếu chưa thấy thì làm lại, không bị tính hai lần.'],
      busy: ['Tạm thời chưa phục vụ được', 'Hãy thử lại sau ít phút. Những gì đã lưu vẫn còn.'], eidDown: ['Chưa vào được định danh điện tử', 'Hệ thống định danh điện tử đang không trả lời. Hãy thử lại sau ít phút; những gì đã lưu vẫn còn.'],
      eidDownAgain: ['Định danh điện tử đang không trả lời', 'Chưa xác nhận lại được bạn là ai, nên chưa có gì được ký. Những gì bạn đã chọn còn nguyên ở trang vừa rồi. Bạn vẫn đang đăng nhập và làm được việc khác; hãy thử lại sau ít phút.'],
      'eid-level-too-low': ['Tài khoản định danh của bạn mới ở mức 1', 'Để nộp hồ sơ cần mức 2. Mang căn cước đến công an xã bất kỳ để nâng mức: làm một lần, không mất phí, có ngay trong ngày.'],
      'sign-in-expired': ['Lần đăng nhập này chưa xong', 'Bạn đã bấm hủy, hoặc trang đăng nhập mở quá lâu hay đã dùng rồi. Hãy đăng nhập lại.'], 'form-expired': ['Biểu mẫu đã hết hạn', 'Bạn đã đăng xuất hoặc đăng nhập lại ở nơi khác, nên lần bấm vừa rồi chưa được ghi. Mở lại trang và gửi lại.'],
      'not-of-this-world': ['Không dùng được tài khoản này ở đây', 'Bản mô phỏng chỉ nhận người không có thật; cổng thật chỉ nhận người có thật.'],
      'other-role': ['Trang này dành cho vai trò khác', 'Mỗi vai trò chỉ thấy những gì công việc của mình cần.'],
      'not-staff': ['Trang này dành cho cán bộ', 'Tài khoản của bạn không có vai trò cán bộ ở cơ quan nào.'], refused: ['Việc này chưa làm được', 'Hồ sơ có thể vừa được thay đổi. Mở lại trang hồ sơ để xem tình trạng mới nhất.'],
      again: 'Thử lại', home: 'Về trang đầu', desk: 'Về trang làm việc', signIn: 'Đăng nhập lại', back: 'Mở lại trang vừa rồi', code: 'Mã tra cứu lỗi',
    },
  },
  en: {
    home: {
      title: 'Exchange a driving licence', lead: 'All from home: file, pay the fee and get the new licence by post.',
      minutes: '10 minutes', toFile: 'to file', days: (n: number) => `${n} working days`, result: 'to a result', fee: 'fee, postage not included',
      need: 'You need', needs: ['an electronic identity account of level 2', 'a portrait: a picture taken with your phone is fine', 'a driver’s health certificate (not for motorcycle classes A1, A, B1)'],
      paper: 'No paper, no registration, no waiting for approval.', late: 'Has the clinic not sent your certificate yet?', lateStrong: 'You can still file', lateEnd: '; the dossier goes on by itself when it arrives.',
      start: 'Start with your electronic identity', resume: 'Go on with your draft', follow: 'Follow a filed dossier', assumed: 'The fee for 2026 is assumed: no text extending the online reduction was found.',
      who: 'Who can file?', whoText: 'Holders of a valid licence issued in the country. A licence without an end date can be exchanged at any time. A lost licence that is still valid is reissued here too.', afterTitle: 'After filing', after: 'The dossier page always says who is being waited for, since when, and whether you have to do anything. Once decided, the electronic licence is there at once; the card follows by post.',
    },
    help: {
      title: 'Help', items: [
        ['I cannot get into my identity account', 'The account must be of level 2. With level 1, take your identity card to a commune police office to raise it, free of charge.'],
        ['What if the violation look-up is down?', 'You can still file. The instant of filing is kept as evidence; the system asks again by itself and the dossier goes on.'],
        ['The clinic has not sent my health certificate', 'Choose “the clinic has not sent it yet”. When it arrives, the dossier takes it; you need not come back.'],
        ['I have paid but the page says not received', 'Do not pay again at once. The system asks the payment platform; anything paid too much is always returned to where it came from.'],
        ['My picture was refused', 'The page names one reason and one thing to do. Take it again with a phone, before a light wall, looking straight ahead.'],
      ],
    },
    privacy: { title: 'Privacy and personal data', dataTitle: 'The data that is kept', columns: ['Data', 'Purpose', 'Class', 'Kept for'], basic: 'Basic', sensitive: 'Sensitive', days: (n: number) => (n === 1 ? '1 day' : n === 365 ? '1 year' : n % 365 === 0 ? `${n / 365} years` : `${n} days`) },
    endings: {
      notFound: ['Page not found', 'The address may be mistyped, or the page is not yours.'], broken: ['Something went wrong', 'We are not sure that it was done. Open the dossier’s page to see; if it is not there, do it again, it never counts twice.'],
      busy: ['Not available just now', 'Please try again in a few minutes. What was saved is still there.'], eidDown: ['The electronic identity is not answering', 'Please try again in a few minutes; what was saved is still there.'],
      eidDownAgain: ['The electronic identity is not answering', 'Who you are could not be proved anew, so nothing is signed yet. What you chose is still on the page you came from. You are still signed in and can do other work; please try again in a few minutes.'],
      'eid-level-too-low': ['Your identity account is of level 1', 'Level 2 is needed to file. Take your identity card to any commune police office to raise it: once, free, the same day.'],
      'sign-in-expired': ['This sign-in did not end', 'You pressed cancel, or the sign-in page was open too long or used already. Please sign in again.'], 'form-expired': ['The form has expired', 'You signed out, or signed in again elsewhere, so that press was not recorded. Open the page again and resend it.'],
      'not-of-this-world': ['This account cannot be used here', 'The simulation takes only made-up people, and the real service only real ones.'],
      'other-role': ['This page is for another role', 'Each role sees only what its work needs.'],
      'not-staff': ['This page is for staff', 'Your account has no role at any office.'], refused: ['This cannot be done now', 'The dossier may have changed just now. Open its page again to see how it stands.'],
      again: 'Try again', home: 'To the start page', desk: 'To your work', signIn: 'Sign in again', back: 'Open that page again', code: 'Error reference',
    },
  },
} as const
