/** Words that every officer's page shares: states, owners of a wait, needs, sources, refusals. */
import type { Impediment } from '../../../dossiers/index.ts'
import type { Lang } from '../../../platform/values/words.ts'

const impedimentsVi: Record<Impediment, string> = {
  'wrong-status': 'Hồ sơ không ở bước này.',
  'not-yours': 'Chỉ người nộp hồ sơ làm được việc này.',
  'wrong-role': 'Vai trò của bạn không làm việc này.',
  'wrong-province': 'Hồ sơ thuộc tỉnh khác.',
  'own-dossier': 'Đây là hồ sơ của chính bạn: người khác phải giải quyết.',
  'claimed-by-another': 'Đồng nghiệp đang giữ hồ sơ này.',
  'not-claimed': 'Hãy nhận xử lý hồ sơ trước.',
  'prepared-by-you': 'Bạn là người đã duyệt: người khác phải ký.',
  'prepared-by-another': 'Chỉ người đã duyệt lấy lại được.',
  'helped-by-you': 'Bạn đã giúp nộp hồ sơ này: người khác phải giải quyết.',
  'no-signing-power': 'Hôm nay bạn không có thẩm quyền ký văn bản này. Quản trị danh mục nhập và xác nhận thẩm quyền ký hoặc ủy quyền.',
  'requirements-missing': 'Hồ sơ chưa đủ điều kiện.',
}

const impedimentsEn: Record<Impediment, string> = {
  'wrong-status': 'The dossier is not at this step.',
  'not-yours': 'Only the applicant can do this.',
  'wrong-role': 'This is not for your role.',
  'wrong-province': 'The dossier belongs to another province.',
  'own-dossier': 'This is your own dossier: somebody else must decide it.',
  'claimed-by-another': 'A colleague is holding this dossier.',
  'not-claimed': 'Take the dossier first.',
  'prepared-by-you': 'You approved it: somebody else must sign.',
  'prepared-by-another': 'Only who approved it can take it back.',
  'helped-by-you': 'You helped to file this dossier: somebody else must decide it.',
  'no-signing-power': 'You hold no power to sign this paper today. The administrators enter and confirm powers and delegations.',
  'requirements-missing': 'Something required is not there yet.',
}

