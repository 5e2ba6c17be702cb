/** An officer reads a certified copy and confirms what it says, or does not take it (P3). Nothing is confirmed without a second check of the file. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type CertifiedCopy, type CopyRejection, copyRejections } from '../../../capabilities/health-certificates/index.ts'
import { getPerson, type Person } from '../../../capabilities/identity/index.ts'
import { confirmCertifiedCopy, copyOfDossier, noteReading, rejectCertifiedCopy } from '../../../dossiers/index.ts'
import { isId } from '../../../platform/values/ids.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { BackLink, Button, Card, Code, Columns, DateTime, ErrorSummary, Form, Heading, Input, Link, Radios } from '../../kit/index.ts'
import { StaffLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import { formOf, sendPage, type StaffVisit, staffVisit, type Web } from '../../request.ts'
import { dossierOf } from '../access.ts'
import { Facts } from '../parts.tsx'
import { copiesText } from '../text/copies.ts'
import { conclusions, type Entered, type Field, fieldOf, readEntered } from './form.ts'

type Params = { Params: { dossierId: string; copyId: string } }

interface Opened {
  readonly visit: StaffVisit
  readonly copy: CertifiedCopy
  readonly person: Person
  readonly dossierId: string
  readonly today: string
}

interface Said {
  readonly entered: Entered
  readonly errors: Readonly<Partial<Record<Field | 'rejection' | 'all', string>>>
}

/** A file takes the check a moment; a few wait for it at most. */
const BUSY_SECONDS = 30

const empty: Entered = { number: '', licenceClass: '', conclusion: '', concludedOn: '', reExamOn: '', clinicName: '', doctorName: '' }

/** A copy that waits, of a dossier of the visitor's province. @throws Refusal 'dossier-not-found' for everything else */
async function open(web: Web, request: FastifyRequest<Params>, reply: FastifyReply): Promise<Opened | undefined> {
  const visit = await staffVisit(web, request, reply)
  if (!visit) return undefined
  const { dossierId, copyId } = request.params
  if (!isId(copyId)) throw new Refusal('dossier-not-found')
  return web.platform.read(visit.actor, async (work) => {
    await dossierOf(work, visit, dossierId)
    const { dossier, copy } = await copyOfDossier(work, dossierId, copyId)
    return { visit, copy, dossierId, person: await getPerson(work, dossier.personId), today: work.today }
  })
}

export function registerCopies(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.get<Params>(paths.officerCopy(':dossierId', ':copyId'), async (request, reply) => {
    const opened = await open(web, request, reply)
    if (!opened) return reply
    if (opened.copy.state !== 'received') return reply.redirect(paths.officerDossier(opened.dossierId), 303)
    await platform.work(opened.visit.actor, (work) => noteReading(work, opened.dossierId, 'certified-copy'))
    return sendPage(reply, <CopyPage web={web} opened={opened} said={{ entered: empty, errors: {} }} />)
  })
  app.get<Params>(paths.officerCopyFile(':dossierId', ':copyId'), async (request, reply) => {
    const opened = await open(web, request, reply)
    if (!opened) return reply
    // Whoever knows the address reads the paper without the page before it (AUD4).
    await platform.work(opened.visit.actor, (work) => noteReading(work, opened.dossierId, 'certified-copy'))
    // Bytes from outside: never shown within our pages, and without any right where a browser opens them.
    return reply.type('application/pdf').header('content-disposition', 'attachment; filename="ban-sao-giay-kham.pdf"').header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff').send(await platform.files.get(opened.copy.fileHash))
  })
  app.post<Params>(paths.officerCopy(':dossierId', ':copyId'), async (request, reply) => {
    const opened = await open(web, request, reply)
    if (!opened) return reply
    const { visit, dossierId, copy } = opened
    const { text } = formOf(request)
    const entered: Entered = { number: text('number'), licenceClass: text('licenceClass'), conclusion: text('conclusion'), concludedOn: text('concludedOn'), reExamOn: text('reExamOn'), clinicName: text('clinicName'), doctorName: text('doctorName') }
    const read = readEntered(entered, visit.lang)
    if ('errors' in read) return sendPage(reply, <CopyPage web={web} opened={opened} said={{ entered, errors: read.errors }} />, 422)
    return attempt(web, reply, opened, entered, () => confirmCertifiedCopy(platform, visit.actor, { dossierId, copyId: copy.id }, read.paper))
  })
  app.post<Params>(paths.officerCopyReject(':dossierId', ':copyId'), async (request, reply) => {
    const opened = await open(web, request, reply)
    if (!opened) return reply
    const { visit, dossierId, copy } = opened
    const rejection: CopyRejection | undefined = copyRejections.find((one) => one === formOf(request).text('rejection'))
    if (!rejection) return sendPage(reply, <CopyPage web={web} opened={opened} said={{ entered: empty, errors: { rejection: copiesText[visit.lang].choose } }} />, 422)
    return attempt(web, reply, opened, empty, () => platform.work(visit.actor, (work) => rejectCertifiedCopy(work, dossierId, copy.id, rejection)))
  })
}

