/** Words of a clinic's pages. */
const vi = {
  today: 'Hôm nay', publicList: 'Cơ sở cấp giấy điện tử', code: 'Mã cơ sở', place: 'cơ sở',
  day: {
    title: (day: string) => `Khám sức khỏe lái xe, ngày ${day}`,
    begin: 'Khám người tiếp theo', scan: 'Mã QR trên thẻ căn cước', scanHint: 'Đặt con trỏ vào ô này rồi quét thẻ. Không có máy quét thì gõ 12 số định danh.',
    byHand: 'Thẻ không quét được', byHandLead: 'Chép đúng như trên thẻ.', fullName: 'Họ và tên', birthDate: 'Ngày sinh', birthDateHint: 'Ví dụ 02/11/1985', start: 'Bắt đầu khám',
    open: 'Đang khám dở', openLead: 'Mọi điều đã gõ còn nguyên.', goOn: 'Khám tiếp', goOnFor: (name: string) => `cho ${name}`, correcting: 'đang sửa giấy đã cấp', since: 'từ',
    issued: (count: number) => `${count} giấy đã cấp`, none: 'Chưa có giấy nào trong ngày này.', caption: 'Giấy khám đã cấp trong ngày',
    columns: { number: 'Số giấy', who: 'Người khám', class: 'Hạng', conclusion: 'Kết luận', arrived: 'Vào sổ', took: 'Sau', dossier: 'Hồ sơ' },
    fromProgram: 'phần mềm gửi', corrected: 'Đã sửa', revoked: 'Đã thu hồi', used: 'Đã dùng', unused: 'Chưa dùng', before: 'Ngày trước', after: 'Ngày sau',
    seconds: (n: number) => (n < 1 ? 'chưa đến 1 giây' : `${n} giây`), briefly: (n: number) => (n < 1 ? '< 1 giây' : `${n} giây`),
    figures: { issued: 'giấy đã cấp', median: 'từ lúc ký đến lúc dùng được', used: 'đã có hồ sơ dùng' },
  },
  conclusions: { eligible: 'Đủ điều kiện', 'not-eligible': 'Không đủ điều kiện', 'eligible-re-exam': 'Phải khám lại' },
  person: { title: 'Người khám', identity: 'Số định danh', birthDate: 'Ngày sinh', sex: 'Giới tính', male: 'Nam', female: 'Nữ', residence: 'Nơi thường trú', compare: 'So với thẻ và người trước mặt.' },
  exam: {
    title: 'Kết quả khám', correction: 'Sửa giấy khám', correctionOf: (number: string) => `Sửa giấy số ${number}`, correctionLead: 'Số giấy và hạng giữ nguyên. Sai hạng thì thu hồi giấy này và cấp giấy khác.',
    fields: {
      correction: 'Vì sao sửa?', fullName: 'Họ và tên', licenceClass: 'Hạng giấy phép lái xe', declared: 'Người khám đã khai tiền sử bệnh và ký cam đoan', unsound: 'Phần nào không bình thường?', illness: 'Tình trạng bệnh',
      alcohol: 'Nồng độ cồn', alcoholUnit: 'Đơn vị đo', drugs: 'Xét nghiệm ma túy', conclusion: 'Kết luận', reExamOn: 'Ngày khám lại', reason: 'Lý do', concludedOn: 'Ngày kết luận',
    },
    correctionHint: 'Ví dụ: ghi nhầm nồng độ cồn', chooseClass: 'Chọn hạng', group: (n: number) => `nhóm ${n}`, unsoundHint: 'Mọi phần bình thường thì bỏ trống.', illnessHint: 'Chỉ ghi khi có phần không bình thường.',
    alcoholHint: 'Số đo được, ví dụ 0 hoặc 0,15', units: { 'mg-per-litre-breath': 'mg/lít khí thở', 'mg-per-100-ml-blood': 'mg/100 ml máu' }, drugs: { none: 'Âm tính', found: 'Dương tính' },
    conclusions: { eligible: 'Đủ điều kiện sức khỏe lái xe', 'not-eligible': 'Không đủ điều kiện sức khỏe lái xe', 'eligible-re-exam': 'Đạt tiêu chuẩn sức khỏe lái xe nhưng yêu cầu khám lại' },
    dayHint: 'Ví dụ 20/11/2026', reasonHint: 'Bắt buộc khi không đủ điều kiện.', read: 'Đọc lại trước khi ký', drop: 'Bỏ lượt khám này', dropLead: 'Chưa ký thì chưa có giấy nào.', kept: 'Đã lưu', notKept: 'Mất mạng: chưa lưu được, mọi điều vẫn còn trên trang. Máy tự lưu lại khi có mạng.',
    problems: {
      missing: 'Chưa nhập', 'not-a-class': 'Chọn hạng giấy phép lái xe', 'not-a-day': 'Ngày có dạng 20/11/2026', 'in-the-future': 'Ngày kết luận ở tương lai', 'not-a-number': 'Gõ số đo được, ví dụ 0 hoặc 0,15',
      'too-high': 'Số này quá cao: xem lại số và đơn vị', 'not-declared': 'Người khám phải khai tiền sử bệnh và ký cam đoan trước', 'not-after-conclusion': 'Ngày khám lại phải sau ngày kết luận',
      'found-but-not-described': 'Có phần không bình thường thì ghi tình trạng bệnh', 'drugs-exclude': 'Ma túy dương tính thì không đủ điều kiện lái xe hạng nào', 'why-not-fit': 'Không đủ điều kiện thì ghi lý do',
    },
    choose: 'Hãy chọn một',
  },
  begin: {
    card: 'Quét mã trên thẻ, hoặc gõ 12 số định danh', wrongNumber: 'Số định danh có 12 chữ số', name: 'Chép họ và tên trên thẻ', birth: 'Chép ngày sinh trên thẻ, ví dụ 02/11/1985',
    oneself: 'Đây là thẻ của chính bác sĩ: bác sĩ khác phải khám',
  },
  check: {
    title: 'Đọc lại trước khi ký', lead: 'Khi ký, bác sĩ kết luận dưới tên mình. Giấy vào sổ ngay và dùng được ngay.', change: 'Sửa', all: 'Mọi phần bình thường', sign: 'Ký và cấp giấy', signCorrection: 'Ký và sửa giấy', back: 'Về kết quả khám',
    doctor: 'Bác sĩ kết luận', clinic: 'Cơ sở khám', unsound: 'Không bình thường',
    changed: 'Có người vừa sửa lượt khám này. Hãy đọc lại từ đầu rồi ký.',
    nameDiffers: 'Tài khoản định danh của số này mang tên khác', nameDiffersText: 'So lại họ tên với thẻ. Nếu ký với tên này, hồ sơ của người khám sẽ không nhận được giấy.',
    lately: (number: string, licenceClass: string, day: string) => `Cơ sở đã cấp cho người này giấy số ${number}, hạng ${licenceClass}, ngày ${day}. Ký nữa là thêm một giấy.`,
    notDone: 'Chưa ký được', refused: { 'certificate-is-revoked': 'Giấy này đã thu hồi nên không sửa được nữa.', 'concluded-in-the-future': 'Ngày kết luận ở tương lai.', 'corrected-by-program': 'Phần mềm của cơ sở vừa sửa giấy này sau khi bác sĩ bắt đầu sửa. Bỏ lượt sửa này; giấy được sửa tiếp bằng phần mềm.', other: 'Chưa có gì thay đổi. Mở lại lượt khám và thử lại.' },
  },
  receipt: {
    done: 'Giấy đã vào sổ', corrected: 'Giấy đã sửa trong sổ', revoked: 'Giấy đã thu hồi', arrived: 'Đã vào sổ lúc', took: (text: string) => `dùng được sau ${text}`, after: (text: string) => `, sau ${text}`, correctedAt: 'Sửa lúc', revokedAt: 'Thu hồi lúc', because: 'Lý do',
    number: 'Số giấy', conclusion: 'Kết luận', concludedOn: 'Ngày kết luận', doctor: 'Bác sĩ kết luận', who: 'Người khám', sentBy: 'Phần mềm của cơ sở gửi',
    taken: 'Một hồ sơ đã nhận giấy này lúc', notTaken: 'Chưa có hồ sơ nào dùng giấy này. Người khám nộp lúc nào, hồ sơ tự nhận lúc đó.', onlyFact: 'Cơ sở chỉ biết có hay không, không thấy hồ sơ của ai.',
    next: 'Khám người tiếp theo', correct: 'Sửa giấy này', takeBack: 'Thu hồi giấy này', whatNext: 'Khi giấy có sai sót', correctByProgram: 'Phần mềm của cơ sở gửi hoặc sửa giấy này sau cùng nên phải sửa bằng phần mềm; trang này không ghi đè. Phần mềm không sửa được thì thu hồi giấy này rồi khám và cấp giấy khác.', notCorrected: 'Chưa sửa gì',
  },
  takeBack: {
    title: 'Thu hồi giấy khám', lead: 'Giấy thu hồi không dùng được nữa và không lấy lại được. Hồ sơ đang dùng giấy này sẽ dừng chờ, và người nộp được báo.', reason: 'Vì sao thu hồi?', reasonHint: 'Ghi ngắn, không ghi tên bệnh. Ví dụ: nhầm người', missing: 'Ghi lý do thu hồi', button: 'Thu hồi giấy này', back: 'Về giấy khám',
  },
  closed: {
    'clinic-not-admitted': ['Cơ sở chưa được cấp giấy điện tử', 'Phòng Cảnh sát giao thông của tỉnh cho phép một lần, sau đó bác sĩ khám và ký ngay ở trang này. Hãy gửi mã cơ sở và tên cơ sở cho cán bộ giám sát.'],
    'clinic-suspended': ['Cơ sở đang tạm dừng cấp giấy', 'Giấy đã cấp trước đây vẫn còn. Hỏi Phòng Cảnh sát giao thông của tỉnh để biết vì sao.'],
    'examining-oneself': ['Đây là giấy hoặc lượt khám của chính bác sĩ', 'Chưa có gì thay đổi. Bác sĩ khác của cơ sở phải khám, ký, sửa, bỏ hoặc thu hồi.'],
  },
}

