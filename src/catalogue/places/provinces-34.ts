/**
 * The 34 provinces since 1 July 2025: NQ 202/2025/QH15, codes of QĐ 19/2025/QĐ-TTg. Seven two-digit codes now name
 * another province than before (24 was Bắc Giang, is Bắc Ninh), so a code is only ever read together with a date.
 */
export interface CurrentProvince {
  readonly id: string
  readonly name: string
  readonly code2: string
  readonly city: boolean
  readonly mergedFrom: readonly string[]
}

function current(id: string, name: string, code2: string, mergedFrom: readonly string[], city = false): CurrentProvince {
  return { id, name, code2, city, mergedFrom }
}

export const provinces34: readonly CurrentProvince[] = [
  current('ha-noi', 'Hà Nội', '01', ['ha-noi'], true),
  current('cao-bang', 'Cao Bằng', '04', ['cao-bang']),
  current('tuyen-quang', 'Tuyên Quang', '08', ['tuyen-quang', 'ha-giang']),
  current('dien-bien', 'Điện Biên', '11', ['dien-bien']),
  current('lai-chau', 'Lai Châu', '12', ['lai-chau']),
  current('son-la', 'Sơn La', '14', ['son-la']),
  current('lao-cai', 'Lào Cai', '15', ['lao-cai', 'yen-bai']),
  current('thai-nguyen', 'Thái Nguyên', '19', ['thai-nguyen', 'bac-kan']),
  current('lang-son', 'Lạng Sơn', '20', ['lang-son']),
  current('quang-ninh', 'Quảng Ninh', '22', ['quang-ninh']),
  current('bac-ninh', 'Bắc Ninh', '24', ['bac-ninh', 'bac-giang']),
  current('phu-tho', 'Phú Thọ', '25', ['phu-tho', 'vinh-phuc', 'hoa-binh']),
  current('hai-phong', 'Hải Phòng', '31', ['hai-phong', 'hai-duong'], true),
  current('hung-yen', 'Hưng Yên', '33', ['hung-yen', 'thai-binh']),
  current('ninh-binh', 'Ninh Bình', '37', ['ninh-binh', 'ha-nam', 'nam-dinh']),
  current('thanh-hoa', 'Thanh Hóa', '38', ['thanh-hoa']),
  current('nghe-an', 'Nghệ An', '40', ['nghe-an']),
  current('ha-tinh', 'Hà Tĩnh', '42', ['ha-tinh']),
  current('quang-tri', 'Quảng Trị', '44', ['quang-tri', 'quang-binh']),
  current('hue', 'Huế', '46', ['thua-thien-hue'], true),
  current('da-nang', 'Đà Nẵng', '48', ['da-nang', 'quang-nam'], true),
  current('quang-ngai', 'Quảng Ngãi', '51', ['quang-ngai', 'kon-tum']),
  current('gia-lai', 'Gia Lai', '52', ['gia-lai', 'binh-dinh']),
  current('khanh-hoa', 'Khánh Hòa', '56', ['khanh-hoa', 'ninh-thuan']),
  current('dak-lak', 'Đắk Lắk', '66', ['dak-lak', 'phu-yen']),
  current('lam-dong', 'Lâm Đồng', '68', ['lam-dong', 'dak-nong', 'binh-thuan']),
  current('dong-nai', 'Đồng Nai', '75', ['dong-nai', 'binh-phuoc'], true),
  current('ho-chi-minh', 'Hồ Chí Minh', '79', ['ho-chi-minh', 'binh-duong', 'ba-ria-vung-tau'], true),
  current('tay-ninh', 'Tây Ninh', '80', ['tay-ninh', 'long-an']),
  current('dong-thap', 'Đồng Tháp', '82', ['dong-thap', 'tien-giang']),
  current('vinh-long', 'Vĩnh Long', '86', ['vinh-long', 'ben-tre', 'tra-vinh']),
  current('an-giang', 'An Giang', '91', ['an-giang', 'kien-giang']),
  current('can-tho', 'Cần Thơ', '92', ['can-tho', 'soc-trang', 'hau-giang'], true),
  current('ca-mau', 'Cà Mau', '96', ['ca-mau', 'bac-lieu']),
]
