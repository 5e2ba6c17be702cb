/** Papers scanned in, for a dossier on paper (A7): every file is hostile until its first bytes say what it is, and is served as a download only. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { findScan, findSignedPaper, holdVisit, insertScan, listScans, SCAN_BYTES, type Scan, scanKinds, scanTypeOf } from '../../../../capabilities/counters/index.ts'
import { isId } from '../../../../platform/values/ids.ts'
import { BackLink, Button, Checklist, ErrorSummary, FileUpload, Form, Heading, InsetText, Link, LinkButton, Select } from '../../../kit/index.ts'
import { paths } from '../../../paths.ts'
import { fileFormOf, sendPage, type Web } from '../../../request.ts'
import { CounterLayout } from '../../layout.tsx'
import { filingText } from '../text/filing.ts'
import { type FilingCase, openForFile, type VisitRequest } from '../visit-case.ts'
import { type FilingData, openFiling } from './filing-data.ts'

type Problem = 'fileMissing' | 'fileWrong' | 'fileLarge' | 'fileBroken'

export function registerPapers(app: FastifyInstance, web: Web): void {
  const { platform } = web
  const page = paths.counterVisitAt(':visitId', 'papers')
  app.get(page, async (request: VisitRequest, reply) => {
    const open = await openFiling(web, request, reply)
    return open ? show(open.c, open.data, reply) : reply
  })
  app.post(page, async (request: VisitRequest, reply) => {
    const open = await openFiling(web, request, reply)
    if (!open) return reply
    const { c, data } = open
    const { file, list } = await fileFormOf(web, c.visit.session, request, SCAN_BYTES)
    const kind = scanKinds.find((one) => one === list('kind').at(-1)) ?? 'other'
    if (file === undefined) return show(c, data, reply, 'fileMissing', kind)
    if (file === 'too-large') return show(c, data, reply, 'fileLarge', kind)
    if (file === 'broken') return show(c, data, reply, 'fileBroken', kind)
    const mediaType = scanTypeOf(file)
    if (!mediaType) return show(c, data, reply, 'fileWrong', kind)
    const fileHash = await platform.files.put(file)
    await platform.work(c.visit.actor, async (work) => {
      const visit = await holdVisit(work, c.counter.id)
      await insertScan(work, { visitId: visit.id, personId: visit.personId, draftId: data.draft.id, draftRevision: data.draft.revision, kind, fileHash, mediaType, bytes: file.length, scannedBy: visit.staffId })
    })
    return reply.redirect(paths.counterVisitAt(c.counter.id, 'papers'), 303)
  })
  app.get<{ Params: { visitId: string; scanId: string } }>(paths.counterFile(':visitId', ':scanId'), async (request, reply) => {
    const c = await openForFile(web, request, reply)
    if (!c) return reply
    const { scanId } = request.params
    const scan = isId(scanId) ? await platform.read(c.visit.actor, (work) => findScan(work, scanId)) : undefined
    if (scan?.visitId !== c.counter.id) return reply.callNotFound()
    return reply.type(scan.mediaType).headers({
      'cache-control': 'private, no-store', 'content-disposition': `attachment; filename="${scan.kind}.${scan.mediaType.split('/')[1] ?? 'bin'}"`, 'x-content-type-options': 'nosniff', 'content-security-policy': 'sandbox',
    }).send(await platform.files.get(scan.fileHash))
  })
}

async function show(c: FilingCase, data: FilingData, reply: FastifyReply, problem?: Problem, kind = 'application'): Promise<FastifyReply> {
  const { lang, csrf } = c.visit
  const t = filingText[lang]
  const { scans, signed } = await c.web.platform.read(c.visit.actor, async (work) => ({ scans: await listScans(work, data.draft.id), signed: await findSignedPaper(work, c.counter.id, data.draft) }))
  const here = (one: Scan) => one.visitId === c.counter.id
  const error = problem && t[problem]
  return sendPage(reply, (
    <CounterLayout web={c.web} visit={c.visit} today={c.today} current="visits" title={t.papers} hasError={error !== undefined} before={<BackLink href={paths.counterVisitAt(c.counter.id, 'answers')} />}>
      {error && <ErrorSummary errorList={[{ text: error, href: '#file' }]} />}
      <Heading caption={c.person.fullName}>{t.papers}</Heading>
      <p class="govuk-body">{t.papersLead}</p>
      {scans.length === 0 ? <InsetText>{t.none}</InsetText> : (
        <Checklist
          label={t.papers}
          items={scans.map((one) => ({
            tone: 'done', title: here(one) ? <Link href={paths.counterFile(c.counter.id, one.id)}>{t.kinds[one.kind]}</Link> : t.kinds[one.kind],
            detail: `${Math.ceil(one.bytes / 1024)} kB`, status: here(one) ? t.scanned : t.scannedBefore,
          }))}
        />
      )}
      {!signed && <p class="govuk-body">{scans.some((one) => one.kind === 'application') ? t.applicationOld : t.needApplication}</p>}
      <LinkButton href={paths.counterVisitAt(c.counter.id, 'confirm')} look={signed ? 'primary' : 'secondary'}>{t.goOn}</LinkButton>
      <Form action={paths.counterVisitAt(c.counter.id, 'papers')} csrf={csrf} multipart>
        <Select name="kind" label={{ text: t.kind, classes: 'govuk-label--s' }} value={kind} items={scanKinds.map((one) => ({ value: one, text: t.kinds[one] }))} />
        <FileUpload name="file" label={{ text: t.file, classes: 'govuk-label--s' }} accept="application/pdf,image/jpeg,image/png" errorMessage={error} />
        <Button look="secondary" preventDoubleClick>{t.add}</Button>
      </Form>
    </CounterLayout>
  ), error ? 422 : 200)
}
