/** What a visit answers once it is over: nothing of the person (A4). */
import type { FastifyReply } from 'fastify'
import { Heading, LinkButton } from '../../kit/index.ts'
import { paths } from '../../paths.ts'
import { type OfficeVisit, sendPage, type Web } from '../../request.ts'
import { CounterLayout } from '../layout.tsx'
import { openText } from './text/open.ts'

export function sendOver(web: Web, visit: OfficeVisit, today: string, reply: FastifyReply): FastifyReply {
  const t = openText[visit.lang]
  return sendPage(reply, (
    <CounterLayout web={web} visit={visit} today={today} current="visits" title={t.over}>
      <Heading>{t.over}</Heading>
      <p class="govuk-body">{t.overText}</p>
      <LinkButton href={paths.counter()}>{t.open}</LinkButton>
    </CounterLayout>
  ), 404)
}
