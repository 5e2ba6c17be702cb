/** Words of the pages that say whether a paper is genuine. */
import type { Lang } from '../../../platform/values/words.ts'
import type { Answer, Finding, Question } from './judge.ts'
import type { SignatureWord } from './signers.ts'

export type FileProblem = 'missing' | 'too-large' | 'not-pdf' | 'cut-off' | 'busy' | 'network-busy'

const vi = {
  title: 'Giấy tờ này có thật không?',
  lead: 'Ai cũng kiểm tra được, không cần đăng nhập. Cách chắc nhất là gửi chính tệp PDF; nếu chỉ có bản in, dùng mã dưới giấy.',
  fileTitle: 'Kiểm tra bằng tệp PDF', file: 'Tệp PDF cần kiểm tra', fileHint: 'Tối đa 10 MB. Tệp chỉ dùng để kiểm tra, không được giữ lại.', sendFile: 'Kiểm tra tệp này',
  codeTitle: 'Kiểm tra bằng mã', code: 'Mã in cạnh hình QR', codeHint: '16 chữ và số ở cuối địa chỉ in cạnh hình QR. Quét hình QR bằng điện thoại cũng mở đúng trang của giấy.', sendCode: 'Xem giấy tờ có mã này',
  problems: {
    missing: 'Chọn tệp PDF cần kiểm tra', 'too-large': 'Tệp lớn hơn 10 MB', 'not-pdf': 'Tệp không phải PDF. Ảnh chụp hoặc bản quét không giữ được chữ ký số', 'cut-off': 'Tệp chưa đến trọn vẹn. Hãy gửi lại', busy: 'Đang có nhiều tệp chờ kiểm tra. Hãy gửi lại sau một phút', 'network-busy': 'Mạng bạn đang dùng gửi nhiều tệp cùng một lúc. Hãy gửi lại sau một phút',
  } satisfies Record<FileProblem, string>,
  codeMissing: 'Nhập mã in dưới giấy', codeWrong: 'Mã ở đây có 16 chữ và số. Mã của dịch vụ khác không kiểm tra được ở trang này',
  unknown: 'Không tìm thấy giấy tờ có mã này', unknownText: 'Kiểm tra lại mã in dưới giấy. Nếu mã đúng mà vẫn không tìm thấy, đừng tin giấy tờ này.',
  genuine: 'Giấy tờ có thật', genuineText: 'Chữ ký số còn nguyên, do đúng người ký, và tệp chưa bị sửa từ khi ký.',
  unsigned: 'Giấy tờ của hệ thống, không có chữ ký số', unsignedText: 'Giấy này do hệ thống lập và còn nguyên; loại giấy này không ký số hoặc chưa ký xong.',
  broken: 'Chữ ký không còn đúng', brokenText: 'Đừng dùng giấy tờ này. Hãy hỏi cơ quan đã cấp.',
  kind: 'Loại giấy', number: 'Số', madeOn: 'Ngày lập', signedBy: 'Người ký', signature: (n: number, of: number) => (of === 1 ? 'Chữ ký' : `Chữ ký ${n}/${of}`), seal: 'con dấu của cơ quan', stamped: 'Dấu thời gian', serial: 'Chứng thư số', changedBy: 'Đã thay đổi bởi', of: 'Số',
  signatureWords: {
    good: 'Chữ ký đúng; chứng thư còn hạn và chưa bị thu hồi lúc ký.', malformed: 'Chữ ký không đọc được.', altered: 'Nội dung bị sửa sau khi ký.', untrusted: 'Chứng thư không do nơi được tin cậy cấp.', 'wrong-role': 'Chứng thư này không được dùng để ký giấy tờ.',
    expired: 'Chứng thư đã hết hạn lúc ký.', revoked: 'Chứng thư đã bị thu hồi trước khi ký.', 'revocation-unknown': 'Chưa biết chứng thư có bị thu hồi không.', 'no-timestamp': 'Không có dấu thời gian.', 'timestamp-invalid': 'Dấu thời gian không đúng của chữ ký này.',
  } satisfies Record<SignatureWord, string>, register: 'Trong sổ giấy phép lái xe',
  standings: { none: 'không có giấy phép nào theo giấy này', 'in-force': 'là giấy mới nhất, còn hiệu lực', replaced: 'đã được thay bằng giấy mới hơn, không còn hiệu lực', withdrawn: 'đã bị thu hồi, không còn hiệu lực', ended: 'đã hết thời hạn' },
  note: 'Trang này kiểm tra bản lưu của hệ thống; so số và loại với giấy bạn đang cầm. Trang không cho biết giấy của ai.',
  asked: 'Đã kiểm tra những gì', noResult: 'Kết quả này không còn', noResultText: 'Kết quả chỉ giữ 30 phút. Hãy gửi lại tệp.', another: 'Kiểm tra giấy tờ khác', at: 'Kiểm tra lúc', fileGone: 'Tệp đã được bỏ.', byNumber: 'Chỉ biết số giấy phép và ngày sinh? Tra cứu giấy phép lái xe',
  findings: {
    genuine: ['Giấy tờ có thật', 'Tệp do cơ quan ký số và chưa bị sửa một chữ nào từ khi ký.'],
    'genuine-replaced': ['Giấy tờ có thật, nhưng giấy phép đã được thay', 'Tệp đúng là do cơ quan cấp và chưa bị sửa, nhưng sau đó người này đã được cấp giấy phép mới hơn. Hãy hỏi giấy mới.'],
    'genuine-withdrawn': ['Giấy tờ có thật, nhưng giấy phép đã bị thu hồi', 'Tệp đúng là do cơ quan cấp và chưa bị sửa, nhưng giấy phép không còn hiệu lực.'],
    'genuine-ended': ['Giấy tờ có thật, nhưng giấy phép đã hết thời hạn', 'Tệp đúng là do cơ quan cấp và chưa bị sửa, nhưng giấy phép đã hết thời hạn.'],
    'genuine-superseded': ['Giấy tờ có thật, nhưng đã có giấy tờ mới hơn', 'Tệp đúng là do cơ quan lập và chưa bị sửa, nhưng một giấy tờ sau đó của cùng hồ sơ đã thay đổi nội dung của nó.'],
    'without-effect': ['Chữ ký đúng, nhưng giấy này không có hiệu lực', 'Tệp đúng là do cơ quan ký và chưa bị sửa, nhưng sổ giấy phép lái xe không có giấy phép nào theo giấy này: quyết định chưa có hiệu lực hoặc phải làm lại. Đừng dùng giấy tờ này.'],
    plain: ['Giấy tờ của hệ thống, không có chữ ký số', 'Tệp do hệ thống lập và chưa bị sửa; loại giấy này do người nộp khai, không ký số.'],
    locked: ['Tệp có đặt mật khẩu', 'Đặt mật khẩu là ghi lại cả tệp, nên không kiểm tra được chữ ký. Hãy gửi tệp gốc như lúc tải về, chưa đặt mật khẩu.'],
    'cut-off': ['Tệp không trọn vẹn', 'Tệp thiếu phần cuối nên không kiểm tra được: có thể việc tải về đã bị ngắt. Hãy tải lại tệp rồi kiểm tra lần nữa, hoặc dùng mã in dưới giấy.'],
    incomplete: ['Bản này chưa đủ chữ ký', 'Tệp do hệ thống lập và chưa bị sửa, nhưng giấy tờ đã có thêm chữ ký sau bản này. Hãy hỏi bản đủ chữ ký.'],
    foreign: ['Chữ ký đúng, nhưng giấy không do hệ thống này cấp', 'Chữ ký số còn nguyên và được tin cậy. Hệ thống này không cấp giấy đó nên không biết nó còn hiệu lực không: hãy hỏi nơi ký.'],
    'too-many': ['Tệp có quá nhiều chữ ký số', 'Tệp có hơn 32 chữ ký số nên không kiểm tra được. Giấy tờ của hệ thống này không bao giờ có nhiều như vậy: đừng tin tệp này, hãy kiểm tra bằng mã in dưới giấy.'],
    unsigned: ['Tệp không có chữ ký số', 'Có thể đây là bản in lại, bản chụp hoặc bản đã mất chữ ký. Hãy xin chính tệp PDF đã ký, hoặc kiểm tra bằng mã in dưới giấy.'],
    altered: ['Tệp đã bị sửa sau khi ký', 'Đừng dùng giấy tờ này, dù nó giống bản thật. Hãy kiểm tra bằng mã in dưới giấy, hoặc hỏi cơ quan đã cấp.'],
    untrusted: ['Không tin được chữ ký trên tệp', 'Người ký không có chứng thư được tin cậy lúc ký, hoặc không chứng minh được thời điểm ký. Đừng dùng giấy tờ này.'],
    unsure: ['Chưa kiểm tra được hết', 'Danh sách chứng thư bị thu hồi chưa tải được. Hãy kiểm tra lại sau ít phút.'],
  } satisfies Record<Finding, readonly [string, string]>,
  questions: {
    covered: 'Cả tệp nằm trong chữ ký, không có gì thêm sau đó', unaltered: 'Nội dung không bị sửa từ khi ký', signer: 'Đúng người, đúng vai trò; chứng thư do nơi được tin cậy cấp',
    certificate: 'Chứng thư còn hạn và chưa bị thu hồi lúc ký', time: 'Thời điểm ký có dấu thời gian của chính chữ ký này', ours: 'Do hệ thống này cấp', complete: 'Có đủ chữ ký mà giấy tờ phải có', latest: 'Chưa có giấy tờ nào thay đổi nội dung này', register: 'Giấy phép là bản mới nhất, còn hiệu lực trong sổ',
  } satisfies Record<Question, string>,
  answers: { yes: 'Đúng', no: 'Không', unknown: 'Chưa rõ', 'not-asked': 'Không xét' } satisfies Record<Answer, string>,
}

