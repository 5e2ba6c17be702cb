/** The list of procedures: one line a version. The slugs become a type, so that no other file can misspell one. */
import type { LocalDate } from '../../platform/values/dates.ts'
import { NoProvision } from '../provision.ts'
import { from20170601 } from './exchange-licence/2017-06-01.ts'
import { from20250101 } from './exchange-licence/2025-01-01.ts'
import { from20250301 } from './exchange-licence/2025-03-01.ts'
import { from20260701 } from './exchange-licence/2026-07-01.ts'
import { checkVersions, type Procedure } from './procedure.ts'
import { reissueFrom20170601 } from './reissue-lost-licence/2017-06-01.ts'
import { reissueFrom20250101 } from './reissue-lost-licence/2025-01-01.ts'
import { reissueFrom20250301 } from './reissue-lost-licence/2025-03-01.ts'
import { reissueFrom20260701 } from './reissue-lost-licence/2026-07-01.ts'

const list = [
  from20170601, from20250101, from20250301, from20260701,
  reissueFrom20170601, reissueFrom20250101, reissueFrom20250301, reissueFrom20260701,
] as const

export type ProcedureSlug = (typeof list)[number]['slug']

/** Every version of every procedure. */
export const procedures: readonly Procedure[] = list
checkVersions(procedures)

/** The slugs in use, once each. */
export const procedureSlugs: readonly ProcedureSlug[] = [...new Set(list.map((p) => p.slug))]

/** Whether a text from a URL names a procedure. */
export function isProcedureSlug(text: string): text is ProcedureSlug {
  return procedureSlugs.some((slug) => slug === text)
}

/** The version in force on a day: what a dossier filed that day is bound to. @throws NoProvision when none is */
export function procedureInForce(slug: ProcedureSlug, on: LocalDate): Procedure {
  const found = procedures.find((p) => p.slug === slug && p.inForceFrom <= on && (p.inForceTo === null || on <= p.inForceTo))
  if (found === undefined) throw new NoProvision(`procedure ${slug}`, on)
  return found
}

/** The version a dossier was filed under. @throws Error for a version that was never in force */
export function getProcedure(slug: string, version: LocalDate): Procedure {
  const found = procedures.find((p) => p.slug === slug && p.version === version)
  if (found === undefined) throw new Error(`There is no version ${version} of procedure ${slug}`)
  return found
}
