/** A certified copy of a paper certificate as the answer to a point (B7, P3). */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PointAnswer } from '../../../../../dossiers/index.ts'
import type { PointKind } from '../../../../../catalogue/index.ts'
import { sendPage } from '../../../../request.ts'
import { CopyFields, type CopyProblemShown, copyWords, sendBusy } from '../../../certified-copy/pages.tsx'
import { receiveCopyForm } from '../../../certified-copy/receive.ts'
import { certifiedCopyText } from '../../../text/certificate.ts'
import { type Asked, isStillAsked, PointFrame } from './asked.tsx'
import { tooLate } from './late.tsx'

export function showCopy(asked: Asked, kind: PointKind, reply: FastifyReply): FastifyReply {
  return sendPage(reply, <CopyPage asked={asked} kind={kind} />)
}

/** @returns the copy; undefined where the page has been answered */
export async function receiveCopyAnswer(asked: Asked, kind: PointKind, request: FastifyRequest, reply: FastifyReply): Promise<{ readonly given: PointAnswer } | undefined> {
  const received = await receiveCopyForm(asked.web, asked.visit, request, (work) => isStillAsked(work, asked))
  if (received === 'unwanted') {
    await tooLate(asked, reply, { unread: 'file' })
    return undefined
  }
  if ('copyId' in received) return { given: { certificate: { how: 'certified-copy', copyId: received.copyId } } }
  await sendBusy(reply, received.problem, <CopyPage asked={asked} kind={kind} problem={received.problem} />)
  return undefined
}

function CopyPage({ asked, kind, problem }: { asked: Asked; kind: PointKind; problem?: CopyProblemShown }) {
  const { lang } = asked.visit
  const error = problem && copyWords(problem, lang)
  return (
    <PointFrame asked={asked} kind={kind} multipart errors={error ? [{ text: error, href: '#copy' }] : []} continueText={certifiedCopyText[lang].send}>
      <CopyFields lang={lang} error={error} />
    </PointFrame>
  )
}
