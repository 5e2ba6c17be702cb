/** A phone's photo over a line that breaks twice is what the officer opens and what the card order carries (P5, POR1). */
import { readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findCardOfDossier } from '../../src/capabilities/deliveries/index.ts'
import { findPortrait, jobs, readCrop } from '../../src/capabilities/portraits/index.ts'
import { listRequirements, listSupplementRequests } from '../../src/dossiers/index.ts'
import { sha256Hex } from '../../src/platform/files/contract.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { checkPortrait } from '../../src/web/officer/dossier/shown/portrait.tsx'
import { paths } from '../../src/web/paths.ts'
import { decide, dossierOf, needsOf, pay, signDecision } from '../support/case-steps.ts'
import { drawnFacePicture } from '../support/drawn-face.ts'
import { openBreakingLine } from './support/breaking-line.ts'
import { openPicturePages, type PicturePages, sendInPieces } from './support/picture-pages.ts'

const actor = systemActor('test')
let pages: PicturePages
beforeAll(async () => {
  pages = await openPicturePages()
})
afterAll(async () => {
  expect(await pages.world.broken()).toEqual({})
  await pages[Symbol.asyncDispose]()
})

/** A phone's photo: it lies on its side, says so in its EXIF, and knows where it was taken. */
const phonePhoto = () =>
  drawnFacePicture({ width: 2400 }).rotate(270).withExif({ IFD0: { Make: 'Phone', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 2/1 0/1' } }).jpeg({ quality: 94 }).toBuffer()

test('An’s photo gets through though the line breaks twice; what he saw is what the officer opens and what the card carries', async () => {
  const { world } = pages
  const photo = await phonePhoto()
  const draftId = await world.draft('an')
  const an = await pages.comes('an', draftId)
  await using line = await openBreakingLine(pages.url, { cutAfter: [photo.length * 0.35, photo.length * 0.3], bytesPerSecond: 600_000 })
  const uploaded = await sendInPieces(line.url, an, photo, 256 * 1024)
  expect(line.cuts()).toBe(2)
  const answer = await an.post({ uploaded, sum: sha256Hex(photo) })
  const portraitId = new URL(answer.headers.get('location') ?? '', pages.url).searchParams.get('xem') ?? ''
  const seen = Buffer.from(await (await an.get(paths.draftPortraitImage(draftId, portraitId))).arrayBuffer())
  expect(seen.includes('GPS')).toBe(false)
  const shown = sha256Hex(seen)
  expect((await an.post({ use: portraitId })).status).toBe(303)
  const id = await world.fileAgain('an')
  await world.workerSettles()
  expect((await dossierOf(world, id)).portraitId).toBe(portraitId)
  expect(await needsOf(world, id)).toMatchObject({ portrait: 'met' })
  await pay(world, id)
  await decide(world, id)
  const opened = async () => {
    const view = await world.platform.read(actor, async (work) => ({ portrait: await findPortrait(work, portraitId), requirements: await listRequirements(work, id), card: await findCardOfDossier(work, id) }))
    return checkPortrait(world.platform, view)
  }
  expect(await opened()).toEqual({ state: 'same', hash: shown })
  expect(sha256Hex(await readCrop(world.platform, portraitId))).toBe(shown)
  await signDecision(world, id)
  const card = await world.platform.read(actor, (work) => findCardOfDossier(work, id))
  expect(card?.portraitHash).toBe(shown)
  expect(await opened()).toEqual({ state: 'same', hash: shown })
  const [row] = await world.platform.asOwner<{ original_hash: string; crop_hash: string }>('select original_hash, crop_hash from portraits.portrait where id = $1', [portraitId])
  expect(row).toEqual({ original_hash: sha256Hex(photo), crop_hash: shown })
}, 120_000)

test('were Dũng’s picture lost with every copy of it, people are alarmed and he is asked for a new one; while a copy is left he is not', async () => {
  const { world } = pages
  const id = await world.file('dung')
  const { portraitId } = await dossierOf(world, id)
  const [row] = await world.platform.asOwner<{ original_hash: string; crop_hash: string }>('select original_hash, crop_hash from portraits.portrait where id = $1', [portraitId])
  const forget = (hash: string) => {
    const folder = world.platform.config.filesDir
    const name = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((one) => basename(one) === hash)
    rmSync(join(folder, name ?? 'none'))
  }
  const night = async () => {
    await jobs['portraits.verify']?.(world.platform, {})
    await world.workerSettles()
  }
  forget(row?.crop_hash ?? '')
  await night()
  expect((await dossierOf(world, id)).status).toBe('filed')
  expect(sha256Hex(await readCrop(world.platform, portraitId))).toBe(row?.crop_hash)
  forget(row?.crop_hash ?? '')
  forget(row?.original_hash ?? '')
  await night()
  await night()
  expect(await dossierOf(world, id)).toMatchObject({ status: 'supplementing', turn: 'citizen', turnCause: 'supplement-lost' })
  const lost = await dossierOf(world, id)
  expect(await world.platform.read(actor, (work) => listSupplementRequests(work, lost))).toMatchObject([{ points: [{ kind: 'portrait', reason: 'unreadable' }], askedBy: null, answeredAt: null }])
  const dung = await pages.comes('dung', (await dossierOf(world, id)).draftId)
  const page = await (await dung.get(paths.supplementPoint(id, 'portrait'))).text()
  expect(page).toContain('Đây là lỗi của chúng tôi, không phải của bạn')
  expect(page).not.toContain('Cán bộ yêu cầu')
  const own = await (await dung.get(paths.dossier(id))).text()
  expect([own.includes('Bản lưu của chúng tôi đã hỏng'), own.includes('Cơ quan phải hỏi thêm một lần nữa')]).toEqual([true, false])
  const alarms = await world.platform.asOwner<{ kind: string }>("select kind from platform.alarm where kind = 'damaged-portrait'")
  expect(alarms).toHaveLength(1)
  // The promise that no stored picture is missing is broken until somebody has dealt with it: here the file is put back.
  await world.platform.asOwner('update portraits.portrait set damaged_at = null, lost = null where id = $1', [portraitId])
}, 120_000)
