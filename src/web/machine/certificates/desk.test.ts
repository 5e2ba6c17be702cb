/** A clinic's desk and a clinic that joins (P2, P3, D2). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { letterOf, type SoftwareClinic } from '../../../../sandbox/health-records/clinic-software.ts'
import type { Person } from '../../../../sandbox/kit/index.ts'
import { type ClinicWorld, openClinicWorld } from '../../../../test/clinics/world.ts'
import { clinicDelays, inviteClinic, renewKey } from '../../../capabilities/health-certificates/index.ts'
import { systemActor } from '../../../platform/values/actor.ts'
import { newId } from '../../../platform/values/ids.ts'

const actor = systemActor('test')

let world: ClinicWorld
beforeAll(async () => {
  world = await openClinicWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

describe('a clinic’s desk', () => {
  const conclusion = (person: Person, more: Record<string, unknown> = {}) => ({
    key: newId(), identityNumber: person.identityNumber, fullName: person.fullName, licenceClass: 'B', conclusion: 'eligible', concludedOn: '2026-11-20', doctorName: 'BS. Mẫu', ...more,
  })
  const issue = async (person: Person, more: Record<string, unknown> = {}) => {
    const { number = '', outcome, message } = (await world.desk('/may/co-so-kham/giay-kham', world.byKey, conclusion(person, more))).json
    return { number, outcome, message }
  }

  test('issues under the statutory number, never the same twice, also when many press at once', async () => {
    const issued = await Promise.all(Array.from({ length: 12 }, () => issue(world.stranger())))
    for (const { number } of issued) expect(number).toMatch(/^\d{5}\/GKSKLX\/97014\/26$/)
    expect(new Set(issued.map((one) => one.number)).size).toBe(12)
  })

  test('passes over a number that the clinic’s program has used', async () => {
    const { number } = await issue(world.stranger())
    const next = `${String(Number(number.slice(0, 5)) + 1).padStart(5, '0')}${number.slice(5)}`
    await world.send(letterOf(world.byKey, world.recordOf(world.byKey, world.stranger(), { SO: next }), 'json'))
    expect((await issue(world.stranger())).number).not.toBe(next)
  })

  test('the same entry again is the same number', async () => {
    const person = world.stranger()
    const key = newId()
    const first = await issue(person, { key })
    expect(await issue(person, { key })).toEqual({ number: first.number, outcome: 'known', message: 'Giấy khám này đã nhận trước đó' })
  })

  test('is usable within five seconds of being issued, measured for each clinic (P2)', async () => {
    const person = world.stranger()
    const personId = await world.account(person)
    await issue(person)
    expect(await world.stateOf(personId)).toBe('usable')
    const [ours] = (await world.platform.work(actor, (work) => clinicDelays(work))).filter((one) => one.clinicCode === '97014')
    expect(ours?.sent).toBeGreaterThan(10)
    expect(ours?.slowestSeconds).toBeLessThan(5)
  })

  test('corrects, and takes back: a certificate taken back serves nobody and cannot be sent again', async () => {
    const person = world.stranger()
    const personId = await world.account(person)
    const { number } = await issue(person)
    expect((await world.desk('/may/co-so-kham/giay-kham/sua', world.byKey, { ...conclusion(person, { conclusion: 'not-eligible' }), number })).json).toMatchObject({ outcome: 'corrected' })
    expect(await world.stateOf(personId)).toBe('not-eligible')
    expect((await world.desk('/may/co-so-kham/giay-kham/thu-hoi', world.byKey, { number, licenceClass: 'B', reason: 'cấp nhầm' })).status).toBe(200)
    expect(await world.stateOf(personId)).toBe('revoked')
    expect((await world.desk('/may/co-so-kham/giay-kham/thu-hoi', world.byKey, { number, licenceClass: 'B', reason: 'cấp nhầm' })).status).toBe(200)
    expect((await world.desk('/may/co-so-kham/giay-kham/sua', world.byKey, { ...conclusion(person), number })).status).toBe(409)
    expect(await world.send(letterOf(world.byKey, world.recordOf(world.byKey, person, { SO: number }), 'json'))).toMatchObject({ status: 409, text: 'Giấy khám này đã thu hồi' })
  })

  test('takes back and corrects only its own', async () => {
    const { number } = await issue(world.stranger())
    expect((await world.desk('/may/co-so-kham/giay-kham/thu-hoi', world.signing, { number, licenceClass: 'B', reason: 'x' })).status).toBe(403)
    const { code } = await world.platform.work(actor, (work) => inviteClinic(work, { code: '97046', name: 'Trạm y tế Khác', mail: null }))
    const { apiKey = '' } = (await world.desk('/may/co-so-kham/tham-gia', world.byKey, { clinicCode: '97046', code })).json
    expect((await world.desk('/may/co-so-kham/giay-kham/sua', { ...world.byKey, code: '97046', apiKey }, { ...conclusion(world.stranger()), number })).status).toBe(403)
  })

  test('neither issues nor corrects by the key alone for a clinic that signs: a stolen key is not its signature; taking back stays open to it (P3)', async () => {
    const person = world.stranger()
    const personId = await world.account(person)
    expect(await world.desk('/may/co-so-kham/giay-kham', world.signing, conclusion(person))).toMatchObject({ status: 422, text: 'Thiếu chữ ký số của cơ sở khám' })
    expect(await world.stateOf(personId)).toBe('none')
    const record = world.recordOf(world.signing, person)
    await world.send(letterOf(world.signing, record, 'json'))
    expect((await world.desk('/may/co-so-kham/giay-kham/sua', world.signing, { ...conclusion(person, { conclusion: 'not-eligible' }), number: record.SO })).status).toBe(422)
    expect(await world.stateOf(personId)).toBe('usable')
    expect((await world.desk('/may/co-so-kham/giay-kham/thu-hoi', world.signing, { number: record.SO, licenceClass: 'B', reason: 'cấp nhầm' })).status).toBe(200)
  })

  test('tells which field is wrong', async () => {
    expect((await world.desk('/may/co-so-kham/giay-kham', world.byKey, conclusion(world.stranger(), { conclusion: 'eligible-re-exam' }))).json).toMatchObject({ MSG_STATE: '0', MSG_TEXT: expect.stringContaining('reExamOn') })
  })
})

describe('a clinic joins', () => {
  const join = (body: unknown) => world.desk('/may/co-so-kham/tham-gia', { ...world.byKey, code: '', apiKey: '' }, body)

  test('with its one-time code and is usable from the next message on (P3)', async () => {
    const { code } = await world.platform.work(actor, (work) => inviteClinic(work, { code: '97044', name: 'Trạm y tế Mẫu', mail: null }))
    const joined = (await join({ clinicCode: '97044', code })).json
    const clinic: SoftwareClinic = { code: '97044', name: 'Trạm y tế Mẫu', mail: '', apiKey: joined['apiKey'] ?? '', certificatePem: null, privateKeyPem: null }
    const person = world.stranger()
    const personId = await world.account(person)
    expect(await world.send(letterOf(clinic, world.recordOf(clinic, person), 'json'))).toMatchObject({ status: 200, state: '1' })
    expect(await world.stateOf(personId)).toBe('usable')
    expect((await join({ clinicCode: '97044', code })).status).toBe(403)
  })

  test('not with a code of another clinic, nor after a week, nor with a weak key', async () => {
    const { code } = await world.platform.work(actor, (work) => inviteClinic(work, { code: '97045', name: 'Trạm y tế Thử', mail: null }))
    expect((await join({ clinicCode: '97014', code })).status).toBe(403)
    expect((await join({ clinicCode: '97045', code, certificate: 'no certificate' })).status).toBe(422)
    await world.platform.setClock('2026-11-28T02:00:00Z')
    expect((await join({ clinicCode: '97045', code })).status).toBe(403)
    await world.platform.setClock('2026-11-20T02:00:00Z')
  })

  test('and gets a new key after a theft: the stolen one opens nothing any more, and the other clinics keep theirs', async () => {
    const { apiKey } = await world.platform.work(actor, (work) => renewKey(work, '97044'))
    const clinic: SoftwareClinic = { code: '97044', name: 'Trạm y tế Mẫu', mail: '', apiKey, certificatePem: null, privateKeyPem: null }
    expect((await world.send(letterOf({ ...clinic, apiKey: 'stolen' }, world.recordOf(clinic, world.stranger()), 'json'))).status).toBe(401)
    expect((await world.send(letterOf(clinic, world.recordOf(clinic, world.stranger()), 'json'))).status).toBe(200)
    expect((await world.send(letterOf(world.byKey, world.recordOf(world.byKey, world.stranger()), 'json'))).status).toBe(200)
    expect((await world.desk('/may/co-so-kham/giay-kham/thu-hoi', { ...world.byKey, apiKey }, { number: '00001/GKSKLX/97014/26', licenceClass: 'B', reason: 'x' })).status).toBe(401)
  })
})
