/** The receipt of a filing at a counter: code, fee, papers to print. It lasts as long as the visit. */
import type { FastifyInstance } from 'fastify'
import QRCode from 'qrcode'
import { authorityOf, findServicePoint } from '../../../catalogue/index.ts'
import { formOf as formNamed, isFormKind } from '../../../catalogue/forms/index.ts'
import { type Consent, findConsent } from '../../../capabilities/counters/index.ts'
import { type Document, listDocuments, readBytes } from '../../../capabilities/documents/index.ts'
import { askNow, authorityAccount, findTransfer, getMoney, startAttempt } from '../../../capabilities/payments/index.ts'
import { type Dossier, findDossier } from '../../../dossiers/index.ts'
import { localDateAt } from '../../../platform/values/dates.ts'
import { isId } from '../../../platform/values/ids.ts'
import { formatVnd } from '../../../platform/values/money.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { Button, Card, Code, Columns, Form, InsetText, Link, Panel, SummaryList } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import { sendPage, type Web } from '../../request.ts'
import { CounterLayout } from '../layout.tsx'
import { doneText } from './text/done.ts'
import { leadsOn, openCase, openForFile, opensAnew, type VisitCase, type VisitRequest } from './visit-case.ts'

const REFRESH_SECONDS = 5
const PIXELS_A_DOT = 8
/** Why nothing can be paid now: the page shows how the fee stands. */
const SETTLED: readonly string[] = ['fee-already-paid', 'payment-closed', 'payment-being-checked']

interface View {
  readonly dossier: Dossier
  readonly consent: Consent | undefined
  readonly documents: readonly Document[]
  readonly isPaid: boolean
  readonly transfer: Awaited<ReturnType<typeof findTransfer>>
}

export function registerDone(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.get(paths.counterVisitAt(':visitId', 'done'), async (request: VisitRequest, reply) => {
    const c = await openCase(web, request, reply)
    if (!c) return reply
    const view = await readView(c)
    if (!view) return reply.redirect(leadsOn(c, paths.counterVisit(c.counter.id)), 303)
    const waits = view.documents.length === 0 || (view.transfer !== undefined && !view.isPaid)
    if (waits) opensAnew(reply, paths.counterVisitAt(c.counter.id, 'done'), REFRESH_SECONDS)
    return sendPage(reply, <DonePage c={c} view={view} />)
  })
  app.post(paths.counterVisitAt(':visitId', 'pay'), async (request: VisitRequest, reply) => {
    const c = await openCase(web, request, reply)
    if (!c) return reply
    const view = await readView(c)
    if (!view) return reply.redirect(paths.counterVisit(c.counter.id), 303)
    const { dossier } = view
    const authorityCode = authorityAccount(authorityOf(dossier.authorityProvince, localDateAt(dossier.filedAt)).agencyCode.value)
    try {
      await platform.work(c.visit.actor, async (work) => {
        const { attemptId } = await startAttempt(work, platform.config, {
          dossierId: dossier.id, personId: dossier.personId, amountVnd: dossier.amountVnd, authorityCode, orderInfo: dossier.submissionCode, lang: c.visit.lang, method: 'vietqr',
        })
        // The code is on the screen already: who presses again has seen it being paid.
        if (view.transfer) askNow(work, attemptId)
      })
    } catch (error) {
      if (!(error instanceof Refusal) || !SETTLED.includes(error.code)) throw error
    }
    return reply.redirect(paths.counterVisitAt(c.counter.id, 'done'), 303)
  })
  app.get(paths.counterFile(':visitId', 'ma-qr.png'), async (request: VisitRequest, reply) => {
    const c = await openForFile(web, request, reply)
    if (!c) return reply
    const transfer = (await readView(c))?.transfer
    if (!transfer) return reply.callNotFound()
    return reply.type('image/png').header('cache-control', 'private, no-store').send(await QRCode.toBuffer(transfer.qr.content, { errorCorrectionLevel: 'M', scale: PIXELS_A_DOT, margin: 4 }))
  })
  app.get<{ Params: { visitId: string; file: string } }>(paths.counterFile(':visitId', 'giay/:file'), async (request, reply) => {
    const c = await openForFile(web, request, reply)
    if (!c) return reply
    const documentId = request.params.file.replace(/\.pdf$/, '')
    const document = isId(documentId) ? (await readView(c))?.documents.find((one) => one.id === documentId) : undefined
    const bytes = document && (await readBytes(platform, document))
    if (!document || !bytes) return reply.callNotFound()
    return reply.type('application/pdf').header('cache-control', 'private, no-store').header('content-disposition', `inline; filename="${document.kind}.pdf"`).send(bytes)
  })
}

