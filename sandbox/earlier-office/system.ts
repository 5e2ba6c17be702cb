/** The one-stop software that Bắc Ninh used before, simulated: gives its dossiers page by page to whoever takes them over. The wire is in README.md. */
import type { SandboxSystem } from '../kit/index.ts'
import { earlierRecords } from './records.ts'

const PAGE = 1000

export const system: SandboxSystem = {
  name: 'earlier-office',
  prefix: '/earlier-office',
  title: { vi: 'Phần mềm một cửa trước đây (Bắc Ninh)', en: 'Earlier one-stop software (Bắc Ninh)' },
  routes(app) {
    app.get<{ Querystring: { tu?: string } }>('/ho-so', async (request) => {
      const from = Math.max(0, Math.trunc(Number(request.query.tu ?? 0)) || 0)
      return { GhiChu: 'SỐ LIỆU GIẢ', TongSo: earlierRecords.length, HoSo: earlierRecords.slice(from, from + PAGE) }
    })
  },
}
