/**
 * Public — what everybody sees before signing in: start page, help, privacy, language, sign-in and sign-out.
 * Owns: nothing.  Outside: nothing.  Announces: nothing.
 * Legal: Luật 91/2025/QH15 (privacy notice); NĐ 69/2024/NĐ-CP (sign-in by eID only).
 */
import type { FastifyInstance } from 'fastify'
import { beginSignIn, completeSignIn, signOut } from '../../capabilities/identity/index.ts'
import { beginLookUps } from '../../dossiers/index.ts'
import { ownPath } from '../../platform/http/own-path.ts'
import { publicActor } from '../../platform/values/actor.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { paths } from '../paths.ts'
import { citizenVisit, forgetSession, rememberLanguage, sendPage, sessionAt, startSession, visitOf, type Web } from '../request.ts'
import { registerClinicsList } from './clinics/clinics.page.tsx'
import { registerLookUp } from './look-up/routes.tsx'
import { isOwnSignIn, markBrowser } from './own-sign-in.ts'
import { registerFigures } from './figures/routes.ts'
import { registerGuides } from './guides/routes.tsx'
import { helpPage, homePage, privacyPage } from './pages.tsx'
import { registerProvinces } from './provinces/routes.ts'
import { readStatus } from './status/health.ts'
import { statusPage } from './status/status.page.tsx'
import { registerLog } from './verify/log/routes.tsx'
import { registerVerify } from './verify/routes.tsx'

export function registerPublic(app: FastifyInstance, web: Web): void {
  const { platform } = web
  registerFigures(app, web)
  registerGuides(app, web)
  registerLookUp(app, web)
  registerClinicsList(app, web)
  registerVerify(app, web)
  registerLog(app, web)
  app.get(paths.home(), async (request, reply) => {
    const visit = await visitOf(web, request)
    return sendPage(reply, homePage(web, visit, await platform.read(visit.actor, async (work) => work.today)))
  })
  app.get(paths.help(), async (request, reply) => sendPage(reply, helpPage(web, await visitOf(web, request))))
  registerProvinces(app, web)
  app.get(paths.privacy(), async (request, reply) => sendPage(reply, privacyPage(web, await visitOf(web, request))))
  app.get(paths.status(), async (request, reply) => {
    // The same page for everybody: nobody is named on it, so that it may be kept for a moment on the way.
    const { lang } = await visitOf(web, request)
    reply.header('cache-control', 'public, max-age=30').header('vary', 'cookie')
    return sendPage(reply, statusPage(web, { session: undefined, lang, csrf: '', actor: publicActor, here: paths.status() }, await readStatus(web)))
  })
  app.get<{ Params: { lang: string }; Querystring: { ve?: string } }>('/ngon-ngu/:lang', async (request, reply) => {
    rememberLanguage(reply, request.params.lang === 'en' ? 'en' : 'vi')
    return reply.redirect(ownPath(request.query.ve) ?? paths.home(), 303)
  })
  app.get<{ Querystring: { ve?: string; lai?: string } }>('/dang-nhap', async (request, reply) => {
    // Cookies belong to a host name: who typed "localhost" begins where the eID will send them back to.
    const own = new URL(platform.config.publicUrl)
    if (platform.config.simulation && request.hostname === 'localhost' && own.hostname !== 'localhost') return reply.redirect(own.origin + request.url, 303)
    const visit = await visitOf(web, request)
    const back = ownPath(request.query.ve) ?? paths.mine()
    // Who has to prove anew who they are goes to the eID though they are signed in, and comes back to the page they were at (TH4).
    const again = request.query.lai !== undefined
    if (visit.session && !again) return reply.redirect(back, 303)
    const { url, state } = await beginSignIn(platform, back, again)
    markBrowser(web, reply, state)
    return reply.redirect(url, 303)
  })
  app.get<{ Querystring: { state?: string } }>(paths.signInAnswer(), async (request, reply) => {
    if (!isOwnSignIn(web, request, reply, String(request.query.state ?? ''))) throw new Refusal('sign-in-expired')
    const { token, personId, returnTo } = await completeSignIn(platform, request.url.split('?')[1] ?? '', await sessionAt(web, request))
    // The registers are asked while the person is still on the way to their first page.
    await platform.work({ kind: 'citizen', personId, sessionId: '', channel: 'online' }, (work) => beginLookUps(work, personId))
    startSession(web, reply, token)
    return reply.redirect(returnTo, 303)
  })
  app.post(paths.signOut(), async (request, reply) => {
    const visit = await citizenVisit(web, request, reply)
    if (!visit) return reply
    forgetSession(web, reply)
    reply.header('clear-site-data', '"cache"')
    return reply.redirect(await signOut(platform, visit.session), 303)
  })
}
