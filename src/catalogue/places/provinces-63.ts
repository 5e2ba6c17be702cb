/**
 * The 63 provinces until 30 June 2025. Columns: id, name, two-digit code, the province it merged into on 1 July 2025,
 * agency code with confidence (five are published, three widely printed, the rest follow the alphabetical list of
 * QĐ 20/2020/QĐ-TTg annex I, unsourced), first day of the online exchange (pilot, twelve provinces, nationwide).
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import type { Basis } from '../provision.ts'

export interface OldProvince {
  readonly id: string
  readonly name: string
  readonly code2: string
  readonly city: boolean
  readonly mergedInto: string
  readonly agencyCode: Basis<string>
  readonly liveFrom: LocalDate
}

function old(id: string, name: string, code2: string, mergedInto: string, agencyCode: string, confidence: number, liveFrom: LocalDate, city = false): OldProvince {
  return {
    id,
    name,
    code2,
    city,
    mergedInto,
    agencyCode: { value: agencyCode, source: 'QĐ 20/2020/QĐ-TTg, phụ lục I', confidence, ...(confidence < 0.95 ? { assumed: true as const } : {}) },
    liveFrom,
  }
}

export const provinces63: readonly OldProvince[] = [
  old('ha-noi', 'Hà Nội', '01', 'ha-noi', 'H26', 0.95, '2020-07-01', true),
  old('ha-giang', 'Hà Giang', '02', 'tuyen-quang', 'H22', 0.9, '2022-11-15'),
  old('cao-bang', 'Cao Bằng', '04', 'cao-bang', 'H14', 0.9, '2022-11-15'),
  old('bac-kan', 'Bắc Kạn', '06', 'thai-nguyen', 'H03', 0.9, '2022-11-15'),
  old('tuyen-quang', 'Tuyên Quang', '08', 'tuyen-quang', 'H60', 0.9, '2021-09-30'),
  old('lao-cai', 'Lào Cai', '10', 'lao-cai', 'H38', 0.9, '2021-09-30'),
  old('dien-bien', 'Điện Biên', '11', 'dien-bien', 'H18', 0.9, '2022-11-15'),
  old('lai-chau', 'Lai Châu', '12', 'lai-chau', 'H35', 0.9, '2022-11-15'),
  old('son-la', 'Sơn La', '14', 'son-la', 'H52', 0.9, '2022-11-15'),
  old('yen-bai', 'Yên Bái', '15', 'lao-cai', 'H63', 0.9, '2022-11-15'),
  old('hoa-binh', 'Hòa Bình', '17', 'phu-tho', 'H28', 0.9, '2022-11-15'),
  old('thai-nguyen', 'Thái Nguyên', '19', 'thai-nguyen', 'H55', 0.9, '2022-11-15'),
  old('lang-son', 'Lạng Sơn', '20', 'lang-son', 'H37', 0.9, '2021-09-30'),
  old('quang-ninh', 'Quảng Ninh', '22', 'quang-ninh', 'H49', 0.97, '2021-09-30'),
  old('bac-giang', 'Bắc Giang', '24', 'bac-ninh', 'H02', 0.9, '2022-11-15'),
  old('phu-tho', 'Phú Thọ', '25', 'phu-tho', 'H44', 0.9, '2022-11-15'),
  old('vinh-phuc', 'Vĩnh Phúc', '26', 'phu-tho', 'H62', 0.9, '2022-11-15'),
  old('bac-ninh', 'Bắc Ninh', '27', 'bac-ninh', 'H05', 0.95, '2021-09-30'),
  old('hai-duong', 'Hải Dương', '30', 'hai-phong', 'H23', 0.9, '2022-11-15'),
  old('hai-phong', 'Hải Phòng', '31', 'hai-phong', 'H24', 0.95, '2021-09-30', true),
  old('hung-yen', 'Hưng Yên', '33', 'hung-yen', 'H31', 0.9, '2022-11-15'),
  old('thai-binh', 'Thái Bình', '34', 'hung-yen', 'H54', 0.9, '2022-11-15'),
  old('ha-nam', 'Hà Nam', '35', 'ninh-binh', 'H25', 0.9, '2020-07-01'),
  old('nam-dinh', 'Nam Định', '36', 'ninh-binh', 'H40', 0.9, '2022-11-15'),
  old('ninh-binh', 'Ninh Bình', '37', 'ninh-binh', 'H42', 0.9, '2022-11-15'),
  old('thanh-hoa', 'Thanh Hóa', '38', 'thanh-hoa', 'H56', 0.9, '2021-09-30'),
  old('nghe-an', 'Nghệ An', '40', 'nghe-an', 'H41', 0.9, '2022-11-15'),
  old('ha-tinh', 'Hà Tĩnh', '42', 'ha-tinh', 'H27', 0.9, '2022-11-15'),
  old('quang-binh', 'Quảng Bình', '44', 'quang-tri', 'H46', 0.9, '2022-11-15'),
  old('quang-tri', 'Quảng Trị', '45', 'quang-tri', 'H50', 0.9, '2022-11-15'),
  old('thua-thien-hue', 'Thừa Thiên Huế', '46', 'hue', 'H57', 0.9, '2022-11-15'),
  old('da-nang', 'Đà Nẵng', '48', 'da-nang', 'H17', 0.9, '2022-11-15', true),
  old('quang-nam', 'Quảng Nam', '49', 'da-nang', 'H47', 0.9, '2021-09-30'),
  old('quang-ngai', 'Quảng Ngãi', '51', 'quang-ngai', 'H48', 0.97, '2022-11-15'),
  old('binh-dinh', 'Bình Định', '52', 'gia-lai', 'H08', 0.9, '2022-11-15'),
  old('phu-yen', 'Phú Yên', '54', 'dak-lak', 'H45', 0.9, '2022-11-15'),
  old('khanh-hoa', 'Khánh Hòa', '56', 'khanh-hoa', 'H32', 0.9, '2022-11-15'),
  old('ninh-thuan', 'Ninh Thuận', '58', 'khanh-hoa', 'H43', 0.9, '2022-11-15'),
  old('binh-thuan', 'Bình Thuận', '60', 'lam-dong', 'H11', 0.9, '2022-11-15'),
  old('kon-tum', 'Kon Tum', '62', 'quang-ngai', 'H34', 0.9, '2022-11-15'),
  old('gia-lai', 'Gia Lai', '64', 'gia-lai', 'H21', 0.9, '2022-11-15'),
  old('dak-lak', 'Đắk Lắk', '66', 'dak-lak', 'H15', 0.9, '2022-11-15'),
  old('dak-nong', 'Đắk Nông', '67', 'lam-dong', 'H16', 0.9, '2022-11-15'),
  old('lam-dong', 'Lâm Đồng', '68', 'lam-dong', 'H36', 0.9, '2022-11-15'),
  old('binh-phuoc', 'Bình Phước', '70', 'dong-nai', 'H10', 0.9, '2022-11-15'),
  old('tay-ninh', 'Tây Ninh', '72', 'tay-ninh', 'H53', 0.9, '2022-11-15'),
  old('binh-duong', 'Bình Dương', '74', 'ho-chi-minh', 'H09', 0.9, '2021-09-30'),
  old('dong-nai', 'Đồng Nai', '75', 'dong-nai', 'H19', 0.9, '2021-09-30'),
  old('ba-ria-vung-tau', 'Bà Rịa - Vũng Tàu', '77', 'ho-chi-minh', 'H06', 0.9, '2022-11-15'),
  old('ho-chi-minh', 'Hồ Chí Minh', '79', 'ho-chi-minh', 'H29', 0.97, '2022-11-15', true),
  old('long-an', 'Long An', '80', 'tay-ninh', 'H39', 0.9, '2022-11-15'),
  old('tien-giang', 'Tiền Giang', '82', 'dong-thap', 'H58', 0.9, '2022-11-15'),
  old('ben-tre', 'Bến Tre', '83', 'vinh-long', 'H07', 0.9, '2022-11-15'),
  old('tra-vinh', 'Trà Vinh', '84', 'vinh-long', 'H59', 0.9, '2022-11-15'),
  old('vinh-long', 'Vĩnh Long', '86', 'vinh-long', 'H61', 0.9, '2022-11-15'),
  old('dong-thap', 'Đồng Tháp', '87', 'dong-thap', 'H20', 0.97, '2022-11-15'),
  old('an-giang', 'An Giang', '89', 'an-giang', 'H01', 0.9, '2022-11-15'),
  old('kien-giang', 'Kiên Giang', '91', 'an-giang', 'H33', 0.9, '2022-11-15'),
  old('can-tho', 'Cần Thơ', '92', 'can-tho', 'H13', 0.97, '2022-11-15', true),
  old('hau-giang', 'Hậu Giang', '93', 'can-tho', 'H30', 0.9, '2022-11-15'),
  old('soc-trang', 'Sóc Trăng', '94', 'can-tho', 'H51', 0.9, '2022-11-15'),
  old('bac-lieu', 'Bạc Liêu', '95', 'ca-mau', 'H04', 0.9, '2022-11-15'),
  old('ca-mau', 'Cà Mau', '96', 'ca-mau', 'H12', 0.9, '2022-11-15'),
]
