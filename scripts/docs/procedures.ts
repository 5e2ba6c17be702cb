/** Every version of every procedure with the ground of each value. */
import { basesOf, type Procedure, procedures } from '../../src/catalogue/index.ts'
import { heading, table } from './markdown.ts'

function textOf(value: unknown): string {
  if (value !== null && typeof value === 'object') return 'vi' in value && typeof value.vi === 'string' ? value.vi : JSON.stringify(value)
  return String(value)
}

function describe(procedure: Procedure): string[] {
  const rules = procedure.openTo.map((rule) => [rule.id, rule.refusal, rule.citation.source])
  const bases = basesOf(procedure).map(({ what, basis }) => [what, textOf(basis.value), basis.source, String(basis.confidence), basis.assumed ? 'assumed' : ''])
  return [
    ...heading(2, `${procedure.slug}, in force from ${procedure.inForceFrom}${procedure.inForceTo ? ` to ${procedure.inForceTo}` : ''}`),
    `${procedure.title.vi}. ${procedure.instrument.value.vi}. Official code: ${procedure.code?.value ?? 'none stored'}. Channels: ${procedure.channels.join(', ')}.`, '',
    `Reasons: ${procedure.reasons.map((reason) => reason.id).join(', ')}. Needs: ${procedure.needs.map((need) => need.kind).join(', ')}.`, '',
    ...table(['rule', 'refusal', 'law'], rules),
    ...table(['value', 'is', 'source', 'confidence', ''], bases),
  ]
}

/** A page over the whole list. */
export function listProcedures(): string {
  return [...heading(1, 'Procedures'), 'Each version as the catalogue holds it. `assumed` marks a value that no source states; see `docs/law.md`.', '', ...procedures.flatMap(describe)].join('\n')
}
