/** The log as everybody may know it: its newest checkpoint, its key, and how to check a receipt (S13, TH18). No sign-in, no script. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { checkReceipt, findCheckpoint, findGrowth, keyLine, openLog, type Lag, readLag } from '../../../../observers/audit/index.ts'
import { publicActor } from '../../../../platform/values/actor.ts'
import { groupThousands } from '../../../../platform/values/money.ts'
import { Button, Card, Code, DateTime, Heading, Input, Link, LinkButton, SummaryList } from '../../../kit/index.ts'
import { CitizenLayout } from '../../../layout.tsx'
import { paths } from '../../../paths.ts'
import { formOf, sendPage, type Visit, visitOf, type Web } from '../../../request.ts'
import { ReceiptPage } from './receipt.page.tsx'
import { logText } from './text.ts'

export function registerLog(app: FastifyInstance, web: Web): void {
  const read = () => {
    const { verifier } = openLog(web.platform).key
    return web.platform.read(publicActor, async (work) => ({ newest: await findCheckpoint(work, verifier), lag: await readLag(work), key: keyLine(verifier) }))
  }
  app.get(paths.log(), async (request, reply) => {
    const { lang } = await visitOf(web, request)
    // The same page for everybody: nobody is named on it, so that it may be kept for a moment on the way.
    reply.header('cache-control', 'public, max-age=30').header('vary', 'cookie')
    return sendPage(reply, logPage(web, { session: undefined, lang, csrf: '', actor: publicActor, here: paths.log() }, await read()))
  })
  app.get<{ Querystring: { tu?: string } }>(paths.growth(), async (request, reply) => {
    const { tu = '' } = request.query
    const growth = /^\d{1,15}$/.test(tu) ? await web.platform.read(publicActor, (work) => findGrowth(work, Number(tu))) : undefined
    if (!growth) {
      reply.callNotFound()
      return reply
    }
    return reply.type('application/json').header('cache-control', 'public, max-age=5').header('content-disposition', 'attachment; filename="noi-tiep.json"').send(JSON.stringify(growth))
  })
  app.get(paths.logReceipt(), async (request, reply) => sendPage(reply, <ReceiptPage web={web} visit={await visitOf(web, request)} />))
  // Nothing is kept and nothing changes, so that what was found is the answer itself: sending it again finds the same.
  app.post(paths.logReceipt(), async (request, reply) => {
    const visit = await visitOf(web, request)
    const brought = await broughtIn(request)
    const typed = brought.typed === '' ? {} : { typed: brought.typed }
    if (brought.text === '') return sendPage(reply, <ReceiptPage web={web} visit={visit} missing {...typed} />, 422)
    const found = await web.platform.read(publicActor, (work) => checkReceipt(work, openLog(web.platform).key.verifier, web.platform.config.audit.witnesses, brought.text))
    return sendPage(reply, <ReceiptPage web={web} visit={visit} found={found} {...typed} />, typeof found === 'string' ? 422 : 200)
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

/** A receipt has two kilobytes. */
const MOST_BYTES = 16_384

/** A receipt as a file or pasted; of a file that is no receipt by its size nothing is read. */
async function broughtIn(request: FastifyRequest): Promise<{ readonly text: string; readonly typed: string }> {
  if (!request.isMultipart()) {
    const typed = formOf(request).text('text')
    return { text: typed.trim(), typed }
  }
  let [file, typed] = ['', '']
  try {
    for await (const part of request.parts({ limits: { fileSize: MOST_BYTES } })) {
      if (part.type === 'file') file = (await part.toBuffer()).toString()
      else if (part.fieldname === 'text' && typeof part.value === 'string') typed = part.value
    }
  } catch {
    // Too large, or cut off on its way: whatever came is no receipt.
    return { text: 'x', typed: '' }
  }
  return { text: (file || typed).trim(), typed }
}

interface Known {
  readonly newest: Awaited<ReturnType<typeof findCheckpoint>>
  readonly lag: Lag
  readonly key: string
}

/** A program as people get it: where, and the hash by which they see that it is the one that others read. */
function Program({ web, name, hash }: { readonly web: Web; readonly name: string; readonly hash: string }) {
  const program = web.assets.citizen.programs?.[name]
  return program ? <><Link href={program.address} attributes={{ download: name }}>{name}</Link>. {hash} <Code long>{program.sha256}</Code></> : null
}

function logPage(web: Web, visit: Visit, { newest, lag, key }: Known) {
  const t = logText[visit.lang]
  const { witnesses } = web.platform.config.audit
  return (
    <CitizenLayout web={web} visit={visit} title={t.title}>
      <Heading>{t.title}</Heading>
      <p class="govuk-body-l">{t.lead}</p>
      <Card title={t.newest}>
        {newest ? (
          <>
            <SummaryList rows={[{ key: t.size, value: groupThousands(newest.size) }, { key: t.at, value: <DateTime at={newest.at} /> }, { key: t.lag, value: lagWords(lag.seconds, visit.lang) },
              { key: t.witness, value: lag.witnessed ? <>{t.witnessed(lag.witnessed.witness, groupThousands(lag.witnessed.size))} <DateTime at={lag.witnessed.at} /></> : t.noWitness },
              { key: t.stamp, value: lag.stamped ? <>{t.stamped(groupThousands(lag.stamped.size))} <DateTime at={lag.stamped.at} /></> : t.noStamp }]} />
            <p class="govuk-body"><Link href={paths.checkpoint()}>{t.text}</Link></p>
          </>
        ) : <p class="govuk-body">{t.none}</p>}
      </Card>
      <Card title={t.check}>
        <p class="govuk-body">{t.here}</p>
        <LinkButton look="secondary" href={paths.logReceipt()}>{t.brought.title}</LinkButton>
        <p class="govuk-body">{t.alone}</p>
        <ol class="govuk-list govuk-list--number">
          <li>{t.steps.receipt}</li>
          <li>{t.steps.program} <Program web={web} name="verify-receipt.mjs" hash={t.steps.hash} /></li>
          <li>{t.steps.run} <Code long>node verify-receipt.mjs bien-nhan.json --key</Code> {t.steps.withKey}</li>
        </ol>
        <p class="govuk-body">{t.key}</p>
        <p class="govuk-body"><Code long>{key}</Code></p>
        <form method="get" action={paths.growth()}>
          <Input name="tu" inputmode="numeric" classes="govuk-input--width-10" label={t.growth.label} hint={t.growth.hint} />
          <Button look="secondary">{t.growth.button}</Button>
        </form>
        <p class="govuk-body">{t.growth.again} <Code long>node verify-receipt.mjs bien-nhan.json --key … --later noi-tiep.json</Code></p>
        <p class="govuk-body">{t.limits}</p>
      </Card>
      <Card title={t.witnessTitle}>
        {t.witnessExplained.map((line) => <p class="govuk-body">{line}</p>)}
        {witnesses.length > 0 && <><p class="govuk-body">{t.witnessKeys}</p>{witnesses.map((one) => <p class="govuk-body"><Code long>{one}</Code></p>)}</>}
        <p class="govuk-body">{t.witnessProgram} <Program web={web} name="witness.mjs" hash={t.steps.hash} /></p>
      </Card>
      <Card title={t.what} quiet>{t.explained.map((line) => <p class="govuk-body">{line}</p>)}</Card>
    </CitizenLayout>
  )
}

function lagWords(seconds: number, lang: Visit['lang']): string {
  const t = logText[lang]
  return seconds === 0 ? t.lagNone : seconds < 120 ? t.lagSeconds(Math.ceil(seconds)) : t.lagMinutes(Math.ceil(seconds / 60))
}
