/** Cards on their way to the post: printed, listed by an officer, counted and signed by a postal worker. */
import { closeList, countList, findList, listCards, parcelOf, printBatch, scanItem } from '../../src/capabilities/deliveries/index.ts'
import type { Work } from '../../src/platform/work.ts'
import type { Actor } from '../../src/platform/values/actor.ts'

type Staff = Extract<Actor, { kind: 'staff' }>

interface Runs {
  readonly platform: { work<T>(actor: Actor, fn: (work: Work) => Promise<T>): Promise<T> }
}

/** The office's part: prints what waits and closes a list over the cards that go by post. @returns the list's id, if there was anything to list */
export async function listForPost({ platform }: Runs, appraiser: Staff): Promise<string | undefined> {
  await platform.work(appraiser, (work) => printBatch(work, appraiser.provinceCode))
  return platform.work(appraiser, async (work) => {
    const going: string[] = []
    for (const card of await listCards(work, appraiser.provinceCode, 'printed', 100)) {
      if (card.listId === null && (await parcelOf(work, card.dossierId))?.state === 'ordered') going.push(card.id)
    }
    return going.length === 0 ? undefined : closeList(work, going)
  })
}

/** The post's part: every item of the list is in the bag, and nothing else. */
export async function takeOver({ platform }: Runs, postal: Staff, listId: string): Promise<void> {
  const list = await platform.work(postal, (work) => findList(work, listId))
  for (const { itemNumber } of list?.items ?? []) await platform.work(postal, (work) => scanItem(work, listId, itemNumber))
  await platform.work(postal, (work) => countList(work, listId, new Map()))
}

/** Both parts: from the printer to the post. */
export async function handToPost(world: Runs & { staff(role: 'appraiser' | 'postal'): Promise<Staff> }): Promise<void> {
  const listId = await listForPost(world, await world.staff('appraiser'))
  if (listId !== undefined) await takeOver(world, await world.staff('postal'), listId)
}
