/** Words of checking by hand, while a source gives no answer. */
import type { HandCheck } from '../../../dossiers/index.ts'
import type { Lang } from '../../../platform/values/words.ts'

const statesVi: Record<HandCheck['state'], string> = {
  recorded: 'chờ người thứ hai xác nhận', confirmed: 'đã xác nhận, được tính', declined: 'không được xác nhận', agreed: 'nguồn trả lời sau đó, giống kết quả này', contradicted: 'nguồn trả lời sau đó, KHÁC kết quả này',
}
const statesEn: Record<HandCheck['state'], string> = {
  recorded: 'a second officer has yet to confirm', confirmed: 'confirmed, counts', declined: 'not confirmed', agreed: 'the source answered later and agrees', contradicted: 'the source answered later and says OTHERWISE',
}

const vi = {
  title: 'Kiểm tra bằng tay',
  lead: 'Nguồn không trả lời. Nếu nguồn đã trả lời bằng văn bản, ghi kết quả vào đây; một cán bộ khác của cơ quan xác nhận thì mới được tính. Không điều kiện nào được bỏ qua. Khi nguồn trả lời lại, câu trả lời của nguồn được dùng.',
  open: 'Ghi kết quả kiểm tra bằng tay',
  body: 'Nguồn không trả lời',
  result: 'Kết quả trong văn bản',
  results: { clear: 'Không có vụ việc chưa giải quyết', unresolved: 'Có vụ việc chưa giải quyết' },
  documentNumber: 'Số văn bản trả lời',
  documentHint: 'Ví dụ: 97/CV-CSGT ngày 20/11/2026',
  says: 'Văn bản viết gì',
  recordNumber: 'Số biên bản vi phạm',
  recordHint: 'Chỉ khi có vụ việc chưa giải quyết',
  send: 'Ghi lại, chờ xác nhận',
  missing: {
    body: 'Chọn nguồn.', result: 'Chọn kết quả.', documentNumber: 'Nhập số văn bản.', says: 'Nhập nội dung văn bản.', recordNumber: 'Nhập số biên bản của vụ việc chưa giải quyết.',
  },
  tooLong: (most: number) => `Tối đa ${most} ký tự.`,
  byDocument: 'văn bản',
  record: 'biên bản',
  recordedBy: 'Người ghi:',
  confirmedBy: 'Người xác nhận:',
  silentSince: 'nguồn im lặng từ',
  states: statesVi,
  confirm: 'Xác nhận: tôi đã xem văn bản',
  decline: 'Không xác nhận',
  confirmWaits: 'Xác nhận là việc của lãnh đạo ký hoặc cán bộ giám sát, không phải của người đã ghi.',
}

const en: typeof vi = {
  title: 'Checked by hand',
  lead: 'The source gives no answer. If it has answered on paper, record the result here; it counts once another officer of the authority confirms it. Nothing is waived. When the source answers again, its own answer is used.',
  open: 'Record a result checked by hand',
  body: 'Source that gives no answer',
  result: 'Result on the paper',
  results: { clear: 'No unsettled case', unresolved: 'There is an unsettled case' },
  documentNumber: 'Number of the answering paper',
  documentHint: 'For example: 97/CV-CSGT of 20/11/2026',
  says: 'What the paper says',
  recordNumber: 'Number of the violation record',
  recordHint: 'Only where a case is unsettled',
  send: 'Record, to be confirmed',
  missing: { body: 'Choose the source.', result: 'Choose the result.', documentNumber: 'Enter the number of the paper.', says: 'Enter what the paper says.', recordNumber: 'Enter the number of the unsettled record.' },
  tooLong: (most) => `At most ${most} characters.`,
  byDocument: 'paper',
  record: 'record',
  recordedBy: 'Recorded by:',
  confirmedBy: 'Confirmed by:',
  silentSince: 'the source is silent since',
  states: statesEn,
  confirm: 'Confirm: I have seen the paper',
  decline: 'Do not confirm',
  confirmWaits: 'Confirming is for the signing officer or the supervisor, never for who recorded it.',
}

export const byHandText: Readonly<Record<Lang, typeof vi>> = { vi, en }
