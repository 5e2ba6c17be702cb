/** Words that all pages of the counter share. */
export const counterText = {
  vi: { visits: 'Tiếp công dân', window: 'Gọi số', digitise: 'Số hóa', cash: 'Sổ quỹ', notDone: 'Chưa làm được' },
  en: { visits: 'Visits', window: 'Queue', digitise: 'Digitise', cash: 'Cash book', notDone: 'Not done' },
} as const
