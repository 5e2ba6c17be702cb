/** The certificate's question and the certified copy, as a browser without JavaScript asks (B3, P2, P3, P7). */
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Quality } from '../../../../sandbox/commune-office/copies.ts'
import { dossierOf, needsOf, pay } from '../../../../test/support/case-steps.ts'
import { type CaseWorld, openCaseWorld } from '../../../../test/support/case-world.ts'
import { takePlace } from '../../../capabilities/documents/engine/checking/check.ts'
import { saveSession } from '../../../capabilities/identity/store/people.ts'
import { listValidLicences } from '../../../capabilities/licences/index.ts'
import { procedureSlugs } from '../../../catalogue/index.ts'
import { askSupplement, findDraft, saveAnswers, startDraft, stopUnanswered, withdraw } from '../../../dossiers/index.ts'
import { realNow } from '../../../platform/clock.ts'
import { formToken } from '../../../platform/http/csrf.ts'
import { createServer } from '../../../platform/http/server.ts'
import { newId } from '../../../platform/values/ids.ts'
import { takeOverClinics } from '../../../simulation.ts'
import { paths } from '../../paths.ts'
import { registerEndings } from '../../public/endings/endings.tsx'
import { registerCitizen } from '../index.ts'

let world: CaseWorld
let app: FastifyInstance

beforeAll(async () => {
  world = await openCaseWorld()
  await takeOverClinics(world.platform)
  const assets = { stylesheet: '/tai-san/test.css' }
  const web = { platform: world.platform, assets: { citizen: assets, staff: assets } }
  app = await createServer(world.platform)
  registerEndings(app, web)
  registerCitizen(app, web)
  await app.ready()
})
afterAll(async () => {
  const broken = await world.broken()
  await app.close()
  await world[Symbol.asyncDispose]()
  expect(broken).toEqual({})
})

interface Answer {
  readonly status: number
  readonly text: string
  readonly location: string
  readonly retryAfter: unknown
}

/** Somebody's browser, with a draft begun. */
async function visitor(slug: string) {
  const { actor, person } = await world.signIn(slug)
  const { platform } = world
  const token = newId()
  const at = new Date(realNow())
  const sessionId = await platform.work(actor, (work) => saveSession(work, { tokenHash: createHash('sha256').update(token).digest(), personId: actor.personId, idToken: null, authenticatedAt: at, startedAt: at }))
  const csrf = formToken(platform.keys.session, sessionId)
  const ask = async (method: 'GET' | 'POST', url: string, type?: string, payload?: string | Buffer, lang = 'vi'): Promise<Answer> => {
    const answer = await app.inject({ method, url, cookies: { phien: token, 'ngon-ngu': lang }, ...(payload === undefined ? {} : { payload, headers: { 'content-type': type ?? '' } }) })
    return { status: answer.statusCode, text: answer.body, location: answer.headers.location ?? '', retryAfter: answer.headers['retry-after'] }
  }
  const post = (url: string, fields: Readonly<Record<string, string>> = {}, lang?: string) => ask('POST', url, 'application/x-www-form-urlencoded', new URLSearchParams({ _csrf: csrf, ...fields }).toString(), lang)
  const begins = async () => {
    const [licence] = await platform.read(actor, (work) => listValidLicences(work, person.identityNumber))
    const [procedure] = procedureSlugs
    if (!licence || !procedure) throw new Error('nothing to exchange')
    return platform.work(actor, async (work) => {
      const draftId = await startDraft(work, { personId: actor.personId, procedure, licenceIds: [licence.id] })
      await saveAnswers(work, actor.personId, draftId, { reason: 'expiring', classChoice: { 'law-2008:B2': 'law-2024:B' }, changedDetails: 'none' })
      return draftId
    })
  }
  return {
    person, actor, post, begins, get: (url: string) => ask('GET', url),
    /** The line breaks in the middle of the file. */
    breaksOff: (url: string) => ask('POST', url, 'multipart/form-data; boundary=grenze', `--grenze\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${csrf}\r\n--grenze\r\ncontent-disposition: form-data; name="copy"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7`),
    uploads(url: string, bytes: Buffer | undefined, fields: Readonly<Record<string, string>> = { _csrf: csrf }, lang?: string) {
      const parts = Object.entries(fields).map(([name, value]) => Buffer.from(`--grenze\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`))
      const file = bytes ? [Buffer.from('--grenze\r\ncontent-disposition: form-data; name="copy"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n'), bytes, Buffer.from('\r\n')] : []
      return ask('POST', url, 'multipart/form-data; boundary=grenze', Buffer.concat([...parts, ...file, Buffer.from('--grenze--\r\n')]), lang)
    },
    answer: async (draftId: string) => (await platform.read(actor, (work) => findDraft(work, actor.personId, draftId)))?.answers.certificate,
  }
}