/** Does it and goes back to the dossier; a refusal is told on the page, with what was typed. */
async function attempt(web: Web, reply: FastifyReply, opened: Opened, entered: Entered, act: () => Promise<void>): Promise<FastifyReply> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'dossier-not-found') throw error
    const { problems } = copiesText[opened.visit.lang]
    const words = Object.entries(problems).find(([code]) => code === error.code)?.[1] ?? problems.other
    const isBusy = error.code === 'too-many-checks'
    if (isBusy) reply.header('retry-after', String(BUSY_SECONDS))
    return sendPage(reply, <CopyPage web={web} opened={opened} said={{ entered, errors: { [fieldOf[error.code] ?? 'all']: words } }} />, isBusy ? 503 : 409)
  }
  return reply.redirect(paths.officerDossier(opened.dossierId), 303)
}

function CopyPage({ web, opened, said }: { web: Web; opened: Opened; said: Said }) {
  const { visit, copy, person, dossierId, today } = opened
  const t = copiesText[visit.lang]
  const { entered, errors } = said
  const list = Object.entries(errors).map(([field, text]) => ({ text, href: field === 'all' ? '#number' : `#${field}` }))
  const label = (text: string) => ({ text, classes: 'govuk-label--s' })
  const input = (field: Field, hint?: string) => <Input name={field} label={label(t[field])} hint={hint} value={entered[field]} errorMessage={errors[field]} classes="govuk-input--width-20" attributes={{ maxlength: 200 }} />
  return (
    <StaffLayout web={web} visit={visit} today={today} current="worklist" title={t.title} hasError={list.length > 0} before={<BackLink href={paths.officerDossier(dossierId)}>{t.back}</BackLink>}>
      {list.length > 0 && <ErrorSummary errorList={list} />}
      <Heading>{t.title}</Heading>
      <Columns
        start={(
          <Card title={t.copy}>
            <Facts items={[
              { name: t.applicant, value: person.fullName }, { name: t.identity, value: <Code>{person.identityNumber}</Code> }, { name: t.signer, value: copy.signerName }, { name: t.organisation, value: copy.signerOrganisation },
              { name: t.stampedAt, value: <DateTime at={copy.stampedAt} /> }, { name: t.received, value: <DateTime at={copy.receivedAt} /> },
            ]} />
            <p class="govuk-body">{t.same}</p>
            <p class="govuk-body"><Link href={paths.officerCopyFile(dossierId, copy.id)}>{t.open}</Link></p>
          </Card>
        )}
        aside={(
          <Card title={t.reject}>
            <Form action={paths.officerCopyReject(dossierId, copy.id)} csrf={visit.csrf}>
              <Radios name="rejection" classes="govuk-radios--small" fieldset={{ legend: { text: t.rejectAs, classes: 'govuk-fieldset__legend--s' } }} errorMessage={errors.rejection} items={copyRejections.map((value) => ({ value, text: t.rejections[value] }))} />
              <Button look="secondary" preventDoubleClick>{t.rejectButton}</Button>
            </Form>
          </Card>
        )}
      >
        <p class="govuk-body">{t.lead}</p>
        <Form action={paths.officerCopy(dossierId, copy.id)} csrf={visit.csrf}>
          {input('number', t.numberHint)}
          {input('licenceClass')}
          <Radios name="conclusion" classes="govuk-radios--small" fieldset={{ legend: { text: t.conclusion, classes: 'govuk-fieldset__legend--s' } }} value={entered.conclusion} errorMessage={errors.conclusion} items={conclusions.map((value) => ({ value, text: t.conclusions[value] }))} />
          {input('concludedOn', t.day)}
          {input('reExamOn', t.day)}
          {input('clinicName')}
          {input('doctorName')}
          <Button preventDoubleClick>{t.confirm}</Button>
        </Form>
      </Columns>
    </StaffLayout>
  )
}