const en: typeof vi = {
  title: 'Is this paper genuine?',
  lead: 'Anybody can check, without signing in. The surest way is to send the PDF file itself; if there is only a print, use the code below it.',
  fileTitle: 'Check a PDF file', file: 'PDF file to check', fileHint: 'At most 10 MB. The file is used for the check only and is not kept.', sendFile: 'Check this file',
  codeTitle: 'Check by code', code: 'Code printed beside the QR', codeHint: 'The 16 letters and digits at the end of the address beside the QR. Scanning the QR with a phone opens the page of the paper too.', sendCode: 'See the paper with this code',
  problems: { missing: 'Choose the PDF file to check', 'too-large': 'The file is larger than 10 MB', 'not-pdf': 'The file is not a PDF. A photo or scan does not keep a digital signature', 'cut-off': 'The file did not arrive whole. Please send it again', busy: 'Many files are waiting. Please send it again in a minute', 'network-busy': 'Your network is sending several files at once. Please send it again in a minute' },
  codeMissing: 'Enter the code printed on the paper', codeWrong: 'A code here has 16 letters and digits. Codes of other services cannot be checked on this page',
  unknown: 'No paper has this code', unknownText: 'Check the code printed on the paper. If it is right and still not found, do not trust the paper.',
  genuine: 'The paper is genuine', genuineText: 'Its signatures are whole, made by the right people, and the file was not changed since.',
  unsigned: 'A paper of the system, without a signature', unsignedText: 'The system made this paper and it is whole; papers of this kind are not signed, or not yet.',
  broken: 'A signature does not hold', brokenText: 'Do not use this paper. Ask the office that issued it.',
  kind: 'Paper', number: 'Number', madeOn: 'Made on', signedBy: 'Signed by', signature: (n, of) => (of === 1 ? 'Signature' : `Signature ${n} of ${of}`), seal: 'seal of the authority', stamped: 'Time stamp', serial: 'Certificate', changedBy: 'Changed by', of: 'No.',
  signatureWords: {
    good: 'The signature holds; its certificate was in its term and not withdrawn at that time.', malformed: 'The signature cannot be read.', altered: 'The content was changed after signing.', untrusted: 'Nobody trusted gave out the certificate.', 'wrong-role': 'This certificate may not sign papers.',
    expired: 'The certificate had ended before signing.', revoked: 'The certificate was withdrawn before signing.', 'revocation-unknown': 'Whether the certificate was withdrawn is not known yet.', 'no-timestamp': 'No time stamp.', 'timestamp-invalid': 'The time stamp is not of this signature.',
  }, register: 'In the register of licences',
  standings: { none: 'no licence by this paper', 'in-force': 'the latest one, in force', replaced: 'replaced by a newer one, not in force', withdrawn: 'withdrawn, not in force', ended: 'its term has ended' },
  note: 'This page checks the copy that the system keeps; compare number and kind with the paper in your hand. It does not say whose paper it is.',
  asked: 'What was checked', noResult: 'This result is gone', noResultText: 'Results are kept for 30 minutes. Please send the file again.', another: 'Check another paper', at: 'Checked at', fileGone: 'The file was thrown away.', byNumber: 'Only know the number and the date of birth? Look up a driving licence',
  findings: {
    genuine: ['The paper is genuine', 'The authority signed this file, and not a letter was changed since.'],
    'genuine-replaced': ['The paper is genuine, but the licence was replaced', 'The authority issued this file and it was not changed, but the person was given a newer licence since. Ask for that one.'],
    'genuine-withdrawn': ['The paper is genuine, but the licence was withdrawn', 'The authority issued this file and it was not changed, but the licence is no longer in force.'],
    'genuine-ended': ['The paper is genuine, but the licence’s term has ended', 'The authority issued this file and it was not changed, but the licence has expired.'],
    'genuine-superseded': ['The paper is genuine, but there is a newer one', 'The authority issued this file and it was not changed, but a later paper of the same dossier changed what it says.'],
    'without-effect': ['The signature holds, but the paper has no effect', 'The authority signed this file and it was not changed, but the register has no licence by it: the decision has not taken effect, or must be made anew. Do not use this paper.'],
    plain: ['A paper of the system, without a signature', 'The system made this file and it was not changed; papers of this kind are declared by the applicant and not signed.'],
    locked: ['The file is protected by a password', 'A password writes the whole file anew, so its signature cannot be checked. Please send the file as it was downloaded, without a password.'],
    'cut-off': ['The file is not whole', 'Its end is missing, so it cannot be checked: the download may have been cut off. Download it again and check once more, or use the code printed on the paper.'],
    incomplete: ['This copy lacks a signature', 'The system made this file and it was not changed, but the paper was signed again after this copy. Ask for the copy with all signatures.'],
    foreign: ['The signature holds, but this system did not issue the paper', 'The digital signature is whole and trusted. This system did not issue the paper and cannot know whether it still counts: ask whoever signed it.'],
    'too-many': ['The file has too many signatures', 'The file has more than 32 digital signatures and cannot be checked. Papers of this system never have that many: do not trust the file, check by the code printed on the paper.'],
    unsigned: ['The file has no digital signature', 'It may be a new print, a scan, or a copy that lost its signature. Ask for the signed PDF itself, or check by the code printed on the paper.'],
    altered: ['The file was changed after signing', 'Do not use this paper, however like the real one it looks. Check by the code printed on it, or ask the office that issued it.'],
    untrusted: ['The signature on the file cannot be trusted', 'The signer had no trusted certificate at that time, or the time of signing is not proven. Do not use this paper.'],
    unsure: ['Not everything could be checked', 'The list of withdrawn certificates could not be fetched yet. Please check again in a few minutes.'],
  },
  questions: {
    covered: 'The whole file is covered by the signature, and nothing was added after it', unaltered: 'The content was not changed since signing', signer: 'The right person in the right role, certified by somebody trusted',
    certificate: 'The certificate was in its term and not withdrawn at that time', time: 'The time of signing bears a time stamp of this very signature', ours: 'Issued by this system', complete: 'Bears every signature that the paper must have', latest: 'No later paper changed what it says', register: 'The licence is the latest in the register, in force',
  },
  answers: { yes: 'Yes', no: 'No', unknown: 'Not known', 'not-asked': 'Not asked' },
}

export const verifyText: Readonly<Record<Lang, typeof vi>> = { vi, en }
