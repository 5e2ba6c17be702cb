/** The code to scan, with everything that stands in it for those who type (B5). */
import type { FastifyInstance } from 'fastify'
import QRCode from 'qrcode'
import { findTransfer } from '../../../../capabilities/payments/index.ts'
import { formatInstant } from '../../../../platform/values/dates.ts'
import { formatVnd } from '../../../../platform/values/money.ts'
import { CitizenLayout } from '../../../layout.tsx'
import { BackLink, Button, Code, Form, Heading, InsetText, Link, NotificationBanner, SummaryList } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import { type CitizenVisit, sendPage, type Web } from '../../../request.ts'
import { notFound, refreshAfter } from '../../shared.ts'
import { moneyText } from '../../text/money.ts'
import { type DossierRequest, ownDossier } from '../dossier.view.ts'

const REFRESH_SECONDS = 5
const PIXELS_A_DOT = 8

type Transfer = NonNullable<Awaited<ReturnType<typeof findTransfer>>>

export function registerTransfer(app: FastifyInstance, web: Web): void {
  const { platform } = web
  const read = (request: DossierRequest, visit: CitizenVisit) => platform.read(visit.actor, (work) => findTransfer(work, platform.config, request.params.dossierId, visit.lang))

  app.get<{ Params: { dossierId: string }; Querystring: { 'da-hoi'?: string } }>(paths.pay(':dossierId'), async (request, reply) => {
    const own = await ownDossier(web, request, reply)
    if (!own) return reply
    const transfer = await read(request, own.visit)
    // Paid, out of time, or never by transfer: the dossier's page says which.
    if (!transfer) return reply.redirect(paths.dossier(own.dossier.id), 303)
    refreshAfter(reply, REFRESH_SECONDS)
    return sendPage(reply, <TransferPage web={web} visit={own.visit} dossierId={own.dossier.id} transfer={transfer} asked={request.query['da-hoi'] !== undefined} />)
  })
  app.get<{ Params: { dossierId: string } }>(paths.payCode(':dossierId'), async (request, reply) => {
    const own = await ownDossier(web, request, reply)
    if (!own) return reply
    const transfer = await read(request, own.visit)
    if (!transfer) {
      notFound(reply)
      return reply
    }
    const picture = await QRCode.toBuffer(transfer.qr.content, { errorCorrectionLevel: 'M', scale: PIXELS_A_DOT, margin: 4 })
    return reply.type('image/png').header('cache-control', 'private, no-store').send(picture)
  })
}

interface Props {
  readonly web: Web
  readonly visit: CitizenVisit
  readonly dossierId: string
  readonly transfer: Transfer
  readonly asked: boolean
}

function TransferPage({ web, visit, dossierId, transfer, asked }: Props) {
  const t = moneyText[visit.lang].transfer
  const { qr, amountVnd, expiresAt } = transfer
  const title = t.title(formatVnd(amountVnd))
  return (
    <CitizenLayout web={web} visit={visit} title={title} before={<BackLink href={paths.dossier(dossierId)}>{t.back}</BackLink>}>
      {asked && <NotificationBanner text={t.notYet} />}
      <Heading>{title}</Heading>
      <p class="govuk-body">{t.lead}</p>
      <p><img src={paths.payCode(dossierId)} alt={t.alt} width="296" height="296" /></p>
      <SummaryList
        rows={[
          { key: t.amount, value: <strong>{formatVnd(amountVnd)}</strong> },
          { key: t.reference, value: <strong><Code>{qr.reference}</Code></strong> },
          { key: t.account, value: <Code>{qr.account}</Code> },
          { key: t.bank, value: <Code>{qr.bankBin}</Code> },
          { key: t.holder, value: qr.holder },
          { key: t.until, value: formatInstant(expiresAt) },
        ]}
      />
      <InsetText>{t.keepReference}</InsetText>
      <Form action={paths.checkPayment(dossierId)} csrf={visit.csrf}><Button preventDoubleClick>{t.check}</Button></Form>
      {web.platform.config.simulation && <p class="govuk-body"><Link href={`${web.platform.config.outside['payment-platform'].url}/ngan-hang?qr=${encodeURIComponent(qr.content)}`}>{t.simulatedApp}</Link></p>}
    </CitizenLayout>
  )
}
