/** The kit's own words; a page's words sit beside the page. */
import type { Lang } from '../../platform/values/words.ts'

const vi = {
  skip: 'Đến nội dung chính',
  notice: 'Thông báo về bản mô phỏng',
  wayBack: 'Đường về',
  menu: 'Menu',
  navigation: 'Điều hướng chính',
  signOut: 'Đăng xuất',
  otherLanguage: 'English',
  otherLanguageLang: 'en',
  back: 'Quay lại',
  breadcrumbs: 'Đường dẫn',
  error: 'Lỗi',
  errorTitle: 'Có chỗ cần sửa',
  continue: 'Tiếp tục',
  warning: 'Lưu ý',
  important: 'Quan trọng',
  success: 'Đã xong',
  pagination: 'Các trang',
  previous: 'Trang trước',
  next: 'Trang sau',
  page: 'Trang',
  day: 'Ngày',
  month: 'Tháng',
  year: 'Năm',
  contents: 'Nội dung',
  footer: 'Thông tin chung',
  columns: 'Chọn cột',
  apply: 'Áp dụng',
  chosen: 'đang chọn',
  by: 'bởi',
  shortcutsOn: 'Phím tắt: bật',
  shortcutsOff: 'Phím tắt: tắt',
  sort: 'Sắp xếp',
  tickAll: 'Chọn hoặc bỏ chọn cả trang',
}

const en: typeof vi = {
  skip: 'Skip to main content',
  notice: 'Notice of simulation',
  wayBack: 'Way back',
  menu: 'Menu',
  navigation: 'Main navigation',
  signOut: 'Sign out',
  otherLanguage: 'Tiếng Việt',
  otherLanguageLang: 'vi',
  back: 'Back',
  breadcrumbs: 'Breadcrumb',
  error: 'Error',
  errorTitle: 'There is a problem',
  continue: 'Continue',
  warning: 'Warning',
  important: 'Important',
  success: 'Success',
  pagination: 'Pagination',
  previous: 'Previous page',
  next: 'Next page',
  page: 'Page',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  contents: 'Contents',
  footer: 'About this service',
  columns: 'Choose columns',
  apply: 'Apply',
  tickAll: 'Tick or untick the whole page',
  chosen: 'chosen',
  by: 'by',
  shortcutsOn: 'Keyboard shortcuts: on',
  shortcutsOff: 'Keyboard shortcuts: off',
  sort: 'Sort',
}

/** The kit's words by language. */
export const text: Readonly<Record<Lang, typeof vi>> = { vi, en }

/** The band of every page of a run with made-up data: both languages on every page, so that nobody mistakes it. */
export const band: Readonly<Record<Lang, string>> = {
  vi: 'Bản mô phỏng · dữ liệu giả · không phải cổng của Nhà nước',
  en: 'Simulation · made-up data · not a State portal',
}

/** Of figures that are made up: the stamp on pages and pictures, and the first line of a file. */
export const madeUp: Readonly<Record<Lang, { readonly tag: string; readonly file: string }>> = {
  vi: { tag: 'số liệu giả', file: 'SỐ LIỆU GIẢ: do hệ thống mô phỏng tạo ra, không phải số liệu của Nhà nước' },
  en: { tag: 'made-up figures', file: 'SỐ LIỆU GIẢ (MADE-UP FIGURES): from a simulated system, not figures of the State' },
}
