/** How to help somebody to an eID: plain steps, and what a helper never does (A4, P6). */
import type { FastifyInstance } from 'fastify'
import { Heading, Link, WarningText } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import { clerkVisit, sendPage, type Web } from '../../request.ts'
import { CounterLayout } from '../layout.tsx'
import { doneText } from './text/done.ts'

export function registerEid(app: FastifyInstance, web: Web): void {
  app.get(paths.counterEid(), async (request, reply) => {
    const visit = await clerkVisit(web, request, reply)
    if (!visit) return reply
    const t = doneText[visit.lang]
    const today = await web.platform.read(visit.actor, async (work) => work.today)
    return sendPage(reply, (
      <CounterLayout web={web} visit={visit} today={today} current="visits" title={t.eidTitle}>
        <Heading>{t.eidTitle}</Heading>
        <p class="govuk-body">{t.eidLead}</p>
        <ol class="govuk-list govuk-list--number">{t.eidSteps.map((step) => <li>{step}</li>)}</ol>
        <WarningText>{t.eidNever}</WarningText>
        <p class="govuk-body"><Link href={paths.counter()}>{t.eidBack}</Link></p>
      </CounterLayout>
    ))
  })
}