const vi = {
  statuses: {
    filed: 'Mới nộp', supplementing: 'Đang chờ bổ sung', accepted: 'Đã tiếp nhận', approved: 'Đã duyệt, chờ ký', signed: 'Đã ký',
    returned: 'Đã trả kết quả', refused: 'Đã từ chối', withdrawn: 'Công dân đã rút',
  },
  owners: {
    citizen: 'Công dân', clinic: 'Cơ sở khám', 'traffic-police': 'Cơ sở dữ liệu vi phạm', 'population-register': 'Dân cư', 'payment-platform': 'Nền tảng thanh toán',
    office: 'Cán bộ thụ lý', signer: 'Lãnh đạo ký', printer: 'Nơi in thẻ', post: 'Bưu chính', nobody: 'Không chờ ai',
  },
  /** What is waited for, when it is on the citizen or on the office. */
  causes: {
    fee: 'Chờ nộp lệ phí', 'health-certificate': 'Giấy khám chưa dùng được', violations: 'Vướng vi phạm', identity: 'Định danh không khớp', 'current-licence': 'Giấy phép cũ có vấn đề', 'loss-report': 'Đang xác minh giấy phép bị mất',
    portrait: 'Chờ ảnh khác', supplement: 'Chờ bổ sung', 'supplement-again': 'Chờ bổ sung lần hai, đồng hồ chạy', 'supplement-lost': 'Chờ nộp lại thứ đã mất, đồng hồ chạy', 'to-accept': 'Chờ tiếp nhận', 'to-appraise': 'Chờ duyệt', 'to-sign': 'Chờ ký', card: 'Chờ in thẻ', 'card-to-post': 'Chờ bàn giao bưu chính', 'card-listed': 'Chờ bưu chính ký nhận', 'card-sent-back': 'Thẻ bị chuyển hoàn, chờ công dân chọn', 'card-coming-back': 'Chờ nhận lại thẻ', 'card-lost': 'Thẻ thất lạc, chờ in lại', redeliver: 'Phát không được, chờ công dân chọn', 'collect-at-post': 'Chờ nhận tại bưu cục', delivery: 'Đang chuyển phát',
    collect: 'Chờ đến nhận', 'copy-to-read': 'Chờ đọc bản sao chứng thực', returned: 'Đã trả kết quả', refused: 'Đã từ chối', withdrawn: 'Đã rút',
  },
  /** The same, when an outside source owes the answer. */
  outsideCauses: { fee: 'Chờ xác nhận thanh toán', 'health-certificate': 'Chờ giấy khám', violations: 'Chờ tra cứu vi phạm', identity: 'Chờ dữ liệu dân cư' },
  needs: {
    identity: 'Định danh', portrait: 'Ảnh chân dung', 'health-certificate': 'Giấy khám sức khỏe', violations: 'Vi phạm giao thông', fee: 'Lệ phí', 'current-licence': 'Giấy phép đã cấp', 'loss-report': 'Khai báo mất',
  },
  needStates: { met: 'Đạt', asked: 'Đang chờ', failed: 'Không đạt', todo: 'Chưa có', waived: 'Được miễn' },
  sources: {
    'national-eid': 'Tài khoản định danh điện tử', 'card-seen': 'Căn cước, đối chiếu tại điểm tiếp nhận', 'portrait-check': 'Kiểm tra ảnh tự động', 'health-gateway': 'Cổng dữ liệu giấy khám sức khỏe', 'clinic-software': 'Phần mềm của cơ sở khám', clinic: 'Cơ sở khám nhập', 'certified-copy': 'Bản sao chứng thực, cán bộ đọc', law: 'Theo luật',
    'violation-sources': 'Nguồn dữ liệu vi phạm', 'checked-by-hand': 'Kiểm tra bằng tay, hai cán bộ', 'cash-book': 'Sổ quỹ tiền mặt tại quầy', 'payment-platform': 'Nền tảng thanh toán', 'licence-register': 'Sổ giấy phép lái xe', applicant: 'Công dân khai',
  },
  reasons: {
    'picture-unusable': 'Ảnh không dùng được', 'identity-differs': 'Họ tên hoặc ngày sinh khác dữ liệu dân cư', 'unresolved-violation': 'Có vụ việc chưa giải quyết xong',
    'licence-held-or-suspended': 'Đang bị tước quyền sử dụng', 'licence-revoked': 'Giấy phép đã bị thu hồi', 'certificate-expired': 'Giấy khám đã quá hạn dùng',
    'certificate-unfit': 'Kết luận không đủ điều kiện', 'certificate-re-exam': 'Phải khám lại', 'certificate-wrong-class': 'Giấy khám cho hạng khác', 'certificate-other-person': 'Số giấy khám là của người khác',
    'certificate-revoked': 'Cơ sở khám đã thu hồi giấy', 'certificate-name-differs': 'Giấy khám ghi tên khác', 'certificate-copy-rejected': 'Bản sao chứng thực không dùng được',
  },
  impediments: impedimentsVi,
  refusals: {
    'calendar-not-loaded': 'Lịch làm việc của năm sau chưa được nhập nên chưa tính được ngày hẹn. Báo quản trị danh mục nhập lịch rồi tiếp nhận; không tự đoán ngày.',
    'second-supplement': 'Hồ sơ này đã được yêu cầu bổ sung một lần. Pháp luật chỉ cho một lần; lần thứ hai cần lãnh đạo giám sát.',
    'nothing-to-allow': 'Chưa có yêu cầu bổ sung nào, nên không có gì phải cho phép.',
    'points-missing': 'Chọn ít nhất một nội dung cần bổ sung.',
    'points-overlap': 'Hai nội dung đã chọn là một: chỉ yêu cầu một.',
    'point-unknown': 'Thủ tục này không hỏi nội dung đó.',
    'reason-unfit': 'Lý do này không hợp với nội dung đã chọn.',
    'note-missing': 'Viết nội dung trước khi gửi.',
    'note-too-long': 'Lời viết quá dài.',
    'reason-missing': 'Viết lý do.',
    'not-a-colleague': 'Chọn một đồng nghiệp của tỉnh.',
    'opinion-not-asked': 'Câu hỏi này không dành cho bạn.',
    'picture-damaged': 'Ảnh đang lưu không còn đúng ảnh công dân đã gửi. Không tiếp nhận, duyệt hay ký được; báo quản trị hệ thống.',
    'requirements-changed': 'Từ lúc bạn mở trang, có điều kiện không còn đạt. Xem lại phần kiểm tra rồi quyết định.',
    'document-not-ready': 'Văn bản đang được soạn. Đợi vài giây rồi thử lại.',
    'not-straight-through': 'Không đủ mọi kiểm tra của luồng thẳng: thẩm định từng bước.', 'drawn-for-audit': 'Hồ sơ được rút mẫu: thẩm định từng bước, không dùng một lần bấm.', 'accepted-only': 'Đã tiếp nhận nhưng chưa duyệt được. Xem phần kiểm tra.',
    'being-signed': 'Quyết định đang được ký hoặc đã ký: không lấy lại được. Lãnh đạo hủy lệnh ký trước, nếu chữ ký chưa được tạo.',
    'no-signature-asked': 'Không còn lệnh ký nào đang chờ: chữ ký đã được tạo hoặc lệnh đã bị hủy.',
    'document-changed': 'Văn bản đã khác với bản bạn xem. Mở lại quyết định, xem rồi ký.',
    'refusal-code-unknown': 'Hãy chọn một căn cứ từ chối trong danh sách.',
    'changed-meanwhile': 'Hồ sơ đã thay đổi từ lúc bạn mở trang. Xem những gì mới dưới đây rồi quyết định lại.',
    'you-are-away': 'Bạn đang ghi là vắng mặt: ghi đã về trước khi nhận hồ sơ.',
    'colleague-unknown': 'Chọn một cán bộ thụ lý của tỉnh.', 'colleague-away': 'Người này đang vắng mặt: chọn người khác, hoặc người thay.', 'colleague-own-dossier': 'Đây là hồ sơ của chính người ấy: chọn người khác.', 'colleague-helped': 'Người ấy đã giúp nộp hồ sơ này: chọn người khác.', 'note-needed': 'Viết lý do: người đang giữ hồ sơ sẽ đọc.',
    'dossier-not-found': 'Không có hồ sơ này.',
    'printer-prints': 'Tỉnh có cán bộ in thẻ: người đó in, cán bộ thụ lý không in.',
    'source-answers': 'Nguồn đã trả lời: dùng câu trả lời của nguồn, không ghi bằng tay.',
    'evidence-missing': 'Thiếu căn cứ: cần số văn bản và nội dung, thêm số biên bản nếu có vụ việc.',
    'check-open': 'Đã có một kết quả kiểm tra bằng tay của nguồn này.',
    'check-not-found': 'Kết quả này đã được xử lý hoặc nguồn đã trả lời.',
    'recorded-by-you': 'Bạn là người đã ghi: người khác phải xác nhận.',
    'card-not-printed': 'Thẻ chưa in nên chưa giao được.',
    'card-handed-over': 'Thẻ đã giao rồi.',
    'parcel-missing': 'Hồ sơ này không gửi qua bưu chính.',
    'card-not-back': 'Bưu chính chưa báo chuyển hoàn thẻ này.',
    'card-not-lost': 'Bưu chính không báo thất lạc thẻ này, hoặc thẻ khác đã thay.',
    'reprint-not-proposed': 'Chưa có đề nghị in lại, hoặc đề nghị đã được giải quyết.',
    'proposed-by-you': 'Bạn là người đề nghị: người khác phải quyết định.',
    'old-card-not-found': 'Không có thẻ cũ này.',
    'old-card-not-here': 'Chưa ghi nhận thẻ cũ này đã về cơ quan.',
    'counted-by-you': 'Bạn là người kiểm đếm cho bưu chính: người khác phải xác nhận chênh lệch.',
    'received-by-you': 'Bạn là người ghi nhận thẻ: người khác phải chứng kiến việc hủy.',
    'card-on-list': 'Thẻ đang nằm trong một danh sách bàn giao. Thu hồi danh sách trước.',
    'card-not-here': 'Có thẻ không còn nằm ở cơ quan: đã giao hoặc đã vào danh sách khác. Xem lại rồi chọn lại.',
    'list-empty': 'Chọn ít nhất một thẻ.',
    'list-too-long': 'Một danh sách có nhiều nhất 100 thẻ.',
    'list-not-found': 'Không có danh sách này.',
    'list-not-open': 'Danh sách này không còn ở bước đó. Xem lại trang.',
    'list-changed': 'Kết quả kiểm đếm đã khác với bản bạn xem. Xem lại rồi xác nhận.',
  },
  refusedCode: (code: string) => `Không làm được việc này (mã ${code}). Không có gì thay đổi.`,
  notDone: 'Chưa làm được',
  nothingChanged: 'Hồ sơ không thay đổi.',
  you: 'bạn',
  system: 'hệ thống',
  applicant: 'người nộp',
  publicActor: 'người xem',
  formerStaff: 'cán bộ tỉnh khác',
}

