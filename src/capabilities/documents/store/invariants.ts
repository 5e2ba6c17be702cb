import { type Sql, sql } from '../../../platform/db/sql.ts'

/** Promises about papers. Each query returns the rows that break it, and must return none. */
export const invariants: Readonly<Record<string, Sql>> = {
  'DOC1 document numbers have no gap': sql`
    select c.authority_code, c.kind, c.year from documents.number_counter c
    left join documents.document d on d.authority_code = c.authority_code and d.kind = c.kind and d.number_year = c.year
    group by c.authority_code, c.kind, c.year, c.last_number
    having count(d.number) <> c.last_number or coalesce(max(d.number), 0) <> c.last_number
    union all
    select d.authority_code, d.kind, d.number_year from documents.document d
    where d.number is not null and not exists (select from documents.number_counter c where c.authority_code = d.authority_code and c.kind = d.kind and c.year = d.number_year)`,
  'DOC2 a signed paper has every signature asked for, and its file is the one the last signature made': sql`
    select d.id from documents.document d where d.state = 'signed' and (
      not exists (select from documents.signature s where s.document_id = d.id and s.state = 'done')
      or exists (select from documents.signature s where s.document_id = d.id and s.state in ('asked', 'refused'))
      or d.signed_hash is distinct from (select s.hash from documents.signature s where s.document_id = d.id and s.state = 'done' order by s.ordinal desc limit 1))`,
  'DOC3 a signature rests on a drawn file and was made in order': sql`
    select s.document_id, s.ordinal from documents.signature s join documents.document d on d.id = s.document_id
    where s.state = 'done' and (d.hash is null or exists (
      select from documents.signature p where p.document_id = s.document_id and p.ordinal < s.ordinal and (p.state in ('asked', 'refused') or p.signed_at > s.signed_at)))`,
  'DEC6 what was signed is what the signer was shown': sql`
    select s.document_id, s.ordinal from documents.signature s join documents.document d on d.id = s.document_id
    where s.state = 'done' and s.shown_hash is not null and s.shown_hash <> coalesce(
      (select p.hash from documents.signature p where p.document_id = s.document_id and p.ordinal < s.ordinal and p.state = 'done' order by p.ordinal desc limit 1), d.hash)`,
  'DOC5 what lies in a citizen’s data store is the paper with all its signatures': sql`
    select p.document_id from documents.deposit p join documents.document d on d.id = p.document_id
    where d.state <> 'signed' or p.person_id <> d.person_id or (p.state = 'received' and p.file_hash is distinct from d.signed_hash)`,
  'DOC4 a signature bears a certificate that the holder had': sql`
    select s.document_id, s.ordinal from documents.signature s
    where s.state = 'done' and not exists (select from documents.signing_key k where k.holder_id = s.signer_id and k.fingerprint = s.certificate)`,
}
