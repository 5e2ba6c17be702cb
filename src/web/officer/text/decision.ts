/** Words of what an officer can do with a dossier, and of what was done. */
import type { Lang } from '../../../platform/values/words.ts'

/** What an officer can press on a dossier. */
export type DeskVerb = 'claim' | 'release' | 'decide' | 'accept' | 'askSupplement' | 'approve' | 'takeBack' | 'refuse' | 'stop' | 'sign' | 'cancelSign' | 'sendBack'

interface ItemWords {
  readonly done: Readonly<Record<DeskVerb | 'handOver', string>>
  readonly notNow: Readonly<Record<DeskVerb, string>>
  readonly notYourRole: Readonly<Record<DeskVerb, string>>
}

const itemsVi: ItemWords = {
  done: {
    decide: 'Đã tiếp nhận và duyệt. Quyết định đang được soạn để lãnh đạo ký.', claim: 'Bạn đã nhận xử lý hồ sơ này.', release: 'Bạn đã trả hồ sơ về danh sách chung.', accept: 'Đã tiếp nhận. Số hồ sơ và ngày hẹn trả đã báo cho công dân; giấy tiếp nhận đang được lập.',
    askSupplement: 'Đã yêu cầu bổ sung. Công dân được báo ngay; hồ sơ chờ công dân.', approve: 'Đã duyệt. Quyết định đang được soạn để lãnh đạo ký.', refuse: 'Đã từ chối, nêu căn cứ và cách khắc phục. Công dân được báo ngay.', stop: 'Đã dừng hồ sơ vì không bổ sung. Công dân được báo ngay; thông báo dừng đang được lập.',
    sign: 'Đã gửi lệnh ký. Chữ ký được tạo và kiểm tra trong vài giây, rồi giấy phép mới mới vào sổ.', sendBack: 'Đã trả quyết định về cán bộ thụ lý.', takeBack: 'Đã lấy lại quyết định bạn duyệt. Hồ sơ về bước chờ duyệt.', cancelSign: 'Đã hủy lệnh ký: chữ ký chưa được tạo, không có gì vào sổ.', handOver: 'Đã trả kết quả cho công dân.',
  },
  notNow: {
    decide: 'Chỉ khi hồ sơ đủ mọi kiểm tra và chưa duyệt.', claim: 'Hồ sơ đã kết thúc.', release: 'Bạn không giữ hồ sơ này.', accept: 'Chỉ tiếp nhận hồ sơ mới nộp.', askSupplement: 'Chỉ yêu cầu khi hồ sơ mới nộp hoặc đã tiếp nhận.', approve: 'Chỉ duyệt hồ sơ đã tiếp nhận.',
    refuse: 'Chỉ từ chối khi chưa duyệt.', stop: 'Không có yêu cầu bổ sung nào đang chờ: công dân đã trả lời, hồ sơ đi tiếp.', sign: 'Chỉ ký hồ sơ đã duyệt.', sendBack: 'Chỉ trả lại hồ sơ chờ ký.', takeBack: 'Chỉ lấy lại được khi chưa ký.', cancelSign: 'Không có lệnh ký nào đang chờ.',
  },
  notYourRole: {
    decide: 'Việc của cán bộ thụ lý.', claim: 'Việc của cán bộ thụ lý.', release: 'Việc của cán bộ thụ lý.', accept: 'Việc của cán bộ thụ lý.', askSupplement: 'Việc của cán bộ thụ lý.', approve: 'Việc của cán bộ thụ lý.', refuse: 'Việc của cán bộ thụ lý.', stop: 'Việc của cán bộ thụ lý.',
    takeBack: 'Việc của cán bộ đã duyệt.', sign: 'Việc của lãnh đạo ký.', cancelSign: 'Việc của lãnh đạo ký.', sendBack: 'Việc của lãnh đạo ký.',
  },
}

