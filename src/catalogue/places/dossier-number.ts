/**
 * Official dossier numbers — mã hồ sơ TTHC — given at acceptance. Three forms are in circulation:
 * '000.00.19.H26-231014-0001' (TT 01/2018/TT-VPCP), 'H57.132-260804-0583' (TT 03/2025/TT-VPCP) and, since
 * 25 January 2026, '…-YYMMDD-AAXXXX' for nationally run services, AA naming the owner of the system (TT 04/2025/TT-VPCP).
 */
import type { LocalDate } from '../../platform/values/dates.ts'
import { at, dated } from '../provision.ts'

const owners = dated<string>('the owner part of a dossier number', [
  { value: '', from: '2017-06-01', to: '2026-01-24', source: 'TT 01/2018/TT-VPCP, Điều 19; TT 03/2025/TT-VPCP, Điều 13', confidence: 0.9 },
  { value: '01', from: '2026-01-25', source: 'TT 04/2025/TT-VPCP; 01 từ mã G01 của Bộ Công an', confidence: 0.5, assumed: true },
])

/**
 * The number of a dossier accepted on a day.
 * @param agencyCode of the receiving authority on that day, without hyphens
 * @param sequence 1 for the first of the day at that authority; may grow past four digits
 */
export function dossierNumber(agencyCode: string, acceptedOn: LocalDate, sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1) throw new Error(`A dossier's sequence of the day is a whole number from 1, not ${sequence}`)
  return `${agencyCode}-${acceptedOn.slice(2).replaceAll('-', '')}-${at(owners, acceptedOn).value}${String(sequence).padStart(4, '0')}`
}
