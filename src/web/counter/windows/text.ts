/** Words of a clerk's window. */
export const windowText = {
  vi: {
    title: 'Gọi số', lead: 'Mở cửa bạn ngồi hôm nay, chọn việc cửa đó làm.', which: 'Cửa', windowNo: (n: number) => `Cửa ${n}`, taken: 'đang mở', services: 'Nhận gọi', open: 'Mở cửa',
    waiting: 'Đang chờ', people: (n: number) => `${n} người`, next: 'Gọi số tiếp theo', nobody: 'Không ai đang chờ. Trang tự xem lại.', serves: (letters: string) => `Gọi hàng ${letters}`,
    called: (n: number) => (n > 1 ? `đã gọi ${n} lần` : 'đang gọi'), serving: 'đang phục vụ', priority: 'Ưu tiên', came: 'Có mặt, bắt đầu', again: 'Gọi lại', absent: 'Không đến', giveBack: 'Trả về hàng chờ', finish: 'Xong', visit: 'Mở lượt tiếp công dân',
    missed: 'Đã gọi mà chưa thấy', recall: (number: string) => `Mời ${number}`, missedHelp: 'Người cầm số có thể đến muộn: mời lại bất cứ lúc nào trong ngày.',
    more: (n: number) => `Còn ${n} số nữa.`, find: 'Tìm theo số', number: 'Số trên phiếu', numberHint: 'Ví dụ A021, hoặc chỉ 21', look: 'Tìm', noneFound: 'Trong các số đã gọi mà chưa thấy hôm nay không có số này.', latest: 'Về các số gọi gần đây',
    close: 'Đóng cửa này', others: 'Cửa đang mở', closeOther: (n: number) => `Đóng cửa ${n}`,
    othersHelp: 'Chỉ đóng cửa của người đã về: số đang gọi ở đó trở lại hàng chờ.', waits: 'Chờ hôm nay', columns: { service: 'Hàng', issued: 'Đã lấy', served: 'Đã xong', half: 'Một nửa chờ tối đa', most: '9 trên 10 chờ tối đa' }, minutes: (n: number) => `${n} phút`, notYet: 'chưa có',
    kiosk: 'Máy lấy số', display: 'Màn hình gọi số', screens: 'Màn hình của điểm này',
    done: { mo: 'Đã mở cửa.', dong: 'Đã đóng cửa. Số đang gọi, nếu có, đã trở lại hàng chờ.', vang: 'Đã ghi không đến. Có thể mời lại.', xong: 'Đã xong một lượt.', 'tra-lai': 'Số đã trở về hàng chờ.', het: 'Không ai đang chờ.' },
    refusals: {
      'window-not-open': 'Cửa của bạn đã đóng. Mở lại để gọi số.', 'window-not-found': 'Chọn một cửa của điểm này.', 'window-taken': 'Cửa này đang có người mở. Chọn cửa khác, hoặc đóng cửa đó nếu người ấy đã về.',
      'service-not-found': 'Chọn ít nhất một hàng.', 'ticket-in-service': 'Đang phục vụ một người: bấm Xong trước khi đóng cửa.', 'window-busy': 'Đang có một số ở cửa: kết thúc số đó trước.',
    },
  },
  en: {
    title: 'Queue', lead: 'Open the window where you sit today and choose what it does.', which: 'Window', windowNo: (n: number) => `Window ${n}`, taken: 'open', services: 'Calls', open: 'Open the window',
    waiting: 'Waiting', people: (n: number) => (n === 1 ? '1 person' : `${n} people`), next: 'Call the next number', nobody: 'Nobody is waiting. The page looks again by itself.', serves: (letters: string) => `Calls ${letters}`,
    called: (n: number) => (n > 1 ? `called ${n} times` : 'called'), serving: 'being served', priority: 'Priority', came: 'Here, begin', again: 'Call again', absent: 'Nobody came', giveBack: 'Back to the queue', finish: 'Done', visit: 'Open a visit',
    missed: 'Called, but nobody came', recall: (number: string) => `Call ${number}`, missedHelp: 'Who holds the number may come late: call it again at any time today.',
    more: (n: number) => (n === 1 ? 'And 1 more number.' : `And ${n} more numbers.`), find: 'Find a number', number: 'Number on the slip', numberHint: 'For example A021, or only 21', look: 'Find', noneFound: 'Of today’s numbers that were called and did not come none is this one.', latest: 'Back to the latest numbers',
    close: 'Close this window', others: 'Open windows', closeOther: (n: number) => `Close window ${n}`,
    othersHelp: 'Only for somebody who has left: a number called there goes back to the queue.', waits: 'Waits today', columns: { service: 'Queue', issued: 'Taken', served: 'Done', half: 'Half waited at most', most: '9 of 10 waited at most' }, minutes: (n: number) => `${n} min`, notYet: 'none yet',
    kiosk: 'Kiosk', display: 'Display', screens: 'Screens of this point',
    done: { mo: 'The window is open.', dong: 'The window is closed. A number called there, if any, is back in the queue.', vang: 'Noted: nobody came. It can be called again.', xong: 'One more done.', 'tra-lai': 'The number is back in the queue.', het: 'Nobody is waiting.' },
    refusals: {
      'window-not-open': 'Your window has been closed. Open it again to call numbers.', 'window-not-found': 'Choose a window of this point.', 'window-taken': 'Somebody has this window open. Choose another, or close it if they have left.',
      'service-not-found': 'Choose at least one queue.', 'ticket-in-service': 'Somebody is being served: press Done before you close the window.', 'window-busy': 'A number is at the window: end it first.',
    },
  },
} as const
