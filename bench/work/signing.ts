/**
 * Signed papers a minute: the worker's job from an order to sign to a signature that its own check has accepted, beside the bare
 * making of a PAdES signature with the same key and the same time stamps. Both ask the simulated time-stamp authority.
 */
import { prepare, requestSignature, requestSigningKey } from '../../src/capabilities/documents/actions.ts'
import { stampDigest } from '../../src/capabilities/documents/client/authorities.ts'
import { openSigner, signPdf } from '../../src/capabilities/documents/engine/sign.ts'
import { jobs } from '../../src/capabilities/documents/jobs.ts'
import { getDocument } from '../../src/capabilities/documents/store/documents.ts'
import { findSigningKey } from '../../src/capabilities/documents/store/signatures.ts'
import type { Platform } from '../../src/platform/runtime.ts'
import { systemActor } from '../../src/platform/values/actor.ts'
import { newId } from '../../src/platform/values/ids.ts'
import { rounded } from '../figures.ts'

export interface SigningFigures {
  readonly oursPerMinute: number
  readonly floorPerMinute: number
  /** Of the floor; the rest is what checking each signature and writing it down costs. */
  readonly share: number
  readonly signatures: number
}

const tester = systemActor('bench')

/** @param platform on a database whose jobs nobody takes */
export async function benchSigning(platform: Platform, size: { readonly rounds: number; readonly count: number }): Promise<SigningFigures> {
  const holderId = newId()
  await platform.work(tester, (work) => requestSigningKey(work, { holderId, name: 'Lê Thị Ước', profile: 'officer' }))
  const run = (task: string, payload: Record<string, string>) => jobs[task]?.(platform, payload) ?? Promise.reject(new Error(`no task ${task}`))
  await run('documents.certify', { holderId })
  const key = await platform.read(tester, (work) => findSigningKey(work, holderId))
  if (!key?.chain) throw new Error('no certificate was issued')
  const bare = { signer: openSigner(platform.config, holderId, key.generation), chain: key.chain.slice(0, 1), reason: 'bench', stamp: (digest: Uint8Array) => stampDigest(platform, digest) }
  let [ours, floor] = [0, 0]
  for (let round = 0; round < size.rounds; round++) {
    const papers: { id: string; hash: string }[] = []
    for (let n = 0; n < size.count; n++) papers.push(await drawn(platform, run))
    for (const { id, hash } of papers) await platform.work(tester, (work) => requestSignature(work, { documentId: id, signerId: holderId, shownHash: hash }))
    const files = await Promise.all(papers.map(({ hash }) => platform.files.get(hash)))
    const mine = async () => {
      for (const { id } of papers) await run('documents.sign', { documentId: id })
    }
    const plain = async () => {
      for (const bytes of files) await signPdf(bytes, { ...bare, at: (await platform.read(tester, async (work) => work.now)) })
    }
    for (const side of round % 2 === 0 ? [mine, plain] : [plain, mine]) {
      const startedAt = performance.now()
      await side()
      const seconds = (performance.now() - startedAt) / 1000
      if (side === mine) ours += seconds
      else floor += seconds
    }
  }
  const signatures = size.rounds * size.count
  return { oursPerMinute: rounded((signatures / ours) * 60, 0), floorPerMinute: rounded((signatures / floor) * 60, 0), share: rounded(floor / ours, 2), signatures }
}

/** A paper that waits for its signature. */
async function drawn(platform: Platform, run: (task: string, payload: Record<string, string>) => Promise<void>): Promise<{ id: string; hash: string }> {
  const id = await platform.work(tester, (work) => prepare(work, {
    kind: 'supplement-request', dossierId: newId(), personId: newId(),
    values: {
      authority: { code: 'PC08-097', parent: 'CÔNG AN TỈNH VÍ DỤ', name: 'PHÒNG CẢNH SÁT GIAO THÔNG', place: 'Ví Dụ' }, dossierCode: 'G01.097-261120-0001',
      applicant: { fullName: 'Nguyễn Trường Ấn', identityNumber: '097090000123', address: 'phường Ứng Hoè', phone: '0000123456', email: 'an@vidu.invalid' },
      request: 'Đổi giấy phép lái xe', items: ['Chụp lại ảnh'], reason: 'Ảnh tối', answerBy: '', contact: 'bộ phận một cửa', contactPhone: '', officer: { titles: '', name: 'Lê Thị Ước' },
    },
  }))
  await run('documents.render', { documentId: id })
  const { hash } = await platform.read(tester, (work) => getDocument(work, id))
  if (hash === null) throw new Error('the paper was not drawn')
  return { id, hash }
}
