import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform, type TestPlatform } from '../../../test/support/database.ts'
import { ticketNumber } from '../../catalogue/index.ts'
import { patient } from '../../platform/background/jobs.ts'
import { sweepDue } from '../../platform/background/sweep.ts'
import { createPlatform, type Platform } from '../../platform/runtime.ts'
import { type Actor, publicActor } from '../../platform/values/actor.ts'
import { newId } from '../../platform/values/ids.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { callAgain, callNext, closeWindow, endCall, findTicketSeen, invariants, issueTicket, jobs, listWaits, openWindow, recallTicket, seeQueue, seeWindow } from './index.ts'
import { findTicket } from './store/tickets.ts'
import { ticketInvariants } from './store/tickets-invariants.ts'
import { estimateWait, ticketMove } from './tickets.ts'

const CENTRE = 'bac-ninh-hanh-chinh-cong'
const OTHER = 'bac-ninh-buu-dien-tien-du'
let platform: TestPlatform

beforeAll(async () => {
  platform = await openTestPlatform({ at: '2026-11-20T08:00:00+07:00' })
})
afterAll(() => platform[Symbol.asyncDispose]())

type Clerk = Extract<Actor, { kind: 'staff' }>

function clerk(pointId = CENTRE): Clerk {
  return { kind: 'staff', staffId: newId(), personId: newId(), role: 'clerk', provinceCode: '24', officeCode: pointId, sessionId: 'test', channel: 'in-person' }
}

async function takes(pointId: string, service = 'A', more: Partial<Parameters<typeof issueTicket>[1]> = {}): Promise<string> {
  return platform.work(publicActor, (work) => issueTicket(work, { pointId, service, lane: 'ordinary', requestKey: newId(), network: '10.0.0.1', ...more }))
}

async function numberOf(id: string | undefined, on: Platform = platform): Promise<string> {
  const ticket = id === undefined ? undefined : await on.read(publicActor, (work) => findTicket(work, id))
  return ticket ? `${ticketNumber(ticket.service, ticket.number)} ${ticket.state}` : 'nobody'
}

function does<T>(who: Clerk, act: (work: Work) => Promise<T>): Promise<T> {
  return platform.work(who, act)
}

/** Presses "next" as the page shows it. */
async function presses(who: Clerk): Promise<string | undefined> {
  const { own } = await platform.read(who, seeWindow)
  return does(who, (work) => callNext(work, own?.presses ?? 0))
}

async function at(time: string): Promise<void> {
  await platform.setClock(time)
  await expect.poll(() => platform.clock.now().then((now) => now.getTime())).toBeGreaterThanOrEqual(new Date(time).getTime())
}

async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(() => 'none', (error: unknown) => (error instanceof Refusal ? error.code : String(error)))
}

describe('a number in the queue (C5)', () => {
  test('numbers begin anew at each point, for each service, each day, and none is given twice however many press at once', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => takes(OTHER)))
    const numbers = await Promise.all(ids.map((id) => numberOf(id)))
    expect([...numbers].sort()).toEqual(Array.from({ length: 12 }, (_, i) => `A0${String(i + 1).padStart(2, '0')} waiting`))
    expect(await numberOf(await takes(OTHER, 'B'))).toBe('B001 waiting')
    expect(await numberOf(await takes('ha-noi-mot-cua'))).toBe('A001 waiting')
  })

  test('who presses twice, or whose form is sent twice at once, holds one number', async () => {
    const requestKey = newId()
    const [one, two] = await Promise.all([takes(OTHER, 'C', { requestKey }), takes(OTHER, 'C', { requestKey })])
    expect(one).toBe(two)
    expect(await takes(OTHER, 'C', { requestKey })).toBe(one)
    expect(await numberOf(await takes(OTHER, 'C'))).toBe('C002 waiting')
  })

  test('a machine that takes numbers like mad is stopped, while the kiosk beside it goes on', async () => {
    const mad = Array.from({ length: 40 }, () => takes('bac-ninh-buu-dien-gia-binh', 'A', { network: '10.9.9.9' }).then(() => 'none', (error: unknown) => (error instanceof Refusal ? error.code : 'broken')))
    const answers = await Promise.all(mad)
    expect(answers.filter((code) => code === 'none')).toHaveLength(30)
    expect(answers.filter((code) => code === 'too-many-tickets')).toHaveLength(10)
    expect(await numberOf(await takes('bac-ninh-buu-dien-gia-binh'))).toBe('A031 waiting')
  })

  test('there is no queue at a place that is none, and none for what nobody offers', async () => {
    expect(await refusalOf(takes('nowhere'))).toBe('point-not-found')
    expect(await refusalOf(takes(CENTRE, 'Z'))).toBe('service-not-found')
  })
})

