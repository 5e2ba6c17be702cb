/** Who stands for a paper: by which power, and the lines that NĐ 30/2020/NĐ-CP prints over the name. */
import type { Signatory } from '../../../catalogue/forms/index.ts'
import { type SignedPaper, signatureTitles } from '../../../catalogue/index.ts'
import { requestSigningKey } from '../../../capabilities/documents/index.ts'
import { findGrant, findStaff, listSigningPowers, type SigningPower } from '../../../capabilities/identity/index.ts'
import { type LocalDate, localDateAt } from '../../../platform/values/dates.ts'
import { isId } from '../../../platform/values/ids.ts'
import type { Work } from '../../../platform/work.ts'
import type { Dossier } from '../../store/dossiers.ts'
import { listDeeds } from '../../store/worklists/events.ts'

/**
 * Who stands for a paper that goes out under the authority's seal without anybody's press: the head where there is one, else a deputy, else by
 * order or delegation. Undefined where nobody holds that power today; the paper goes all the same, since the law owes it to the citizen.
 */
export async function standsFor(work: Work, provinceCode: string, paper: SignedPaper): Promise<SigningPower | undefined> {
  return (await listSigningPowers(work, { provinceCode, paper }))[0]
}

/** What an event keeps of who stands for its paper. */
export function standing(power: SigningPower | undefined): { readonly powerId: string | null; readonly form: string | null } {
  return { powerId: power?.id ?? null, form: power?.form ?? null }
}

/** The lines and the name of a power. @param on the day of the paper: heads are called by the law of that day */
export function linesOf({ form, position, fullName }: Pick<SigningPower, 'form' | 'position' | 'fullName'>, of: { readonly provinceCode: string; readonly on: LocalDate }): Signatory {
  return { titles: signatureTitles({ form, position, ...of }, ''), name: fullName }
}

/**
 * Who stands for a paper, by the power that its event names, however that power stands by now.
 * @param powerId what the event kept; null for an event from before powers were kept
 */
export async function signatoryOf(work: Work, powerId: unknown, of: { readonly provinceCode: string; readonly on: LocalDate }): Promise<Signatory | null> {
  const grant = typeof powerId === 'string' && isId(powerId) ? await findGrant(work, 'power', powerId) : undefined
  const staff = grant?.staffId ? await findStaff(work, grant.staffId) : undefined
  return grant?.form && staff ? linesOf({ form: grant.form, position: grant.position, fullName: staff.fullName }, of) : null
}

/** An officer who signs a paper by their own press. */
interface Officer {
  readonly id: string
  readonly name: string
  readonly signs: Signatory
}

/** Nobody is known to have signed: a paper of a step from before events named who took it. */
export const nobody: Signatory = { titles: '', name: '' }

/** Who took a step last, with the lines of the power by which they signed its paper. @param requestId of several supplements whose step is meant */
export async function officerOfLast(work: Work, { id, authorityProvince }: Pick<Dossier, 'id' | 'authorityProvince'>, kind: string, requestId?: string): Promise<Officer | undefined> {
  const event = (await listDeeds(work, id)).find((e) => e.kind === kind && e.actorKind === 'staff' && (requestId === undefined || (e.details['requestId'] ?? requestId) === requestId))
  const staff = event && (await findStaff(work, event.actorId))
  if (!staff) return undefined
  const signs = await signatoryOf(work, event.details['powerId'], { provinceCode: authorityProvince, on: localDateAt(event.at) })
  return { id: staff.id, name: staff.fullName, signs: signs ?? { titles: '', name: staff.fullName } }
}

/** Makes sure that an officer can sign. @returns what `prepare` signs with */
export async function signWith(work: Work, officer: Officer | undefined): Promise<string[]> {
  if (!officer) return []
  await requestSigningKey(work, { holderId: officer.id, name: officer.name, profile: 'officer' })
  return [officer.id]
}
