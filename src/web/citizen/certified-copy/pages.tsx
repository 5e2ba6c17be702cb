/** Sending a certified electronic copy of a paper certificate, before filing and while the dossier waits (P3). Works without JavaScript. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import type { Lang } from '../../../platform/values/words.ts'
import { type Dossier, findDossier } from '../../../dossiers/index.ts'
import { BackLink, FileUpload, FormPage, InsetText } from '../../kit/index.ts'
import { CitizenLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import { type CitizenVisit, sendPage, type Web } from '../../request.ts'
import { ownDossier } from '../dossier/dossier.view.ts'
import { keepAnswers, openDraft } from '../drafts/draft-case.ts'
import { certifiedCopyText } from '../text/certificate.ts'
import { type Received, receiveCopyForm } from './receive.ts'
import { tellUnwanted } from './unwanted.tsx'

type DraftParams = { Params: { draftId: string } }
type DossierParams = { Params: { dossierId: string } }
export type CopyProblemShown = Extract<Received, { readonly problem: string }>['problem']

interface Place {
  readonly web: Web
  readonly visit: CitizenVisit
  readonly action: string
  readonly back: string
}

export function registerCertifiedCopy(app: FastifyInstance, web: Web): void {
  const draftPlace = (visit: CitizenVisit, draftId: string): Place => ({ web, visit, action: paths.draftCopy(draftId), back: paths.draft(draftId, 'certificate') })
  app.get<DraftParams>(paths.draftCopy(':draftId'), async (request, reply) => {
    const c = await openDraft(web, request, reply)
    return c ? sendPage(reply, <CopyPage place={draftPlace(c.visit, c.draft.id)} />) : reply
  })
  app.post<DraftParams>(paths.draftCopy(':draftId'), async (request, reply) => {
    const c = await openDraft(web, request, reply)
    if (!c) return reply
    const received = await receiveCopyForm(web, c.visit, request)
    if (received === 'unwanted') return reply.redirect(paths.resume(c.draft.id), 303)
    if ('problem' in received) return sendProblem(reply, draftPlace(c.visit, c.draft.id), received.problem)
    return reply.redirect(await keepAnswers(c, { certificate: { how: 'certified-copy', copyId: received.copyId } }), 303)
  })
  const dossierPlace = (visit: CitizenVisit, dossierId: string): Place => ({ web, visit, action: paths.certifiedCopy(dossierId), back: paths.dossier(dossierId) })
  app.get<DossierParams>(paths.certifiedCopy(':dossierId'), async (request, reply) => {
    const own = await ownDossier(web, request, reply)
    if (!own) return reply
    if (!takesCopy(own.dossier)) return reply.redirect(paths.dossier(own.dossier.id), 303)
    return sendPage(reply, <CopyPage place={dossierPlace(own.visit, own.dossier.id)} />)
  })
  app.post<DossierParams>(paths.certifiedCopy(':dossierId'), async (request, reply) => {
    const own = await ownDossier(web, request, reply)
    if (!own) return reply
    const { id } = own.dossier
    const received = await receiveCopyForm(web, own.visit, request, async (work) => takesCopy(await findDossier(work, id)))
    if (received === 'unwanted') return tellUnwanted(web, own.visit, id, reply)
    if ('problem' in received) return sendProblem(reply, dossierPlace(own.visit, own.dossier.id), received.problem)
    return reply.redirect(paths.dossier(own.dossier.id), 303)
  })
}

/** Whether a copy sent from the dossier's page can still become its evidence. */
function takesCopy(dossier: Pick<Dossier, 'status'> | undefined): boolean {
  return dossier?.status === 'filed' || dossier?.status === 'accepted'
}

/** A file takes the check a moment; a few wait for it at most. */
const BUSY_SECONDS = 30

/** The form once more, with the reason beside the field. */
function sendProblem(reply: FastifyReply, place: Place, problem: CopyProblemShown): FastifyReply {
  return sendBusy(reply, problem, <CopyPage place={place} problem={problem} />)
}

/** A page with what is wrong with a file; where too many are checked already, with when to come again. */
export function sendBusy(reply: FastifyReply, problem: CopyProblemShown, page: VNode): FastifyReply {
  const isBusy = problem === 'too-many-checks'
  if (isBusy) reply.header('retry-after', String(BUSY_SECONDS))
  return sendPage(reply, page, isBusy ? 503 : 422)
}

function CopyPage({ place, problem }: { place: Place; problem?: CopyProblemShown }) {
  const { web, visit } = place
  const t = certifiedCopyText[visit.lang]
  const error = problem && copyWords(problem, visit.lang)
  return (
    <CitizenLayout web={web} visit={visit} title={t.title} hasError={error !== undefined} before={<BackLink href={place.back} />}>
      <FormPage
        action={place.action} csrf={visit.csrf} multipart heading={t.title} errors={error ? [{ text: error, href: '#copy' }] : []} continueText={t.send}
        lead={<><p class="govuk-body">{t.lead}</p><p class="govuk-body">{t.where}</p><InsetText>{t.photo}</InsetText></>}
      >
        <CopyField lang={visit.lang} error={error} />
      </FormPage>
    </CitizenLayout>
  )
}

function CopyField({ lang, error }: { lang: Lang; error: string | undefined }) {
  const t = certifiedCopyText[lang]
  return <FileUpload name="copy" label={t.file} hint={t.fileHint} accept="application/pdf,.pdf" errorMessage={error} />
}

/** What counts as a certified copy, and the field for it. */
export function CopyFields({ lang, error }: { lang: Lang; error: string | undefined }) {
  const t = certifiedCopyText[lang]
  return <><p class="govuk-body">{t.lead}</p><p class="govuk-body">{t.where}</p><InsetText>{t.photo}</InsetText><CopyField lang={lang} error={error} /></>
}

/** Why a file is not taken, in words. */
export function copyWords(problem: CopyProblemShown, lang: Lang): string {
  return certifiedCopyText[lang].problems[problem]
}
