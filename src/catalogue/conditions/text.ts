import type { Words } from '../../platform/values/words.ts'

export interface RefusalText {
  readonly title: Words
  readonly meaning: Words
  readonly remedy: Words
}

/** One text for each ground of refusal: what it is called, what it means, what the person can do and where. */
export const refusalTexts = {
  'licence-not-in-register': {
    title: { vi: 'Chưa tìm thấy giấy phép lái xe trong hệ thống', en: 'The licence is not in the register' },
    meaning: { vi: 'Hồ sơ chỉ được giải quyết khi nơi cấp xác nhận đã cấp giấy phép này cho bạn.', en: 'The dossier goes on only when the office that issued the licence confirms it.' },
    remedy: { vi: 'Bạn không phải làm gì: cơ quan tiếp nhận gửi văn bản đề nghị xác minh đến nơi cấp. Nếu nơi cấp không có tên bạn, giấy phép không được đổi, không được cấp lại.', en: 'You need to do nothing: the receiving authority asks the issuing office in writing. If your name is not in its list either, the licence can be neither exchanged nor reissued.' },
  },
  'unresolved-violation': {
    title: { vi: 'Có vi phạm giao thông chưa giải quyết xong', en: 'A traffic violation is not settled' },
    meaning: { vi: 'Luật quy định chưa cấp, đổi, cấp lại giấy phép lái xe khi người lái xe chưa giải quyết xong vụ việc vi phạm.', en: 'By law a licence is not issued, exchanged or reissued until the driver has settled the violation.' },
    remedy: { vi: 'Liên hệ nơi giải quyết ghi ở vụ việc, hoặc nộp phạt trên Cổng Dịch vụ công quốc gia. Bạn vẫn có thể nộp hồ sơ ngay; hồ sơ tự đi tiếp khi vụ việc được giải quyết xong.', en: 'Contact the office named with the case, or pay the fine on the National Public Service Portal. You may file now; the dossier goes on by itself once the case is settled.' },
  },
  'not-a-case': {
    title: { vi: 'Không thuộc trường hợp được giải quyết', en: 'Not a case for this procedure' },
    meaning: { vi: 'Pháp luật không quy định thủ tục này cho trường hợp của bạn.', en: 'The law does not provide this procedure in your case.' },
    remedy: { vi: 'Với hạng A4 (máy kéo nhỏ), hãy đề nghị cấp chứng chỉ điều khiển xe máy chuyên dùng. Trường hợp khác, hãy hỏi cơ quan tiếp nhận để được hướng dẫn thủ tục phù hợp.', en: 'For class A4 (small tractors) ask for the certificate for special machines. Otherwise ask the receiving authority which procedure fits.' },
  },
  'licence-expired': {
    title: { vi: 'Giấy phép lái xe đã quá thời hạn', en: 'The licence has expired' },
    meaning: { vi: 'Giấy phép đã quá hạn không được đổi, không được cấp lại theo thủ tục này; người lái xe cần được cấp lại theo kết quả sát hạch, tùy thời gian quá hạn.', en: 'An expired licence is neither exchanged nor reissued by this procedure; it is issued again after a test that depends on how long it has been expired.' },
    remedy: { vi: 'Đăng ký thủ tục "Cấp giấy phép lái xe" (mã 3.000346) tại Phòng Cảnh sát giao thông. Phần không thời hạn (mô tô) vẫn còn giá trị.', en: 'Apply for "Issue of a driving licence" (code 3.000346) at the traffic police. Classes without an end (motorcycles) stay valid.' },
  },
  'health-certificate-not-valid': {
    title: { vi: 'Chưa có giấy khám sức khỏe dùng được', en: 'No usable health certificate' },
    meaning: { vi: 'Cần giấy khám sức khỏe của người lái xe còn giá trị, kết luận đủ điều kiện cho hạng xe được cấp.', en: 'A valid health certificate is needed whose conclusion says fit for the class.' },
    remedy: { vi: 'Khám tại cơ sở khám bệnh, chữa bệnh đủ điều kiện; kết quả gửi thẳng lên hệ thống. Nếu đã có giấy, dùng bản chứng thực điện tử của Ủy ban nhân dân cấp xã.', en: 'Have the examination at a qualified clinic, which sends the result to the system. If you hold a paper certificate, use an electronic certified copy from the commune office.' },
  },
  'identity-differs': {
    title: { vi: 'Thông tin không khớp với tài khoản định danh', en: 'The details do not match your eID' },
    meaning: { vi: 'Họ tên hoặc số định danh trên giấy phép (hoặc giấy khám sức khỏe) khác với tài khoản định danh.', en: 'The name or identity number on the licence (or the health certificate) differs from the eID account.' },
    remedy: { vi: 'Nếu thông tin của bạn đã thay đổi, hãy chọn lý do "thay đổi thông tin": giấy phép mới ghi theo căn cước. Nếu cơ sở khám ghi sai, hãy đề nghị nơi đó sửa.', en: 'If your details changed, choose the reason "details changed": the new licence follows the identity card. If the clinic made the error, ask it to correct the certificate.' },
  },
  'licence-held-or-suspended': {
    title: { vi: 'Giấy phép đang bị tạm giữ hoặc bị tước quyền sử dụng', en: 'The licence is held or suspended' },
    meaning: { vi: 'Giấy phép đang bị tạm giữ hoặc tước thì chưa đổi, chưa cấp lại. Giấy phép tích hợp chỉ bị tước một phần có cách giải quyết riêng.', en: 'A licence that is held or suspended is not exchanged or reissued yet. An integrated licence of which only a part is suspended has its own way.' },
    remedy: { vi: 'Chờ hết thời hạn tước hoặc giải quyết vụ việc tại nơi ra quyết định. Với giấy phép tích hợp bị tước một phần, gửi kèm bản sao quyết định xử phạt.', en: 'Wait until the suspension ends, or settle the case with the office that decided. For an integrated licence suspended in part, attach a copy of the decision.' },
  },
  'licence-revoked': {
    title: { vi: 'Giấy phép lái xe đã bị thu hồi', en: 'The licence has been revoked' },
    meaning: { vi: 'Giấy phép đã bị thu hồi không được đổi, không được cấp lại.', en: 'A revoked licence can be neither exchanged nor reissued.' },
    remedy: { vi: 'Khi đủ điều kiện trở lại, đề nghị cấp mới như lần đầu. Bị thu hồi do gian dối thì sau 05 năm mới được cấp.', en: 'Once you qualify again, apply as for a first licence; after a revocation for fraud only five years later.' },
  },
  'issued-elsewhere': {
    title: { vi: 'Giấy phép do cơ quan khác cấp', en: 'The licence was issued elsewhere' },
    meaning: { vi: 'Giấy phép do nước ngoài, quân đội hoặc công an cấp có thủ tục riêng.', en: 'Licences issued abroad, by the army or by the police have procedures of their own.' },
    remedy: { vi: 'Dùng thủ tục đổi giấy phép lái xe nước ngoài (3.000351), quân sự (3.000349) hoặc Công an nhân dân (3.000350), nộp trực tiếp.', en: 'Use the exchange of a foreign (3.000351), military (3.000349) or police licence (3.000350), in person.' },
  },
  'picture-unusable': {
    title: { vi: 'Ảnh hoặc tệp đính kèm không dùng được', en: 'The portrait or an attachment cannot be used' },
    meaning: { vi: 'Ảnh chân dung hoặc tệp đính kèm không rõ, không đúng yêu cầu.', en: 'The portrait or an attached file is unclear or not as required.' },
    remedy: { vi: 'Chụp lại theo hướng dẫn trên màn hình rồi gửi lại.', en: 'Take it again as the screen shows and send it again.' },
  },
} as const satisfies Readonly<Record<string, RefusalText>>

/** What a person whose licence has expired has to do, by how long. */
export const overdueTexts = {
  exchange: { vi: 'Vẫn được đổi, cấp lại, không phải sát hạch', en: 'May still be exchanged or reissued, without a test' },
  'no-test': { vi: 'Được cấp lại, không phải sát hạch', en: 'Is issued again without a test' },
  'no-test-if-excused': { vi: 'Không phải sát hạch lý thuyết nếu có lý do ốm đau, thiên tai, hỏa hoạn, dịch bệnh; nếu không, phải sát hạch lý thuyết', en: 'No theory test if illness, natural disaster, fire or epidemic prevented the exchange; otherwise the theory test' },
  theory: { vi: 'Phải sát hạch lý thuyết', en: 'The theory test has to be taken' },
  'theory-and-practice': { vi: 'Phải sát hạch lý thuyết và thực hành', en: 'The theory and practical tests have to be taken' },
} as const satisfies Readonly<Record<string, Words>>
