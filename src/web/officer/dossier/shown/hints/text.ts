/** Words of hints: what was seen, never what it means. */
import type { HintKind, HintReason } from '../../../../../catalogue/index.ts'
import type { Lang } from '../../../../../platform/values/words.ts'

const vi = {
  title: 'Gợi ý xem lại', lead: 'Lý do để nhìn kỹ, không phải kết luận. Không gợi ý nào thay đổi việc bạn làm được với hồ sơ.',
  kinds: {
    'same-picture': (n: number) => `Chính tệp ảnh này có trong ${n} hồ sơ của người khác`,
    'like-picture': (n: number) => `Ảnh trông giống ảnh trong ${n} hồ sơ của người khác`,
    'same-phone': (n: number) => `Số điện thoại này có trong ${n} hồ sơ của người khác`,
    'busy-helper': (n: number) => `Người giúp nộp hồ sơ này còn nộp ${n} hồ sơ khác cùng ngày`,
  } satisfies Record<HintKind, (n: number) => string>,
  apart: (places: number) => places === 0 ? 'không khác ở điểm nào trong 256 điểm so sánh' : `khác ở ${places} trong 256 điểm so sánh`,
  mirrored: '(sau khi lật ngang một ảnh)', sideBySide: 'Xem hai ảnh cạnh nhau', own: 'Hồ sơ này', other: 'Hồ sơ kia', pictureOf: (number: string) => `Ảnh chân dung của hồ sơ ${number}`,
  elsewhere: (n: number) => `${n} hồ sơ ở tỉnh khác`, more: (n: number) => `và ${n} hồ sơ khác trong tỉnh`,
  seen: 'Đã xem', toSee: 'Chưa xem', mark: 'Đã xem, vì', press: 'Ghi nhận', done: 'Đã ghi nhận',
  reasons: { 'same-person': 'Đúng là người này, ảnh do chính họ gửi', 'other-picture': 'Đã so hai ảnh: không phải một ảnh', family: 'Người trong gia đình', 'office-phone': 'Điện thoại của điểm tiếp nhận hoặc người giúp', 'group-at-counter': 'Nhóm người đến cùng lúc', 'told-supervisor': 'Đã báo phụ trách' } satisfies Record<HintReason, string>,
}

const dossiers = (n: number) => `${n} ${n === 1 ? 'dossier' : 'dossiers'}`

const en: typeof vi = {
  title: 'Worth a look', lead: 'Reasons to look closely, not verdicts. No hint changes what you can do with the dossier.',
  kinds: {
    'same-picture': (n) => `This very file of the picture is in ${dossiers(n)} of other people`,
    'like-picture': (n) => `The picture looks like the one in ${dossiers(n)} of other people`,
    'same-phone': (n) => `This phone is in ${dossiers(n)} of other people`,
    'busy-helper': (n) => `Who helped to file this dossier filed ${n === 1 ? 'one other' : `${n} others`} on the same day`,
  },
  apart: (places) => places === 0 ? 'differs in none of 256 places compared' : `differs in ${places} of 256 places compared`,
  mirrored: '(one of them seen in a mirror)', sideBySide: 'See both pictures side by side', own: 'This dossier', other: 'The other dossier', pictureOf: (number) => `Portrait of dossier ${number}`,
  elsewhere: (n) => `${dossiers(n)} in other provinces`, more: (n) => `and ${n} more in this province`,
  seen: 'Looked at', toSee: 'Not looked at', mark: 'Looked at, because', press: 'Note it', done: 'Noted',
  reasons: { 'same-person': 'It is this person, who sent the picture', 'other-picture': 'The pictures were compared: not one picture', family: 'People of one family', 'office-phone': 'A phone of the service point or helper', 'group-at-counter': 'A group that came together', 'told-supervisor': 'The supervisor was told' },
}

export const hintText: Readonly<Record<Lang, typeof vi>> = { vi, en }
