/** The log as everybody may know it: its newest checkpoint, its key, and how to check a receipt (S13, TH18). No sign-in, no script. */
import type { FastifyInstance } from 'fastify'
import { findCheckpoint, keyLine, openLog } from '../../../../observers/audit/index.ts'
import { publicActor } from '../../../../platform/values/actor.ts'
import { groupThousands } from '../../../../platform/values/money.ts'
import { Card, Code, DateTime, Heading, Link, SummaryList } from '../../../kit/index.ts'
import { CitizenLayout } from '../../../layout.tsx'
import { paths } from '../../../paths.ts'
import { sendPage, type Visit, visitOf, type Web } from '../../../request.ts'
import { logText } from './text.ts'

export function registerLog(app: FastifyInstance, web: Web): void {
  const read = () => {
    const { verifier } = openLog(web.platform).key
    return web.platform.read(publicActor, async (work) => ({ newest: await findCheckpoint(work, verifier), key: keyLine(verifier) }))
  }
  app.get(paths.log(), async (request, reply) => {
    const { lang } = await visitOf(web, request)
    // The same page for everybody: nobody is named on it, so that it may be kept for a moment on the way.
    reply.header('cache-control', 'public, max-age=30').header('vary', 'cookie')
    return sendPage(reply, logPage(web, { session: undefined, lang, csrf: '', actor: publicActor, here: paths.log() }, await read()))
  })
  app.get(paths.checkpoint(), async (_request, reply) => {
    const { newest } = await read()
    if (!newest) {
      reply.callNotFound()
      return reply
    }
    return reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=30').send(newest.note)
  })
}

type Known = Awaited<ReturnType<typeof findCheckpoint>>

function logPage(web: Web, visit: Visit, { newest, key }: { readonly newest: Known; readonly key: string }) {
  const t = logText[visit.lang]
  const { verifier } = web.assets.citizen
  return (
    <CitizenLayout web={web} visit={visit} title={t.title}>
      <Heading>{t.title}</Heading>
      <p class="govuk-body-l">{t.lead}</p>
      <Card title={t.newest}>
        {newest ? (
          <>
            <SummaryList rows={[{ key: t.size, value: groupThousands(newest.size) }, { key: t.at, value: <DateTime at={newest.at} /> }]} />
            <p class="govuk-body"><Link href={paths.checkpoint()}>{t.text}</Link></p>
          </>
        ) : <p class="govuk-body">{t.none}</p>}
      </Card>
      <Card title={t.check}>
        <ol class="govuk-list govuk-list--number">
          <li>{t.steps.receipt}</li>
          <li>{t.steps.program} {verifier && <Link href={verifier} attributes={{ download: 'verify-receipt.mjs' }}>verify-receipt.mjs</Link>}</li>
          <li>{t.steps.run} <Code long>node verify-receipt.mjs bien-nhan.json --key</Code> {t.steps.withKey}</li>
        </ol>
        <p class="govuk-body">{t.key}</p>
        <p class="govuk-body"><Code long>{key}</Code></p>
        <p class="govuk-body">{t.limits}</p>
      </Card>
      <Card title={t.what} quiet>{t.explained.map((line) => <p class="govuk-body">{line}</p>)}</Card>
    </CitizenLayout>
  )
}
