/** The questions of a filing answered in a browser, found by their labels as a person finds them. */
import { expect } from 'vitest'
import type { Visitor } from './world.ts'

/** What somebody answers; what is left out keeps what the page proposes. */
export interface Answering {
  readonly lang?: 'vi' | 'en'
  /** The button that begins, where it is not an exchange. */
  readonly begin?: string
  /** null: the page asks for no reason. */
  readonly reason?: string | null
  /** How and when the licence was lost, where that is asked. */
  readonly loss?: { readonly how: string; readonly on: readonly [day: string, month: string, year: string]; readonly declares: string }
  readonly classChoice?: string
  readonly phone?: string
  readonly email?: string
  readonly street?: string
  readonly certificate?: string
  readonly portrait: Buffer
  /** Called on every page before it is answered, with the page's word of the address. */
  readonly at?: (step: string) => Promise<void>
}

const words = {
  vi: { begin: 'Đổi giấy phép này', goOn: 'Tiếp tục', reason: 'Giấy phép sắp hết hạn', follow: 'Theo dữ liệu dân cư', phone: 'Số điện thoại', email: /^Thư điện tử/, choose: 'Chọn hoặc chụp ảnh', send: 'Gửi ảnh này', use: 'Dùng ảnh này', found: 'Dùng giấy khám chúng tôi tìm thấy', street: 'Số nhà, đường, thôn', file: 'Tôi cam đoan và nộp hồ sơ' },
  en: { begin: 'Exchange this licence', goOn: 'Continue', reason: 'The licence is about to expire', follow: 'The population register', phone: 'Phone number', email: /^E-mail/, choose: 'Choose or take a picture', send: 'Send this picture', use: 'Use this picture', found: 'Use the certificate we found', street: 'House, street, hamlet', file: 'I declare this and file' },
}

/** The word of the address that names a question. */
export function stepOf(visitor: Visitor): string {
  return new URL(visitor.page.url()).pathname.split('/').at(-1) ?? ''
}

/** From "my licences" to "check your answers". */
export async function answers(visitor: Visitor, wish: Answering): Promise<void> {
  const t = words[wish.lang ?? 'vi']
  const { page } = visitor
  await visitor.presses(wish.begin ?? t.begin)
  for (let pages = 0; stepOf(visitor) !== 'kiem-tra'; pages++) {
    expect(pages, `still asked at ${page.url()}`).toBeLessThan(12)
    const step = stepOf(visitor)
    await wish.at?.(step)
    await answer(visitor, step, wish)
  }
  await wish.at?.('kiem-tra')
}

async function answer(visitor: Visitor, step: string, wish: Answering): Promise<void> {
  const t = words[wish.lang ?? 'vi']
  const { page } = visitor
  switch (step) {
    case 'ly-do':
      if (wish.reason !== null) await page.getByLabel(wish.reason ?? t.reason, { exact: true }).check()
      if (wish.classChoice) await page.getByLabel(wish.classChoice, { exact: true }).check()
      break
    case 'mat-giay-phep':
      if (wish.loss) await reportLoss(visitor, wish.loss)
      break
    case 'thong-tin':
      await page.getByLabel(t.follow, { exact: true }).check()
      break
    case 'lien-he':
      await page.getByLabel(t.phone, { exact: true }).fill(wish.phone ?? '0000123456')
      await page.getByLabel(t.email).fill(wish.email ?? '')
      break
    case 'anh':
      return sendPortrait(visitor, wish)
    case 'giay-kham':
      // Registers answer in their own time.
      await visitor.waitsFor(wish.certificate ?? t.found)
      await page.getByLabel(wish.certificate ?? t.found, { exact: true }).check()
      break
    case 'nhan-ket-qua':
      if (wish.street) await page.getByLabel(t.street, { exact: true }).fill(wish.street)
      break
    default:
  }
  await visitor.presses(t.goOn)
}

async function reportLoss({ page }: Visitor, { how, on, declares }: NonNullable<Answering['loss']>): Promise<void> {
  for (const [index, part] of ['day', 'month', 'year'].entries()) await page.locator(`[name=lost-${part}]`).fill(on[index] ?? '')
  await page.getByLabel(how, { exact: true }).check()
  await page.getByLabel(declares, { exact: true }).check()
}

async function sendPortrait(visitor: Visitor, wish: Answering): Promise<void> {
  const t = words[wish.lang ?? 'vi']
  await choosesPicture(visitor, wish.portrait, wish.lang)
  await wish.at?.('anh-xem-lai')
  await visitor.presses(t.use)
}

/** Chooses a file as one's portrait and sends it. */
export async function choosesPicture(visitor: Visitor, bytes: Buffer, lang: 'vi' | 'en' = 'vi', name = 'chan-dung.jpg'): Promise<void> {
  const t = words[lang]
  await visitor.page.getByLabel(t.choose, { exact: true }).setInputFiles({ name, mimeType: name.endsWith('png') ? 'image/png' : 'image/jpeg', buffer: bytes })
  // With JavaScript the picture goes first, in pieces, and the form follows by itself.
  const shown = visitor.page.waitForEvent('framenavigated', { timeout: 60_000 })
  await visitor.presses(t.send)
  await shown
  await visitor.page.waitForLoadState()
}

/** Declares and files. @returns the path of the dossier */
export async function files(visitor: Visitor, lang: 'vi' | 'en' = 'vi'): Promise<string> {
  await visitor.presses(words[lang].file)
  await visitor.page.waitForURL(/\/ho-so\/[^/]+$/)
  return new URL(visitor.page.url()).pathname
}
