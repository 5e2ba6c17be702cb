import type { Lang, Words } from '../../platform/values/words.ts'
import type { DisputableReason, RefusalReason } from './verdict.ts'

/** What is wrong with a picture, in one sentence, and the one thing to do. */
export interface Advice {
  readonly wrong: string
  readonly todo: string
}

const vi: Record<RefusalReason, Advice> = {
  'not-an-image': { wrong: 'Tệp bạn gửi không phải là ảnh JPEG, PNG, WebP hoặc HEIC.', todo: 'Hãy chọn ảnh chụp bằng điện thoại hoặc máy ảnh của bạn.' },
  unreadable: { wrong: 'Ảnh bị hỏng hoặc chưa tải lên đủ nên chúng tôi không mở được.', todo: 'Hãy mở ảnh trên máy của bạn để kiểm tra rồi gửi lại, hoặc chụp ảnh mới.' },
  'too-large': { wrong: 'Ảnh quá lớn so với mức hệ thống xử lý được.', todo: 'Hãy chụp lại ở chế độ ảnh thường của điện thoại.' },
  'too-slow': { wrong: 'Ảnh này mất quá nhiều thời gian để kiểm tra.', todo: 'Hãy chụp lại ở chế độ ảnh thường của điện thoại rồi gửi.' },
  busy: { wrong: 'Đang có nhiều người gửi ảnh cùng lúc nên chúng tôi chưa xem được ảnh của bạn; ảnh của bạn không có lỗi.', todo: 'Hãy gửi lại ảnh này sau một phút.' },
  'no-face': { wrong: 'Chúng tôi không thấy rõ khuôn mặt nào trong ảnh.', todo: 'Hãy chụp chính diện, để lộ cả khuôn mặt và không đeo khẩu trang.' },
  'several-faces': { wrong: 'Trong ảnh có nhiều hơn một khuôn mặt.', todo: 'Hãy chụp một mình, phía sau không có người hay tranh ảnh.' },
  'face-too-small': { wrong: 'Khuôn mặt trong ảnh quá nhỏ, in lên thẻ sẽ không rõ.', todo: 'Hãy đứng gần máy hơn rồi chụp lại.' },
  'too-tight': { wrong: 'Khuôn mặt quá sát mép ảnh nên không cắt được khổ 3×4.', todo: 'Hãy đứng lùi lại, để chừa khoảng trống quanh đầu và thấy cả vai.' },
  'head-turned': { wrong: 'Khuôn mặt đang quay sang một bên.', todo: 'Hãy nhìn thẳng vào máy ảnh rồi chụp lại.' },
  'head-tilted': { wrong: 'Đầu đang nghiêng, cúi hoặc ngửa.', todo: 'Hãy giữ đầu thẳng, đặt máy ngang tầm mắt rồi chụp lại.' },
  'eyes-closed': { wrong: 'Mắt trong ảnh có vẻ đang nhắm hoặc bị che.', todo: 'Hãy mở mắt, bỏ kính râm hoặc vén tóc rồi chụp lại.' },
  'mouth-open': { wrong: 'Miệng trong ảnh có vẻ đang mở.', todo: 'Hãy khép miệng tự nhiên rồi chụp lại.' },
  blurred: { wrong: 'Ảnh bị mờ hoặc rung.', todo: 'Hãy lau ống kính, giữ yên máy rồi chụp lại.' },
  'too-dark': { wrong: 'Khuôn mặt trong ảnh quá tối.', todo: 'Hãy quay mặt về phía cửa sổ hoặc đèn rồi chụp lại.' },
  'too-bright': { wrong: 'Khuôn mặt trong ảnh quá sáng, bị loá.', todo: 'Hãy tránh nắng và đèn chiếu thẳng, tắt đèn nháy rồi chụp lại.' },
  'background-busy': { wrong: 'Nền phía sau bạn không trơn một màu.', todo: 'Hãy đứng trước tường hoặc phông trơn, tốt nhất là màu xanh, rồi chụp lại.' },
}

