/** The portrait of a filing at a counter: the identity card's by default, or one taken there (B2, A4). */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { findSignedPaper } from '../../../../capabilities/counters/index.ts'
import { adviceFor, askRegistered, examine, findAcceptedPortrait, findRefusalOfLookup, findRegistered, keep, readCrop, receiptHash } from '../../../../capabilities/portraits/index.ts'
import { saveAnswers } from '../../../../dossiers/index.ts'
import { isId } from '../../../../platform/values/ids.ts'
import { BackLink, Button, Code, Columns, ErrorSummary, FileUpload, Form, Heading, InsetText, LinkButton, Picture } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import { fileFormOf, formOf, sendPage, type Web } from '../../../request.ts'
import { CounterLayout } from '../../layout.tsx'
import { filingText } from '../text/filing.ts'
import { type FilingCase, isFiling, openForFile, type VisitRequest } from '../visit-case.ts'
import { type FilingData, nextPage, openFiling, readFiling, takeRegistered } from './filing-data.ts'

/** A phone's own picture; the examination allows more than a counter's camera gives. */
const PICTURE_BYTES = 30 * 1024 * 1024

export function registerPortrait(app: FastifyInstance, web: Web): void {
  const { platform } = web
  const page = paths.counterVisitAt(':visitId', 'portrait')
  app.get(page, async (request: VisitRequest, reply) => {
    const open = await openFiling(web, request, reply)
    return open ? show(open.c, open.data, reply) : reply
  })
  app.post(page, async (request: VisitRequest, reply) => {
    const open = await openFiling(web, request, reply)
    if (!open) return reply
    const { c, data } = open
    if (!request.isMultipart()) {
      if (formOf(request).text('registered') !== '') await takeRegistered(c, data.draft.id)
      return reply.redirect(paths.counterVisitAt(c.counter.id, 'portrait'), 303)
    }
    const t = filingText[c.visit.lang]
    const { file } = await fileFormOf(web, c.visit.session, request, PICTURE_BYTES)
    if (file === undefined) return show(c, data, reply, t.pictureMissing)
    if (file === 'too-large') return show(c, data, reply, t.pictureLarge)
    if (file === 'broken') return show(c, data, reply, t.fileBroken)
    const examination = await examine(platform, file)
    const portrait = await platform.work(c.visit.actor, async (work) => {
      const kept = await keep(work, { personId: c.person.id, draftId: data.draft.id, examination, source: 'upload' })
      if (kept.state === 'accepted') await saveAnswers(work, c.person.id, data.draft.id, { portraitId: kept.id })
      return kept
    })
    if (portrait.state === 'accepted') return reply.redirect(paths.counterVisitAt(c.counter.id, 'portrait'), 303)
    const advice = adviceFor(portrait.reason, c.visit.lang)
    return show(c, data, reply, `${advice.wrong} ${advice.todo}`)
  })
  app.get(paths.counterFile(':visitId', 'anh.jpg'), async (request: VisitRequest, reply) => {
    const c = await openForFile(web, request, reply)
    if (!c) return reply
    const portrait = await platform.read(c.visit.actor, async (work) => {
      const id = isFiling(c) ? (await readFiling(work, c.person.id, c.counter.draftId))?.draft.answers.portraitId : undefined
      return isId(id) ? findAcceptedPortrait(work, id) : undefined
    })
    if (portrait?.personId !== c.person.id) return reply.callNotFound()
    return reply.type('image/jpeg').header('cache-control', 'private, no-store').send(await readCrop(platform, portrait.id))
  })
}

type Offer = 'there' | 'asking' | 'none'

async function show(c: FilingCase, data: FilingData, reply: FastifyReply, error?: string): Promise<FastifyReply> {
  const { platform } = c.web
  const chosen = data.draft.answers.portraitId
  const view = await platform.read(c.visit.actor, async (work) => {
    const found = await findRegistered(work, c.person.id)
    const refused = found.state === 'there' && (await findRefusalOfLookup(work, c.person.id, found.lookupId)) !== undefined
    const offer: Offer = found.state === 'there' && !refused ? 'there' : found.state === 'asking' || found.state === 'not-asked' ? 'asking' : 'none'
    const portrait = chosen === undefined ? undefined : await findAcceptedPortrait(work, chosen)
    return { offer, notAsked: found.state === 'not-asked', portrait, signed: await findSignedPaper(work, c.counter.id, data.draft) }
  })
  if (view.notAsked) await platform.work(c.visit.actor, (work) => askRegistered(work, c.person))
  const { lang, csrf } = c.visit
  const t = filingText[lang]
  const action = paths.counterVisitAt(c.counter.id, 'portrait')
  return sendPage(reply, (
    <CounterLayout web={c.web} visit={c.visit} today={c.today} current="visits" title={t.portrait} hasError={error !== undefined} before={<BackLink href={paths.counterVisitAt(c.counter.id, 'answers')} />}>
      {error && <ErrorSummary errorList={[{ text: error, href: '#picture' }]} />}
      <Heading caption={c.person.fullName}>{t.portrait}</Heading>
      <Columns start={view.portrait ? <Picture src={paths.counterFile(c.counter.id, 'anh.jpg')} alt={t.shown}>{t.shown}</Picture> : undefined}>
        {view.portrait ? (
          <>
            <p class="govuk-body">{t.receipt}: <strong><Code>{receiptHash(view.portrait.cropHash)}</Code></strong></p>
            <LinkButton href={nextPage(c, data.draft, data.asked, view.signed !== undefined)}>{t.goOn}</LinkButton>
            <h2 class="govuk-heading-m">{t.another}</h2>
          </>
        ) : (
          <>
            <p class="govuk-body">{t.portraitLead}</p>
            <InsetText>{t.portraitOf[view.offer]}</InsetText>
          </>
        )}
        {view.offer === 'there' && (
          <Form action={action} csrf={csrf} hidden={{ registered: '1' }}><Button look={view.portrait ? 'secondary' : 'primary'} preventDoubleClick>{t.useRegistered}</Button></Form>
        )}
        <Form action={action} csrf={csrf} multipart>
          <FileUpload name="picture" label={{ text: t.upload, classes: 'govuk-label--s' }} hint={t.uploadHint} accept="image/*" capture="environment" errorMessage={error} />
          <Button look="secondary" preventDoubleClick>{t.send}</Button>
        </Form>
      </Columns>
    </CounterLayout>
  ), error ? 422 : 200)
}
