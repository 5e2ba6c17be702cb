/** Words of what is done with many dossiers at once, and of the straight-through lane. */
import type { BulkAct, ItemState } from '../../../dossiers/index.ts'
import { groupThousands } from '../../../platform/values/money.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { refusalWords } from '../text/words.ts'

interface ActWords {
  readonly acts: Readonly<Record<BulkAct, string>>
  readonly states: Readonly<Record<ItemState, string>>
}

const actsVi: ActWords = {
  acts: {
    claim: 'Nhận xử lý', accept: 'Tiếp nhận', approve: 'Duyệt và chuyển ký', decide: 'Tiếp nhận và duyệt một lần bấm', sign: 'Ký quyết định', print: 'In thẻ', 'hand-over': 'Lập danh sách bàn giao bưu chính',
    'take-back': 'Lấy lại quyết định đã duyệt', release: 'Trả lại danh sách chung',
  },
  states: { waiting: 'Đang chờ lượt', asked: 'Đang ký', done: 'Xong', refused: 'Không làm được', 'left-out': 'Để lại', stopped: 'Đã dừng' },
}

const actsEn: ActWords = {
  acts: {
    claim: 'Take', accept: 'Accept', approve: 'Approve and pass on', decide: 'Accept and approve with one press', sign: 'Sign the decisions', print: 'Print cards', 'hand-over': 'Put on a list for the post',
    'take-back': 'Take back what was approved', release: 'Give back to the common list',
  },
  states: { waiting: 'Waiting its turn', asked: 'Being signed', done: 'Done', refused: 'Not done', 'left-out': 'Left out', stopped: 'Stopped' },
}