const en: Record<RefusalReason, Advice> = {
  'not-an-image': { wrong: 'The file you sent is not a JPEG, PNG, WebP or HEIC picture.', todo: 'Choose a picture taken with your phone or camera.' },
  unreadable: { wrong: 'The picture is damaged or did not arrive complete, so we cannot open it.', todo: 'Open it on your device to check, then send it again, or take a new one.' },
  'too-large': { wrong: 'The picture is larger than we can handle.', todo: 'Take it again in your phone’s normal photo mode.' },
  'too-slow': { wrong: 'Checking this picture took too long.', todo: 'Take it again in your phone’s normal photo mode and send that.' },
  busy: { wrong: 'Many people are sending pictures at this moment and we have not looked at yours; nothing is wrong with it.', todo: 'Send the same picture again in a minute.' },
  'no-face': { wrong: 'We cannot see a face clearly in the picture.', todo: 'Face the camera with your whole face showing and no mask.' },
  'several-faces': { wrong: 'There is more than one face in the picture.', todo: 'Take it alone, with no people or pictures behind you.' },
  'face-too-small': { wrong: 'The face in the picture is too small to print clearly on the card.', todo: 'Move closer to the camera and take it again.' },
  'too-tight': { wrong: 'Your face is too close to the edge to cut a 3×4 portrait.', todo: 'Step back, leaving space around your head and showing your shoulders.' },
  'head-turned': { wrong: 'Your face is turned to one side.', todo: 'Look straight at the camera and take it again.' },
  'head-tilted': { wrong: 'Your head is tilted, lowered or raised.', todo: 'Keep your head upright, hold the camera at eye level and take it again.' },
  'eyes-closed': { wrong: 'Your eyes seem to be closed or covered.', todo: 'Open your eyes, take off sunglasses or move your hair aside, and take it again.' },
  'mouth-open': { wrong: 'Your mouth seems to be open.', todo: 'Close your mouth naturally and take it again.' },
  blurred: { wrong: 'The picture is blurred or shaken.', todo: 'Wipe the lens, hold the camera still and take it again.' },
  'too-dark': { wrong: 'Your face is too dark in the picture.', todo: 'Face a window or a lamp and take it again.' },
  'too-bright': { wrong: 'Your face is too bright in the picture.', todo: 'Avoid direct sun or light, turn off the flash and take it again.' },
  'background-busy': { wrong: 'The background behind you is not plain.', todo: 'Stand before a plain wall or cloth, blue if you can, and take it again.' },
}

const advice: Record<Lang, Record<RefusalReason, Advice>> = { vi, en }

/** The sentence and the one thing to do for a refused picture. */
export function adviceFor(reason: RefusalReason, lang: Lang): Advice {
  return advice[lang][reason]
}

/** The button with which a person disputes a refusal. */
export const disputeWords: Words = {
  vi: 'Ảnh của tôi đúng như vậy, hãy để cán bộ xem',
  en: 'My picture is right, let an officer look at it',
}

/** What the officer is told to look at, for each doubt. */
export const doubtWords: Record<DisputableReason, Words> = {
  'eyes-closed': { vi: 'Máy đo mắt có vẻ nhắm; người gửi cho rằng ảnh đúng', en: 'Eyes measured as closed; the sender says the picture is right' },
  'mouth-open': { vi: 'Máy đo miệng có vẻ mở; người gửi cho rằng ảnh đúng', en: 'Mouth measured as open; the sender says the picture is right' },
  'too-dark': { vi: 'Máy đo khuôn mặt tối; người gửi cho rằng ảnh đúng', en: 'Face measured as dark; the sender says the picture is right' },
  'too-bright': { vi: 'Máy đo khuôn mặt quá sáng; người gửi cho rằng ảnh đúng', en: 'Face measured as too bright; the sender says the picture is right' },
  'background-busy': { vi: 'Máy đo nền không trơn; người gửi cho rằng ảnh đúng', en: 'Background measured as not plain; the sender says the picture is right' },
}
