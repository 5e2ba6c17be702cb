/** What the page of cards shows, and whether each card still names the picture of its dossier. */
import { type Card, listAstrayCards, listCards, listCardsUnderWay, type ListLine, listLists, LIST_LIMIT, listLyingCards, type ParcelPlace, parcelsOf, type ParcelStanding } from '../../../capabilities/deliveries/index.ts'
import { type Dossier, findDossiers, listNamingTheirPortrait, mayPrint } from '../../../dossiers/index.ts'
import type { Work } from '../../../platform/work.ts'
import type { Shown, StaffVisit } from '../../request.ts'
import { countToSign } from '../worklist/worklist.view.ts'
import { type AstrayRow, readAstray } from './astray/astray.view.ts'

/** A card with its dossier. */
export interface CardRow {
  readonly card: Card
  readonly dossier: Dossier
  /** The order's picture is the dossier's picture (POR1). */
  readonly samePortrait: boolean
}

export interface ParcelRow {
  readonly dossier: Dossier
  readonly card: Card
  readonly parcel: ParcelStanding
}

/** One page of a list that may be long. */
export interface Paged<T> {
  readonly rows: readonly T[]
  readonly page: number
  readonly hasNext: boolean
}

/** Which page of the long lists is asked for, from 1; of the parcels under way, the place that it lies after or before. */
export interface CardsPages {
  readonly astray: number
  readonly collect: number
  readonly parcels?: { readonly after?: ParcelPlace | undefined; readonly before?: ParcelPlace | undefined }
}

/** A page of parcels, with the places from which its neighbours are read. */
interface ParcelPage {
  readonly rows: readonly ParcelRow[]
  readonly before: ParcelPlace | undefined
  readonly after: ParcelPlace | undefined
}

export interface CardsView {
  readonly queued: readonly CardRow[]
  readonly queuedCount: number
  /** Printed cards that lie in the office: for the post, and to be collected. */
  readonly toPost: readonly CardRow[]
  readonly toCollect: Paged<CardRow>
  readonly lists: readonly ListLine[]
  readonly parcels: ParcelPage
  /** Cards that came back or got lost. */
  readonly astray: Paged<AstrayRow>
  readonly toSign: number
  /** Whether the visitor prints here, and why not. */
  readonly print: Awaited<ReturnType<typeof mayPrint>>
  readonly today: string
  readonly now: Date
}

/** The most cards of one print run, as the deliveries take them. */
const BATCH = 500
const SHOWN = 50
const ASTRAY_SHOWN = 25
const PARCELS_SHOWN = 25

export async function readCards(work: Work, visit: StaffVisit, pages: CardsPages = { astray: 1, collect: 1 }): Promise<CardsView> {
  const { staff } = visit.session
  const { provinceCode } = staff
  const [queued, toPost, toCollect, cameBack, astray, underWay, toSign, lists, print] = await Promise.all([
    listCards(work, provinceCode, 'queued', BATCH), listLyingCards(work, provinceCode, 'ordered', { number: 1, size: LIST_LIMIT }),
    // Each way has a list of its own: what nobody collects stands before nothing that is to be posted.
    listLyingCards(work, provinceCode, 'none', { number: pages.collect, size: SHOWN }), listLyingCards(work, provinceCode, 'returned', { number: 1, size: LIST_LIMIT }),
    listAstrayCards(work, provinceCode, { number: pages.astray, size: ASTRAY_SHOWN }),
    listCardsUnderWay(work, provinceCode, { ...pages.parcels, size: PARCELS_SHOWN }), countToSign(work, visit), listLists(work, provinceCode), mayPrint(work),
  ])
  // What came back and is to be collected now stands on the first page; where nothing is chosen yet it waits with its person.
  const collected = [...(pages.collect === 1 ? cameBack.cards : []), ...toCollect.cards]
  const [waiting, posted, kept, parcels, lost] = await Promise.all([
    rowsOf(work, queued.slice(0, SHOWN)), rowsOf(work, toPost.cards), rowsOf(work, collected), parcelRowsOf(work, underWay.rows.map(({ card }) => card)), readAstray(work, astray.cards),
  ])
  return {
    queued: waiting, queuedCount: queued.length,
    toPost: posted.filter(({ dossier }) => dossier.delivery === 'post'), lists,
    toCollect: { rows: kept.filter(({ dossier }) => dossier.delivery === 'collect'), page: pages.collect, hasNext: toCollect.hasNext },
    parcels: {
      rows: parcels,
      before: underWay.hasPrevious ? underWay.rows[0]?.place : undefined, after: underWay.hasNext ? underWay.rows.at(-1)?.place : undefined,
    },
    astray: { rows: lost, page: pages.astray, hasNext: astray.hasNext },
    toSign, print, today: work.today, now: work.now,
  }
}

/** Whom the page shows. */
export function shownOnCards({ queued, toPost, toCollect, parcels, astray }: CardsView): Shown {
  return { purpose: 'cards', dossierIds: [...queued, ...toPost, ...toCollect.rows, ...parcels.rows, ...astray.rows].map(({ dossier }) => dossier.id) }
}

async function rowsOf(work: Work, cards: readonly Card[]): Promise<CardRow[]> {
  const dossiers = await findDossiers(work, cards.map((card) => card.dossierId))
  const rows = cards.flatMap((card) => {
    const dossier = dossiers.get(card.dossierId)
    return dossier ? [{ card, dossier }] : []
  })
  const named = await listNamingTheirPortrait(work, rows)
  return rows.map((row) => ({ ...row, samePortrait: named.has(row.card) }))
}

async function parcelRowsOf(work: Work, cards: readonly Card[]): Promise<ParcelRow[]> {
  const ids = cards.map((card) => card.dossierId)
  const [dossiers, parcels] = await Promise.all([findDossiers(work, ids), parcelsOf(work, ids)])
  return cards.flatMap((card) => {
    const [dossier, parcel] = [dossiers.get(card.dossierId), parcels.get(card.dossierId)]
    return dossier && parcel ? [{ dossier, card, parcel }] : []
  })
}
