/** Reads a kept paper back from JSON. The types are the catalogue's; a paper that no longer fits them is not drawn. */
import { z } from 'zod'
import type { LicencePaper, OfficialPaper, Paper, ScanPaper } from '../../catalogue/forms/index.ts'

const field = z.object({ label: z.string(), value: z.string(), strong: z.boolean().optional() })
const signer = z.object({ role: z.string(), hint: z.string(), name: z.string(), kind: z.enum(['digital', 'declared', 'seal', 'at-signing']) })
const issuer = z.object({ parent: z.string(), name: z.string() })

const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('fields'), rows: z.array(field) }),
  z.object({ type: z.literal('pair'), left: field, right: field }),
  z.object({ type: z.literal('paragraph'), text: z.string(), style: z.enum(['normal', 'italic', 'strong', 'bases']).optional() }),
  z.object({ type: z.literal('article'), heading: z.string(), text: z.string() }),
  z.object({ type: z.literal('list'), items: z.array(z.string()) }),
  z.object({ type: z.literal('section'), text: z.string() }),
  z.object({
    type: z.literal('table'), size: z.enum(['small', 'tiny']).optional(),
    columns: z.array(z.object({ title: z.string(), share: z.number().positive(), align: z.enum(['left', 'right', 'center']) })),
    rows: z.array(z.array(z.string())),
  }),
])

const official: z.ZodType<OfficialPaper> = z.object({
  layout: z.literal('paper'), orientation: z.literal('landscape').optional(), formCode: z.string(), issuer: issuer.nullable(), place: z.string(), title: z.string(), subtitle: z.string(),
  blocks: z.array(block), signers: z.array(signer), recipients: z.array(z.string()), footnote: z.string(),
})

const licence: z.ZodType<LicencePaper> = z.object({
  layout: z.literal('licence'), formCode: z.string(), issuer, place: z.string(), title: z.string(), licenceNumber: z.string(), fullName: z.string(),
  dateOfBirth: z.string(), nationality: z.object({ vi: z.string(), en: z.string() }), residence: z.string(),
  classes: z.array(z.object({ code: z.string(), vehiclesVi: z.string(), vehiclesEn: z.string(), passedOn: z.string(), restriction: z.string(), validity: z.string() })),
  issuedOn: z.string(), expiresOn: z.string(), portraitHash: z.string().regex(/^[0-9a-f]{64}$/), decision: z.string(), signers: z.array(signer).min(1), footnote: z.string(),
})

const scan: z.ZodType<ScanPaper> = z.object({
  layout: z.literal('scan'), formCode: z.string(), issuer, title: z.string(), rows: z.array(field), pageHashes: z.array(z.string().regex(/^[0-9a-f]{64}$/)).min(1), footnote: z.string(),
})

const paper: z.ZodType<Paper> = z.union([official, licence, scan])

/** @param json what `JSON.stringify` made of a paper */
export function readPaper(json: string): Paper {
  return paper.parse(JSON.parse(json))
}
