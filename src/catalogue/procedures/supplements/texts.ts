/** Words to the citizen, ready to be changed and sent: per point and reason, dated like everything that a circular could change. */
import type { Words } from '../../../platform/values/words.ts'
import { dated } from '../../provision.ts'
import type { PointKind, SupplementReason } from './points.ts'

type Texts = Readonly<Record<PointKind, Readonly<Partial<Record<SupplementReason, Words>>>>>

const texts: Texts = {
  portrait: {
    missing: { vi: 'Hồ sơ chưa có ảnh chân dung. Xin gửi một ảnh chụp thẳng, nền xanh, trong 6 tháng gần đây.', en: 'The dossier has no portrait. Please send one taken from the front on a blue background within the last 6 months.' },
    wrong: { vi: 'Ảnh chưa đúng yêu cầu. Xin gửi ảnh chụp thẳng, một mình, không kính màu, nền xanh.', en: 'The picture does not meet the rules. Please send one of yourself alone, from the front, without tinted glasses, on a blue background.' },
    unreadable: { vi: 'Ảnh mờ hoặc bị lóa, không nhìn rõ mặt. Xin chụp lại ở nơi sáng đều, gần cửa sổ, giữ máy đứng yên.', en: 'The picture is blurred or overexposed and the face cannot be seen clearly. Please take it again in even light, near a window, holding the camera still.' },
    outdated: { vi: 'Ảnh chụp đã lâu, không còn giống hiện nay. Xin gửi ảnh chụp trong 6 tháng gần đây.', en: 'The picture is old and you look different now. Please send one taken within the last 6 months.' },
  },
  'health-certificate': {
    missing: { vi: 'Chưa có giấy khám sức khỏe của người lái xe. Xin nhập mã giấy khám, hoặc nhờ cơ sở khám gửi dữ liệu lên cổng.', en: 'There is no driver’s health certificate yet. Please enter its code, or ask the clinic to send it.' },
    wrong: { vi: 'Giấy khám này không dùng được cho hạng xin cấp. Xin nhập mã giấy khám đúng hạng.', en: 'This certificate does not serve the class asked for. Please enter the code of one that does.' },
    unreadable: { vi: 'Không đọc được kết luận của giấy khám. Xin nhập lại mã giấy khám.', en: 'The conclusion of the certificate cannot be read. Please enter its code again.' },
    outdated: { vi: 'Giấy khám đã quá thời hạn sử dụng. Xin khám lại và nhập mã giấy khám mới.', en: 'The certificate is out of date. Please be examined again and enter the new code.' },
  },
  'certified-copy': {
    missing: { vi: 'Giấy khám bằng giấy cần bản sao điện tử có chứng thực. Xin gửi tệp PDF do nơi chứng thực cấp.', en: 'A paper certificate needs a certified electronic copy. Please send the PDF that the certifying office gave you.' },
    wrong: { vi: 'Bản sao không phải của giấy khám cần dùng. Xin gửi bản sao điện tử có chứng thực của đúng giấy khám.', en: 'The copy is not of the certificate that is needed. Please send the certified copy of the right one.' },
    unreadable: { vi: 'Bản sao không đọc được. Xin gửi lại tệp PDF gốc do nơi chứng thực cấp, không chụp màn hình.', en: 'The copy cannot be read. Please send the original PDF of the certifying office, not a picture of the screen.' },
    outdated: { vi: 'Giấy khám trong bản sao đã quá thời hạn sử dụng. Xin gửi bản sao có chứng thực của giấy khám mới.', en: 'The certificate on the copy is out of date. Please send a certified copy of the new one.' },
  },
  'loss-report': {
    missing: { vi: 'Chưa khai giấy phép bị mất khi nào, ra sao. Xin khai đủ.', en: 'When and how the licence was lost is not said. Please complete the report.' },
    wrong: { vi: 'Khai báo mất không khớp dữ liệu. Xin kiểm tra lại ngày mất và lý do.', en: 'The report of the loss does not agree with the registers. Please check the date and how it was lost.' },
  },
  'changed-details': {
    wrong: { vi: 'Họ tên hoặc ngày sinh trong hồ sơ khác với căn cước. Xin sửa ở công an xã, phường nơi cư trú rồi báo lại tại đây.', en: 'Name or birth date in the dossier differ from the identity card. Please have them corrected by the commune police and tell us here.' },
    outdated: { vi: 'Thông tin trên căn cước đã thay đổi mà cơ sở dữ liệu dân cư chưa có. Xin đề nghị công an xã, phường cập nhật rồi báo lại tại đây.', en: 'What is on the identity card has changed and the population register does not have it yet. Please have it updated by the commune police and tell us here.' },
  },
  residence: {
    missing: { vi: 'Nơi cư trú chưa ghi đủ. Xin ghi số nhà, đường hoặc thôn, xã hoặc phường, tỉnh.', en: 'The residence is not complete. Please give house, street or hamlet, commune and province.' },
    wrong: { vi: 'Nơi cư trú chưa đúng. Xin ghi đúng như trong căn cước điện tử.', en: 'The residence is not right. Please write it as in your electronic identity.' },
    outdated: { vi: 'Nơi cư trú ghi theo tên đơn vị hành chính cũ. Xin ghi theo tên hiện nay.', en: 'The residence uses names of communes or provinces that are no longer in use. Please use the present ones.' },
  },
  phone: {
    missing: { vi: 'Hồ sơ chưa có số điện thoại. Xin ghi số đang dùng.', en: 'There is no phone number. Please give one that you use.' },
    wrong: { vi: 'Số điện thoại không liên lạc được hoặc thừa, thiếu số. Xin ghi lại số đang dùng.', en: 'The phone number cannot be reached or has a digit too many or too few. Please give the number that you use.' },
    outdated: { vi: 'Số điện thoại này không còn dùng. Xin ghi số đang dùng.', en: 'This phone number is no longer in use. Please give the present one.' },
  },
  email: {
    missing: { vi: 'Hồ sơ chưa có thư điện tử. Xin ghi địa chỉ nhận tin.', en: 'There is no e-mail address. Please give one for messages.' },
    wrong: { vi: 'Thư gửi đến địa chỉ này bị trả lại. Xin ghi lại địa chỉ thư điện tử.', en: 'Messages to this address come back. Please give the e-mail address again.' },
  },
  delivery: {
    missing: { vi: 'Nơi nhận chưa ghi đủ để bưu chính giao được. Xin ghi số nhà, đường hoặc thôn, xã hoặc phường, tỉnh.', en: 'The post cannot deliver with what is given. Please give house, street or hamlet, commune and province.' },
    wrong: { vi: 'Nơi nhận chưa đúng. Xin kiểm tra tên người nhận, số điện thoại và địa chỉ.', en: 'Where the card goes is not right. Please check receiver, phone and address.' },
    outdated: { vi: 'Nơi nhận ghi theo tên đơn vị hành chính cũ. Xin ghi theo tên hiện nay.', en: 'The address uses names that are no longer in use. Please use the present ones.' },
  },
}

export const supplementTexts = dated<Texts>('words of a request for supplements', [
  { from: '2017-06-01', value: texts, source: 'Lời mẫu của dịch vụ; Mẫu số 02 (TT 03/2025/TT-VPCP) chỉ đòi nêu nội dung và lý do', confidence: 0.6, assumed: true },
])
