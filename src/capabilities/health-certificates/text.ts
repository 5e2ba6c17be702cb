/** What a clinic is written: in Vietnamese only, as its other mail from the authorities. */
/** A reminder of one certificate. No name and no identity number: the clinic knows the number, or what it has not sent. */
export function clinicReminder(about: { readonly clinicName: string; readonly number: string | null; readonly round: number }): { subject: string; text: string } {
  const which = about.number ? `giấy khám sức khỏe số ${about.number}` : 'giấy khám sức khỏe của một người vừa khám tại quý cơ sở'
  return {
    subject: `Nhắc gửi giấy khám sức khỏe lái xe (lần ${about.round})`,
    text: [
      `Kính gửi ${about.clinicName},`,
      `Một hồ sơ giấy phép lái xe đang chờ ${which}. Hệ thống chưa nhận được dữ liệu này.`,
      'Đề nghị quý cơ sở gửi các giấy khám chưa gửi, bằng phần mềm đã kết nối hoặc qua cổng dữ liệu giấy khám sức khỏe. Hồ sơ tự đi tiếp ngay khi dữ liệu đến; không cần trả lời thư này.',
      'Toàn Trình, dịch vụ giấy phép lái xe',
    ].join('\n\n'),
  }
}
