/** Words of the health certificate's question. */
const vi = {
  title: 'Giấy khám sức khỏe của bạn',
  lead: 'Cơ sở khám gửi kết quả thẳng lên hệ thống. Bạn không phải chụp hay tải giấy.',
  legend: 'Dùng giấy khám nào?',
  missing: 'Hãy chọn một trong các cách dưới đây',
  found: 'Dùng giấy khám chúng tôi tìm thấy',
  foundHint: (number: string, clinic: string, concluded: string, until: string) => `Số ${number}, ${clinic}, kết luận ngày ${concluded}, dùng được đến hết ngày ${until}.`,
  byNumber: 'Tôi có số giấy khám',
  byNumberHint: 'Dùng khi giấy ghi số định danh cũ hoặc chúng tôi chưa tìm thấy.',
  number: 'Số giấy khám',
  numberHint: 'Ghi ở đầu giấy, ví dụ 00417/GKSKLX/97014/26.',
  numberMissing: 'Hãy nhập số giấy khám',
  numberWrong: 'Số giấy khám có dạng 00417/GKSKLX/97014/26',
  numberAbsent: 'Chưa có giấy khám mang số này trên hệ thống. Hãy xem lại số, hoặc chọn "Cơ sở khám chưa gửi".',
  numberOther: 'Giấy khám mang số này là của người khác. Hãy xem lại số.',
  notYet: 'Cơ sở khám chưa gửi, tôi nộp trước',
  notYetHint: 'Hồ sơ được nhận ngay, giữ nguyên thời điểm nộp và tự đi tiếp khi giấy khám đến.',
  byIdentity: 'Tìm theo số định danh của tôi',
  byIdentityHint: 'Chúng tôi đang hỏi; bạn cứ làm tiếp.',
}

const en: typeof vi = {
  title: 'Your health certificate',
  lead: 'The clinic sends the result to the system. There is nothing to photograph or upload.',
  legend: 'Which certificate should be used?',
  missing: 'Choose one of the ways below',
  found: 'Use the certificate we found',
  foundHint: (number, clinic, concluded, until) => `Number ${number}, ${clinic}, concluded on ${concluded}, serves until the end of ${until}.`,
  byNumber: 'I have the number of a certificate',
  byNumberHint: 'For a certificate with a former identity number, or one we did not find.',
  number: 'Number of the certificate',
  numberHint: 'At the top of the paper, such as 00417/GKSKLX/97014/26.',
  numberMissing: 'Enter the number of the certificate',
  numberWrong: 'A certificate number looks like 00417/GKSKLX/97014/26',
  numberAbsent: 'No certificate with this number is in the system yet. Check the number, or choose "the clinic has not sent it".',
  numberOther: 'The certificate with this number is somebody else’s. Check the number.',
  notYet: 'The clinic has not sent it yet, I file before',
  notYetHint: 'The dossier is taken at once, keeps its filing time and goes on by itself when the certificate arrives.',
  byIdentity: 'Look it up by my identity number',
  byIdentityHint: 'We are asking; you can go on.',
}

export const certificateQuestionText = { vi, en }