const en: typeof vi = {
  statuses: {
    filed: 'Filed', supplementing: 'Waiting for a supplement', accepted: 'Accepted', approved: 'Approved, to be signed', signed: 'Signed',
    returned: 'Result handed over', refused: 'Refused', withdrawn: 'Withdrawn by the citizen',
  },
  owners: {
    citizen: 'Citizen', clinic: 'Clinic', 'traffic-police': 'Violation database', 'population-register': 'Population register', 'payment-platform': 'Payment platform',
    office: 'Appraising officer', signer: 'Signing officer', printer: 'Card printer', post: 'Post', nobody: 'Nobody',
  },
  causes: {
    fee: 'Fee not paid yet', 'health-certificate': 'Certificate not usable', violations: 'Violation not settled', identity: 'Identity does not match', 'current-licence': 'Old licence in question', 'loss-report': 'Lost licence being looked for',
    portrait: 'Needs another picture', supplement: 'Supplement asked', 'supplement-again': 'Second supplement asked, the clock runs', 'supplement-lost': 'What we lost is asked for anew, the clock runs', 'to-accept': 'To accept', 'to-appraise': 'To approve', 'to-sign': 'To sign', card: 'To print', 'card-to-post': 'To hand to the post', 'card-listed': 'The post is to receive it', 'card-sent-back': 'Card sent back, the citizen chooses', 'card-coming-back': 'Card to be taken back', 'card-lost': 'Card lost, to be printed anew', redeliver: 'Not delivered, the citizen chooses', 'collect-at-post': 'Waits at the post office', delivery: 'In the post',
    collect: 'To be collected', 'copy-to-read': 'Certified copy to be read', returned: 'Handed over', refused: 'Refused', withdrawn: 'Withdrawn',
  },
  outsideCauses: { fee: 'Payment being confirmed', 'health-certificate': 'Certificate awaited', violations: 'Violations being looked up', identity: 'Population data awaited' },
  needs: {
    identity: 'Identity', portrait: 'Portrait', 'health-certificate': 'Health certificate', violations: 'Traffic violations', fee: 'Fee', 'current-licence': 'Licence held', 'loss-report': 'Report of the loss',
  },
  needStates: { met: 'Met', asked: 'Waiting', failed: 'Not met', todo: 'Missing', waived: 'Waived' },
  sources: {
    'national-eid': 'National eID account', 'card-seen': 'Identity card, seen at a service point', 'portrait-check': 'Automatic picture check', 'health-gateway': 'Health certificate gateway', 'clinic-software': 'The clinic’s own program', clinic: 'Entered by the clinic', 'certified-copy': 'Certified copy, read by an officer', law: 'By law',
    'violation-sources': 'Violation sources', 'checked-by-hand': 'Checked by hand by two officers', 'cash-book': 'Cash book at the counter', 'payment-platform': 'Payment platform', 'licence-register': 'Licence register', applicant: 'Declared by the applicant',
  },
  reasons: {
    'picture-unusable': 'The picture cannot be used', 'identity-differs': 'Name or birth date differ from the population register', 'unresolved-violation': 'A case is not settled',
    'licence-held-or-suspended': 'The right to drive is withdrawn', 'licence-revoked': 'The licence was revoked', 'certificate-expired': 'The certificate is too old',
    'certificate-unfit': 'The conclusion is: not fit', 'certificate-re-exam': 'Must be examined again', 'certificate-wrong-class': 'The certificate is for another class', 'certificate-other-person': 'The number belongs to somebody else’s certificate',
    'certificate-revoked': 'Taken back by the clinic', 'certificate-name-differs': 'The certificate bears another name', 'certificate-copy-rejected': 'The certified copy cannot be used',
  },
  impediments: impedimentsEn,
  refusals: {
    'calendar-not-loaded': 'The working calendar of the next year is not entered, so nobody can say when the result is due. Ask the catalogue administrator to enter it, then accept; no date is guessed.',
    'second-supplement': 'A supplement was already asked for once. The law allows one; a second needs the supervisor.',
    'nothing-to-allow': 'No supplement was asked for yet: there is nothing to allow.',
    'points-missing': 'Choose at least one thing to ask for.',
    'points-overlap': 'Two of the points are one thing: ask for one of them.',
    'point-unknown': 'This procedure does not ask for that.',
    'reason-unfit': 'This reason does not fit the point.',
    'note-missing': 'Write something before you send it.',
    'note-too-long': 'The text is too long.',
    'reason-missing': 'Write the reason.',
    'not-a-colleague': 'Choose a colleague of the province.',
    'opinion-not-asked': 'This question was not put to you.',
    'picture-damaged': 'The stored picture is no longer the one that the citizen sent. Nothing can be accepted, approved or signed; tell the system’s operators.',
    'requirements-changed': 'Something has ceased to hold since you opened the page. Look at the checks again, then decide.',
    'document-not-ready': 'The paper is being drawn up. Wait a few seconds and try again.',
    'not-straight-through': 'Not every check of the straight-through lane passed: appraise step by step.', 'drawn-for-audit': 'This dossier was drawn for audit: appraise step by step, one press does not do.', 'accepted-only': 'Accepted, but it could not be approved. See the checks.',
    'being-signed': 'The decision is being signed or is signed: it cannot be taken back. The signer cancels first, while no signature is made.',
    'no-signature-asked': 'No order to sign is waiting any more: the signature was made, or the order was cancelled.',
    'document-changed': 'The paper is no longer the one you saw. Open the decision again, read it, then sign.',
    'refusal-code-unknown': 'Choose one ground of refusal from the list.',
    'changed-meanwhile': 'The dossier has changed since you opened the page. See below what is new, then decide again.',
    'you-are-away': 'You are entered as away: enter your return before you take dossiers.',
    'colleague-unknown': 'Choose an appraising officer of the province.', 'colleague-away': 'This colleague is away: choose another, or their cover.', 'colleague-own-dossier': 'It is that colleague’s own dossier: choose another.', 'colleague-helped': 'That colleague helped to file it: choose another.', 'note-needed': 'Write the reason: whoever holds the dossier will read it.',
    'dossier-not-found': 'There is no such dossier.',
    'printer-prints': 'The province has a card printer, who prints; appraising officers do not.',
    'source-answers': 'The source has answered: its answer is used, nothing is recorded by hand.',
    'evidence-missing': 'Evidence is missing: the number of the paper and what it says, and the record’s number where a case is open.',
    'check-open': 'There is a result checked by hand for this source already.',
    'check-not-found': 'This result was dealt with, or the source has answered.',
    'recorded-by-you': 'You recorded it: somebody else must confirm.',
    'card-not-printed': 'The card is not printed yet and cannot be handed over.',
    'card-handed-over': 'The card was handed over already.',
    'parcel-missing': 'This dossier does not go by post.',
    'card-not-back': 'The post has not said that this card comes back.',
    'card-not-lost': 'The post has not said that this card is lost, or another took its place.',
    'reprint-not-proposed': 'There is no proposal, or it was decided.',
    'proposed-by-you': 'You proposed it: somebody else must decide.',
    'old-card-not-found': 'There is no such old card.',
    'old-card-not-here': 'This old card was not noted as received yet.',
    'counted-by-you': 'You counted it for the post: somebody else must confirm the differences.',
    'received-by-you': 'You noted its receipt: somebody else must witness its end.',
    'card-on-list': 'The card is on a hand-over list. Take the list back first.',
    'card-not-here': 'A card no longer lies in the office: it was handed over or is on another list. Look again and choose anew.',
    'list-empty': 'Choose at least one card.',
    'list-too-long': 'A list holds at most 100 cards.',
    'list-not-found': 'There is no such list.',
    'list-not-open': 'The list is no longer at that step. Look at the page again.',
    'list-changed': 'The count is no longer what you saw. Look again, then confirm.',
  },
  refusedCode: (code) => `This cannot be done (code ${code}). Nothing has changed.`,
  notDone: 'Not done',
  nothingChanged: 'The dossier is unchanged.',
  you: 'you',
  system: 'the system',
  applicant: 'the applicant',
  publicActor: 'a visitor',
  formerStaff: 'an officer of another province',
}

export const words: Readonly<Record<Lang, typeof vi>> = { vi, en }

/** The word for a code, or the code itself where a newer one has no word yet. */
export function wordOf(table: Readonly<Record<string, string>>, code: string): string {
  return table[code] ?? code
}

/** A refusal in words. */
export function refusalWords(code: string, lang: Lang): string {
  const t = words[lang]
  const known: Readonly<Record<string, string>> = { ...t.impediments, ...t.refusals }
  return known[code] ?? t.refusedCode(code)
}
