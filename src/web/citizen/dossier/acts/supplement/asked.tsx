/** One's own dossier with its open request, and the frame in which each point is asked (B7). */
import type { FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { getProcedure, isProcedureSlug, type PointKind, pointWords, reasonWords } from '../../../../../catalogue/index.ts'
import { getPerson } from '../../../../../capabilities/identity/index.ts'
import { getLicences } from '../../../../../capabilities/licences/index.ts'
import { type Answers, type Dossier, findDossier, findDraft, getAnswers, listSupplementRequests, populationOf, type SupplementPoint, type SupplementRequest, withAnswers } from '../../../../../dossiers/index.ts'
import { formatInstant } from '../../../../../platform/values/dates.ts'
import type { Work } from '../../../../../platform/work.ts'
import { CitizenLayout } from '../../../../layout.tsx'
import { BackLink, FormPage, InsetText, Link, type SummaryError } from '../../../../kit/index.ts'
import { paths } from '../../../../paths.ts'
import type { CitizenVisit, Web } from '../../../../request.ts'
import type { DraftCase } from '../../../drafts/draft-case.ts'
import { supplementText } from '../../../text/supplement.ts'
import { type DossierRequest, ownDossier } from '../../dossier.view.ts'

export interface Asked {
  readonly web: Web
  readonly visit: CitizenVisit
  readonly dossier: Dossier
  readonly request: SupplementRequest
  /** What the dossier says now, the picture in it being the dossier's own. */
  readonly answers: Answers
  /** The filing's questions see the dossier as a draft, with what was answered so far. */
  readonly c: DraftCase
}

/** One's own dossier with its open request; without one the dossier's page is the place to be. */
export async function openAsked(web: Web, request: DossierRequest, reply: FastifyReply): Promise<Asked | undefined> {
  const own = await ownDossier(web, request, reply)
  if (!own) return undefined
  const asked = await web.platform.read(own.visit.actor, (work) => readAsked(work, web, own))
  if (asked) return asked
  await reply.redirect(paths.dossier(own.dossier.id), 303)
  return undefined
}

async function readAsked(work: Work, web: Web, { visit, dossier }: { visit: CitizenVisit; dossier: Dossier }): Promise<Asked | undefined> {
  const request = (await listSupplementRequests(work, dossier)).find((one) => one.answeredAt === null)
  const slug = dossier.procedure
  if (!request || !isProcedureSlug(slug)) return undefined
  const [frozen, person, population, draft, licences] = await Promise.all([
    getAnswers(work, dossier), getPerson(work, dossier.personId), populationOf(work, dossier.personId), findDraft(work, dossier.personId, dossier.draftId), getLicences(work, dossier.licenceIds),
  ])
  if (!draft) return undefined
  const answers = { ...frozen, portraitId: dossier.portraitId }
  const soFar = withAnswers(answers, request.points.flatMap((point) => point.answer ?? []))
  const procedure = getProcedure(slug, dossier.procedureVersion)
  return { web, visit, dossier, request, answers, c: { web, visit, draft: { ...draft, answers: soFar }, person, today: work.today, slug, procedure, licences, all: licences, population, carried: undefined } }
}

/** Whether answers are still awaited by now: a file takes a while to arrive, and nobody examines or keeps what nothing can use. */
export async function isStillAsked(work: Work, { dossier }: Pick<Asked, 'dossier'>): Promise<boolean> {
  return (await findDossier(work, dossier.id))?.status === 'supplementing'
}

/** The first point that lacks its answer, else the page that shows all of them. */
export function nextOf({ dossier, request }: Pick<Asked, 'dossier' | 'request'>): string {
  const open = request.points.find((point) => point.answer === null)
  return open ? paths.supplementPoint(dossier.id, open.kind) : paths.supplementCheck(dossier.id)
}

/** Who asked, when, and whose delay it is. */
function AskedBy({ asked }: { asked: Asked }) {
  const { request, visit } = asked
  const t = supplementText[visit.lang]
  return (
    <>
      <p class="govuk-body">{(request.askedBy === null ? t.askedByService : t.asked)(formatInstant(request.askedAt))}</p>
      {request.permissionId !== null && <p class="govuk-body"><strong>{t.ours}</strong></p>}
    </>
  )
}

/** What is wrong with a point, and what the officer wrote about it. */
export function PointLead({ asked, point }: { asked: Asked; point: SupplementPoint }) {
  const { lang } = asked.visit
  return (
    <>
      <AskedBy asked={asked} />
      <p class="govuk-body"><strong>{pointWords(point.kind)[lang]}: {reasonWords(point.reason)[lang]}.</strong></p>
      {point.note && <InsetText>{supplementText[lang].officerSays}: {point.note}</InsetText>}
    </>
  )
}

interface FrameProps {
  readonly asked: Asked
  readonly kind: PointKind
  readonly errors?: readonly SummaryError[] | undefined
  readonly multipart?: boolean
  readonly continueText?: string
  readonly children?: ComponentChildren
}

/** Where somebody is: the way back, which of how many points. */
export function PointLayout({ asked, kind, hasError = false, children }: { asked: Asked; kind: PointKind; hasError?: boolean; children?: ComponentChildren }) {
  const { web, visit, dossier, request } = asked
  const at = request.points.findIndex((point) => point.kind === kind)
  const before = request.points[at - 1]
  return (
    <CitizenLayout
      web={web} visit={visit} title={pointWords(kind)[visit.lang]} hasError={hasError}
      before={<BackLink href={before ? paths.supplementPoint(dossier.id, before.kind) : paths.dossier(dossier.id)}>{before ? undefined : supplementText[visit.lang].back}</BackLink>}
    >
      {children}
    </CitizenLayout>
  )
}

/** "Add to the dossier · 1 of 2". */
export function captionOf({ request, visit }: Asked, kind: PointKind): string {
  const t = supplementText[visit.lang]
  return `${t.title} · ${t.pointOf(request.points.findIndex((point) => point.kind === kind) + 1, request.points.length)}`
}

/** A point asked on a page of its own: what is wrong, then the field. */
export function PointFrame({ asked, kind, errors = [], children, ...form }: FrameProps) {
  const { visit, dossier, request } = asked
  const point = request.points.find((one) => one.kind === kind)
  return (
    <PointLayout asked={asked} kind={kind} hasError={errors.length > 0}>
      <FormPage
        action={paths.supplementPoint(dossier.id, kind)} csrf={visit.csrf} multipart={form.multipart} caption={captionOf(asked, kind)} heading={pointWords(kind)[visit.lang]}
        lead={point && <PointLead asked={asked} point={point} />} errors={errors} continueText={form.continueText} beside={<Link href={paths.dossier(dossier.id)}>{supplementText[visit.lang].later}</Link>}
      >
        {children}
      </FormPage>
    </PointLayout>
  )
}