/** The worker asks the gateway meanwhile, as it does beside every page. */
async function besideWorker<T>(page: Promise<T>): Promise<T> {
  let answered = false
  const answer = page.finally(() => {
    answered = true
  })
  while (!answered) await world.workerSettles()
  return answer
}

async function copyOf(identityNumber: string, quality: Quality): Promise<Buffer> {
  const said = await world.control('commune-office', 'certify', { person: identityNumber, quality })
  return Buffer.from(await (await fetch(said.slice(said.indexOf('http')))).arrayBuffer())
}

describe('the question of the health certificate', () => {
  test('a number nobody has yet is asked about once; who is sure files and waits (P2)', async () => {
    const cuc = await visitor('cuc')
    const draftId = await cuc.begins()
    const page = paths.draft(draftId, 'certificate')
    const fields = { how: 'by-number', number: '00009/GKSKLX/97014/26' }
    const first = await besideWorker(cuc.post(page, fields))
    expect(first.status).toBe(422)
    for (const words of ['Chưa có giấy khám mang số này', 'name="sure"', '00009/GKSKLX/97014/26']) expect(first.text).toContain(words)
    expect((await besideWorker(cuc.post(page, { ...fields, sure: '1' }))).status).toBe(303)
    expect(await cuc.answer(draftId)).toEqual({ how: 'by-number', number: '00009/GKSKLX/97014/26' })
  })

  test('who waits for the clinic may say which one, so that it is reminded (P2)', async () => {
    const cuc = await visitor('cuc')
    const draftId = await cuc.begins()
    const page = paths.draft(draftId, 'certificate')
    expect((await cuc.get(page)).text).toContain('Phòng khám Đa khoa Hoa Sen (mô phỏng)')
    await cuc.post(page, { how: 'not-yet', clinicCode: '97014' })
    expect(await cuc.answer(draftId)).toEqual({ how: 'not-yet', clinicCode: '97014' })
    await cuc.post(page, { how: 'not-yet', clinicCode: '12345' })
    expect(await cuc.answer(draftId)).toEqual({ how: 'not-yet' })
  })
})

