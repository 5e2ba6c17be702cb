/** Words of the page where clinics are let in, stopped, and given keys. */
const vi = {
  title: 'Cơ sở khám sức khỏe', lead: 'Cơ sở được cho phép một lần. Từ đó bác sĩ khám và ký trên trang của cơ sở, hoặc phần mềm của cơ sở tự gửi.', readOnly: 'Cán bộ giám sát cho phép, dừng cơ sở và cấp khóa.',
  caption: 'Cơ sở cấp giấy điện tử', empty: 'Chưa có cơ sở nào được cho phép.',
  columns: { name: 'Cơ sở', code: 'Mã', state: 'Tình trạng', sent: 'Giấy 30 ngày', median: 'Thường dùng được sau', slowest: 'Chậm nhất' },
  states: { invited: 'Chờ tham gia', active: 'Đang cấp', suspended: 'Đã dừng' }, byHand: 'trang của cơ sở', byKey: 'phần mềm, bằng khóa', bySignature: 'phần mềm, có chữ ký số',
  seconds: (n: number) => (n < 1 ? 'chưa đến 1 giây' : n < 120 ? `${Math.round(n)} giây` : `${Math.round(n / 60)} phút`), days: (n: number) => `${n} ngày`,
  late: 'Cơ sở chưa gửi thẳng', ofNone: 'Chưa thuộc tỉnh nào', ofNoneLead: 'Chưa tỉnh nào cho phép cơ sở này nên chưa ai cử bác sĩ hay cấp khóa được. Cho phép thì cơ sở thuộc tỉnh bạn; việc này được ghi lại.', takeOn: 'Cho phép, nhận về tỉnh', ofProvince: (name: string) => `thuộc ${name}`,
  lateLead: 'Hồ sơ của tỉnh dùng giấy của các cơ sở này, và giấy chỉ tìm thấy ở cổng dữ liệu. Mời họ tham gia thì hồ sơ không phải chờ.', lateColumns: { name: 'Cơ sở', code: 'Mã', found: 'Giấy 30 ngày', days: 'Thường đến muộn' }, lateEmpty: 'Không có.',
  admit: 'Cho phép một cơ sở', code: 'Mã cơ sở', codeHint: 'Năm chữ số trong số giấy khám', name: 'Tên cơ sở', mail: 'Thư điện tử nhận nhắc', mailHint: 'Bỏ trống nếu không có', first: 'Số đầu tiên còn trống trong năm', firstHint: 'Cơ sở đã cấp giấy trong năm nay thì gõ số kế tiếp, ví dụ 00418. Chưa cấp giấy nào thì bỏ trống.', admitButton: 'Cho phép', admitted: 'Đã cho phép. Bác sĩ của cơ sở khám và ký được ngay.', namedAnew: 'Cơ sở đã được cho phép từ trước; tên và thư điện tử nay như bạn vừa nhập.',
  back: 'Cơ sở khám sức khỏe', doctors: 'Bác sĩ kết luận', doctorsLead: 'Bác sĩ đăng nhập bằng tài khoản định danh của mình, không cần mật khẩu riêng.', noDoctors: 'Chưa có bác sĩ nào.', identity: 'Số định danh của bác sĩ', fullName: 'Họ và tên', addDoctor: 'Thêm bác sĩ', doctorAdded: 'Đã thêm bác sĩ.', doctorKnown: 'Bác sĩ này đã có ở cơ sở từ trước, không có gì thay đổi.',
  program: 'Phần mềm của cơ sở', invite: 'Cấp mã tham gia', inviteLead: 'Cơ sở dùng mã này một lần để nối phần mềm; mã có hạn 7 ngày.', renew: 'Đổi khóa', renewLead: 'Khóa cũ mất tác dụng ngay. Dùng khi lộ khóa hoặc mất khóa.', invitedUntil: 'Mã tham gia đang chờ, hạn', hasKey: 'Phần mềm đã nối.', noKey: 'Phần mềm chưa nối.',
  secretCode: 'Mã tham gia', secretKey: 'Khóa mới', once: 'Chỉ hiện một lần. Chép và giao tận tay cơ sở.',
  stop: 'Dừng cơ sở', stopLead: 'Cơ sở không cấp, sửa hay thu hồi được nữa. Giấy đã cấp vẫn còn.', resume: 'Cho cấp lại', stopped: 'Đã dừng cơ sở.', resumed: 'Cơ sở cấp giấy lại được.',
  state: 'Tình trạng', since: 'Cho phép từ', delays: 'Độ trễ 30 ngày qua', noDelays: 'Chưa có giấy nào.', notDone: 'Chưa làm được',
  problems: {
    code: 'Mã cơ sở có 5 chữ số', name: 'Nhập tên cơ sở', mail: 'Thư điện tử không đúng', identity: 'Số định danh có 12 chữ số', fullName: 'Nhập họ và tên', notOfThisWorld: 'Bản mô phỏng chỉ nhận người không có thật',
    'clinic-of-another-province': 'Cơ sở này thuộc tỉnh khác', 'clinic-code-wrong': 'Mã cơ sở có 5 chữ số', 'wrong-role': 'Chỉ cán bộ giám sát làm được việc này',
    first: 'Số có từ 1 đến 5 chữ số, từ 1 trở lên', 'numbers-begun': 'Cơ sở đã được cấp số trong năm nay: số đầu tiên không đổi được nữa',
    'holds-another-post': 'Người này đang giữ một vị trí khác: vị trí đó phải kết thúc trước', 'naming-oneself': 'Không ai tự cử chính mình',
  },
}