const itemsEn: ItemWords = {
  done: {
    decide: 'Accepted and approved. The decision is being drawn up to be signed.', claim: 'You have taken this dossier.', release: 'You have given the dossier back to the common list.', accept: 'Accepted. The citizen is told the number and the due date; the receipt is being drawn up.',
    askSupplement: 'The supplement is asked for. The citizen is told at once; the dossier waits for the citizen.', approve: 'Approved. The decision is being drawn up to be signed.', refuse: 'Refused, with article and remedy. The citizen is told at once.', stop: 'Stopped, since nothing was added. The citizen is told at once; the notice is being drawn up.',
    sign: 'The signature is ordered. It is made and checked in a few seconds; only then the new licence enters the register.', sendBack: 'The decision went back to the appraising officer.', takeBack: 'You took back the decision you prepared. The dossier waits for appraisal again.', cancelSign: 'The order to sign is cancelled: no signature was made, nothing entered the register.', handOver: 'The result was handed over.',
  },
  notNow: {
    decide: 'Only while every check has passed and it is not approved.', claim: 'The dossier is closed.', release: 'You do not hold this dossier.', accept: 'Only a newly filed dossier is accepted.', askSupplement: 'Only while filed or accepted.', approve: 'Only an accepted dossier is approved.',
    refuse: 'Only before approval.', stop: 'No request is waiting: the citizen has answered, and the dossier goes on.', sign: 'Only an approved dossier is signed.', sendBack: 'Only what waits for a signature goes back.', takeBack: 'Only before it is signed.', cancelSign: 'No order to sign is waiting.',
  },
  notYourRole: {
    decide: 'For the appraising officer.', claim: 'For the appraising officer.', release: 'For the appraising officer.', accept: 'For the appraising officer.', askSupplement: 'For the appraising officer.', approve: 'For the appraising officer.', refuse: 'For the appraising officer.', stop: 'For the appraising officer.',
    takeBack: 'For the officer who approved it.', sign: 'For the signing officer.', cancelSign: 'For the signing officer.', sendBack: 'For the signing officer.',
  },
}

