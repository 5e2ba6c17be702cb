/** Words of the page of cards. */
import type { ParcelState } from '../../../capabilities/deliveries/index.ts'
import type { Lang } from '../../../platform/values/words.ts'

const parcelsVi: Record<ParcelState, string> = {
  ordered: 'Đã đặt, bưu chính chưa nhận đơn', registered: 'Bưu chính đã nhận đơn', collected: 'Bưu tá đã lấy', 'in-transit': 'Đang chuyển', failed: 'Phát không thành công', held: 'Chờ người nhận tại bưu cục', delivered: 'Đã phát', returned: 'Chuyển hoàn', lost: 'Thất lạc', cancelled: 'Đã hủy đơn',
}
const parcelsEn: Record<ParcelState, string> = {
  ordered: 'Ordered, not confirmed by the post', registered: 'Order confirmed by the post', collected: 'Collected by the carrier', 'in-transit': 'On the way', failed: 'Delivery failed', held: 'Waits at the post office', delivered: 'Delivered', returned: 'Sent back', lost: 'Lost', cancelled: 'Order cancelled',
}

const vi = {
  title: 'In và giao thẻ',
  parcelStates: parcelsVi,
  waiting: (n: string) => `Chờ in: ${n} thẻ`,
  waitingNone: 'Chờ in',
  waitingEmpty: 'Không có thẻ nào chờ in. Thẻ vào đây ngay khi quyết định được ký.',
  print: (n: string) => `In một đợt ${n} thẻ`,
  printHelp: 'Mỗi thẻ in từ đúng ảnh công dân đã gửi; mã ảnh được so lại trước khi in. Thẻ gửi bưu chính được bàn giao theo danh sách.',
  printed: (n: number) => `Đã in ${n} thẻ trong một đợt.`,
  nothingToPrint: 'Không còn thẻ nào chờ in.',
  stopped: 'Chưa in: mã ảnh của thẻ sau khác mã ảnh trong hồ sơ. Báo quản trị trước khi in tiếp.',
  toPostTitle: (n: number) => (n > 0 ? `Chờ bàn giao bưu chính: ${n} thẻ` : 'Chờ bàn giao bưu chính'),
  toPostEmpty: 'Không có thẻ nào chờ bàn giao.',
  toPostHelp: 'Chọn thẻ cho một danh sách. Người chốt danh sách chịu trách nhiệm về nội dung; thẻ chỉ coi là đã bàn giao khi bưu chính kiểm đếm và ký nhận.',
  chooseCard: (serial: string) => `Chọn thẻ ${serial}`,
  closeList: 'Chốt danh sách bàn giao',
  lists: 'Danh sách bàn giao',
  listsEmpty: 'Chưa có danh sách nào.',
  listCount: (items: number, missing: number, extras: number) => [`${items} thẻ`, ...(missing > 0 ? [`thiếu ${missing}`] : []), ...(extras > 0 ? [`thừa ${extras}`] : [])].join(', '),
  toCollectTitle: (n: number) => (n > 0 ? `Chờ công dân đến nhận: ${n} thẻ` : 'Chờ công dân đến nhận'),
  toHandEmpty: 'Không có thẻ nào chờ người đến nhận.',
  onTheWay: 'Đang chuyển phát',
  onTheWayEmpty: 'Không có bưu gửi nào đang đi.',
  allInDelivery: 'Mọi hồ sơ đang in và giao thẻ',
  columns: { card: 'Số phôi', dossier: 'Hồ sơ', applicant: 'Người nhận', licence: 'Số giấy phép', portrait: 'Mã ảnh', queued: 'Vào hàng chờ', printed: 'In lúc', how: 'Cách trả', list: 'Danh sách', closed: 'Chốt lúc', count: 'Số thẻ', action: 'Việc cần làm', parcel: 'Số bưu gửi', state: 'Tình trạng', since: 'Cập nhật' },
  how: { post: 'Bưu chính', collect: 'Đến nhận' },
  handOver: 'Giao cho công dân',
  handOverFor: (name: string) => `thẻ của ${name}`,
  handOverHelp: 'Đối chiếu căn cước của người nhận, thu lại thẻ cũ rồi mới bấm giao.',
  handed: 'Đã giao thẻ và trả kết quả. Hồ sơ kết thúc.',
  more: (n: number) => `và ${n} thẻ nữa`,
  onlyAppraiser: 'Việc in và giao thẻ do cán bộ thụ lý làm.',
  portraitDiffers: 'mã ảnh khác hồ sơ',
}

const en: typeof vi = {
  title: 'Print and hand over cards',
  parcelStates: parcelsEn,
  waiting: (n) => `To print: ${n}`,
  waitingNone: 'To print',
  waitingEmpty: 'No card waits to be printed. Cards come here as soon as a decision is signed.',
  print: (n) => `Print a batch of ${n}`,
  printHelp: 'Each card is printed from the very picture the citizen sent; its code is compared again before printing. Cards that go by post are handed over by lists.',
  printed: (n) => `${n} ${n === 1 ? 'card was' : 'cards were'} printed in one batch.`,
  nothingToPrint: 'No card waits to be printed any more.',
  stopped: 'Not printed: the picture code of the card below differs from its dossier. Tell the administrator before printing on.',
  toPostTitle: (n) => (n > 0 ? `To hand to the post: ${n}` : 'To hand to the post'),
  toPostEmpty: 'No card waits for the post.',
  toPostHelp: 'Choose the cards of a list. Whoever closes a list stands for it; a card counts as handed over only once the post has counted and signed.',
  chooseCard: (serial) => `Choose card ${serial}`,
  closeList: 'Close a hand-over list',
  lists: 'Hand-over lists',
  listsEmpty: 'There is no list yet.',
  listCount: (items, missing, extras) => [`${items} ${items === 1 ? 'card' : 'cards'}`, ...(missing > 0 ? [`${missing} missing`] : []), ...(extras > 0 ? [`${extras} extra`] : [])].join(', '),
  toCollectTitle: (n) => (n > 0 ? `To be collected: ${n}` : 'To be collected'),
  toHandEmpty: 'No card waits to be collected.',
  onTheWay: 'In the post',
  onTheWayEmpty: 'No parcel is under way.',
  allInDelivery: 'All dossiers in printing and delivery',
  columns: { card: 'Card', dossier: 'Dossier', applicant: 'Recipient', licence: 'Licence', portrait: 'Picture code', queued: 'Queued', printed: 'Printed', how: 'Returned', list: 'List', closed: 'Closed at', count: 'Cards', action: 'To do', parcel: 'Parcel', state: 'State', since: 'Updated' },
  how: { post: 'By post', collect: 'Collected' },
  handOver: 'Hand to the citizen',
  handOverFor: (name) => `the card of ${name}`,
  handOverHelp: 'Compare the identity card of who collects it and take back the old card first.',
  handed: 'The card is handed over and the result returned. The dossier is closed.',
  more: (n) => `and ${n} more`,
  onlyAppraiser: 'Cards are printed and handed over by appraising officers.',
  portraitDiffers: 'differs from the dossier',
}

export const cardsText: Readonly<Record<Lang, typeof vi>> = { vi, en }