const vi = {
  ...actsVi,
  bar: { label: 'Với nhiều hồ sơ', ticked: 'Với hồ sơ đã chọn', all: (count: number) => `Với cả danh sách (${groupThousands(count)})`, first: (most: number) => `Với ${most} hồ sơ đầu danh sách`, allHelp: (most: number) => `Nhiều nhất ${most} hồ sơ một lần; xem trước rồi mới làm.`, mine: 'Việc hàng loạt của tôi', straight: 'Luồng thẳng', sign: 'Ký nhiều quyết định', drawn: 'Hồ sơ rút mẫu' },
  look: {
    title: (act: string, count: number) => `${act}: xem trước ${count} hồ sơ`,
    at: 'Xem lúc', lead: 'Chưa có gì được làm. Mỗi hồ sơ được kiểm tra lại đúng lúc đến lượt.',
    goes: (count: number) => `Sẽ làm: ${count} hồ sơ`, stays: (count: number) => `Không làm được: ${count} hồ sơ`, nothing: 'Không hồ sơ nào làm được việc này.',
    confirm: (act: string, count: number) => `${act}: ${count} hồ sơ`, cancel: 'Quay lại danh sách',
    signing: 'Bạn ký đúng những tệp có mã ghi ở đây. Tệp nào đổi trước khi ký thì quyết định đó không được ký.',
  },
  report: {
    title: (act: string) => `${act}: kết quả`, each: 'Từng hồ sơ',
    running: (left: number) => `Còn ${left} hồ sơ đang làm. Trang tự cập nhật.`,
    over: 'Đã xong cả đợt. Trang này còn xem lại được.', overBut: (rest: number) => `Đợt này đã kết thúc, còn ${rest} hồ sơ không làm được: lý do ở từng hàng dưới đây. Trang này còn xem lại được.`, stop: 'Dừng phần chưa làm', cards: 'Mở In thẻ: đợt in, danh sách', undo: 'Lấy lại cả đợt', undone: 'Đợt này đã được lấy lại.', seeUndo: 'Xem kết quả lấy lại',
    confirmed: 'Xác nhận lúc', signedIsSigned: 'Đã ký thì không lấy lại được.', stopped: 'Đã dừng lúc',
  },
  columns: { number: 'Số hồ sơ', applicant: 'Người đề nghị', classes: 'Hạng', outcome: 'Kết quả', why: 'Ghi chú', hash: 'Mã của quyết định', at: 'Lúc', act: 'Việc', counts: 'Kết quả', prepared: 'Người duyệt', paper: 'Quyết định', checks: 'Các kiểm tra đã qua', due: 'Hạn trả', drawn: 'Rút lúc', opened: 'Người duyệt mở xem', status: 'Bước' },
  mine: { title: 'Việc hàng loạt của tôi', empty: 'Bạn chưa làm đợt nào.' },
  sign: {
    title: (count: number) => `Ký nhiều: ${count} quyết định chờ ký`, first: (count: number) => `Ký nhiều: ${count} quyết định đầu`, more: 'Còn quyết định khác: ký xong đợt này rồi mở lại trang.', notYet: (count: number) => `Còn ${count} hồ sơ ở “Chờ ký, chờ xác nhận” chưa ký được lúc này: quyết định đang soạn, đang ký, hoặc chỉ chờ xác nhận.`, lead: (most: number) => `Chọn nhiều nhất ${most} quyết định, mở xem khi cần, rồi xác nhận một lần. Hệ thống ký từng tệp đúng mã đã ghi và kiểm tra từng chữ ký.`,
    tick: (number: string, name: string) => `Chọn hồ sơ ${number} của ${name}`, all: 'Chọn tất cả', none: 'Bỏ chọn', go: 'Xem trước rồi ký', open: 'Mở PDF', empty: 'Không có quyết định nào chờ bạn ký.',
  },
  straight: {
    title: (count: number) => `Luồng thẳng: ${count} hồ sơ đủ mọi kiểm tra`, first: (count: number) => `Luồng thẳng: ${count} hồ sơ đầu`, more: 'Còn hồ sơ khác: xong đợt này rồi mở lại trang.', lead: 'Mọi kiểm tra đã qua theo quy tắc. Không hồ sơ nào tự được quyết định: bạn bấm thì mới tiếp nhận và duyệt.',
    empty: 'Hiện không có hồ sơ nào đủ mọi kiểm tra.', go: 'Xem trước rồi tiếp nhận, duyệt', allPassed: (n: number) => `Đủ ${n} kiểm tra`,
    card: 'Luồng thẳng', ready: 'Đủ mọi kiểm tra theo quy tắc, chờ bạn quyết định.', notReady: 'Có kiểm tra không còn qua: thẩm định như thường.',
    drawn: 'Hồ sơ này được rút mẫu ngẫu nhiên: mở xem và thẩm định đầy đủ, không dùng một lần bấm.', rules: 'Quy tắc', passed: 'Đạt', failed: 'Không đạt', which: (n: number) => `Xem ${n} kiểm tra`,
  },
  drawn: { title: 'Hồ sơ rút mẫu để thẩm định đầy đủ', lead: (rate: string) => `Rút ngẫu nhiên ${rate} số hồ sơ luồng thẳng, không cán bộ nào biết trước. Ba mươi ngày gần nhất.`, empty: 'Chưa hồ sơ nào được rút.', notYet: 'chưa duyệt', notOpened: 'chưa mở' },
  codes: {
    'bulk-empty': 'Chọn ít nhất một hồ sơ.', 'bulk-too-many': 'Quá nhiều hồ sơ cho một lần. Chọn ít hơn.', 'bulk-act-missing': 'Chọn việc cần làm.', 'not-to-undo': 'Chỉ lấy lại được đợt duyệt chưa ký.', 'undone-before': 'Đợt này đã được lấy lại.',
    'not-straight-through': 'Không đủ mọi kiểm tra của luồng thẳng: mở hồ sơ để thẩm định.', 'drawn-for-audit': 'Được rút mẫu: mở hồ sơ và thẩm định riêng.', 'accepted-only': 'Đã tiếp nhận nhưng chưa duyệt được: mở hồ sơ để xem.',
    'post-ended': 'Người xác nhận không còn giữ chức danh này.', 'card-printed': 'Thẻ đã in hoặc đang trong đợt in khác.', 'collected-in-person': 'Người dân tự đến nhận: giao từng thẻ tại quầy.',
    fault: 'Lỗi của hệ thống; người vận hành đã được báo. Hồ sơ giữ nguyên.', cancelled: 'Lệnh ký đã bị hủy trước khi có chữ ký.', 'certificate-revoked': 'Chứng thư của người ký đã bị thu hồi.', 'changed-since-shown': 'Văn bản khác với bản đã xem: không ký.',
    'portrait-differs': 'Ảnh trên lệnh in khác ảnh của hồ sơ: không in.',
  },
}

