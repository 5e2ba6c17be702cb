/** R1 within one test process: four journeys, a death at every boundary they pass, and what everybody's books say afterwards. */
import type { StoredPaper } from '../../../sandbox/data-store/stored.ts'
import type { Charge, Order, Refund } from '../../../sandbox/payment-platform/books.ts'
import type { PortalDossier } from '../../../sandbox/national-portal/dossiers.ts'
import type { Message } from '../../../sandbox/mailbox/messages.ts'
import type { Parcel } from '../../../sandbox/post/parcels.ts'
import type { Platform } from '../../../src/platform/runtime.ts'
import { type CaseWorld, openCaseWorld } from '../../support/case-world.ts'
import { daysPass, type Journey, settle, type Stage, standing, travel, type Travelled } from './journeys.ts'
import { openLives } from './lives.ts'

export interface CrashFigures {
  readonly places: number
  readonly deaths: number
  readonly wrongs: readonly string[]
}

const EXPECTED: Readonly<Record<Journey, string>> = { clean: 'returned', refused: 'refused', supplemented: 'returned', 'double-paid': 'returned' }
const PORTAL_END: Readonly<Record<Journey, number>> = { clean: 10, refused: 3, supplemented: 10, 'double-paid': 10 }

const PAPERS = ['application', 'fee-receipt']
const SERVED = [...PAPERS, 'acceptance-slip', 'decision', 'electronic-licence']
const EXPECTED_PAPERS: Readonly<Record<Journey, readonly string[]>> = { clean: SERVED, refused: [...PAPERS, 'intake-refusal'], supplemented: [...SERVED, 'supplement-request'], 'double-paid': SERVED }

export interface CrashOptions {
  readonly journeys: readonly Journey[]
  /** Whether a process dies at a place reached for the first time; everywhere when left out. */
  readonly dies?: (place: string) => boolean
  /** Plants a fault before the first journey. */
  readonly plant?: (world: CaseWorld) => Promise<Platform>
}

/** Opens a world, leads the journeys through it, and compares. */
export async function crashThrough(options: CrashOptions): Promise<CrashFigures> {
  await using world = await openCaseWorld()
  if (options.plant) world.platform.breaksPromises()
  const platform = (await options.plant?.(world)) ?? world.platform
  const lives = openLives(options.dies ?? (() => true))
  const stage: Stage = { world, platform, lives }
  try {
    const travelled: Travelled[] = []
    for (const journey of options.journeys) travelled.push(await travel(stage, journey))
    await daysPass(stage, 8)
    lives.spare()
    await settle(stage)
    return { places: lives.places.size, deaths: lives.deaths.size, wrongs: await wrongsOf(stage, travelled) }
  } finally {
    lives.end()
  }
}

/** Lost, doubled, stuck, or told otherwise elsewhere: one sentence each; empty when all is well. */
async function wrongsOf(stage: Stage, travelled: readonly Travelled[]): Promise<string[]> {
  const { world } = stage
  const wrongs = Object.keys(await world.broken()).map((name) => `broken: ${name}`)
  for (const { task, error } of await world.platform.asOwner<{ task: string; error: string }>('select task, error from platform.stuck_job')) wrongs.push(`stuck: ${task}: ${error}`)
  const of = <T>(system: string, collection: string) => world.sandbox.boxOf(system).docs<T>(collection).list({ limit: 1000 })
  const [charges, refunds, orders] = [await of<Charge>('payment-platform', 'charges'), await of<Refund>('payment-platform', 'refunds'), await of<Order>('payment-platform', 'orders')]
  const [parcels, told] = [await of<Parcel>('post', 'parcels'), await of<PortalDossier>('national-portal', 'dossiers')]
  for (const one of travelled) {
    const { journey, dossier } = one
    const stands = await standing(stage, one)
    if (stands !== EXPECTED[journey]) wrongs.push(`${journey}: ${stands} instead of ${EXPECTED[journey]}`)
    if (!dossier) continue
    const refs = new Set(orders.filter(({ orderInfo }) => orderInfo === dossier.submissionCode).map(({ txnRef }) => txnRef))
    const sum = (all: readonly { txnRef: string; amountVnd: number }[]) => all.filter(({ txnRef }) => refs.has(txnRef)).reduce((total, { amountVnd }) => total + amountVnd, 0)
    const kept = sum(charges) - sum(refunds.filter(({ state }) => state !== 'rejected'))
    const owed = journey === 'refused' ? 0 : dossier.amountVnd
    if (kept !== owed) wrongs.push(`${journey}: the platform keeps ${kept} instead of ${owed}`)
    const portal = told.filter(({ fields, MaHoSo }) => MaHoSo === dossier.submissionCode || JSON.stringify(fields).includes(dossier.submissionCode))
    if (portal.length !== 1 || portal[0]?.TrangThaiHoSo !== PORTAL_END[journey]) wrongs.push(`${journey}: the portal has ${portal.map(({ TrangThaiHoSo }) => TrangThaiHoSo).join(', ') || 'nothing'} instead of ${PORTAL_END[journey]}`)
    const decided = await world.platform.asOwner("select 1 from dossiers.event where dossier_id = $1 and to_status in ('signed', 'refused')", [dossier.id])
    const papers = await world.platform.asOwner<{ kind: string }>('select kind from documents.document where dossier_id = $1 and hash is not null order by kind', [dossier.id])
    const missing = EXPECTED_PAPERS[journey].filter((kind) => papers.filter((paper) => paper.kind === kind).length !== 1)
    if (missing.length > 0) wrongs.push(`${journey}: not exactly one ${missing.join(', ')}`)
    if (decided.length > 1) wrongs.push(`${journey}: decided ${decided.length} times`)
  }
  const letters = (await of<Message>('mailbox', 'shared:messages')).map(({ channel, to, text }) => `${channel} ${to} ${text}`)
  const twice = letters.length - new Set(letters).size
  if (twice > 0) wrongs.push(`${twice} messages came twice`)
  const posted = travelled.filter(({ journey }) => EXPECTED[journey] === 'returned').length
  if (parcels.length !== posted) wrongs.push(`the post has ${parcels.length} parcels instead of ${posted}`)
  const stored = await of<StoredPaper>('data-store', 'papers')
  if (stored.length !== posted) wrongs.push(`citizens' stores have ${stored.length} licences instead of ${posted}`)
  const untold = told.filter(({ TrangThaiHoSo, fields }) => TrangThaiHoSo === 10 && !JSON.stringify(fields).includes('MaKetQua'))
  if (untold.length > 0) wrongs.push(`the portal knows no electronic result of ${untold.length}`)
  return wrongs
}
