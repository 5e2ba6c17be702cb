/** The two sides of a hand-over list are two people, not only two posts: one may hold both (DEC2). */
import { confirmDifferences, countList, type DifferenceReasons, findList } from '../../../capabilities/deliveries/index.ts'
import { isSamePerson } from '../../../capabilities/identity/index.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'

/** The post stands for what it found. @throws Refusal 'listed-by-you' also under another post, and what countList throws */
export async function takeOverList(work: Work, listId: string, reasons: DifferenceReasons): Promise<'complete' | 'counted'> {
  const list = await findList(work, listId)
  if (list && (await isActor(work, list.closedBy))) throw new Refusal('listed-by-you')
  return countList(work, listId, reasons)
}

/** The authority stands for the differences. @throws Refusal 'counted-by-you' also under another post, and what confirmDifferences throws */
export async function settleDifferences(work: Work, listId: string, seenHash: string): Promise<void> {
  const list = await findList(work, listId)
  if (list?.countedBy && (await isActor(work, list.countedBy))) throw new Refusal('counted-by-you')
  await confirmDifferences(work, listId, seenHash)
}

async function isActor(work: Work, staffId: string): Promise<boolean> {
  return work.actor.kind === 'staff' && isSamePerson(work, work.actor.staffId, staffId)
}
