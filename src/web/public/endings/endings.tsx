/** How a request ends when it can't end well: in plain words, with a way on, never with a stack. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SignInFailed } from '../../../capabilities/identity/index.ts'
import { FilesSilent } from '../../../platform/files/contract.ts'
import { ownPath } from '../../../platform/http/own-path.ts'
import { sayError } from '../../../platform/observability/errors.ts'
import { OutsideFailure } from '../../../platform/values/outside-failure.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { Code, Link, LinkButton } from '../../kit/index.ts'
import { keptForm } from '../../kept-form.ts'
import { CitizenLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import { pageOf, sendPage, type Visit, visitOf, type Web } from '../../request.ts'
import { siteText } from '../../text.ts'
import { SendAgain } from './send-again.tsx'
import { publicText } from '../text.ts'

type Ending = 'notFound' | 'broken' | 'busy' | 'eidDown' | 'eid-level-too-low' | 'sign-in-expired' | 'form-expired' | 'not-staff' | 'not-of-this-world' | 'other-role' | 'refused'

const STATUS: Readonly<Record<Ending, number>> = {
  notFound: 404, broken: 500, busy: 503, eidDown: 503, 'eid-level-too-low': 403, 'sign-in-expired': 400, 'form-expired': 403, 'not-staff': 403, 'not-of-this-world': 403, 'other-role': 403, refused: 409,
}

export function registerEndings(app: FastifyInstance, web: Web): void {
  app.setNotFoundHandler(async (request, reply) => end(web, request, reply, 'notFound'))
  app.setErrorHandler(async (failed, request, reply) => {
    const isSignIn = failed instanceof SignInFailed
    const error = isSignIn ? failed.cause : failed
    const ending = endingOf(error)
    if (ending === 'broken' || ending === 'busy') web.platform.log.error({ requestId: request.id, err: error }, 'request failed')
    else web.platform.log.info({ requestId: request.id, code: error instanceof Refusal ? error.code : sayError(error) }, 'request refused')
    return end(web, request, reply, ending, isSignIn ? failed.returnTo : undefined)
  })
}

function endingOf(error: unknown): Ending {
  if (error instanceof OutsideFailure) return error.system === 'national-id' ? 'eidDown' : 'busy'
  if (error instanceof FilesSilent) return 'busy'
  if (error instanceof Refusal) {
    switch (error.code) {
      case 'eid-level-too-low':
      case 'sign-in-expired':
      case 'form-expired':
      case 'not-staff':
      case 'not-of-this-world':
      case 'other-role':
        return error.code
      case 'draft-not-found':
      case 'dossier-not-found':
      case 'list-not-found':
      case 'bulk-not-found':
      case 'visit-not-found':
        return 'notFound'
      default:
        return 'refused'
    }
  }
  const code = error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : ''
  if (/^(ECONN|57P|53|08)/.test(code)) return 'busy'
  const status = error !== null && typeof error === 'object' && 'statusCode' in error ? Number(error.statusCode) : 500
  return status >= 400 && status < 500 ? 'refused' : 'broken'
}

/** The page that whoever could not sign in was on their way to. */
function wayOf(request: FastifyRequest): string | undefined {
  const query: unknown = request.query
  return ownPath(query !== null && typeof query === 'object' && 've' in query ? query.ve : undefined)
}

/** @param returnTo where a sign-in that did not end well was to lead */
async function end(web: Web, request: FastifyRequest, reply: FastifyReply, ending: Ending, returnTo = wayOf(request)): Promise<FastifyReply> {
  // The database may be the thing that is gone: then nobody is signed in on this page.
  const visit: Visit = await visitOf(web, request).catch(() => ({ session: undefined, lang: 'vi' as const, csrf: '', actor: { kind: 'public' as const, channel: 'online' as const }, here: paths.home() }))
  const t = publicText[visit.lang].endings
  // Who proves anew who they are has a session all the while, and what they chose waits on the page that they came from.
  const isAgain = ending === 'eidDown' && visit.session !== undefined
  const kept = ending === 'form-expired' ? keptForm(request) : undefined
  const [title, text] = t[isAgain ? 'eidDownAgain' : kept ? 'form-kept' : ending]
  if (STATUS[ending] === 503) reply.header('retry-after', '60')
  return sendPage(reply, (
    <CitizenLayout web={web} visit={visit} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{text}</p>
      {kept ? <SendAgain visit={visit} kept={kept} action={request.url} before={pageOf(web, request)} /> : <Onward web={web} visit={visit} request={request} ending={ending} returnTo={returnTo} />}
      {(ending === 'eidDown' || ending === 'busy') && <p class="govuk-body"><Link href={paths.status()}>{siteText[visit.lang].status}</Link></p>}
      {ending === 'broken' && <p class="govuk-body-s">{t.code}: <Code>{request.id}</Code></p>}
    </CitizenLayout>
  ), STATUS[ending])
}

/** The way on: to the same sign-in once more, back to the page whose form was sent, or home to where this visitor works. */
function Onward({ web, visit, request, ending, returnTo }: { readonly web: Web; readonly visit: Visit; readonly request: FastifyRequest; readonly ending: Ending; readonly returnTo: string | undefined }) {
  const t = publicText[visit.lang].endings
  const { session } = visit
  if (ending === 'eidDown' || ending === 'sign-in-expired') {
    return (
      <>
        <p class="govuk-body"><LinkButton href={session ? paths.signInAgain(returnTo ?? homeOf(visit)) : paths.signIn(returnTo)}>{ending === 'eidDown' ? t.again : t.signIn}</LinkButton></p>
        {session && returnTo && <p class="govuk-body"><Link href={returnTo}>{t.back}</Link></p>}
      </>
    )
  }
  const before = request.method === 'POST' ? pageOf(web, request) : undefined
  if (ending === 'form-expired' && !session) return <p class="govuk-body"><LinkButton href={paths.signIn(before)}>{t.signIn}</LinkButton></p>
  if (before) return <p class="govuk-body"><LinkButton href={before}>{t.back}</LinkButton></p>
  return <p class="govuk-body"><LinkButton href={homeOf(visit)}>{session?.staff ? t.desk : t.home}</LinkButton></p>
}

/** Where the desk leads everybody at work on to their own. */
function homeOf({ session }: Visit): string {
  return session?.staff ? paths.desk() : session ? paths.mine() : paths.home()
}
