/** The printer's own page: what waits, printing one run, the runs before. No name, no dossier (C1). */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Batch, type Card, listBatches, listCards } from '../../../../capabilities/deliveries/index.ts'
import { receiptHash } from '../../../../capabilities/portraits/index.ts'
import { printCards } from '../../../../dossiers/index.ts'
import { groupThousands } from '../../../../platform/values/money.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import { Button, Code, DateTime, Form, Heading, NotificationBanner, SortableTable } from '../../../kit/index.ts'
import { StaffFrame } from '../../../layout.tsx'
import { paths } from '../../../paths.ts'
import { printerVisit, sendPage, showing, type StaffVisit, type Web } from '../../../request.ts'
import { cardsText } from '../../text/cards.ts'
import { refusalWords, words } from '../../text/words.ts'
import { serialOf } from '../routes.ts'
import { printingText } from './text.ts'

const RUN = 500
const SHOWN = 50
const RUNS_SHOWN = 10

interface Said {
  readonly printed?: number
  readonly refused?: Refusal
}

interface View {
  readonly queued: readonly Card[]
  readonly batches: readonly Batch[]
  readonly today: string
}

export function registerPrinting(app: FastifyInstance, web: Web): void {
  const { platform } = web
  async function show(visit: StaffVisit, reply: FastifyReply, said: Said, status = 200): Promise<FastifyReply> {
    const { provinceCode } = visit.session.staff
    const view = await platform.read(visit.actor, async (work): Promise<View> => ({
      queued: await listCards(work, provinceCode, 'queued', RUN), batches: await listBatches(work, provinceCode, RUNS_SHOWN), today: work.today,
    }))
    return sendPage(showing(reply, { purpose: 'printing', dossierIds: view.queued.slice(0, SHOWN).map(({ dossierId }) => dossierId) }), printingPage(web, visit, view, said), status)
  }
  app.get<{ Querystring: { xong?: string } }>(paths.printing(), async (request, reply) => {
    const visit = await printerVisit(web, request, reply)
    const printed = /^[1-9]\d{0,2}$/.exec(request.query.xong ?? '')?.[0]
    return visit ? show(visit, reply, printed ? { printed: Number(printed) } : {}) : reply
  })
  app.post(paths.printing(), async (request, reply) => {
    const visit = await printerVisit(web, request, reply)
    if (!visit) return reply
    try {
      const { cards } = await platform.work(visit.actor, printCards)
      return reply.redirect(`${paths.printing()}?xong=${cards.length}`, 303)
    } catch (error) {
      if (error instanceof Refusal) return show(visit, reply, { refused: error }, 409)
      throw error
    }
  })
}

function printingPage(web: Web, visit: StaffVisit, view: View, said: Said) {
  const { lang } = visit
  const t = printingText[lang]
  const count = groupThousands(view.queued.length)
  // What is said to be printed is what the visitor's own newest run shows: an address alone can claim anything.
  const done = said.printed !== undefined && view.batches.find(({ printedBy }) => printedBy === visit.session.staff.id)?.cards === said.printed ? said.printed : undefined
  return (
    <StaffFrame web={web} visit={visit} today={view.today} title={t.title} home={paths.printing()} navigation={[{ text: t.title, href: paths.printing(), current: true }]} hasError={said.refused !== undefined}>
      {done !== undefined && <NotificationBanner type="success" text={cardsText[lang].printed(done)} />}
      {said.refused && <Refused refused={said.refused} visit={visit} />}
      <Heading>{t.title}</Heading>
      <p class="govuk-body">{t.lead}</p>
      <section>
        <h2 class="govuk-heading-m">{t.waiting(count)}</h2>
        {view.queued.length === 0 ? <p class="govuk-body">{t.none}</p> : (
          <>
            <Form action={paths.printing()} csrf={visit.csrf}><Button shortcut="i" preventDoubleClick>{cardsText[lang].print(count)}</Button></Form>
            <SortableTable
              caption={t.waiting(count)} columns={(['card', 'licence', 'portrait', 'queued'] as const).map((key) => ({ key, text: t.columns[key] }))}
              rows={view.queued.slice(0, SHOWN).map((card) => ({ cells: { card: <Code>{card.cardSerial}</Code>, licence: <Code>{card.licenceNumber}</Code>, portrait: <Code>{receiptHash(card.portraitHash)}</Code>, queued: <DateTime at={card.queuedAt} /> } }))}
            />
            {view.queued.length > SHOWN && <p class="govuk-body">{t.more(view.queued.length - SHOWN)}</p>}
          </>
        )}
      </section>
      <section>
        <h2 class="govuk-heading-m">{t.runs}</h2>
        {view.batches.length === 0 ? <p class="govuk-body">{t.runsNone}</p> : (
          <SortableTable
            caption={t.runs} columns={(['at', 'cards', 'by'] as const).map((key) => ({ key, text: t.runColumns[key] }))}
            rows={view.batches.map((one) => ({ cells: { at: <DateTime at={one.printedAt} />, cards: groupThousands(one.cards), by: one.printedBy === visit.session.staff.id ? t.you : t.colleague } }))}
          />
        )}
      </section>
    </StaffFrame>
  )
}

function Refused({ refused, visit: { lang } }: { readonly refused: Refusal; readonly visit: StaffVisit }) {
  const t = cardsText[lang]
  const serial = serialOf(refused)
  return (
    <NotificationBanner role="alert" titleText={words[lang].notDone}>
      <p class="govuk-notification-banner__heading">{refused.code === 'portrait-differs' ? t.stopped : refused.code === 'nothing-to-print' ? t.nothingToPrint : refusalWords(refused.code, lang)}</p>
      {serial && <p class="govuk-body"><Code>{serial}</Code></p>}
    </NotificationBanner>
  )
}
