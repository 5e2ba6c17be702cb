/** Writing a note, asking a colleague, giving one's opinion; and the list of what waits for one's own. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { askOpinion, findDossiers, giveOpinion, listQuestionsTo, writeNote } from '../../../../dossiers/index.ts'
import { listStaff } from '../../../../capabilities/identity/index.ts'
import { isId } from '../../../../platform/values/ids.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import { BackLink, Code, DateTime, Heading, Link, SortableTable } from '../../../kit/index.ts'
import { StaffLayout } from '../../../layout.tsx'
import { paths } from '../../../paths.ts'
import { formOf, sendPage, showing, type StaffVisit, staffVisit, type Web } from '../../../request.ts'
import { dossierOf } from '../../access.ts'
import { numberOf } from '../../shared.ts'
import { saidAgain } from './again.ts'
import { notesText } from './text.ts'

type Params = { Params: { id: string; opinionId: string } }

export function registerNotes(app: FastifyInstance, web: Web): void {
  app.post<Params>(paths.officerNotes(':id'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { id } = request.params
    const entered = formOf(request).text('note')
    return saidAgain(web, visit, request, reply, id, { what: 'note', entered }, async (work) => {
      await dossierOf(work, visit, id)
      await writeNote(work, id, entered)
    })
  })
  app.post<Params>(paths.officerOpinions(':id'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { id } = request.params
    const { text } = formOf(request)
    const [entered, colleague] = [text('question'), text('colleague')]
    return saidAgain(web, visit, request, reply, id, { what: 'question', entered, colleague }, async (work) => {
      await dossierOf(work, visit, id)
      if (!isId(colleague)) throw new Refusal('not-a-colleague')
      await askOpinion(work, id, colleague, entered)
    })
  })
  app.post<Params>(paths.officerOpinion(':id', ':opinionId'), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    if (!visit) return reply
    const { id, opinionId } = request.params
    const entered = formOf(request).text('opinion')
    return saidAgain(web, visit, request, reply, id, { what: 'opinion', entered, opinionId }, async (work) => {
      await dossierOf(work, visit, id)
      await giveOpinion(work, id, opinionId, entered)
    })
  })
  app.get(paths.officerQuestions(), async (request, reply) => {
    const visit = await staffVisit(web, request, reply)
    return visit ? sendPage(reply, await questionsPage(web, visit, reply)) : reply
  })
}

async function questionsPage(web: Web, visit: StaffVisit, reply: FastifyReply) {
  const t = notesText[visit.lang]
  const { staff } = visit.session
  const { questions, dossiers, colleagues, today } = await web.platform.read(visit.actor, async (work) => {
    const open = await listQuestionsTo(work, staff.id)
    return { questions: open, dossiers: await findDossiers(work, open.map((one) => one.dossierId)), colleagues: await listStaff(work, staff.provinceCode), today: work.today }
  })
  showing(reply, { purpose: 'opinions', dossierIds: [...dossiers.keys()] })
  return (
    <StaffLayout web={web} visit={visit} today={today} current="worklist" title={t.listTitle} before={<BackLink href={paths.desk()}>{t.back}</BackLink>}>
      <Heading>{t.listTitle}</Heading>
      <SortableTable
        caption={t.listTitle} empty={t.listNone} columns={(['dossier', 'applicant', 'by', 'at'] as const).map((key) => ({ key, text: t.listHead[key] }))}
        rows={questions.flatMap((one) => {
          const dossier = dossiers.get(one.dossierId)
          if (!dossier) return []
          const number = <Link href={`${paths.officerDossier(dossier.id)}#ghi-chu`}><Code>{numberOf(dossier)}</Code></Link>
          return [{ cells: { dossier: number, applicant: dossier.applicantName, by: colleagues.find((each) => each.id === one.askedBy)?.fullName ?? '', at: <DateTime at={one.askedAt} /> } }]
        })}
      />
    </StaffLayout>
  )
}
