/** Words of the report that a licence was lost. */
const vi = {
  title: 'Khai báo mất giấy phép',
  lead: 'Bạn khai ở đây là đủ, không cần xác nhận của công an nơi mất.',
  date: 'Bạn mất giấy phép ngày nào?',
  dateHint: 'Nếu không nhớ chính xác, hãy ghi ngày bạn biết là đã mất. Ví dụ 15 11 2026.',
  dateMissing: 'Hãy nhập ngày mất, gồm ngày, tháng, năm',
  dateImpossible: 'Ngày mất phải sau ngày cấp giấy phép và không muộn hơn hôm nay',
  how: 'Giấy phép bị mất như thế nào?',
  howMissing: 'Hãy chọn giấy phép bị mất như thế nào',
  kinds: { mislaid: 'Rơi hoặc để quên, không tìm thấy', stolen: 'Bị lấy cắp', destroyed: 'Bị thiên tai, hỏa hoạn làm hỏng hết' },
  declare: 'Cam đoan',
  notHeld: 'Tôi cam đoan giấy phép không bị cơ quan nào tạm giữ hoặc tước quyền sử dụng',
  notHeldMissing: 'Hãy đánh dấu để cam đoan. Giấy phép đang bị tạm giữ hoặc bị tước thì không phải là mất.',
  found: 'Khi giấy phép mới có hiệu lực, thẻ cũ không còn giá trị. Nếu tìm thấy, bạn nộp lại cho cơ quan cấp giấy phép.',
}

const en: typeof vi = {
  title: 'Report that the licence was lost',
  lead: 'Your report here is enough; no confirmation by the police of the place is needed.',
  date: 'When did you lose the licence?',
  dateHint: 'If you are not sure, give the day you noticed. For example 15 11 2026.',
  dateMissing: 'Enter the day of the loss: day, month and year',
  dateImpossible: 'The loss must be after the licence was issued and not later than today',
  how: 'How was it lost?',
  howMissing: 'Choose how it was lost',
  kinds: { mislaid: 'Dropped or left somewhere and not found', stolen: 'Stolen', destroyed: 'Destroyed in a disaster or fire' },
  declare: 'Declaration',
  notHeld: 'I declare that no authority holds the licence and that it is not suspended',
  notHeldMissing: 'Tick the box to declare this. A licence that is held or suspended is not lost.',
  found: 'Once the new licence is in force the old card is void. If you find it, hand it in to the licensing authority.',
}

export const lossQuestionText = { vi, en }
