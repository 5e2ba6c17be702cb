/**
 * Who may enter which door: every address of people at work, by how it begins. `docs/generated/routes.md` shows it beside each address,
 * and test/journeys/every-role-at-every-door.test.ts knocks at every one of them as everybody.
 */
import type { StaffRole } from '../../src/catalogue/index.ts'

/** The first that fits counts. */
const doors: readonly (readonly [begins: RegExp, roles: readonly StaffRole[]])[] = [
  [/^\/can-bo\/van-hanh(\/|$)/, ['operator']],
  [/^\/can-bo(\/|$)/, ['appraiser', 'signer', 'supervisor', 'inspector']],
  [/^\/in-the(\/|$)/, ['printer']],
  [/^\/quay(\/|$)/, ['clerk']],
  [/^\/phong-kham(\/|$)/, ['doctor']],
  [/^\/buu-dien(\/|$)/, ['postal']],
  [/^\/lanh-dao(\/|$)/, ['leader']],
  [/^\/lich-lam-viec(\/|$)/, ['administrator']],
]

/** The roles that enter at an address; undefined when it is not one of people at work. Who inspects reads, and posts nothing but a search. */
export function rolesAt(url: string, method = 'GET'): readonly StaffRole[] | undefined {
  const roles = doors.find(([begins]) => begins.test(url))?.[1]
  return method === 'GET' || url === '/can-bo/ho-so' ? roles : roles?.filter((role) => role !== 'inspector')
}