const vi = {
  ...itemsVi,
  /** Nothing is left to be decided. */
  over: { approved: 'Đã duyệt, đang chờ lãnh đạo ký.', signed: 'Đã ký, giấy phép mới đã vào sổ: không còn gì để quyết định.', returned: 'Hồ sơ đã trả kết quả.', refused: 'Hồ sơ đã bị từ chối.', withdrawn: 'Công dân đã rút hồ sơ.', stopped: 'Hồ sơ đã dừng vì không bổ sung.', supplementing: 'Đang chờ công dân bổ sung.' },
  title: 'Quyết định',
  readsOnly: 'Bạn xem hồ sơ này; quyết định là việc của cán bộ thụ lý và lãnh đạo ký.',
  signing: 'Ký quyết định',
  verbs: {
    decide: 'Tiếp nhận và duyệt (một lần bấm)', claim: 'Nhận xử lý', renew: 'Giữ thêm', approveAtOnce: 'Duyệt (một lần bấm)', release: 'Trả lại danh sách', accept: 'Tiếp nhận hồ sơ', askSupplement: 'Yêu cầu bổ sung', approve: 'Duyệt và chuyển ký', refuse: 'Từ chối, nêu căn cứ', stop: 'Dừng vì không bổ sung',
    sign: 'Ký quyết định này', cancelSign: 'Hủy lệnh ký', sendBack: 'Trả lại cán bộ thụ lý', takeBack: 'Lấy lại để xem thêm',
  },
  lacking: (list: string) => `Chưa đủ: ${list}.`,
  /** The service lost what it had been given. */
  awaitedByUs: 'Phải nộp lại vì hệ thống làm mất: đó là lỗi của cơ quan, hồ sơ không bị dừng vì việc này.',
  awaitedUntil: (on: string) => `Công dân còn bổ sung được đến hết ngày ${on}; dừng được từ ngày sau.`,
  heldBy: (name: string) => `${name} đang giữ hồ sơ này.`,
  claimLasts: (minutes: number) => `Mỗi lần nhận giữ ${minutes} phút; đồng nghiệp thấy tên bạn.`,
  nextDossier: 'Tiếp theo',
  previousDossier: 'Trước',
  backToList: 'Về danh sách',
  reload: 'Xem lại',
  decisionPaper: 'Quyết định',
  openDecision: 'Mở quyết định (PDF)',
  drawingUp: 'Quyết định đang được soạn, thường mất vài giây.',
  paperHash: 'Mã của văn bản',
  hashHelp: 'Bạn ký đúng tệp có mã này; tệp khác đi thì lệnh ký bị từ chối.',
  preparedBy: 'Người duyệt',
  basis: 'Căn cứ',
  beingSigned: 'Đang ký và kiểm tra chữ ký, thường mất vài giây.',
  effect: 'Chữ ký hợp lệ. Đang ghi sổ giấy phép.',
  signedBy: 'Người ký',
  sealedBy: 'Con dấu',
  signedAt: 'Ký lúc',
  stampedAt: 'dấu thời gian',
  sealRefused: 'Quyết định đã có hiệu lực, nhưng con dấu của cơ quan chưa đóng được vì chứng thư đã bị thu hồi. Người vận hành đã được báo; có khóa mới là con dấu tự đóng.',
  signingRefused: { 'certificate-revoked': 'Chứng thư của người ký đã bị thu hồi: chữ ký không được tạo. Lãnh đạo khác có thể ký.', cancelled: 'Lệnh ký đã bị hủy.', 'changed-since-shown': 'Văn bản khác với bản đã xem: chữ ký không được tạo.' },
  refusedOn: 'Đã từ chối',
  remedy: 'Cách khắc phục',
  cancel: 'Bỏ qua',
  refusal: {
    title: 'Từ chối, nêu căn cứ',
    lead: 'Chọn một căn cứ. Điều luật và cách khắc phục được ghi vào văn bản gửi công dân.',
    legend: 'Căn cứ từ chối',
    fits: 'khớp với kết quả kiểm tra',
    send: 'Từ chối hồ sơ',
    missing: 'Chọn một căn cứ từ chối.',
    article: 'Điều luật',
    remedy: 'Cách khắc phục',
    assumed: 'nguồn chưa đối chiếu đủ',
    feeReturned: 'Lệ phí đã nộp được hoàn cho công dân vì hồ sơ chưa được tiếp nhận.',
    feeKept: 'Hồ sơ đã được tiếp nhận nên lệ phí không hoàn.',
  },
  signInAgain: {
    lead: (minutes: number) => `Bạn đăng nhập đã quá ${minutes} phút. Đăng nhập lại để ký; những gì bạn đã chọn được giữ nguyên và chưa có gì được ký.`, go: 'Đăng nhập lại để ký',
    later: 'Trước khi xác nhận, bạn sẽ đăng nhập lại; những gì bạn chọn ở đây được giữ nguyên.',
  },
  signingHeld: {
    lead: 'Hiện chưa ký được quyết định nào.', why: (hours: number) => `Nhật ký kiểm chứng phải có dấu thời gian của một bên khác, mà quá ${hours} giờ nay không lấy được dấu, từ`,
    rest: 'Nộp hồ sơ, tiếp nhận, thẩm định, duyệt và mọi việc khác vẫn làm bình thường. Có dấu trở lại là ký được ngay; bạn không phải báo ai và không mất gì.',
  },
  enteredKept: 'Những gì bạn nhập vẫn còn ở dưới.',
}