const en: typeof vi = {
  ...actsEn,
  bar: { label: 'With several dossiers', ticked: 'With those ticked', all: (count) => `With the whole list (${groupThousands(count)})`, first: (most) => `With the first ${most} of the list`, allHelp: (most) => `At most ${most} at once; a look first, then it is done.`, mine: 'What I did in bulk', straight: 'Straight through', sign: 'Sign many decisions', drawn: 'Drawn for audit' },
  look: {
    title: (act, count) => `${act}: a look at ${count} ${count === 1 ? 'dossier' : 'dossiers'}`,
    at: 'As of', lead: 'Nothing has been done yet. Each dossier is checked again when its turn comes.',
    goes: (count) => `Will be done: ${count}`, stays: (count) => `Cannot be done: ${count}`, nothing: 'This can be done with none of them.',
    confirm: (act, count) => `${act}: ${count} ${count === 1 ? 'dossier' : 'dossiers'}`, cancel: 'Back to the list',
    signing: 'You sign the very files with the codes shown here. A file that changes before it is signed is not signed.',
  },
  report: {
    title: (act) => `${act}: what came of it`, each: 'Each dossier',
    running: (left) => `${left} still running. The page renews itself.`,
    over: 'All done. This page stays.', overBut: (rest) => `This has ended; ${rest} ${rest === 1 ? 'was' : 'were'} not done: why stands in each row below. This page stays.`, stop: 'Stop what has not begun', cards: 'Open Cards: runs, lists', undo: 'Take all back', undone: 'This was taken back.', seeUndo: 'See what came of taking it back',
    confirmed: 'Confirmed', signedIsSigned: 'What is signed cannot be taken back.', stopped: 'Stopped',
  },
  columns: { number: 'Dossier', applicant: 'Applicant', classes: 'Classes', outcome: 'Outcome', why: 'Note', hash: 'Code of the decision', at: 'At', act: 'What', counts: 'Outcome', prepared: 'Approved by', paper: 'Decision', checks: 'Checks passed', due: 'Due', drawn: 'Drawn', opened: 'Opened by the approver', status: 'Step' },
  mine: { title: 'What I did in bulk', empty: 'Nothing yet.' },
  sign: {
    title: (count) => `Sign many: ${count} ${count === 1 ? 'decision waits' : 'decisions wait'}`, first: (count) => `Sign many: the first ${count} decisions`, more: 'There are more: sign these, then open the page again.', notYet: (count) => `${count} more under “To sign or confirm” cannot be signed just now: the decision is being drawn up or signed, or waits for a confirmation only.`, lead: (most) => `Tick at most ${most}, open those you want to see, then confirm once. Each file is signed by the code shown, and each signature is checked.`,
    tick: (number, name) => `Tick dossier ${number} of ${name}`, all: 'Tick all', none: 'Tick none', go: 'Look, then sign', open: 'Open PDF', empty: 'No decision waits for your signature.',
  },
  straight: {
    title: (count) => `Straight through: ${count} ${count === 1 ? 'dossier' : 'dossiers'} with every check passed`, first: (count) => `Straight through: the first ${count} dossiers`, more: 'There are more: finish these, then open the page again.', lead: 'Every check has passed by rule. No dossier decides itself: it is accepted and approved when you press.',
    empty: 'No dossier has every check passed just now.', go: 'Look, then accept and approve', allPassed: (n) => `All ${n} checks`,
    card: 'Straight through', ready: 'Every check passed by rule; it waits for your decision.', notReady: 'A check no longer passes: appraise as usual.',
    drawn: 'This dossier was drawn at random: open and appraise it in full; one press does not do.', rules: 'Rules', passed: 'Passed', failed: 'Not passed', which: (n) => `See ${n} checks`,
  },
  drawn: { title: 'Dossiers drawn for full appraisal', lead: (rate) => `${rate} of the straight-through dossiers are drawn at random; no officer can tell beforehand. The last thirty days.`, empty: 'None was drawn yet.', notYet: 'not approved', notOpened: 'not opened' },
  codes: {
    'bulk-empty': 'Choose at least one dossier.', 'bulk-too-many': 'Too many at once. Choose fewer.', 'bulk-act-missing': 'Choose what is to be done.', 'not-to-undo': 'Only approvals not yet signed can be taken back.', 'undone-before': 'This was taken back before.',
    'not-straight-through': 'Not every check of the straight-through lane passed: open the dossier.', 'drawn-for-audit': 'Drawn for audit: open and appraise it by itself.', 'accepted-only': 'Accepted, but it could not be approved: open the dossier.',
    'post-ended': 'Whoever confirmed no longer holds this post.', 'card-printed': 'The card is printed, or in another print run.', 'collected-in-person': 'The person collects it: hand each card over at the counter.',
    fault: 'A fault of the service; its operators were told. The dossier is unchanged.', cancelled: 'The order to sign was cancelled before a signature was made.', 'certificate-revoked': 'The signer’s certificate was revoked.', 'changed-since-shown': 'The paper is not the one shown: not signed.',
    'portrait-differs': 'The order names another picture than the dossier: not printed.',
  },
}

export const bulkText: Readonly<Record<Lang, typeof vi>> = { vi, en }

/** Why a dossier did not go, in words. */
export function whyNot(code: string, lang: Lang): string {
  const codes: Readonly<Record<string, string>> = bulkText[lang].codes
  return codes[code] ?? refusalWords(code, lang)
}
