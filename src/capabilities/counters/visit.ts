/** A visit: a person before a clerk — lượt tiếp. Pure. */

/** A visit that nobody touched for so long is over. */
export const IDLE_MINUTES = 30

/** 'online': with the citizen, who confirms; 'in-person': on paper. */
export type FilingWay = 'online' | 'in-person'

export type VisitEnd = 'filed' | 'closed' | 'idle'

export interface Visit {
  readonly id: string
  readonly officeCode: string
  readonly staffId: string
  readonly personId: string
  readonly identifiedBy: 'scan' | 'typed'
  readonly way: FilingWay | null
  readonly draftId: string | null
  readonly dossierId: string | null
  readonly openedAt: Date
  readonly seenAt: Date
  readonly filedAt: Date | null
  readonly endedAt: Date | null
  readonly endedAs: VisitEnd | null
}

/** The instant at which an untouched visit is over. */
export function idleEnd(visit: Pick<Visit, 'seenAt'>): Date {
  return new Date(visit.seenAt.getTime() + IDLE_MINUTES * 60_000)
}

/** Whether the clerk may still see what is being filed. */
export function isLive(visit: Pick<Visit, 'endedAt' | 'seenAt'>, now: Date): boolean {
  return visit.endedAt === null && now < idleEnd(visit)
}