const en: typeof vi = {
  ...itemsEn,
  over: { approved: 'Approved: waiting for the signature.', signed: 'Signed, the new licence is in the register: nothing is left to decide.', returned: 'The result was handed over.', refused: 'The dossier was refused.', withdrawn: 'The citizen withdrew the dossier.', stopped: 'The dossier was stopped: nothing was added.', supplementing: 'Waiting for the citizen’s supplement.' },
  title: 'Decision',
  readsOnly: 'You read this dossier; deciding is for the appraising and the signing officer.',
  signing: 'Sign the decision',
  verbs: {
    decide: 'Accept and approve (one press)', claim: 'Take the dossier', renew: 'Hold longer', approveAtOnce: 'Approve (one press)', release: 'Give it back', accept: 'Accept the dossier', askSupplement: 'Ask for a supplement', approve: 'Approve and pass on', refuse: 'Refuse, with grounds', stop: 'Stop: not supplemented',
    sign: 'Sign this decision', cancelSign: 'Cancel the order to sign', sendBack: 'Send back to the officer', takeBack: 'Take it back',
  },
  lacking: (list) => `Not yet: ${list}.`,
  awaitedByUs: 'It is asked for again because we lost it: our own fault stops nobody’s dossier.',
  awaitedUntil: (on) => `The citizen may answer until the end of ${on}; it can be stopped from the day after.`,
  heldBy: (name) => `${name} holds this dossier.`,
  claimLasts: (minutes) => `A claim lasts ${minutes} minutes; colleagues see your name.`,
  nextDossier: 'Next',
  previousDossier: 'Previous',
  backToList: 'To the list',
  reload: 'Look again',
  decisionPaper: 'Decision',
  openDecision: 'Open the decision (PDF)',
  drawingUp: 'The decision is being drawn up; this takes a few seconds.',
  paperHash: 'Code of the paper',
  hashHelp: 'You sign the file with this code; were it another file, the signature would be refused.',
  preparedBy: 'Approved by',
  basis: 'Legal basis',
  beingSigned: 'Being signed and checked; this takes a few seconds.',
  effect: 'The signature is valid. The register is being written.',
  signedBy: 'Signed by',
  sealedBy: 'Sealed by',
  signedAt: 'Signed at',
  stampedAt: 'time stamp',
  sealRefused: 'The decision is in force, but the authority’s seal could not be set, since its certificate was revoked. Those who look after the service have been told; once there is a new key the seal sets itself.',
  signingRefused: { 'certificate-revoked': 'The signer’s certificate is revoked: no signature was made. Another signing officer may sign.', cancelled: 'The order to sign was cancelled.', 'changed-since-shown': 'The paper differs from what was shown: no signature was made.' },
  refusedOn: 'Refused',
  remedy: 'Remedy',
  cancel: 'Leave it',
  refusal: {
    title: 'Refuse, with grounds',
    lead: 'Choose one ground. Its article and remedy go into the paper that the citizen receives.',
    legend: 'Ground of refusal',
    fits: 'agrees with the checks',
    send: 'Refuse the dossier',
    missing: 'Choose one ground of refusal.',
    article: 'Article',
    remedy: 'Remedy',
    assumed: 'source not fully compared',
    feeReturned: 'The fee is refunded, since the dossier is not accepted yet.',
    feeKept: 'The dossier has been accepted, so the fee is kept.',
  },
  signInAgain: {
    lead: (minutes) => `You signed in more than ${minutes} minutes ago. Sign in again to sign; what you chose stays, and nothing is signed yet.`, go: 'Sign in again to sign',
    later: 'You will sign in again before you confirm; what you choose here stays.',
  },
  signingHeld: {
    lead: 'No decision can be signed now.', why: (hours) => `The sealed log must bear a stamp of time from somebody else, and for more than ${hours} hours none could be had, since`,
    rest: 'Filing, accepting, appraising, approving and all else go on as ever. Once a stamp comes, signing is possible at once; you need not tell anybody, and nothing is lost.',
  },
  enteredKept: 'What you entered is kept below.',
}

export const decisionText: Readonly<Record<Lang, typeof vi>> = { vi, en }
