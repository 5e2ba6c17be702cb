/** Words that all pages of the counter share. */
export const counterText = {
  vi: { visits: 'Tiếp công dân', window: 'Gọi số', cash: 'Sổ quỹ', notDone: 'Chưa làm được' },
  en: { visits: 'Visits', window: 'Queue', cash: 'Cash book', notDone: 'Not done' },
} as const
