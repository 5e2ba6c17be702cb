/**
 * The lifecycle as the law tells it, written a second time and apart from the service: who may do what when, and whose turn it
 * is then. Random people press random buttons; the service must permit, refuse and end exactly where this model does.
 */
import fc from 'fast-check'
import type { Status, Verb } from '../../src/dossiers/index.ts'

export const people = ['applicant', 'stranger', 'oanh', 'phuc', 'elsewhere', 'signer', 'machine'] as const
/** Oanh and Phúc appraise in the dossier's province; one appraiser sits elsewhere. */
export type Who = (typeof people)[number]

export type Act = Exclude<Verb, 'recordCheck' | 'confirmCheck' | 'allowSupplement'> | 'claim' | 'release'

/** What the model remembers of a dossier. */
export interface Told {
  status: Status
  resumes: Status
  holder: Who | null
  preparedBy: Who | null
  heldForMinutes: number
  paid: boolean
  answered: boolean
  askedForMore: boolean
  /** Of the open request. */
  lastDayPassed: boolean
}

/** A dossier of the service, real or only its table. */
export interface Dossier {
  act(act: Act, who: Who): Promise<'done' | 'refused'>
  pays(): Promise<void>
  registersAnswer(): Promise<void>
  minutesPass(minutes: number): Promise<void>
  /** The request that is open was asked so long ago that its last day is over. */
  lastDayPasses(): Promise<void>
  standing(): Promise<{ status: Status; turn: string }>
}

export const filed = (): Told => ({
  status: 'filed', resumes: 'filed', holder: null, preparedBy: null, heldForMinutes: 0, paid: false, answered: false, askedForMore: false, lastDayPassed: false,
})

const isAppraiser = (who: Who) => who === 'oanh' || who === 'phuc'
const isOpen = (told: Told) => !['returned', 'refused', 'withdrawn', 'stopped'].includes(told.status)
const holds = (told: Told, who: Who) => told.holder === who && told.heldForMinutes > 0
const heldByAnother = (told: Told, who: Who) => told.holder !== null && told.holder !== who && told.heldForMinutes > 0
const complete = (told: Told) => told.paid && told.answered

/** Whether the law lets this person do this now. */
function permits(told: Told, act: Act, who: Who): boolean {
  const { status } = told
  switch (act) {
    case 'claim':
      return isAppraiser(who) && ['filed', 'supplementing', 'accepted'].includes(status) && !heldByAnother(told, who)
    case 'release':
      return who !== 'applicant' && who !== 'stranger' && who !== 'machine'
    case 'accept':
      return status === 'filed' && isAppraiser(who) && holds(told, who) && complete(told)
    case 'askSupplement':
      return (status === 'filed' || status === 'accepted') && isAppraiser(who) && holds(told, who) && !told.askedForMore
    case 'supplement':
      return status === 'supplementing' && who === 'applicant'
    case 'stop':
      return status === 'supplementing' && isAppraiser(who) && holds(told, who) && told.lastDayPassed
    case 'approve':
      return status === 'accepted' && isAppraiser(who) && holds(told, who) && complete(told)
    case 'sign':
      return status === 'approved' && who === 'signer'
    case 'takeBack':
      return status === 'approved' && who === told.preparedBy
    case 'sendBack':
      // The machine takes it back when what was approved no longer holds.
      return status === 'approved' && (who === 'signer' || who === 'machine')
    case 'refuse':
      return (status === 'filed' || status === 'accepted') && isAppraiser(who) && holds(told, who)
    case 'withdraw':
      return (status === 'filed' || status === 'supplementing' || status === 'accepted') && who === 'applicant'
    case 'handOver':
      return status === 'signed' && (who === 'machine' || (isAppraiser(who) && !heldByAnother(told, who)))
  }
}

function follow(told: Told, act: Act, who: Who): void {
  switch (act) {
    case 'claim':
      Object.assign(told, { holder: who, heldForMinutes: 60 })
      return
    case 'release':
      if (told.holder === who) Object.assign(told, { holder: null, heldForMinutes: 0 })
      return
    case 'askSupplement':
      Object.assign(told, { status: 'supplementing', resumes: told.status, askedForMore: true, lastDayPassed: false })
      return
    case 'supplement':
      told.status = told.resumes
      return
    case 'approve':
      Object.assign(told, { status: 'approved', preparedBy: who })
      return
    default:
      told.status = ({ accept: 'accepted', takeBack: 'accepted', sendBack: 'accepted', sign: 'signed', refuse: 'refused', withdraw: 'withdrawn', stop: 'stopped', handOver: 'returned' } as const)[act]
  }
  if (!isOpen(told)) Object.assign(told, { holder: null, heldForMinutes: 0 })
}

/** Whose turn it is: exactly one. */
function turnOf(told: Told): string {
  if (!isOpen(told)) return 'nobody'
  if (told.status === 'supplementing') return 'citizen'
  if (told.status === 'approved') return 'officer'
  if (told.status === 'signed') return 'outside'
  if (!told.paid) return 'citizen'
  return told.answered ? 'officer' : 'outside'
}

