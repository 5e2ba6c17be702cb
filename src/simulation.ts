/**
 * A simulation begins with the registers that a real service would take over: licences and staff of the made-up cast,
 * fetched from the simulators over HTTP. Never called in production. Repeating it changes nothing.
 */
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { getProvince, isLicenceClassId, isRestrictionCode, signatureForms, signedPapers } from './catalogue/index.ts'
import { listActiveClinics, takeOverClinic } from './capabilities/health-certificates/index.ts'
import { saveStaff, takeOverPower } from './capabilities/identity/index.ts'
import { familyOf, type NewRow, takeOver } from './capabilities/licences/index.ts'
import { hasEarlier, takeOverEarlier } from './observers/statistics/index.ts'
import type { Platform } from './platform/runtime.ts'
import { systemActor } from './platform/values/actor.ts'

const licenceShape = z.object({
  identityNumber: z.string().regex(/^09[789]\d{9}$/), licenceNumber: z.string(), cardSerial: z.string(), regime: z.enum(['old', 'new']), licenceClass: z.string(),
  restrictions: z.array(z.string()), material: z.enum(['card', 'paper']), passedOn: z.string(), issuedOn: z.string(), expiresOn: z.string().nullable(), issuedBy: z.string(),
  points: z.number(), holder: z.object({ fullName: z.string(), birthDate: z.string(), residence: z.string() }),
})

const powerShape = z.object({ papers: z.array(z.enum(signedPapers)), form: z.enum(signatureForms), basis: z.string().regex(/^97\d+\//) })

const castShape = z.object({
  total: z.number(),
  staff: z.array(z.object({ identityNumber: z.string(), name: z.string(), role: z.enum(['clerk', 'appraiser', 'signer', 'supervisor', 'administrator', 'operator', 'doctor', 'postal', 'leader', 'printer', 'inspector']), province: z.string(), office: z.string().nullish(), power: powerShape.nullish() })),
  licences: z.array(licenceShape),
})

const PAGE = 1000

function toRow(licence: z.infer<typeof licenceShape>): NewRow {
  const code = licence.licenceClass === 'B1' && licence.restrictions.includes('B.01') && licence.regime === 'old' ? 'B1-automatic' : licence.licenceClass
  const id = `${licence.regime === 'old' ? 'law-2008' : 'law-2024'}:${code}`
  if (!isLicenceClassId(id)) throw new Error(`the cast has an unknown class ${id}`)
  const held = [{ class: id, issuedOn: licence.issuedOn, expiresOn: licence.expiresOn, restrictions: licence.restrictions.filter(isRestrictionCode) }]
  const family = familyOf(held)
  return {
    number: licence.licenceNumber, cardSerial: licence.cardSerial, material: licence.material, family, identityNumber: licence.identityNumber,
    holderName: licence.holder.fullName, holderBirthDate: licence.holder.birthDate, holderResidence: licence.holder.residence, nationality: 'Vi\u1ec7t Nam', held,
    passedOn: licence.passedOn, issuedOn: licence.issuedOn, expiresOn: licence.expiresOn, issuedBy: licence.issuedBy,
    pointsIndefinite: family === 'indefinite' ? licence.points : null, pointsDefinite: family === 'indefinite' ? null : licence.points, dossierId: null,
  }
}

async function readCast(platform: Platform, from: number): Promise<z.infer<typeof castShape>> {
  for (let tries = 0; ; tries++) {
    try {
      const answer = await fetch(`${platform.config.sandboxUrl}/control/api/cast?from=${from}&limit=${PAGE}`)
      return castShape.parse(await answer.json())
    } catch (error) {
      // The simulators start at the same time as we do.
      if (tries > 300) throw error
      await pause(100)
    }
  }
}

/** Takes over licences and staff of the whole cast. */
export async function takeOverCast(platform: Platform): Promise<void> {
  const actor = systemActor('take-over')
  for (let from = 0; ; from += PAGE) {
    const cast = await readCast(platform, from)
    await platform.work(actor, async (work) => {
      await takeOver(work, cast.licences.map(toRow))
      for (const one of cast.staff) {
        const provinceCode = getProvince(one.province, work.today).id
        const staffId = await saveStaff(work, { identityNumber: one.identityNumber, fullName: one.name, role: one.role, provinceCode, officeCode: one.office, activeFrom: '2020-01-01' })
        if (one.power) await takeOverPower(work, { ...one.power, provinceCode, staffId, giverId: null, unitId: null, position: null, validFrom: '2020-01-01', validTo: null })
      }
    })
    if (from + PAGE >= cast.total) break
  }
}

const clinicsShape = z.object({
  clinics: z.array(z.object({ code: z.string().regex(/^97\d{3}$/), name: z.string(), mail: z.string(), apiKey: z.string().nullable(), certificatePem: z.string().nullable(), province: z.string() })),
})

/** Takes over the made-up clinics that send certificates by their programs, and the one that enters them here; a gateway that is silent at the start is asked at the next one. */
export async function takeOverClinics(platform: Platform): Promise<void> {
  const actor = systemActor('take-over')
  if ((await platform.read(actor, listActiveClinics)).length > 0) return
  try {
    const answer = await fetch(`${platform.config.outside['health-records'].url}/clinics`)
    const { clinics } = clinicsShape.parse(await answer.json())
    await platform.work(actor, async (work) => {
      for (const { province, ...clinic } of clinics) await takeOverClinic(work, { ...clinic, provinceCode: getProvince(province, work.today).id })
    })
  } catch (error) {
    platform.log.warn({ err: error instanceof Error ? error.message : 'unknown' }, 'the made-up clinics could not be taken over')
  }
}

const earlierShape = z.object({
  TongSo: z.number(), HoSo: z.array(z.object({ MaHoSo: z.string(), MaTinh: z.string(), NgayTiepNhan: z.string().regex(/^\d{14}$/), KenhThucHien: z.enum(['1', '2', '3']) })),
})
const channelOf = { 1: 'in-person', 2: 'online', 3: 'post' } as const

/** Takes over the made-up dossiers of a month from the software a province used before, so that figures have something to show. */
export async function takeOverFigures(platform: Platform): Promise<void> {
  const actor = systemActor('take-over')
  if (await platform.read(actor, hasEarlier)) return
  try {
    const found: z.infer<typeof earlierShape>['HoSo'] = []
    for (let total = 1; found.length < total; ) {
      const page = earlierShape.parse(await (await fetch(`${platform.config.sandboxUrl}/earlier-office/ho-so?tu=${found.length}`)).json())
      if (page.HoSo.length === 0) break
      found.push(...page.HoSo)
      total = page.TongSo
    }
    await platform.work(actor, (work) => takeOverEarlier(work, found.map((one) => {
      const acceptedOn = `${one.NgayTiepNhan.slice(0, 4)}-${one.NgayTiepNhan.slice(4, 6)}-${one.NgayTiepNhan.slice(6, 8)}`
      return { id: idOf(`${one.MaTinh}/${one.MaHoSo}`), province: getProvince(one.MaTinh, acceptedOn).id, channel: channelOf[one.KenhThucHien], acceptedOn }
    })))
  } catch (error) {
    platform.log.warn({ err: error instanceof Error ? error.message : 'unknown' }, 'the earlier dossiers could not be taken over')
  }
}

/** The same dossier of other software has the same id at each take-over. */
function idOf(words: string): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5')
}
