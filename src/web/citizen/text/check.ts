/** Words of "check your answers" and of the declaration. */
const vi = {
  title: 'Kiểm tra trước khi nộp',
  holder: 'Về bạn',
  holderHint: 'Lấy từ tài khoản định danh và các sổ; được giữ nguyên như lúc nộp.',
  answers: 'Bạn đề nghị',
  name: 'Họ và tên',
  birthDate: 'Ngày sinh',
  sex: 'Giới tính',
  sexes: { male: 'Nam', female: 'Nữ' },
  nationality: 'Quốc tịch',
  address: 'Nơi cư trú',
  procedure: 'Thủ tục',
  licences: 'Giấy phép',
  newClasses: 'Hạng mới',
  reason: 'Lý do',
  loss: 'Khai báo mất',
  details: 'Thông tin in trên giấy phép mới',
  detailsOf: { none: 'Giữ như giấy phép đang có', 'follow-population-register': 'Theo dữ liệu dân cư' },
  authority: 'Cơ quan giải quyết',
  contact: 'Báo tin đến',
  portrait: 'Ảnh chân dung',
  receipt: 'Mã biên nhận ảnh',
  certificate: 'Giấy khám sức khỏe',
  certificateOf: {
    'by-identity': 'Tìm theo số định danh của tôi', 'by-number': (number: string) => `Số ${number}`, 'not-yet': 'Chờ cơ sở khám gửi, nộp trước', 'not-needed': 'Hạng này không cần',
    'certified-copy': 'Bản sao điện tử có chứng thực',
  },
  delivery: 'Nhận thẻ',
  collect: 'Tại cơ quan giải quyết',
  change: 'Sửa',
  fee: 'Lệ phí, trả sau khi nộp',
  declareTitle: 'Cam đoan và nộp hồ sơ',
  declaration: 'Tôi cam đoan những điều ghi trên là đúng và chịu trách nhiệm trước pháp luật. Giấy phép cũ hết giá trị khi giấy phép mới có hiệu lực.',
  next: 'Khi bấm nộp, bạn có ngay mã nộp hồ sơ và thời điểm nộp được giữ làm bằng chứng. Mã hồ sơ chính thức và ngày hẹn có khi cơ quan tiếp nhận.',
  file: 'Tôi cam đoan và nộp hồ sơ',
  refused: (title: string) => `Chưa nộp được: ${title}`,
  changed: 'Có thông tin vừa thay đổi. Hãy xem lại rồi nộp.',
}

const en: typeof vi = {
  title: 'Check before you file',
  holder: 'About you',
  holderHint: 'From your eID and the registers; kept as it is when you file.',
  answers: 'What you ask for',
  name: 'Name',
  birthDate: 'Date of birth',
  sex: 'Sex',
  sexes: { male: 'Male', female: 'Female' },
  nationality: 'Nationality',
  address: 'Residence',
  procedure: 'Procedure',
  licences: 'Licence',
  newClasses: 'New class',
  reason: 'Reason',
  loss: 'Loss reported',
  details: 'Details on the new licence',
  detailsOf: { none: 'As on the present licence', 'follow-population-register': 'From the population register' },
  authority: 'Authority',
  contact: 'How we reach you',
  portrait: 'Portrait',
  receipt: 'Receipt code of the picture',
  certificate: 'Health certificate',
  certificateOf: { 'by-identity': 'Looked up by my identity number', 'by-number': (number) => `Number ${number}`, 'not-yet': 'Awaited from the clinic, filed before', 'not-needed': 'Not needed for this class', 'certified-copy': 'Certified electronic copy' },
  delivery: 'Receiving the card',
  collect: 'At the authority',
  change: 'Change',
  fee: 'Fee, paid after filing',
  declareTitle: 'Declare and file',
  declaration: 'I declare that the above is true and answer for it before the law. The old licence ends when the new one begins.',
  next: 'Filing gives you a submission code at once, and the time of filing is kept as evidence. The official number and the appointed date come when the authority accepts.',
  file: 'I declare this and file',
  refused: (title) => `It could not be filed: ${title}`,
  changed: 'Something has changed just now. Look again, then file.',
}

export const checkText = { vi, en }

/** Words of a draft that began with the answers of a stopped dossier. */
const carriedVi = {
  from: (code: string, at: string) => `Những câu trả lời dưới đây lấy từ hồ sơ ${code}, đã dừng lúc ${at}, để bạn không phải khai lại. Hãy xem từng mục; mục nào không còn đúng thì bấm Sửa.`,
  asked: (code: string) => `Ở hồ sơ ${code}, cán bộ đã yêu cầu:`,
  fee: {
    none: 'Hồ sơ trước không có lệ phí.', unpaid: 'Chúng tôi chưa nhận được lệ phí của hồ sơ trước.',
    return: 'Lệ phí đã nộp cho hồ sơ trước được hoàn về nơi đã trả, không chuyển sang hồ sơ này.', keep: 'Lệ phí đã nộp cho hồ sơ trước không được hoàn và không chuyển sang hồ sơ này.',
  },
  ownFee: 'Hồ sơ mới có lệ phí riêng, ghi ở dưới.',
}

const carriedEn: typeof carriedVi = {
  from: (code, at) => `The answers below come from dossier ${code}, stopped at ${at}, so that you need not give them again. Look at each; change what is no longer so.`,
  asked: (code) => `In dossier ${code} the officer had asked for:`,
  fee: {
    none: 'The earlier dossier had no fee.', unpaid: 'We have received no fee for the earlier dossier.',
    return: 'The fee you paid for the earlier dossier goes back to where it came from; it does not count for this one.', keep: 'The fee you paid for the earlier dossier is kept, and does not count for this one.',
  },
  ownFee: 'The new dossier has a fee of its own, below.',
}

export const carriedText = { vi: carriedVi, en: carriedEn }