const en: typeof vi = {
  title: 'Clinics', lead: 'A clinic is let in once. From then on its doctors examine and sign on the clinic’s pages, or its program sends by itself.', readOnly: 'The supervisor lets clinics in, stops them and gives keys.',
  caption: 'Clinics that issue electronically', empty: 'No clinic has been let in yet.',
  columns: { name: 'Clinic', code: 'Code', state: 'State', sent: 'Certificates, 30 days', median: 'Usually usable after', slowest: 'Slowest' },
  states: { invited: 'Invited', active: 'Issuing', suspended: 'Stopped' }, byHand: 'the clinic’s pages', byKey: 'program, by key', bySignature: 'program, signed',
  seconds: (n) => (n < 1 ? 'less than 1 second' : n < 120 ? `${Math.round(n)} s` : `${Math.round(n / 60)} min`), days: (n) => (n === 1 ? '1 day' : `${n} days`),
  late: 'Clinics that do not send by themselves', ofNone: 'Of no province yet', ofNoneLead: 'No province has let this clinic in, so nobody names its doctors or gives it keys yet. Let in, it belongs to your province; that is kept on record.', takeOn: 'Let in, take on', ofProvince: (name) => `of ${name}`,
  lateLead: 'Dossiers of the province use their certificates, which were found at the gateway only. Invited to join, they keep no dossier waiting.', lateColumns: { name: 'Clinic', code: 'Code', found: 'Certificates, 30 days', days: 'Usually late by' }, lateEmpty: 'None.',
  admit: 'Let a clinic in', code: 'Code of the clinic', codeHint: 'The five digits in its certificate numbers', name: 'Name of the clinic', mail: 'Mail address for reminders', mailHint: 'Leave empty if there is none', first: 'First free number this year', firstHint: 'If the clinic issued certificates this year, the number after its last one, such as 00418. Leave empty if it issued none.', admitButton: 'Let in', admitted: 'Let in. Its doctors can examine and sign at once.', namedAnew: 'The clinic had been let in before; its name and mail address are now as you entered them.',
  back: 'Clinics', doctors: 'Concluding doctors', doctorsLead: 'Doctors sign in with their own eID account; no other password is needed.', noDoctors: 'No doctor yet.', identity: 'The doctor’s identity number', fullName: 'Full name', addDoctor: 'Add the doctor', doctorAdded: 'The doctor was added.', doctorKnown: 'This doctor works at the clinic already; nothing has changed.',
  program: 'The clinic’s program', invite: 'Give a joining code', inviteLead: 'The clinic uses it once to connect its program; it holds for 7 days.', renew: 'Renew the key', renewLead: 'The old key stops working at once. For a key that leaked or was lost.', invitedUntil: 'A joining code waits, until', hasKey: 'The program is connected.', noKey: 'The program is not connected.',
  secretCode: 'Joining code', secretKey: 'New key', once: 'Shown once. Copy it and hand it to the clinic in person.',
  stop: 'Stop the clinic', stopLead: 'It can no longer issue, correct or take back. What it issued stays.', resume: 'Let it issue again', stopped: 'The clinic is stopped.', resumed: 'The clinic may issue again.',
  state: 'State', since: 'Let in on', delays: 'Delays of the last 30 days', noDelays: 'No certificates yet.', notDone: 'Not done',
  problems: {
    code: 'A clinic’s code has 5 digits', name: 'Enter the clinic’s name', mail: 'Not a mail address', identity: 'An identity number has 12 digits', fullName: 'Enter the full name', notOfThisWorld: 'The simulation takes made-up people only',
    'clinic-of-another-province': 'This clinic belongs to another province', 'clinic-code-wrong': 'A clinic’s code has 5 digits', 'wrong-role': 'Only the supervisor may do this',
    first: 'A number has 1 to 5 digits and is at least 1', 'numbers-begun': 'Numbers of this year have begun here: the first one can no longer change',
    'holds-another-post': 'This person holds another post: that one has to end first', 'naming-oneself': 'Nobody names themselves',
  },
}

export const clinicsText = { vi, en } as const