describe('a certified copy', () => {
  test.each<[string, Quality | 'photo' | 'nothing' | 'large', string]>([
    ['nothing chosen', 'nothing', 'Hãy chọn tệp PDF'],
    ['a photo', 'photo', 'Tệp này không phải PDF'],
    ['a file of more than 10 MB', 'large', 'Tệp lớn hơn 10 MB'],
    ['a scan without a signature', 'unsigned', 'Tệp này chưa có chữ ký số'],
    ['a file changed after signing', 'tampered', 'Tệp đã bị thay đổi sau khi ký'],
    ['a file signed by nobody we trust', 'wrong-root', 'không phải của cơ quan được tin cậy'],
  ])('%s: the reason stands beside the field, and nothing is kept (P3)', async (_says, quality, words) => {
    const cuc = await visitor('cuc')
    const draftId = await cuc.begins()
    const bytes = quality === 'nothing' ? undefined : quality === 'photo' ? Buffer.from('GIF89a') : quality === 'large' ? Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-') : await copyOf(cuc.person.identityNumber, quality)
    const answer = await cuc.uploads(paths.draftCopy(draftId), bytes)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('govuk-file-upload--error')
    expect(answer.text).toContain(words)
    expect(await world.platform.asOwner('select 1 from health_certificates.certified_copy')).toEqual([])
  })

  test('a form that broke off on its way is told beside the field, and nothing is kept (P3)', async () => {
    const cuc = await visitor('cuc')
    const answer = await cuc.breaksOff(paths.draftCopy(await cuc.begins()))
    expect(answer.status).toBe(422)
    for (const words of ['Tệp chưa gửi xong vì đường truyền bị ngắt', 'govuk-file-upload--error']) expect(answer.text).toContain(words)
    expect(await world.platform.asOwner('select 1 from health_certificates.certified_copy')).toEqual([])
  })

  test('a form of another session keeps no byte', async () => {
    const cuc = await visitor('cuc')
    const draftId = await cuc.begins()
    const answer = await cuc.uploads(paths.draftCopy(draftId), await copyOf(cuc.person.identityNumber, 'good'), {})
    expect(answer.status).toBe(403)
    expect(await world.platform.asOwner('select 1 from health_certificates.certified_copy')).toEqual([])
  })

  test('while many files are checked it is asked for again later, in both languages, and nothing is kept (P3, S6)', async () => {
    const cuc = await visitor('cuc')
    const draftId = await cuc.begins()
    const bytes = await copyOf(cuc.person.identityNumber, 'good')
    const places = Array.from({ length: 6 }, (_, n) => takePlace({ kind: 'citizen', personId: String(n), sessionId: '', channel: 'online' }))
    try {
      for (const [lang, words] of [['vi', 'Đang có nhiều tệp chờ kiểm tra'], ['en', 'Many files are waiting to be checked']] as const) {
        const answer = await cuc.uploads(paths.draftCopy(draftId), bytes, undefined, lang)
        expect([answer.status, answer.retryAfter]).toEqual([503, '30'])
        for (const part of [words, 'name="copy"', 'govuk-file-upload--error']) expect(answer.text).toContain(part)
      }
    } finally {
      for (const leave of places) leave()
    }
    expect(await world.platform.asOwner('select 1 from health_certificates.certified_copy')).toEqual([])
  })

  test('with paper only: chosen as the way, sent, taken, and the next question follows (P3)', async () => {
    const cuc = await visitor('cuc')
    const draftId = await cuc.begins()
    expect((await cuc.post(paths.draft(draftId, 'certificate'), { how: 'certified-copy' })).location).toBe(paths.draftCopy(draftId))
    expect((await cuc.get(paths.draftCopy(draftId))).text).toContain('Ủy ban nhân dân xã')
    const bytes = await copyOf(cuc.person.identityNumber, 'good')
    const answer = await cuc.uploads(paths.draftCopy(draftId), bytes)
    expect(answer.status).toBe(303)
    expect(await cuc.answer(draftId)).toMatchObject({ how: 'certified-copy' })
    await cuc.uploads(paths.draftCopy(draftId), bytes)
    expect(await world.platform.asOwner('select 1 from health_certificates.certified_copy')).toHaveLength(1)
    expect((await cuc.get(paths.mine())).text).toContain('Bản sao chứng thực của bạn đã nhận')
  })

  test('who is already waiting sends it from the dossier’s page, and the wait is the office’s from then on (P3)', async () => {
    const id = await world.file('cuc', { certificate: { how: 'not-yet' } })
    await pay(world, id)
    const cuc = await visitor('cuc')
    await world.platform.asOwner(`update health_certificates.certified_copy set state = 'rejected', rejected_as = 'unreadable', decided_by = gen_random_uuid(), decided_at = platform.clock_now()`)
    await world.platform.work(cuc.actor, async (work) => work.enqueue('dossiers.reassess', { dossierId: id }))
    await world.workerSettles()
    expect(await needsOf(world, id)).toMatchObject({ 'health-certificate': 'failed: certificate-copy-rejected' })
    expect((await cuc.get(paths.dossier(id))).text).toContain('Không đọc được nội dung giấy trong tệp.')
    expect((await cuc.uploads(paths.certifiedCopy(id), await copyOf(cuc.person.identityNumber, 'good'))).location).toBe(paths.dossier(id))
    await world.workerSettles()
    expect(await dossierOf(world, id)).toMatchObject({ turn: 'officer', turnOwner: 'office', turnCause: 'copy-to-read' })
    expect((await cuc.get(paths.dossier(id))).text).toContain('Cán bộ đang đọc bản sao chứng thực')
    const an = await visitor('an')
    expect((await an.get(paths.certifiedCopy(id))).status).toBe(404)
  })

  test('what comes after the dossier has ended is told so at once, with what to do now; nobody looks at the file or keeps it (B7, P3)', async () => {
    const kept = () => world.platform.asOwner('select 1 from health_certificates.certified_copy')
    const before = await kept()
    const [dung, em] = [await visitor('dung'), await visitor('em')]
    const withdrawn = await world.file('dung')
    const [dungs, ems] = [await copyOf(dung.person.identityNumber, 'good'), await copyOf(em.person.identityNumber, 'good')]
    await world.platform.work(dung.actor, (work) => withdraw(work, withdrawn))
    // A file that nobody would take: whoever looked at it would have said so.
    for (const bytes of [dungs, Buffer.from('GIF89a'), undefined]) {
      const late = await dung.uploads(paths.certifiedCopy(withdrawn), bytes)
      expect([late.status, ...['Hồ sơ này đã kết thúc', 'không kiểm tra và không giữ lại', 'Hãy giữ tệp trên máy', 'Nộp hồ sơ mới'].map((words) => late.text.includes(words))]).toEqual([409, true, true, true, true])
    }
    expect((await dung.uploads(paths.certifiedCopy(withdrawn), dungs, undefined, 'en')).text).toContain('did not look at it and did not keep it')

    const asked = await world.file('em')
    await pay(world, asked)
    await world.platform.work(await world.claim(asked), (work) => askSupplement(work, asked, { points: [{ kind: 'certified-copy', reason: 'unreadable', note: 'x' }] }))
    await world.hoursPass(60 * 24)
    await world.platform.work(await world.claim(asked), (work) => stopUnanswered(work, asked))
    for (const bytes of [ems, Buffer.from('GIF89a')]) {
      const late = await em.uploads(paths.supplementPoint(asked, 'certified-copy'), bytes)
      expect([late.status, ...['Hồ sơ này đã dừng lúc', 'chưa được kiểm tra và không được giữ lại', 'Lệ phí đã trả được hoàn lại', 'Nộp hồ sơ mới'].map((words) => late.text.includes(words))]).toEqual([409, true, true, true, true])
    }
    expect(await kept()).toEqual(before)
    await world.workerSettles()
  })
})
