/** Words of reading a certified copy. */
const vi = {
  title: 'Đọc bản sao chứng thực giấy khám sức khỏe',
  lead: 'Chữ ký số trên tệp đã kiểm tra và đúng. Mở tệp, đọc giấy khám và chép lại đúng những gì trên giấy. Chỉ những gì bạn xác nhận ở đây mới được dùng cho hồ sơ.',
  copy: 'Bản sao',
  open: 'Mở tệp PDF',
  signer: 'Người ký chứng thực', organisation: 'Tổ chức', stampedAt: 'Ký lúc', received: 'Nhận lúc', applicant: 'Người đề nghị', identity: 'Số định danh', same: 'Tên và số định danh trên giấy phải đúng như trên.',
  number: 'Số giấy khám', numberHint: 'Ví dụ 00417/GKSKLX/97014/26', licenceClass: 'Hạng', conclusion: 'Kết luận',
  conclusions: { eligible: 'Đủ điều kiện', 'not-eligible': 'Không đủ điều kiện', 'eligible-re-exam': 'Đạt, yêu cầu khám lại' },
  concludedOn: 'Ngày kết luận', day: 'dd/mm/yyyy', reExamOn: 'Ngày khám lại, nếu có', clinicName: 'Cơ sở khám', doctorName: 'Bác sĩ kết luận', confirm: 'Xác nhận nội dung',
  reject: 'Không nhận bản sao này', rejectAs: 'Vì sao?', rejectButton: 'Không nhận',
  rejections: {
    'not-a-certificate': 'Không phải giấy khám sức khỏe của người lái xe', 'other-person': 'Giấy của người khác', unreadable: 'Không đọc được', 'not-certified': 'Người ký không phải cơ quan chứng thực',
  },
  choose: 'Hãy chọn một',
  missing: 'Chưa nhập',
  problems: {
    number: 'Số giấy khám có dạng 00417/GKSKLX/97014/26', day: 'Ngày có dạng dd/mm/yyyy', 'certificate-class-unknown': 'Hạng không có trong danh mục', 'concluded-in-the-future': 'Ngày kết luận ở tương lai',
    're-exam-day-missing': 'Kết luận yêu cầu khám lại thì phải có ngày khám lại', 'number-of-another-person': 'Số này đã có trong sổ, của người khác', 'copy-already-decided': 'Đồng nghiệp đã xử lý bản sao này',
    'register-says-otherwise': 'Cơ sở khám đã gửi số này với kết luận hoặc ngày khác: hãy đọc lại; nếu trên giấy đúng như vậy thì không nhận bản sao này',
    'wrong-role': 'Chỉ cán bộ thụ lý đọc bản sao', 'wrong-province': 'Hồ sơ thuộc tỉnh khác', 'own-dossier': 'Đây là hồ sơ của chính bạn: người khác phải đọc',
    'copy-altered': 'Kiểm tra lại: tệp đã bị thay đổi', 'copy-revoked': 'Kiểm tra lại: chứng thư của người ký đã bị thu hồi trước khi ký', 'copy-untrusted': 'Kiểm tra lại: chữ ký không còn được tin cậy',
    'copy-trust-unknown': 'Chưa kiểm tra lại được chứng thư của người ký; thử lại sau vài phút', 'too-many-checks': 'Đang có nhiều tệp chờ kiểm tra chữ ký. Chưa có gì thay đổi, nội dung đã nhập vẫn còn: hãy xác nhận lại sau nửa phút', other: 'Chưa xác nhận được; không có gì thay đổi',
  },
  link: 'Đọc bản sao chứng thực',
  back: 'Về hồ sơ',
}

const en: typeof vi = {
  title: 'Read a certified copy of a health certificate',
  lead: 'The signature on the file has been checked and holds. Open the file, read the certificate and copy exactly what the paper says. Only what you confirm here counts for the dossier.',
  copy: 'The copy',
  open: 'Open the PDF',
  signer: 'Certified by', organisation: 'Organisation', stampedAt: 'Signed at', received: 'Received at', applicant: 'Applicant', identity: 'Identity number', same: 'Name and identity number on the paper must be the same as above.',
  number: 'Number of the certificate', numberHint: 'Such as 00417/GKSKLX/97014/26', licenceClass: 'Class', conclusion: 'Conclusion',
  conclusions: { eligible: 'Fit', 'not-eligible': 'Not fit', 'eligible-re-exam': 'Fit, to be examined again' },
  concludedOn: 'Day of the conclusion', day: 'dd/mm/yyyy', reExamOn: 'Day of the next examination, if any', clinicName: 'Clinic', doctorName: 'Concluding doctor', confirm: 'Confirm what it says',
  reject: 'Do not take this copy', rejectAs: 'Why?', rejectButton: 'Do not take it',
  rejections: { 'not-a-certificate': 'Not a driver’s health certificate', 'other-person': 'Somebody else’s paper', unreadable: 'Cannot be read', 'not-certified': 'The signer may not certify copies' },
  choose: 'Choose one',
  missing: 'Not entered',
  problems: {
    number: 'A certificate number looks like 00417/GKSKLX/97014/26', day: 'A day looks like dd/mm/yyyy', 'certificate-class-unknown': 'No such class', 'concluded-in-the-future': 'The conclusion lies in the future',
    're-exam-day-missing': 'A conclusion that asks for another examination needs its day', 'number-of-another-person': 'This number is in the register for somebody else', 'copy-already-decided': 'A colleague has dealt with this copy',
    'register-says-otherwise': 'The clinic sent this number with another conclusion or day: read again; if the paper does say so, do not take the copy',
    'wrong-role': 'Only an appraiser reads copies', 'wrong-province': 'The dossier belongs to another province', 'own-dossier': 'This is your own dossier: somebody else must read it',
    'copy-altered': 'Checked again: the file was changed', 'copy-revoked': 'Checked again: the signer’s certificate was revoked before signing', 'copy-untrusted': 'Checked again: the signature is no longer trusted',
    'copy-trust-unknown': 'The signer’s certificate could not be checked again; try in a few minutes', 'too-many-checks': 'Many files are waiting for the check of their signatures. Nothing changed and what you entered is still here: confirm again in half a minute', other: 'Not confirmed; nothing changed',
  },
  link: 'Read the certified copy',
  back: 'Back to the dossier',
}

export const copiesText = { vi, en }
