/** S14, TH2: reading what is not one's own business. */
import { paths } from '../../../../src/web/paths.ts'
import { newId } from '../../../../src/platform/values/ids.ts'
import { type Case, NOT_THERE, OTHER_ROLE } from './case.ts'
import { hasRead, type Insiders, opensOneMore } from './world.ts'

const page = (who: string) => (w: Insiders) => w.gets(who, paths.officerDossier(w.dossier('free')))
const portrait = (who: string) => (w: Insiders) => w.gets(who, paths.officerPortrait(w.dossier('free')))
const paper = (who: string) => async (w: Insiders) => {
  const [row] = await w.sql<{ id: string }>(`select id from documents.document where dossier_id = $1 and kind = 'application'`, [w.dossier('silent')])
  return w.gets(who, paths.officerDocument(w.dossier('silent'), row?.id ?? ''))
}
/** A search by the applicant's name; what is not found is not there. */
const search = (who: string) => async (w: Insiders) => {
  const found = await w.gets(who, (await w.posts(who, paths.search(), { xem: 'all', tim: w.names[0] ?? '' })).location)
  return found.body.includes(paths.officerDossier(w.dossier('silent'))) ? found : { ...found, status: 404 }
}
const extract = (who: string) => (w: Insiders) => w.gets(who, paths.registerFile(w.things['register-extract']?.[0]?.id ?? ''))
const asksExtract = (w: Insiders) => w.posts('supervisor', paths.register(), { thang: '2026-11', ma: newId(), phan: '1' })
const powerOverRegister = (papers: string) => (w: Insiders) => w.sql(`update identity.signing_power set papers = $2 where staff_id = $1`, [w.staffId('supervisor'), papers])
const atCounter = (who: string) => (w: Insiders) => w.gets(who, paths.digitise(w.dossier('free')))
/** As if the dossier had been filed on paper with the help of the first clerk, at the centre. */
const filedAtCentre = async (w: Insiders) => {
  await w.sql(`update dossiers.dossier set channel = 'in-person' where id = $1`, [w.dossier('free')])
  await w.sql(`update dossiers.event set helper_id = $2, office_code = 'bac-ninh-hanh-chinh-cong', consent_id = gen_random_uuid() where dossier_id = $1 and kind = 'submit'`, [w.dossier('free'), w.staffId('clerk')])
}
const filedAlone = async (w: Insiders) => {
  await w.sql(`update dossiers.dossier set channel = 'online' where id = $1`, [w.dossier('free')])
  await w.sql(`update dossiers.event set helper_id = null, office_code = null, consent_id = null where dossier_id = $1 and kind = 'submit'`, [w.dossier('free')])
}

export const readingCases: readonly Case[] = [
  { what: 'opens a dossier of another province', says: NOT_THERE, deed: page('appraiser of Hà Nội'), twin: page('appraiser') },
  { what: 'opens the portrait of somebody of another province', says: NOT_THERE, deed: portrait('appraiser of Hà Nội'), twin: portrait('appraiser') },
  { what: 'opens a paper of a dossier of another province', says: NOT_THERE, deed: paper('signer of Hà Nội'), twin: paper('signer') },
  { what: 'searches for somebody of another province by name', says: 'Không tìm thấy hồ sơ nào của tỉnh này', deed: search('appraiser of Hà Nội'), twin: search('appraiser') },
  { what: 'reads an extract of another province’s register', says: NOT_THERE, deed: extract('supervisor of Hà Nội'), twin: extract('supervisor') },
  {
    what: 'takes an extract of the register without the power to', says: 'Hôm nay bạn không có thẩm quyền', given: powerOverRegister('{apology}'), deed: asksExtract, mend: powerOverRegister('{register}'), twin: asksExtract,
  },
  { what: 'the printer opens a dossier', says: OTHER_ROLE, deed: page('printer'), twin: page('inspector') },
  { what: 'the operator opens personal data', says: OTHER_ROLE, deed: page('operator'), twin: (w) => w.gets('operator', paths.operations()) },
  { what: 'the provincial leader opens a dossier', says: OTHER_ROLE, deed: page('leader'), twin: (w) => w.gets('leader', paths.leader()) },
  { what: 'a clerk opens the papers that another point digitises', says: NOT_THERE, given: filedAtCentre, deed: atCounter('another clerk'), twin: atCounter('clerk'), after: filedAlone },
  {
    what: 'opens the sixty-first dossier of an hour that is not in the own hands', says: 'alarm', given: (w) => hasRead(w, 'signer', 60), deed: (w) => opensOneMore(w, 'signer'),
    mend: (w) => hasRead(w, 'another signer', 59), twin: (w) => opensOneMore(w, 'another signer'),
  },
  {
    what: 'opens the twenty-first dossier of an hour at night', says: 'alarm', given: async (w) => {
      await w.world.hoursPass(11)
      await hasRead(w, 'inspector', 20)
    }, deed: (w) => opensOneMore(w, 'inspector'), mend: (w) => hasRead(w, 'supervisor', 19), twin: (w) => opensOneMore(w, 'supervisor'),
  },
]
