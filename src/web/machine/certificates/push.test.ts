/** Clinics' programs at the door: what is taken, what is refused and in which words (P2, P3, B3, D2). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Form, type Letter, letterOf, makeSigningKey, rootXml, signXml, type SoftwareClinic } from '../../../../sandbox/health-records/clinic-software.ts'
import type { WireCertificate } from '../../../../sandbox/health-records/records.ts'
import { type ClinicWorld, openClinicWorld } from '../../../../test/clinics/world.ts'
import { askByIdentity, setClinicState } from '../../../capabilities/health-certificates/index.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import { newId } from '../../../platform/values/ids.ts'

const actor = systemActor('test')

let world: ClinicWorld
beforeAll(async () => {
  world = await openClinicWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

describe('a clinic’s program sends a certificate', () => {
  test.each<[string, Form, 'rsa-sha1' | 'rsa-sha256', () => SoftwareClinic]>([
    ['as JSON with its key', 'json', 'rsa-sha1', () => world.byKey],
    ['as JSON around a document signed with RSA-SHA1, as the national form has it', 'json', 'rsa-sha1', () => world.signing],
    ['as XML around a document signed with RSA-SHA1', 'xml', 'rsa-sha1', () => world.signing],
    ['as one XML document signed with RSA-SHA256', 'signed-xml', 'rsa-sha256', () => world.signing],
  ])('%s: it is answered in the wire words and usable at once (P3)', async (_says, form, kind, clinic) => {
    const person = world.stranger()
    const personId = await world.account(person)
    const record = world.recordOf(clinic(), person)
    const answer = await world.send(letterOf(clinic(), record, form, kind))
    expect(answer).toMatchObject({ status: 200, state: '1', text: 'Đã nhận giấy khám' })
    expect(answer.body).toContain(record.SO)
    expect(await world.stateOf(personId)).toBe('usable')
  })
})

describe('a certificate that comes early', () => {
  test('before anybody has signed in waits under the identity number, and is theirs when they do (P2)', async () => {
    const person = world.stranger()
    await world.send(letterOf(world.byKey, world.recordOf(world.byKey, person), 'json'))
    expect(await world.platform.asOwner('select 1 from health_certificates.certificate where person_id is null')).toHaveLength(1)
    const personId = await world.account(person)
    expect(await world.stateOf(personId)).toBe('usable')
    expect((await world.facts('health-certificate.received')).filter((fact) => fact['personId'] === personId)).toHaveLength(1)
  })

  test('with another name than the account’s is nobody’s until the clinic corrects it, and is told apart (B3)', async () => {
    const person = world.stranger('Lò Thị Mẫu')
    const personId = await world.account(person)
    const record = world.recordOf(world.byKey, person)
    await world.send(letterOf(world.byKey, { ...record, HOTEN: 'LÒ THỊ KHÁC' }, 'json'))
    expect(await world.stateOf(personId)).toBe('name-differs')
    expect(await world.send(letterOf(world.byKey, { ...record, STATE: 'EDIT' }, 'json'))).toMatchObject({ state: '1', text: 'Đã sửa giấy khám' })
    expect(await world.stateOf(personId)).toBe('usable')
  })

  test('under a number that somebody else typed is told to be another person’s (B3)', async () => {
    const record = world.recordOf(world.byKey, world.stranger())
    await world.send(letterOf(world.byKey, record, 'json'))
    expect(await world.stateOf(await world.account(world.stranger()), record.SO)).toBe('other-person')
  })

  test('while the person is signing in waits for that to be written, so that neither misses the other', async () => {
    const person = world.stranger()
    const personId = newId()
    let mayCommit = () => {}
    const held = new Promise<void>((resolve) => {
      mayCommit = resolve
    })
    let isKnown = () => {}
    const known = new Promise<void>((resolve) => {
      isKnown = resolve
    })
    const signIn = world.platform.work(actor, async (work) => {
      await askByIdentity(work, { personId, identityNumber: person.identityNumber, fullName: person.fullName })
      isKnown()
      await held
    })
    await known
    let answered = false
    const sent = world.send(letterOf(world.byKey, world.recordOf(world.byKey, person), 'json')).finally(() => {
      answered = true
    })
    while (!answered) if ((await world.platform.asOwner(`select 1 from pg_locks where locktype = 'advisory' and not granted`)).length > 0) break
    mayCommit()
    await Promise.all([signIn, sent])
    expect(await world.stateOf(personId)).toBe('usable')
    await world.workerSettles()
  })
})

describe('the same message', () => {
  test('again is the same success and one row', async () => {
    const letter = letterOf(world.signing, world.recordOf(world.signing, world.stranger()), 'json')
    await world.send(letter)
    expect(await world.send(letter)).toMatchObject({ status: 200, state: '1', text: 'Giấy khám này đã nhận trước đó' })
  })

  test('twice at once is one row', async () => {
    const record = world.recordOf(world.byKey, world.stranger())
    const letter = letterOf(world.byKey, record, 'json')
    expect((await Promise.all([world.send(letter), world.send(letter), world.send(letter)])).map((one) => one.state)).toEqual(['1', '1', '1'])
    expect(await world.platform.asOwner('select 1 from health_certificates.certificate where number = $1', [record.SO])).toHaveLength(1)
  })

  test('with other content under the same number is refused: it has to say that it corrects', async () => {
    const record = world.recordOf(world.byKey, world.stranger())
    await world.send(letterOf(world.byKey, record, 'json'))
    expect(await world.send(letterOf(world.byKey, { ...record, KETLUAN: 'A0-2' }, 'json'))).toMatchObject({ status: 409, state: '0', text: expect.stringContaining('STATE = EDIT') })
  })

  test('played back after a correction has no effect: an old "fit" never returns', async () => {
    const person = world.stranger()
    const personId = await world.account(person)
    const record = world.recordOf(world.signing, person)
    const old = letterOf(world.signing, record, 'signed-xml')
    await world.send(old)
    await world.send(letterOf(world.signing, { ...record, STATE: 'EDIT', KETLUAN: 'A0-2' }, 'json'))
    expect(await world.stateOf(personId)).toBe('not-eligible')
    expect(await world.send(old)).toMatchObject({ status: 409, state: '0' })
    expect(await world.stateOf(personId)).toBe('not-eligible')
  })

  test('a name of a message used for another content is refused', async () => {
    const record = world.recordOf(world.byKey, world.stranger())
    const body = { ...JSON.parse(letterOf(world.byKey, record, 'json').body), UUID: 'one-name' }
    const { headers } = letterOf(world.byKey, record, 'json')
    await world.send({ headers, body: JSON.stringify(body) })
    expect(await world.send({ headers, body: JSON.stringify({ ...body, KETLUAN: 'A0-2', STATE: 'EDIT' }) })).toMatchObject({ status: 409, text: 'UUID này đã dùng cho bản tin khác' })
  })
})

describe('the door refuses, each in its own words,', () => {
  const refusals: [string, () => Letter, number, string][] = [
    ['a wrong key', () => ({ ...letterOf(world.byKey, world.recordOf(world.byKey, world.stranger()), 'json'), headers: { username: world.byKey.code, password: 'x', 'content-type': 'application/json' } }), 401, 'Sai mã cơ sở khám'],
    ['a clinic nobody knows', () => ({ ...letterOf(world.byKey, world.recordOf(world.byKey, world.stranger()), 'json'), headers: { username: '97999', password: world.byKey.apiKey, 'content-type': 'application/json' } }), 401, 'Sai mã cơ sở khám'],
    ['another clinic’s number', () => letterOf(world.byKey, world.recordOf(world.byKey, world.stranger(), { SO: '00001/GKSKLX/97033/26' }), 'json'), 403, 'không thuộc cơ sở khám này'],
    ['a clinic that signs, without a signature', () => unsigned(world.signing), 422, 'Thiếu chữ ký số'],
    ['a number given to another person', () => letterOf(world.byKey, world.recordOf(world.byKey, world.stranger(), { SO: taken.SO, HANGBANGLAI: 'C' }), 'json'), 409, 'cho người khác'],
    ['a correction of what never came', () => letterOf(world.byKey, world.recordOf(world.byKey, world.stranger(), { STATE: 'EDIT' }), 'json'), 404, 'Chưa có giấy khám'],
    ['a correction that gives the certificate to somebody else', () => letterOf(world.byKey, { ...world.recordOf(world.byKey, world.stranger()), SO: taken.SO, STATE: 'EDIT' }, 'json'), 409, 'Không đổi được số định danh'],
    ['a class that does not exist', () => letterOf(world.byKey, world.recordOf(world.byKey, world.stranger(), { HANGBANGLAI: 'Z9' }), 'json'), 422, 'Hạng bằng lái'],
    ['a conclusion of tomorrow', () => letterOf(world.byKey, world.recordOf(world.byKey, world.stranger(), { NGAYKETLUAN: '21/11/2026' }), 'json'), 422, 'tương lai'],
    ['"examined again" without a day', () => letterOf(world.byKey, world.recordOf(world.byKey, world.stranger(), { KETLUAN: 'A0-3' }), 'json'), 400, 'NGAYKHAMLAI'],
    ['a day that is none', () => letterOf(world.byKey, world.recordOf(world.byKey, world.stranger(), { NGAYKETLUAN: '31/02/2026' }), 'json'), 400, 'NGAYKETLUAN'],
    ['what is not JSON', () => ({ headers: letterOf(world.byKey, world.recordOf(world.byKey, world.stranger()), 'json').headers, body: '{' }), 400, 'sai cấu trúc'],
    ['a message without end', () => ({ headers: letterOf(world.byKey, world.recordOf(world.byKey, world.stranger()), 'json').headers, body: JSON.stringify({ SO: 'x'.repeat(300_000) }) }), 413, 'quá lớn'],
  ]
  const unsigned = (clinic: SoftwareClinic): Letter => {
    const letter = letterOf(clinic, world.recordOf(clinic, world.stranger()), 'json')
    return { ...letter, body: JSON.stringify({ ...JSON.parse(letter.body), SIGNDATA: '' }) }
  }
  let taken: WireCertificate
  beforeAll(async () => {
    taken = world.recordOf(world.byKey, world.stranger())
    await world.send(letterOf(world.byKey, taken, 'json'))
  })

  test.each(refusals)('%s', async (_says, letter, status, text) => {
    const answer = await world.send(letter())
    expect(answer).toMatchObject({ status, state: '0' })
    expect(answer.text).toContain(text)
  })

  test('a clinic that was stopped; what it issued before stays', async () => {
    const person = world.stranger()
    const personId = await world.account(person)
    await world.send(letterOf(world.byKey, world.recordOf(world.byKey, person), 'json'))
    await world.platform.work(actor, (work) => setClinicState(work, world.byKey.code, 'suspended'))
    expect(await world.send(letterOf(world.byKey, world.recordOf(world.byKey, person), 'json'))).toMatchObject({ status: 403, text: expect.stringContaining('tạm dừng') })
    await world.platform.work(actor, (work) => setClinicState(work, world.byKey.code, 'active'))
    expect(await world.stateOf(personId)).toBe('usable')
  })
})

describe('a signed message is read only where the signature covers it:', () => {
  const key = () => ({ privateKeyPem: world.signing.privateKeyPem ?? '', certificatePem: world.signing.certificatePem ?? '' })
  const headers = () => ({ ...letterOf(world.signing, world.recordOf(world.signing, world.stranger()), 'xml').headers })
  const whole = (record = world.recordOf(world.signing, world.stranger())) => signXml(rootXml({ ...record, IDBENHVIEN: world.signing.code, BENHVIEN: world.signing.name }, true), key(), 'rsa-sha256')
  const forged = (xml: string) => xml.replace(/<KETLUAN>[^<]*/, '<KETLUAN>A0-2')

  const attacks: [string, () => string | Promise<string>, string][] = [
    ['a changed field', () => forged(whole()), 'Chữ ký số không đúng'],
    ['somebody else’s key', async () => signXml(rootXml(world.recordOf(world.signing, world.stranger()), true), await makeSigningKey('x', new Date(0))), 'Chữ ký số không đúng'],
    ['the signed document wrapped into another root', () => `<root><KETLUAN>A0-1</KETLUAN>${whole()}</root>`, 'không đúng dạng'],
    ['the signature moved beside a forged document, the signed one hidden in an object', () => {
      const signed = whole()
      const signature = /<Signature[\s\S]*<\/Signature>/.exec(signed)?.[0] ?? ''
      return forged(signed).replace(/<Signature[\s\S]*<\/Signature>/, signature.replace('</Signature>', `<Object>${signed.replace(signature, '')}</Object></Signature>`))
    }, 'Chữ ký số không đúng'],
    ['two signatures', () => {
      const signed = whole()
      const signature = /<Signature[\s\S]*<\/Signature>/.exec(signed)?.[0] ?? ''
      return signed.replace('</root>', `${signature}</root>`)
    }, 'không đúng dạng'],
    ['a reference to a part of the document', () => whole().replace('URI=""', 'URI="#part"'), 'không đúng dạng'],
    ['an unknown transform', () => whole().replace('<Transforms>', '<Transforms><Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"/>'), 'không đúng dạng'],
    ['a shared-secret signature', () => whole().replace(/rsa-sha256|xmldsig-more#rsa-sha256/, 'hmac-sha1'), 'không đúng dạng'],
    ['a document type', () => `<!DOCTYPE root [<!ENTITY x "A0-1">]>${whole()}`, 'không được phép'],
    ['entities that would fill the memory', () => `<!DOCTYPE root [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><root>&b;</root>`, 'không được phép'],
    ['nesting without end', () => '<a>'.repeat(5_000) + '</a>'.repeat(5_000), 'quá lớn'],
    ['text that is no XML', () => '<root><a></root>', 'sai cấu trúc'],
    ['no signature at all', () => rootXml(world.recordOf(world.signing, world.stranger()), true), 'Thiếu chữ ký số'],
    ['a comment that splits a field reads as one field, not as its half', () => whole().replace('<KETLUAN>A0', '<KETLUAN>A<!-- x -->0'), ''],
  ]
  test.each(attacks)('%s', async (_says, build, text) => {
    const answer = await world.send({ headers: { ...headers(), 'content-type': 'application/xml' }, body: await build() })
    expect(answer.state).toBe(text === '' ? '1' : '0')
    expect(answer.text).toContain(text)
  })

  test('an envelope that says otherwise than the signed document is refused', async () => {
    const letter = letterOf(world.signing, world.recordOf(world.signing, world.stranger()), 'json')
    const body = JSON.stringify({ ...JSON.parse(letter.body), KETLUAN: 'A0-2' })
    expect(await world.send({ ...letter, body })).toMatchObject({ status: 422, text: 'Dữ liệu gửi khác dữ liệu đã ký (trường KETLUAN)' })
  })

  test('the answer to XML is XML in the same words', async () => {
    const answer = await world.send(letterOf(world.signing, world.recordOf(world.signing, world.stranger()), 'xml'))
    expect(answer.body).toMatch(/^<\?xml[^>]*><root><MSG_STATE>1<\/MSG_STATE><MSG_TEXT>[^<]+<\/MSG_TEXT><IDBENHVIEN>97021<\/IDBENHVIEN>.*<UUID>[^<]+<\/UUID><\/root>$/)
  })
})
