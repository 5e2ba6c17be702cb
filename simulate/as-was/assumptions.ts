/** What the model of yesterday's process takes for granted. The articles tell what went wrong, never how often or in which order. */

interface AsWasAssumption {
  readonly about: string
  readonly taken: string
  /** An article's own words, or why it is taken without them. */
  readonly restsOn: string
}

export const asWasAssumptions: readonly AsWasAssumption[] = [
  { about: 'account', taken: 'a second approval by a ministry account takes 4 to 48 hours; people are told so and come back', restsOn: '"còn phải được tài khoản của Bộ GTVT duyệt thì công dân mới nộp được TTHC, gây mất thời gian" (articles 001, 003); the hours are assumed' },
  { about: 'violations', taken: 'the source is asked while the person waits; without an answer nothing can be filed', restsOn: '"kết nối với phần mềm tra dữ liệu vi phạm của Công an thường xuyên bị lỗi" as a cause of few online dossiers (article 003)' },
  { about: 'certificate', taken: 'a number that cannot be found is refused; nothing waits for the clinic', restsOn: '"không thể tra cứu được số Giấy khám sức khoẻ lái xe" as a cause (articles 001, 003)' },
  { about: 'paper', taken: 'a certificate on paper is shown at the office: a trip, so not online', restsOn: 'seven clinics issue electronic ones (articles 001, 003); about every second dossier came in person (1,375 of 2,490, article 001)' },
  { about: 'payment', taken: 'money is known from the platform’s own message alone; nobody asks, and nothing is paid back', restsOn: '"hệ thống thanh toán chậm, việc hoàn tiền cho công dân khi gặp lỗi chưa được" (article 003)' },
  { about: 'payment again', taken: 'whoever lost money to an error does not pay a second time', restsOn: '"dẫn đến công dân không muốn thực hiện lại" (article 003)' },
  { about: 'portrait', taken: 'every picture is taken; a bad one is found out by the officer, who asks for another; the other is bad as often as the first', restsOn: '"thường không tiếp nhận được ảnh, dù công dân vẫn đẩy được ảnh lên, dẫn đến cán bộ xử lý gặp khó khăn" (article 003)' },
  { about: 'all else', taken: 'nothing else goes wrong: officers decide, the post delivers, a lost message of the post costs nobody anything', restsOn: 'in favour of yesterday' },
  { about: 'patience', taken: 'the same as with the service: citizen/patience.ts', restsOn: 'the same people' },
]
