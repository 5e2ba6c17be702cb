/**
 * What everybody meets at every address, told from the table in src/web/doors: `docs/generated/doors.md` shows it, and test/guards
 * knocks at each address as each of these people.
 */
import { type StaffRole, roles } from '../../src/catalogue/index.ts'
import { type Line, doorOf, doors } from '../../src/web/doors/index.ts'
import { heading, table } from './markdown.ts'

/** The roles that enter at an address; undefined when it is not one of people at work. */
export function rolesAt(url: string, method = 'GET'): readonly StaffRole[] | undefined {
  const who = doorOf(method, url)?.who
  return typeof who === 'object' ? who : undefined
}

export const staffRoles: readonly StaffRole[] = Object.keys(roles).filter((name): name is StaffRole => name !== 'citizen')

/** Whoever may knock: somebody without a session (or with one that ran out), a citizen, and staff by role, in the province of the matter or in another. */
export type Knocker = { readonly kind: 'stranger' } | { readonly kind: 'citizen'; readonly owns: boolean } | { readonly kind: 'staff'; readonly role: StaffRole; readonly here: boolean }

export type Meets = 'enters' | 'signs in' | 'not theirs' | 'not there' | 'shows a key'

/** Things that are the same for everybody who may come. */
const COMMON = ['point', 'page', 'paper-code', 'file-check', 'calendar', 'system', 'alarm']

/** Whether an address names something that concerns some people only. */
export function isPersonal(line: Line): boolean {
  return line.of !== undefined && !COMMON.includes(line.of)
}

/** What somebody meets at an address, by the table alone. */
export function meetsAt(line: Line, knocker: Knocker): Meets {
  const { who } = line
  if (who === 'anyone') return 'enters'
  if (who === 'machine') return 'shows a key'
  if (knocker.kind === 'stranger') return 'signs in'
  if (who === 'signed-in') return isPersonal(line) && !(knocker.kind === 'citizen' && knocker.owns) ? 'not there' : 'enters'
  if (knocker.kind === 'citizen' || !who.includes(knocker.role)) return 'not theirs'
  return isPersonal(line) && !knocker.here ? 'not there' : 'enters'
}

const WORDS: Readonly<Record<Meets, string>> = { enters: '**yes**', 'signs in': 'signs in', 'not theirs': '–', 'not there': 'not there', 'shows a key': 'key' }

const columns: readonly (readonly [name: string, knocker: Knocker])[] = [
  ['no session', { kind: 'stranger' }], ['whose it is', { kind: 'citizen', owns: true }], ['another citizen', { kind: 'citizen', owns: false }],
  ...staffRoles.map((role) => [role, { kind: 'staff', role, here: true }] as const),
  ...(['appraiser', 'signer', 'supervisor', 'inspector', 'printer', 'clerk', 'doctor', 'postal'] as const).map((role) => [`${role} elsewhere`, { kind: 'staff', role, here: false }] as const),
]

/** The whole matrix, a table an audience. */
export function listDoors(): string {
  const audiences = [...new Set(doors.map(({ audience }) => audience))]
  return [
    ...heading(1, 'Who meets what at every address'),
    'Drawn from the table in `src/web/doors/`; the start refuses an address that is not in it. **yes**: enters; –: is told that the page is for others; not there: the same answer as for something that does not exist; key: shows a key of its own.',
    '"Elsewhere" is another province, service point or clinic than that of the matter. What may be done inside, by state of the dossier: [permissions](permissions.md).',
    'What a page of people at work shows of an applicant is noted for the applicant to see: dossier, portrait, paper, scan, fee as a reading of that dossier; list in one row with all whom it shows; visit by the visit itself; numbers and nobody not at all.', '',
    ...audiences.flatMap((audience) => [
      ...heading(2, audience),
      ...table(['method', 'address', 'in order to', 'noted of whom it shows', ...columns.map(([name]) => name)], doors.filter((line) => line.audience === audience).map((line) => [
        line.method, `\`${line.url}\``, line.purpose, line.reads ?? '', ...columns.map(([, knocker]) => WORDS[meetsAt(line, knocker)]),
      ])),
    ]),
  ].join('\n')
}
