/** What clinics' programs are answered, MSG_TEXT: Vietnamese, as the national gateway answers. */

/** By refusal code; the status is HTTP's. */
export const refusals = {
  'clinic-unknown': [401, 'Sai mã cơ sở khám hoặc khóa kết nối'],
  'clinic-suspended': [403, 'Cơ sở khám đang bị tạm dừng kết nối'],
  'invitation-wrong': [403, 'Mã tham gia không đúng, đã dùng hoặc đã hết hạn'],
  'signing-certificate-wrong': [422, 'Chứng thư số không đọc được, không phải khóa RSA từ 2048 bit, hoặc đã dùng cho cơ sở khác'],
  'message-malformed': [400, 'Bản tin sai cấu trúc'],
  'message-forbidden-construct': [400, 'Bản tin XML có thành phần không được phép (DOCTYPE, ENTITY, CDATA)'],
  'message-too-large': [413, 'Bản tin quá lớn'],
  'signature-missing': [422, 'Thiếu chữ ký số của cơ sở khám'],
  'signature-form-wrong': [422, 'Chữ ký số không đúng dạng: cần một chữ ký bao trùm toàn bộ bản tin'],
  'signature-wrong': [422, 'Chữ ký số không đúng, hoặc không phải của cơ sở khám này'],
  'signature-covers-otherwise': [422, 'Dữ liệu gửi khác dữ liệu đã ký'],
  'certificate-of-another-clinic': [403, 'Số giấy khám không thuộc cơ sở khám này'],
  'certificate-class-unknown': [422, 'Hạng bằng lái không có trong danh mục'],
  'concluded-in-the-future': [422, 'Ngày kết luận ở tương lai'],
  'number-of-another-person': [409, 'Số giấy khám đã cấp cho người khác'],
  'certificate-says-otherwise': [409, 'Số giấy khám đã có với nội dung khác; muốn sửa hãy gửi STATE = EDIT'],
  'certificate-not-known': [404, 'Chưa có giấy khám mang số và hạng này; hãy gửi STATE = ADD'],
  'certificate-holder-fixed': [409, 'Không đổi được số định danh của giấy đã cấp; hãy thu hồi và cấp giấy mới'],
  'certificate-is-revoked': [409, 'Giấy khám này đã thu hồi'],
  'message-reused': [409, 'UUID này đã dùng cho bản tin khác'],
  'message-superseded': [409, 'Bản tin này đã gửi trước và đã được sửa sau đó; muốn gửi lại hãy đặt UUID mới trong nội dung ký'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>

export const replies = {
  accepted: 'Đã nhận giấy khám',
  known: 'Giấy khám này đã nhận trước đó',
  corrected: 'Đã sửa giấy khám',
  revoked: 'Đã thu hồi giấy khám',
  joined: 'Cơ sở khám đã tham gia. Khóa kết nối chỉ hiện một lần',
  field: (name: string) => ` (trường ${name})`,
  broken: 'Hệ thống bận, hãy gửi lại',
} as const