async function compare(told: Told, dossier: Dossier, what: string): Promise<void> {
  const is = await dossier.standing()
  const expected = { status: told.status, turn: turnOf(told) }
  if (is.status !== expected.status || is.turn !== expected.turn) throw new Error(`after ${what} the service says ${JSON.stringify(is)}, the law ${JSON.stringify(expected)}`)
}

type Command = fc.AsyncCommand<Told, Dossier>

const acts = ['claim', 'release', 'accept', 'askSupplement', 'supplement', 'approve', 'sendBack', 'sign', 'refuse', 'withdraw', 'stop', 'handOver', 'takeBack'] as const satisfies readonly Act[]

function acting(act: Act, who: Who): Command {
  return {
    check: () => true,
    async run(told, dossier) {
      const permitted = permits(told, act, who)
      const outcome = await dossier.act(act, who)
      if ((outcome === 'done') !== permitted) throw new Error(`${who} ${act}: ${outcome}, but the law ${permitted ? 'permits' : 'refuses'} it`)
      if (permitted) follow(told, act, who)
      await compare(told, dossier, `${who} ${act}`)
    },
    toString: () => `${who} ${act}`,
  }
}

const paying: Command = {
  check: (told) => !told.paid && ['filed', 'supplementing', 'accepted'].includes(told.status),
  async run(told, dossier) {
    await dossier.pays()
    told.paid = true
    await compare(told, dossier, 'paying')
  },
  toString: () => 'the applicant pays',
}

const answering: Command = {
  check: (told) => !told.answered && ['filed', 'supplementing', 'accepted'].includes(told.status),
  async run(told, dossier) {
    await dossier.registersAnswer()
    told.answered = true
    await compare(told, dossier, 'the answers of the registers')
  },
  toString: () => 'the registers answer',
}

function passing(minutes: number): Command {
  return {
    check: () => true,
    async run(told, dossier) {
      await dossier.minutesPass(minutes)
      told.heldForMinutes = Math.max(0, told.heldForMinutes - minutes)
      await compare(told, dossier, `${minutes} minutes`)
    },
    toString: () => `${minutes} minutes pass`,
  }
}

const waiting: Command = {
  check: (told) => told.status === 'supplementing' && !told.lastDayPassed,
  async run(told, dossier) {
    await dossier.lastDayPasses()
    told.lastDayPassed = true
    await compare(told, dossier, 'the last day')
  },
  toString: () => 'the last day passes',
}

const toTheEnd = [acting('approve', 'oanh'), acting('sign', 'signer'), acting('handOver', 'machine')]
/** The usual roads. A life follows one for a while, and then anybody does anything: chance alone would hardly get anywhere. */
const roads: readonly (readonly Command[])[] = [
  [paying, answering, acting('claim', 'oanh'), acting('accept', 'oanh'), ...toTheEnd],
  [paying, acting('claim', 'phuc'), acting('askSupplement', 'phuc'), acting('stop', 'phuc'), waiting, acting('stop', 'phuc')],
  [answering, acting('claim', 'phuc'), acting('askSupplement', 'phuc'), acting('supplement', 'applicant'), paying, passing(90), acting('claim', 'oanh'), acting('accept', 'oanh'), ...toTheEnd],
]

const anybody = fc.tuple(fc.constantFrom(...acts), fc.constantFrom(...people)).map(([act, who]) => acting(act, who))
const likely = fc.constantFrom(...roads.flat(), acting('sendBack', 'signer'), acting('askSupplement', 'oanh'), acting('withdraw', 'applicant'), acting('refuse', 'oanh'), waiting, acting('stop', 'oanh'))
const time = fc.constantFrom(passing(20), passing(45), passing(90))

export interface Walk {
  readonly runs: number
  /** The most steps off the road. */
  readonly longest: number
  /** From a failure's report, to see it again. */
  readonly seed?: number
  readonly path?: string
}

/**
 * Lets so many dossiers live. A failure tells its seed and the shortest life that shows it.
 * @param open a newly filed dossier @param after what must hold when a life is over
 */
export async function walkLives(walk: Walk, open: () => Promise<Dossier>, after: () => Promise<void> = async () => undefined): Promise<void> {
  const { runs, longest, ...again } = walk
  const wanderings = fc.commands<Told, Dossier, false>([likely, likely, anybody, time], { maxCommands: longest, size: 'max' })
  await fc.assert(fc.asyncProperty(fc.constantFrom(...roads), fc.nat(), wanderings, async (road, far, steps) => {
    const dossier = await open()
    await fc.asyncModelRun(() => ({ model: filed(), real: dossier }), [...road.slice(0, far % (road.length + 1)), ...steps])
    await after()
  }), { numRuns: runs, endOnFailure: true, ...again })
}
