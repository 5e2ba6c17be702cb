/** The 34 provinces since 1 July 2025 (two-digit codes of Decision 19/2025/QĐ-TTg) and communes that exist nowhere. */
import type { Residence } from './person.ts'

export const provinces: readonly { code: string; name: string }[] = [
  ['01', 'Hà Nội'], ['04', 'Cao Bằng'], ['08', 'Tuyên Quang'], ['11', 'Điện Biên'], ['12', 'Lai Châu'], ['14', 'Sơn La'],
  ['15', 'Lào Cai'], ['19', 'Thái Nguyên'], ['20', 'Lạng Sơn'], ['22', 'Quảng Ninh'], ['24', 'Bắc Ninh'], ['25', 'Phú Thọ'],
  ['31', 'Hải Phòng'], ['33', 'Hưng Yên'], ['37', 'Ninh Bình'], ['38', 'Thanh Hóa'], ['40', 'Nghệ An'], ['42', 'Hà Tĩnh'],
  ['44', 'Quảng Trị'], ['46', 'Huế'], ['48', 'Đà Nẵng'], ['51', 'Quảng Ngãi'], ['52', 'Gia Lai'], ['56', 'Khánh Hòa'],
  ['66', 'Đắk Lắk'], ['68', 'Lâm Đồng'], ['75', 'Đồng Nai'], ['79', 'Hồ Chí Minh'], ['80', 'Tây Ninh'], ['82', 'Đồng Tháp'],
  ['86', 'Vĩnh Long'], ['91', 'An Giang'], ['92', 'Cần Thơ'], ['96', 'Cà Mau'],
].map(([code = '', name = '']) => ({ code, name }))

export const communes = ['Hoa Sen', 'Sông Mẫu', 'Đồng Mẫu', 'Ví Dụ', 'Bến Mẫu', 'Gò Sen', 'Tân Ví Dụ', 'Hoa Gạo Mẫu', 'Suối Mẫu', 'Đồi Sim Mẫu'] as const
export const streets = ['Đường Mẫu', 'Phố Ví Dụ', 'Ngõ Hoa Sen', 'Đường Thử Nghiệm', 'Phố Mô Phỏng'] as const

export function provinceName(code: string): string {
  const found = provinces.find((province) => province.code === code)
  if (!found) throw new Error(`no province has the code ${code}`)
  return found.name
}

export function residence(provinceCode: string, commune: string, street: string): Residence {
  return { provinceCode, provinceName: provinceName(provinceCode), commune: `xã ${commune}`, street }
}

/** Clinics that do not exist, with codes 97xxx. */
export const clinics = [
  { code: '97014', name: 'Phòng khám Đa khoa Hoa Sen (mô phỏng)', doctor: 'BS. Mẫu Thị Ví Dụ' },
  { code: '97021', name: 'Bệnh viện Đa khoa Ví Dụ (mô phỏng)', doctor: 'BS. Thử Văn Nghiệm' },
  { code: '97033', name: 'Trung tâm Y tế Sông Mẫu (mô phỏng)', doctor: 'BS. Giả Minh Lập' },
  { code: '98005', name: 'Phòng khám Lái xe An Toàn Mẫu (mô phỏng)', doctor: 'BS. Tưởng Thị Tượng' },
] as const