const en: typeof vi = {
  today: 'Today', publicList: 'Clinics that issue electronically', code: 'Clinic code', place: 'clinic',
  day: {
    title: (day) => `Drivers’ examinations, ${day}`,
    begin: 'Examine the next person', scan: 'QR code of the identity card', scanHint: 'Put the cursor here and scan the card. Without a reader, type the 12 digits of the identity number.',
    byHand: 'The card cannot be scanned', byHandLead: 'Copy exactly what the card says.', fullName: 'Full name', birthDate: 'Date of birth', birthDateHint: 'Such as 02/11/1985', start: 'Begin the examination',
    open: 'Not finished', openLead: 'Everything typed is still there.', goOn: 'Go on', goOnFor: (name) => `for ${name}`, correcting: 'correcting a certificate', since: 'since',
    issued: (count) => (count === 1 ? '1 certificate issued' : `${count} certificates issued`), none: 'No certificate on this day yet.', caption: 'Certificates issued on this day',
    columns: { number: 'Number', who: 'Examined', class: 'Class', conclusion: 'Conclusion', arrived: 'In the register', took: 'After', dossier: 'Dossier' },
    fromProgram: 'sent by the program', corrected: 'Corrected', revoked: 'Taken back', used: 'In use', unused: 'Not in use yet', before: 'Day before', after: 'Day after',
    briefly: (n) => (n < 1 ? '< 1 s' : `${n} s`), seconds: (n) => (n < 1 ? 'less than 1 second' : n === 1 ? '1 second' : `${n} seconds`),
    figures: { issued: 'certificates issued', median: 'from signing to being usable', used: 'in use by a dossier' },
  },
  conclusions: { eligible: 'Fit', 'not-eligible': 'Not fit', 'eligible-re-exam': 'To be examined again' },
  person: { title: 'Who is examined', identity: 'Identity number', birthDate: 'Date of birth', sex: 'Sex', male: 'Male', female: 'Female', residence: 'Residence', compare: 'Compare with the card and the person before you.' },
  exam: {
    title: 'What the examination found', correction: 'Correct a certificate', correctionOf: (number) => `Correct certificate ${number}`, correctionLead: 'Number and class stay. If the class is wrong, take this one back and issue another.',
    fields: {
      correction: 'Why is it corrected?', fullName: 'Full name', licenceClass: 'Licence class', declared: 'The person has told their medical history and signed for it', unsound: 'What is not in order?', illness: 'Condition',
      alcohol: 'Alcohol', alcoholUnit: 'Unit', drugs: 'Drug test', conclusion: 'Conclusion', reExamOn: 'Day of the next examination', reason: 'Reason', concludedOn: 'Day of the conclusion',
    },
    correctionHint: 'Such as: the alcohol value was mistyped', chooseClass: 'Choose a class', group: (n) => `group ${n}`, unsoundHint: 'Leave empty when everything is in order.', illnessHint: 'Only when something is not in order.',
    alcoholHint: 'As measured, such as 0 or 0.15', units: { 'mg-per-litre-breath': 'mg per litre of breath', 'mg-per-100-ml-blood': 'mg per 100 ml of blood' }, drugs: { none: 'Negative', found: 'Positive' },
    conclusions: { eligible: 'Fit to drive', 'not-eligible': 'Not fit to drive', 'eligible-re-exam': 'Meets the standard but must be examined again' },
    dayHint: 'Such as 20/11/2026', reasonHint: 'Needed when not fit.', read: 'Read it before signing', drop: 'Drop this examination', dropLead: 'Without a signature there is no certificate.', kept: 'Saved', notKept: 'No connection: not saved yet, everything is still on the page. It will be saved when the line is back.',
    problems: {
      missing: 'Not entered', 'not-a-class': 'Choose a licence class', 'not-a-day': 'A day looks like 20/11/2026', 'in-the-future': 'The conclusion lies in the future', 'not-a-number': 'Enter what was measured, such as 0 or 0.15',
      'too-high': 'Too high: check value and unit', 'not-declared': 'The person tells their medical history and signs for it first', 'not-after-conclusion': 'The next examination must be after the conclusion',
      'found-but-not-described': 'Something is not in order: describe the condition', 'drugs-exclude': 'With a positive drug test nobody is fit for any class', 'why-not-fit': 'Not fit: give the reason',
    },
    choose: 'Choose one',
  },
  begin: {
    card: 'Scan the card, or type the 12 digits of the identity number', wrongNumber: 'An identity number has 12 digits', name: 'Copy the name from the card', birth: 'Copy the date of birth from the card, such as 02/11/1985',
    oneself: 'This is the doctor’s own card: another doctor must examine',
  },
  check: {
    title: 'Read it before signing', lead: 'By signing, the doctor concludes in the own name. The certificate is in the register and usable at once.', change: 'Change', all: 'Everything in order', sign: 'Sign and issue', signCorrection: 'Sign and correct', back: 'Back to the findings',
    doctor: 'Concluding doctor', clinic: 'Clinic', unsound: 'Not in order',
    changed: 'Somebody has just changed this examination. Read all of it again, then sign.',
    nameDiffers: 'The eID account of this number bears another name', nameDiffersText: 'Compare the name with the card. Signed with this name, the certificate will not reach the person’s dossier.',
    lately: (number, licenceClass, day) => `This clinic has given the person certificate ${number} for class ${licenceClass} on ${day}. Signing makes one more.`,
    notDone: 'Not signed', refused: { 'certificate-is-revoked': 'This certificate was taken back and cannot be corrected any more.', 'concluded-in-the-future': 'The conclusion lies in the future.', 'corrected-by-program': 'The clinic’s program changed this certificate after this correction was begun. Drop the correction; the program corrects from here.', other: 'Nothing has changed. Open the examination again and retry.' },
  },
  receipt: {
    done: 'The certificate is in the register', corrected: 'The certificate is corrected in the register', revoked: 'The certificate was taken back', arrived: 'In the register at', took: (text) => `usable after ${text}`, after: (text) => `, after ${text}`, correctedAt: 'Corrected at', revokedAt: 'Taken back at', because: 'Reason',
    number: 'Number', conclusion: 'Conclusion', concludedOn: 'Day of the conclusion', doctor: 'Concluding doctor', who: 'Who was examined', sentBy: 'Sent by the clinic’s program',
    taken: 'A dossier took this certificate at', notTaken: 'No dossier uses this certificate yet. When the person files, the dossier takes it by itself.', onlyFact: 'A clinic is told whether, and sees nobody’s dossier.',
    next: 'Examine the next person', correct: 'Correct this certificate', takeBack: 'Take this certificate back', whatNext: 'When the certificate is wrong', correctByProgram: 'The clinic’s program sent or changed this certificate last, so the program corrects it; this page does not write over it. If the program cannot, take this certificate back, examine and issue another.', notCorrected: 'Nothing was corrected',
  },
  takeBack: {
    title: 'Take a certificate back', lead: 'A certificate taken back serves nobody and cannot be restored. A dossier that uses it stops and waits, and its applicant is told.', reason: 'Why is it taken back?', reasonHint: 'Briefly, without naming an illness. Such as: wrong person', missing: 'Give the reason', button: 'Take this certificate back', back: 'Back to the certificate',
  },
  closed: {
    'clinic-not-admitted': ['This clinic may not issue electronically yet', 'The traffic police of the province let it in once; from then on doctors examine and sign on this page. Give the clinic’s code and name to the supervisor there.'],
    'clinic-suspended': ['This clinic is stopped for now', 'Certificates issued before stay valid. Ask the traffic police of the province why.'],
    'examining-oneself': ['This certificate or examination is about the doctor', 'Nothing has changed. Another doctor of the clinic must examine, sign, correct, drop or take back.'],
  },
}

export const clinicText = { vi, en } as const
