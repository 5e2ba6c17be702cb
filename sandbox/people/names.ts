/** Common parts of Vietnamese names, put together at random: nobody in particular is meant. */
import { pick } from '../kit/random.ts'
import type { Sex } from './person.ts'

const surnames = [
  'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Trần', 'Trần', 'Lê', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ',
  'Hồ', 'Ngô', 'Dương', 'Lý', 'Đinh', 'Đoàn', 'Trịnh', 'Lương', 'Thạch', 'Nông', 'Giàng', 'Tôn Thất', 'Nguyễn Phúc', 'Ưng',
] as const
const middles: Record<Sex, readonly string[]> = {
  male: ['Văn', 'Văn', 'Hữu', 'Đức', 'Minh', 'Quang', 'Xuân', 'Công', 'Gia', 'Hoàng', 'Ngọc', 'Trọng', 'Đình', 'Quốc', 'Thanh', 'Tuấn', 'Thiện Nhân'],
  female: ['Thị', 'Thị', 'Thị', 'Ngọc', 'Thu', 'Thanh', 'Kim', 'Phương', 'Hồng', 'Bích', 'Diệu', 'Khánh', 'Mỹ', 'Quỳnh', 'Thị Thanh', 'Thị Hồng', 'Hoàng Phương'],
}
const givens: Record<Sex, readonly string[]> = {
  male: ['Anh', 'Bách', 'Bảo', 'Cường', 'Đạt', 'Đăng', 'Hải', 'Hiếu', 'Hòa', 'Huy', 'Khoa', 'Kiên', 'Lâm', 'Long', 'Lợi', 'Nghĩa', 'Phát', 'Phong', 'Quân', 'Sơn', 'Tài', 'Thắng', 'Thịnh', 'Tiến', 'Toàn', 'Trí', 'Trung', 'Tùng', 'Việt', 'Ý'],
  female: ['Ánh', 'Châu', 'Chi', 'Diễm', 'Duyên', 'Hà', 'Hằng', 'Hiền', 'Hoa', 'Huệ', 'Hương', 'Huyền', 'Linh', 'Loan', 'Mai', 'My', 'Nga', 'Ngân', 'Nhung', 'Oanh', 'Phượng', 'Thảo', 'Thủy', 'Trâm', 'Trang', 'Tuyết', 'Uyên', 'Vân', 'Xuyến', 'Yến'],
}

/** A full name with all its marks; one in fifty is as long as the longest found on real cards. */
export function randomName(random: () => number, sex: Sex): string {
  if (random() < 0.02) {
    return sex === 'female'
      ? `Công Huyền Tôn Nữ ${pick(random, middles.female)} ${pick(random, givens.female)}`
      : `Nguyễn Phúc ${pick(random, middles.male)} ${pick(random, middles.male)} Bảo ${pick(random, givens.male)}`
  }
  return `${pick(random, surnames)} ${pick(random, middles[sex])} ${pick(random, givens[sex])}`
}