/** The dossier that was filed in this visit; undefined when nothing was. */
async function readView({ web, visit, counter }: VisitCase): Promise<View | undefined> {
  const { dossierId } = counter
  if (!dossierId) return undefined
  return web.platform.read(visit.actor, async (work) => {
    const dossier = await findDossier(work, dossierId)
    if (!dossier) return undefined
    const [consent, documents, money, transfer] = await Promise.all([
      findConsent(work, counter.id), listDocuments(work, dossierId), getMoney(work, dossierId), findTransfer(work, web.platform.config, dossierId, visit.lang),
    ])
    return { dossier, consent, documents: documents.filter((one) => one.hash !== null), isPaid: money.receipt !== undefined && money.receipt !== null, transfer }
  })
}

function DonePage({ c, view }: { c: VisitCase; view: View }) {
  const { visit, web, counter, today } = c
  const { lang, csrf } = visit
  const { dossier, consent } = view
  const t = doneText[lang]
  return (
    <CounterLayout web={web} visit={visit} today={today} current="visits" title={t.title}>
      <Panel titleText={t.title}>{t.code}<br /><strong>{dossier.submissionCode}</strong></Panel>
      <p class="govuk-body">{t.give}</p>
      <Columns aside={(
        <>
          <Fee c={c} view={view} />
          <Card title={t.papers}>
            {view.documents.length === 0 ? <p class="govuk-body">{t.preparing}</p> : (
              <ul class="govuk-list">{view.documents.map((one) => <li><Link href={paths.counterFile(counter.id, `giay/${one.id}.pdf`)}>{isFormKind(one.kind) ? formNamed(one.kind).title[lang] : one.title}</Link></li>)}</ul>
            )}
          </Card>
        </>
      )}
      >
        <SummaryList
          rows={[
            { key: t.channel, value: t.channels[dossier.channel] },
            consent?.givenAt && { key: t.confirmed, value: t.confirmedBy[consent.method] },
            { key: t.helper, value: visit.session.staff.fullName },
            { key: t.office, value: findServicePoint(counter.officeCode, today)?.name[lang] ?? '' },
            { key: t.next, value: authorityOf(dossier.authorityProvince, today).name[lang] },
          ]}
        />
        {dossier.channel === 'in-person' && <InsetText><Link href={paths.digitise(dossier.id)}>{t.digitise}</Link> {t.digitiseText}</InsetText>}
        <p class="govuk-body">{t.finishText}</p>
        <Form action={paths.counterVisitAt(counter.id, 'end')} csrf={csrf}><Button preventDoubleClick>{t.finish}</Button></Form>
      </Columns>
    </CounterLayout>
  )
}

function Fee({ c, view }: { c: VisitCase; view: View }) {
  const { visit, web, counter } = c
  const t = doneText[visit.lang]
  const { dossier, transfer, isPaid } = view
  if (dossier.amountVnd === 0) return null
  return (
    <Card title={`${t.fee}: ${formatVnd(dossier.amountVnd)}`}>
      {isPaid && <InsetText>{t.paid}.</InsetText>}
      {!isPaid && transfer && (
        <>
          <p class="govuk-body">{t.qrLead}</p>
          <p><img src={paths.counterFile(counter.id, 'ma-qr.png')} alt={t.qr} width="260" height="260" /></p>
          <p class="govuk-body"><Code>{transfer.qr.reference}</Code></p>
          <Form action={paths.counterVisitAt(counter.id, 'pay')} csrf={visit.csrf}><Button look="secondary" preventDoubleClick>{t.askBank}</Button></Form>
          {web.platform.config.simulation && <p class="govuk-body"><Link href={`${web.platform.config.outside['payment-platform'].url}/ngan-hang?qr=${encodeURIComponent(transfer.qr.content)}`}>{t.simulatedApp}</Link></p>}
        </>
      )}
      {!isPaid && !transfer && (
        <>
          <p class="govuk-body">{t.unpaid}.</p>
          <Form action={paths.counterVisitAt(counter.id, 'pay')} csrf={visit.csrf}><Button look="secondary" preventDoubleClick>{t.showQr}</Button></Form>
          <p class="govuk-body-s">{t.later}</p>
        </>
      )}
      {!isPaid && dossier.channel === 'in-person' && <p class="govuk-body"><Link href={paths.cashFee(dossier.id)}>{t.cash}</Link></p>}
    </Card>
  )
}
