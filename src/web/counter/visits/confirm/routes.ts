/** Addresses of the confirmation: sending a code, taking it, a signature or the signed paper; each files when the person has agreed. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type CodeOutcome, findConsent, findSignedPaper, keepConsent, type Proof, sendConsentCode, takeConsentCode } from '../../../../capabilities/counters/index.ts'
import { agreeToNotice, findDraft } from '../../../../dossiers/index.ts'
import { Refusal } from '../../../../platform/values/refusal.ts'
import type { Work } from '../../../../platform/work.ts'
import { paths } from '../../../paths.ts'
import { formOf, sendPage, type Web } from '../../../request.ts'
import { openFiling } from '../filing/filing-data.ts'
import { type FilingCase, leadsOn, opensAnew, type VisitRequest } from '../visit-case.ts'
import { type Confirming, type ConfirmSaid, confirmPage } from './confirm.page.tsx'
import { fileAgreed, offer } from './file.ts'
import { readSignature } from './read-signature.ts'

const REFRESH_SECONDS = 2

/** A filing ready to be agreed to, or undefined when another page was answered with. */
async function openConfirming(web: Web, request: VisitRequest, reply: FastifyReply): Promise<Confirming | undefined> {
  const open = await openFiling(web, request, reply)
  if (!open) return undefined
  const { c, data } = open
  const offered = await offer(c)
  if ('elsewhere' in offered) {
    await reply.redirect(leadsOn(c, offered.elsewhere === 'answers' ? paths.counterVisitAt(c.counter.id, 'answers') : paths.counterVisit(c.counter.id)), 303)
    return undefined
  }
  const rest = await web.platform.read(c.visit.actor, async (work) => ({ consent: await findConsent(work, c.counter.id), isSigned: (await findSignedPaper(work, c.counter.id, data.draft)) !== undefined }))
  return { c, data, offered, ...rest }
}

export function registerConfirm(app: FastifyInstance, web: Web): void {
  const { platform } = web
  const show = (reply: FastifyReply, confirming: Confirming, said: ConfirmSaid = {}) => {
    const { c, consent } = confirming
    const isWrong = said.outcome !== undefined || said.signature !== undefined
    // The code is on its way: the page says when it has left. Not while somebody may be typing.
    if (consent?.method === 'code' && consent.toSend && !isWrong) opensAnew(reply, paths.counterVisitAt(c.counter.id, 'confirm'), REFRESH_SECONDS)
    return sendPage(reply, confirmPage(confirming, said), isWrong ? 422 : 200)
  }
  app.get(paths.counterVisitAt(':visitId', 'confirm'), async (request: VisitRequest, reply) => {
    const confirming = await openConfirming(web, request, reply)
    return confirming ? show(reply, confirming) : reply
  })
  app.post(paths.counterVisitAt(':visitId', 'code'), async (request: VisitRequest, reply) => {
    const confirming = await openConfirming(web, request, reply)
    if (!confirming) return reply
    const { c, offered } = confirming
    if (!('content' in offered)) return show(reply, confirming)
    try {
      await platform.work(c.visit.actor, (work) => sendConsentCode(work, c.counter.id, offered.content, { phone: offered.filing.dossier.answers.phone, lang: c.visit.lang }))
    } catch (error) {
      if (!(error instanceof Refusal) || (error.code !== 'too-many-codes' && error.code !== 'phone-of-many')) throw error
      return show(reply, confirming, { outcome: error.code })
    }
    return reply.redirect(paths.counterVisitAt(c.counter.id, 'confirm'), 303)
  })
  app.post(paths.counterVisitAt(':visitId', 'confirm'), async (request: VisitRequest, reply) => {
    const confirming = await openConfirming(web, request, reply)
    if (!confirming) return reply
    const { c, offered } = confirming
    if (!('content' in offered)) return show(reply, confirming)
    const outcome = await platform.work(c.visit.actor, async (work): Promise<CodeOutcome> => {
      const taken = await takeConsentCode(work, c.counter.id, offered.content, formOf(request).text('code'))
      if (taken === 'given') await agreeToNotice(work, c.person.id, confirming.data.draft.procedure)
      return taken
    })
    return outcome === 'given' ? file(c, reply) : show(reply, confirming, { outcome })
  })
  /** Keeps what proves that the person agrees. @returns false where nothing proves it */
  const agree = async ({ c, offered, data }: Confirming, proofOf: (work: Work) => Promise<Proof | undefined>): Promise<boolean> => {
    if (!('content' in offered)) return true
    return platform.work(c.visit.actor, async (work) => {
      const proof = await proofOf(work)
      if (!proof) return false
      await keepConsent(work, c.counter.id, offered.content, proof)
      await agreeToNotice(work, c.person.id, data.draft.procedure)
      return true
    })
  }
  app.post(paths.counterVisitAt(':visitId', 'signature'), async (request: VisitRequest, reply) => {
    const confirming = await openConfirming(web, request, reply)
    if (!confirming) return reply
    const form = formOf(request)
    const proof = readSignature(confirming.c.person, form.text)
    if ('errors' in proof) return show(reply, confirming, { signature: proof.errors, name: form.text('name') })
    await agree(confirming, async () => proof)
    return file(confirming.c, reply)
  })
  app.post(paths.counterVisitAt(':visitId', 'paper'), async (request: VisitRequest, reply) => {
    const confirming = await openConfirming(web, request, reply)
    if (!confirming) return reply
    const { c, data } = confirming
    const isAgreed = c.counter.way === 'in-person' && (await agree(confirming, async (work) => {
      // Looked for in the transaction that keeps the consent: what is changed at this moment has no signature yet.
      const draft = await findDraft(work, c.person.id, data.draft.id)
      const paper = draft && (await findSignedPaper(work, c.counter.id, draft))
      return paper && { kind: 'paper', fileHash: paper.fileHash }
    }))
    return isAgreed ? file(c, reply) : reply.redirect(paths.counterVisitAt(c.counter.id, 'papers'), 303)
  })
}

async function file(c: FilingCase, reply: FastifyReply): Promise<FastifyReply> {
  const isFiled = await fileAgreed(c)
  return reply.redirect(paths.counterVisitAt(c.counter.id, isFiled ? 'done' : 'confirm'), 303)
}
