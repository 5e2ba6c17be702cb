/** One thing as the citizen, the population register and the licence register have it. Pure. */
import type { Content } from '../../../kit/index.ts'
import { formatDate } from '../../../../platform/values/dates.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { dossierText } from '../../text/dossier.ts'
import type { DossierView } from '../dossier.view.ts'

export interface ComparedRow {
  readonly name: string
  readonly values: readonly Content[]
  readonly differs: boolean
}

type Told = string | null

/** Registers write names in capitals or not, and addresses with different blanks; marks do count. */
function sameKey(text: string): string {
  return text.normalize('NFC').toLocaleUpperCase('vi').replace(/[\s,.;]+/g, ' ').trim()
}

function differs(values: readonly Told[]): boolean {
  return new Set(values.flatMap((value) => (value === null || value === '' ? [] : [sameKey(value)]))).size > 1
}

/** Rows in the order: name, birth date, sex, number, nationality, residence; one column for each licence given up. */
export function compareSources(view: Pick<DossierView, 'theCase' | 'person' | 'population'>, lang: Lang): ComparedRow[] {
  const t = dossierText[lang]
  const { answers: { holder }, licences } = view.theCase
  const record = view.population?.record
  const nations: Readonly<Record<string, string>> = t.nations
  const nation = (code: string) => nations[code] ?? code
  const row = (name: string, declared: Told, population: Told, register: readonly Told[]): ComparedRow => {
    const values = [declared, population, ...register]
    return { name, values: values.map((value) => value ?? t.notHeld), differs: differs(values) }
  }
  const date = (day: string | undefined) => (day ? formatDate(day) : null)
  const residence = record && [record.residence.street, record.residence.commune, record.residence.provinceName].filter(Boolean).join(', ')
  return [
    row(t.rows.name, holder.fullName, record?.fullName ?? null, licences.map((l) => l.holderName)),
    row(t.rows.birth, date(holder.birthDate), date(record?.birthDate), licences.map((l) => date(l.holderBirthDate))),
    row(t.rows.sex, t.sexes[holder.sex], record ? t.sexes[record.sex] : null, licences.map(() => null)),
    { ...row(t.rows.number, view.person.identityNumber, record ? view.person.identityNumber : null, licences.map(() => t.foundByNumber)), differs: false },
    row(t.rows.nationality, nation(holder.nationality), record ? nation(record.nationality) : null, licences.map((l) => nation(l.nationality))),
    row(t.rows.residence, holder.address, residence ?? null, licences.map((l) => l.holderResidence)),
  ]
}