describe('calling at the windows (C5)', () => {
  const yen = clerk()
  const hai = clerk()

  test('a clerk opens a window and calls; pressing twice calls one; the display shows number and window', async () => {
    const [first] = [await takes(CENTRE), await takes(CENTRE), await takes(CENTRE)]
    await does(yen, (work) => openWindow(work, { windowNo: 1, services: ['A'] }))
    const [one, two] = await Promise.all([does(yen, (work) => callNext(work, 0)), does(yen, (work) => callNext(work, 0))])
    expect([one, two]).toEqual([first, first])
    const shown = await platform.read(publicActor, (work) => seeQueue(work, CENTRE))
    expect(shown.called.map((t) => [ticketNumber(t.service, t.number), t.windowNo])).toEqual([['A001', 1]])
    expect(shown.waiting.get('A')).toBe(2)
  })

  test('a "next" that arrives late, after the number it called has been ended, calls nobody unasked', async () => {
    const { current } = await platform.read(yen, seeWindow)
    await does(yen, (work) => endCall(work, current?.id ?? '', 'finish'))
    expect(await does(yen, (work) => callNext(work, 0))).toBe(undefined)
    expect(await numberOf(current?.id)).toBe('A001 served')
  })

  test('two clerks who press at the same moment never get the same number', async () => {
    await does(hai, (work) => openWindow(work, { windowNo: 2, services: ['A', 'B'] }))
    const { own } = await platform.read(yen, seeWindow)
    const [took, goesOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    // One has taken a number and not committed yet when the other presses: the other neither waits nor gets the same.
    const first = does(yen, async (work) => {
      const id = await callNext(work, own?.presses ?? 0)
      took.resolve()
      await goesOn.promise
      return id
    })
    await took.promise
    let isBack = false
    const second = presses(hai).finally(() => {
      isBack = true
    })
    try {
      await expect.poll(() => isBack, { timeout: 3_000 }).toBe(true)
    } finally {
      goesOn.resolve()
    }
    expect(await Promise.all([first, second].map(async (id) => numberOf(await id)))).toEqual(['A002 called', 'A003 called'])
  })

  test('who does not come is called again, then set aside, and is not lost: any window calls them back', async () => {
    const { current } = await platform.read(hai, seeWindow)
    const id = current?.id ?? ''
    await does(hai, (work) => callAgain(work, id, 1))
    await does(hai, (work) => callAgain(work, id, 1))
    expect((await platform.read(hai, seeWindow)).current?.calls).toBe(2)
    await does(hai, (work) => endCall(work, id, 'miss'))
    expect((await platform.read(yen, seeWindow)).missed.map((t) => t.id)).toEqual([id])
    expect(await refusalOf(does(yen, (work) => recallTicket(work, id)))).toBe('window-busy')
    const served = (await platform.read(yen, seeWindow)).current
    await does(yen, (work) => endCall(work, served?.id ?? '', 'serve'))
    await does(yen, (work) => endCall(work, served?.id ?? '', 'finish'))
    await does(yen, (work) => recallTicket(work, id))
    expect((await platform.read(yen, seeWindow)).current?.id).toBe(id)
  })

  test('a window that closes gives its number back to the queue, at its old place; the next window calls it first', async () => {
    const { own, current } = await platform.read(yen, seeWindow)
    await takes(CENTRE)
    await does(hai, (work) => closeWindow(work, own?.id ?? ''))
    expect(await numberOf(current?.id)).toMatch(/waiting$/)
    expect(await presses(hai)).toBe(current?.id)
    expect(await refusalOf(does(yen, (work) => callNext(work, 0)))).toBe('window-not-open')
    expect(await refusalOf(does(yen, (work) => openWindow(work, { windowNo: 2, services: ['A'] })))).toBe('window-taken')
    await does(hai, (work) => endCall(work, current?.id ?? '', 'serve'))
    const open = await platform.read(hai, seeWindow)
    expect(await refusalOf(does(hai, (work) => closeWindow(work, open.own?.id ?? '')))).toBe('ticket-in-service')
    await does(hai, (work) => endCall(work, current?.id ?? '', 'finish'))
  })

  test('a clerk elsewhere can neither see nor end what is called here', async () => {
    const far = clerk('ha-noi-mot-cua')
    await does(far, (work) => openWindow(work, { windowNo: 1, services: ['A'] }))
    const id = (await presses(hai)) ?? ''
    await does(far, (work) => endCall(work, id, 'finish'))
    await does(far, (work) => recallTicket(work, id))
    expect(await numberOf(id)).toMatch(/called$/)
    await does(hai, (work) => endCall(work, id, 'finish'))
    expect(await refusalOf(platform.work(publicActor, (work) => callNext(work, 0)))).toBe('not-at-a-point')
  })

  test('the elderly, the disabled and the pregnant go before who came up to an hour and a half earlier, and nobody waits for ever', async () => {
    const [early, late] = [await takes(CENTRE, 'B'), await takes(CENTRE, 'B')]
    await at('2026-11-20T08:30:00+07:00')
    const elderly = await takes(CENTRE, 'B', { lane: 'priority' })
    expect((await platform.read(publicActor, (work) => findTicketSeen(work, early)))?.ahead).toBe(1)
    expect(await presses(hai)).toBe(elderly)
    await does(hai, (work) => endCall(work, elderly, 'finish'))
    await at('2026-11-20T09:45:00+07:00')
    await takes(CENTRE, 'B', { lane: 'priority' })
    expect(await presses(hai)).toBe(early)
    await does(hai, (work) => endCall(work, early, 'finish'))
    expect((await platform.read(publicActor, (work) => findTicketSeen(work, late)))?.ahead).toBe(0)
  })
})

describe('how long it will take', () => {
  test('as long as too little was measured today the slip says so; then it tells what four of five needed', () => {
    expect(estimateWait(3, undefined)).toBe(undefined)
    expect(estimateWait(3, { calls: 4, halfSeconds: 300, mostSeconds: 600 })).toBe(undefined)
    expect(estimateWait(3, { calls: 5, halfSeconds: 300, mostSeconds: 600 })).toEqual({ fromMinutes: 20, toMinutes: 40 })
    expect(estimateWait(0, { calls: 9, halfSeconds: 5, mostSeconds: 61 })).toEqual({ fromMinutes: 1, toMinutes: 2 })
  })

  test('is measured at the head of the queue, by percentile: one who took for ever moves half of the others not at all', async () => {
    const nga = clerk('ha-noi-mot-cua')
    const point = 'ha-noi-mot-cua'
    await does(nga, (work) => openWindow(work, { windowNo: 2, services: ['C'] }))
    const ids: string[] = []
    for (let n = 0; n < 7; n++) ids.push(await takes(point, 'C'))
    for (const time of ['10:00', '10:05', '10:10', '10:15', '11:15']) {
      await at(`2026-11-20T${time}:00+07:00`)
      const id = (await presses(nga)) ?? ''
      await does(nga, (work) => endCall(work, id, 'finish'))
    }
    const pace = (await platform.read(publicActor, (work) => seeQueue(work, point))).pace.get('C')
    expect([pace?.calls, pace?.halfSeconds]).toEqual([5, 300])
    expect((await platform.read(publicActor, (work) => findTicketSeen(work, ids[6] ?? '')))?.wait?.fromMinutes).toBe(10)
    const [waits] = (await platform.read(publicActor, (work) => listWaits(work, point, '2026-11-20'))).filter((row) => row.service === 'C')
    expect(waits).toMatchObject({ issued: 7, served: 5, missed: 0 })
  })
})

describe('nothing is lost', () => {
  test('a restart loses no number: a process that never saw the queue goes on where the other stopped (C5)', async () => {
    const lost = clerk()
    await does(lost, (work) => openWindow(work, { windowNo: 3, services: ['C'] }))
    const [first, second] = [await takes(CENTRE, 'C'), await takes(CENTRE, 'C')]
    expect(await presses(lost)).toBe(first)
    const after = createPlatform(platform.config, 'after the restart', {})
    try {
      const seen = await after.read(lost, seeWindow)
      expect([seen.current?.id, seen.waiting.get('C')]).toEqual([first, 1])
      await after.work(lost, (work) => endCall(work, first, 'finish'))
      expect(await after.work(lost, (work) => callNext(work, seen.own?.presses ?? -1))).toBe(second)
      expect(await numberOf(second, after)).toBe('C002 called')
      const third = await after.work(publicActor, (work) => issueTicket(work, { pointId: CENTRE, service: 'C', lane: 'ordinary', requestKey: newId(), network: '10.0.0.1' }))
      expect(await numberOf(third, after)).toBe('C003 waiting')
    } finally {
      await after.close()
    }
  })

  test('when the day is over every number that is left ends with that reason, windows close — also where nobody took a number —, and the next day begins with 001', async () => {
    await does(clerk('bac-ninh-buu-dien-kcn-que-vo'), (work) => openWindow(work, { windowNo: 1, services: ['A'] }))
    await at('2026-11-21T00:10:00+07:00')
    for (let round = 0; round < 3; round++) {
      await sweepDue(platform.pool)
      const taken = await platform.asOwner<{ task: string; payload: unknown }>(`with gone as (delete from graphile_worker._private_jobs returning task_id, payload)
        select t.identifier as task, g.payload from gone g join graphile_worker._private_tasks t on t.id = g.task_id`)
      for (const { task, payload } of taken) {
        const job = jobs[task]
        if (job) await patient(platform, task, job)(payload)
      }
    }
    expect(await platform.asOwner('select distinct state, end_reason from counters.ticket order by 1')).toEqual([{ state: 'closed', end_reason: 'end-of-day' }, { state: 'served', end_reason: 'served' }])
    expect(await platform.asOwner('select id from counters.open_window where closed_at is null')).toEqual([])
    expect(await platform.asOwner('select network from counters.issue_budget')).toEqual([])
    expect(await numberOf(await takes(CENTRE))).toBe('A001 waiting')
  })

  test('every promise about queues holds after all of this', async () => {
    for (const [name, query] of Object.entries(invariants)) expect(await platform.asOwner(query.text, query.values), name).toEqual([])
  })

  test('what is over stays over', () => {
    for (const verb of ['call', 'recall', 'serve', 'finish', 'give-back', 'close'] as const) expect([ticketMove('served', verb), ticketMove('closed', verb)]).toEqual([undefined, undefined])
  })
})

/** What breaks each promise, done as the owner with triggers off; where a constraint stands before it, that is taken away first. */
const plantings: Readonly<Record<string, string>> = {
  'QUE1 no number of a point, day and service is given twice or left out': `delete from counters.ticket where number = 2`,
  'QUE2 a window has at most one number, and a number that is called is at a window': `drop index counters.ticket_one_at_a_window;
    update counters.ticket set state = 'called', ended_at = null, end_reason = null, calls = 1, first_called_at = issued_at, window_id = (select id from counters.open_window limit 1)`,
  'QUE3 a ticket is where its last event says': `update counters.ticket set state = 'missed', ended_at = null, end_reason = null where state = 'closed'`,
  'QUE4 a ticket that is not over has the end of its day in the book of due things': `delete from platform.due where task = 'counters.close-day'`,
  'QUE5 a window that is open has the end of its day in the book of due things': `update counters.open_window set closed_at = null, closed_by = null where id = (select id from counters.open_window limit 1)`,
}

test.each(Object.entries(ticketInvariants))('%s: the promise notices when it is broken', async (name, query) => {
  await platform.asOwner('begin')
  try {
    await platform.asOwner('set local session_replication_role = replica')
    await platform.asOwner(plantings[name] ?? 'select 1 / 0')
    expect((await platform.asOwner(query.text, query.values)).length).toBeGreaterThan(0)
  } finally {
    await platform.asOwner('rollback')
  }
})
