/** Words of the kiosk, its slip and the display. Short: they are read standing, from three metres, by everybody. */
export const kioskText = {
  vi: {
    take: 'Lấy số thứ tự', touch: 'Chạm vào việc bạn cần', waiting: (n: number) => (n === 0 ? 'Không ai đang chờ' : `${n} người đang chờ`),
    nothingKept: 'Phiếu chỉ có số. Không cần giấy tờ, không ghi tên.', other: 'English', back: 'Chọn việc khác',
    lane: 'Bạn đi hàng nào?', ordinary: 'Lấy số', priority: 'Lấy số ưu tiên', priorityFor: 'Dành cho:', priorityWhy: 'Không cần giấy chứng minh.', assumed: 'Cách xếp hàng ưu tiên ở đây là giả định.',
    number: 'Số của bạn', laneOf: { ordinary: '', priority: 'Hàng ưu tiên' }, taken: 'Lấy lúc', ahead: (n: number) => (n === 0 ? 'Bạn là người kế tiếp' : `Trước bạn: ${n} người`),
    wait: (from: number, to: number) => (from === to ? `Chờ khoảng ${to} phút` : `Chờ khoảng ${from} đến ${to} phút`), unknownWait: 'Hôm nay chưa đủ số liệu để nói chờ bao lâu',
    how: 'Chờ màn hình gọi số, rồi đến cửa ghi bên cạnh số.', late: 'Lỡ lượt thì báo quầy: số còn giá trị đến hết ngày.', print: 'In phiếu', done: 'Xong',
    now: { called: (n: number) => `Mời đến cửa ${n}`, serving: (n: number) => `Đang ở cửa ${n}`, missed: 'Đã gọi mà chưa thấy. Hãy báo quầy.', served: 'Đã xong', closed: 'Số này đã hết ngày' },
    display: 'Số đang gọi', window: 'Cửa', please: (n: number) => `Mời đến cửa ${n}`, again: 'gọi lại', nobody: 'Chưa gọi số nào', nobodyText: 'Chưa có số thứ tự? Lấy số ở máy gần cửa vào.',
    missed: 'Đã gọi mà chưa thấy: hãy báo quầy', queue: 'Đang chờ', pace: (n: number) => `lấy số bây giờ, chờ tối đa khoảng ${n} phút`, unknownPace: 'chưa đủ số liệu để ước lượng',
    refused: 'Chưa lấy được số', refusals: { 'too-many-tickets': 'Máy vừa phát quá nhiều số. Đợi một phút rồi chạm lại, hoặc gọi cán bộ.', 'queue-full': 'Hàng chờ đã đầy. Mời hỏi cán bộ ở quầy.', other: 'Mời chọn lại việc bạn cần.' },
    retry: 'Chọn lại',
  },
  en: {
    take: 'Take a number', touch: 'Touch what you need', waiting: (n: number) => (n === 0 ? 'Nobody is waiting' : n === 1 ? '1 person is waiting' : `${n} people are waiting`),
    nothingKept: 'The slip has a number and nothing else. No papers, no name.', other: 'Tiếng Việt', back: 'Choose something else',
    lane: 'Which queue?', ordinary: 'Take a number', priority: 'Take a priority number', priorityFor: 'For people who are:', priorityWhy: 'No proof needed.', assumed: 'How priority is given here is assumed.',
    number: 'Your number', laneOf: { ordinary: '', priority: 'Priority' }, taken: 'Taken at', ahead: (n: number) => (n === 0 ? 'You are next' : n === 1 ? '1 person before you' : `${n} people before you`),
    wait: (from: number, to: number) => (from === to ? `About ${to} min to wait` : `About ${from} to ${to} min to wait`), unknownWait: 'Too little measured today to say how long',
    how: 'Wait until the display calls your number, then go to the window beside it.', late: 'Missed your call? Tell a clerk: the number is good until the end of the day.', print: 'Print the slip', done: 'Done',
    now: { called: (n: number) => `Please go to window ${n}`, serving: (n: number) => `At window ${n}`, missed: 'Called, but nobody came. Please tell a clerk.', served: 'Done', closed: 'The day of this number is over' },
    display: 'Now calling', window: 'Window', please: (n: number) => `Please go to window ${n}`, again: 'called again', nobody: 'No number has been called yet', nobodyText: 'No number? Take one at the machine by the door.',
    missed: 'Called, but nobody came: please tell a clerk', queue: 'Waiting', pace: (n: number) => `a number taken now waits up to about ${n} min`, unknownPace: 'too little measured to say how long',
    refused: 'No number this time', refusals: { 'too-many-tickets': 'Too many numbers were taken just now. Wait a minute and touch again, or ask a clerk.', 'queue-full': 'The queue is full. Please ask a clerk.', other: 'Please choose again what you need.' },
    retry: 'Choose again',
  },
} as const
