/** Words of the portrait's question. */
const vi = {
  title: 'Ảnh chân dung của bạn',
  lead: 'Chụp bằng điện thoại là được. Chúng tôi cắt thành ảnh 3×4 và cho bạn xem lại.',
  tips: ['Đứng trước tường trơn, tốt nhất màu xanh', 'Ánh sáng đều, nhìn thẳng, mắt mở, miệng khép', 'Không đeo kính râm, khẩu trang, mũ', 'Thấy cả đầu và vai, chừa khoảng trống xung quanh'],
  label: 'Chọn hoặc chụp ảnh',
  hint: 'JPEG, PNG, WebP hoặc HEIC. Ảnh gốc từ điện thoại là tốt nhất.',
  send: 'Gửi ảnh này',
  missing: 'Hãy chọn hoặc chụp một ảnh',
  broken: 'Ảnh chưa gửi xong vì đường truyền bị ngắt. Chưa có gì được nhận; hãy chọn ảnh và gửi lại.',
  twoLines: (wrong: string, todo: string) => `${wrong} ${todo}`,
  disputeLead: 'Nếu ảnh của bạn đúng như vậy (ví dụ mắt bạn vốn nhỏ), hãy chọn lại chính ảnh đó, đánh dấu ô dưới đây rồi gửi. Cán bộ sẽ xem.',
  shownTitle: 'Ảnh 3×4 sẽ in trên giấy phép',
  shownAlt: 'Ảnh chân dung 3×4 của bạn',
  receipt: 'Mã biên nhận ảnh',
  receiptHint: 'Cán bộ và thẻ in dùng đúng ảnh có mã này.',
  use: 'Dùng ảnh này',
  another: 'Chọn ảnh khác',
  used: 'Bạn đã chọn ảnh này cho hồ sơ.',
  sources: { upload: 'Bạn đã gửi ảnh này.', 'population-register': 'Ảnh trên căn cước của bạn, do cơ sở dữ liệu dân cư cung cấp.' },
  doubts: 'Bạn cho rằng ảnh đúng; cán bộ sẽ xem lại.',
}

const en: typeof vi = {
  title: 'Your portrait',
  lead: 'A phone picture will do. We cut it to 3×4 and show it to you.',
  tips: ['Stand before a plain wall, blue if you can', 'Even light, looking straight ahead, eyes open, mouth closed', 'No sunglasses, mask or hat', 'Head and shoulders with some space around'],
  label: 'Choose or take a picture',
  hint: 'JPEG, PNG, WebP or HEIC. The original from your phone is best.',
  send: 'Send this picture',
  missing: 'Choose or take a picture',
  broken: 'The picture did not arrive whole: the line broke. Nothing was taken; choose the picture and send it again.',
  twoLines: (wrong, todo) => `${wrong} ${todo}`,
  disputeLead: 'If your picture is right as it is (your eyes may be narrow by nature), choose the same picture again, tick the box below and send it. An officer will look.',
  shownTitle: 'The 3×4 picture for your licence',
  shownAlt: 'Your 3×4 portrait',
  receipt: 'Receipt code of the picture',
  receiptHint: 'The officer and the printed card use exactly the picture with this code.',
  use: 'Use this picture',
  another: 'Take another',
  used: 'This is the picture of your dossier.',
  sources: { upload: 'You sent this picture.', 'population-register': 'The picture of your identity card, given by the population register.' },
  doubts: 'You say the picture is right; an officer will look at it.',
}

export const portraitQuestionText = { vi, en }

/** Words of the offer to use the picture of the identity card. */
const offerVi = {
  title: 'Dùng ảnh trên căn cước của bạn',
  lead: 'Cơ sở dữ liệu dân cư có ảnh của bạn. Không cần chụp lại: bạn xem ảnh trước khi dùng.',
  use: 'Dùng ảnh căn cước của tôi',
  or: 'Hoặc gửi ảnh khác',
  refused: (why: string) => `Ảnh trên căn cước của bạn không dùng được cho giấy phép. ${why}`,
  asking: 'Chúng tôi đang hỏi cơ sở dữ liệu dân cư xem có sẵn ảnh của bạn không. Bạn không phải đợi: hãy gửi ảnh dưới đây.',
}

const offerEn: typeof offerVi = {
  title: 'Use the picture of your identity card',
  lead: 'The population register has a picture of you. No need to take one: you see it before it is used.',
  use: 'Use my identity card’s picture',
  or: 'Or send another picture',
  refused: (why) => `The picture of your identity card can’t be used for the licence. ${why}`,
  asking: 'We are asking the population register whether it has a picture of you. You need not wait: send one below.',
}

export const offerText = { vi: offerVi, en: offerEn }

/** Words while a picture is on its way in pieces. {percent} is filled in by the script. */
const sendingVi = {
  sending: 'Đang gửi ảnh: {percent}%',
  waiting: 'Mạng bị gián đoạn ở {percent}%. Ảnh không mất; chúng tôi tự gửi tiếp khi có mạng.',
  stopped: 'Chưa gửi tiếp được, đang dừng ở {percent}%. Phần đã gửi vẫn còn. Khi có mạng, hãy bấm nút dưới đây.',
  sent: 'Đã gửi xong. Chúng tôi đang xem ảnh, mất vài giây.',
  stay: 'Hãy để trang này mở. Nếu phải đóng, trong 24 giờ bạn mở lại trang và chọn đúng ảnh này, ảnh được gửi tiếp từ chỗ dừng.',
  again: 'Gửi tiếp',
}

const sendingEn: typeof sendingVi = {
  sending: 'Sending the picture: {percent}%',
  waiting: 'The line broke at {percent}%. Nothing is lost; we go on by ourselves when it is back.',
  stopped: 'We could not go on; {percent}% has arrived and is kept. Press the button below when you are back on line.',
  sent: 'All of it has arrived. We are looking at the picture, a few seconds.',
  stay: 'Keep this page open. If you must close it, open it again within 24 hours and choose the same picture: it goes on where it stopped.',
  again: 'Go on sending',
}

export const sendingText = { vi: sendingVi, en: sendingEn }
