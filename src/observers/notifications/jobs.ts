/** Hears facts, writes messages, hands them to their carriers. */
import { parcelOf } from '../../capabilities/deliveries/index.ts'
import type { Subscriptions } from '../../platform/background/facts.ts'
import { idIn, type Jobs } from '../../platform/background/jobs.ts'
import { systemActor } from '../../platform/values/actor.ts'
import type { Lang } from '../../platform/values/words.ts'
import type { JobPayload, Work } from '../../platform/work.ts'
import { messages } from './all.ts'
import { send } from './client.ts'
import { type Channel, compose, type Details, type Message } from './message.ts'
import { findWaiting, insertMessage, saveSent, saveUndeliverable } from './store.ts'

const actor = systemActor('notifications')

/** How a person wants to be reached about a dossier. */
export interface Contact {
  readonly personId: string
  readonly lang: Lang
  readonly phone: string | null
  readonly email: string | null
}

type DossierDetails = Omit<Details, 'itemNumber'>

/** What the dossiers know and this observer is told at set-up. */
export interface NotificationSources {
  /** Whom a dossier's messages go to; undefined when nobody is to be told. */
  readonly contactOf: (work: Work, dossierId: string) => Promise<Contact | undefined>
  /** What the messages tell about a dossier. */
  readonly dossierOf: (work: Work, dossierId: string) => Promise<DossierDetails>
}

const taskOf = (message: Message) => `notifications.write.${message.fact}`

async function write(work: Work, message: Message, payload: JobPayload, sources: NotificationSources): Promise<void> {
  const dossierId = idIn(payload, 'dossierId')
  const factId = idIn(payload, 'factId')
  const contact = await sources.contactOf(work, dossierId)
  if (!contact) return
  const { personId, lang } = contact
  const itemNumber = 'parcelId' in payload ? ((await parcelOf(work, dossierId))?.itemNumber ?? null) : null
  const details: Details = { ...(await sources.dossierOf(work, dossierId)), itemNumber }
  if (message.only && !message.only(details)) return
  const addresses: readonly (readonly [Channel, string | null])[] = [['sms', contact.phone], ['mail', contact.email]]
  for (const [channel, to] of addresses) {
    if (!to) continue
    const letter = compose(message, channel, lang, to, details)
    const id = await insertMessage(work, { factId, dossierId, personId, channel, template: message.fact, lang, letter })
    if (id !== undefined) work.enqueue('notifications.send', { messageId: id })
  }
}

/** The observer. @returns its jobs, and which facts they hear */
export function createNotifications(sources: NotificationSources): { readonly jobs: Jobs; readonly subscriptions: Subscriptions } {
  const writers: Jobs = Object.fromEntries(messages.map((message) => [
    taskOf(message), (platform, payload) => platform.work(actor, (work) => write(work, message, payload, sources)),
  ] satisfies [string, Jobs[string]]))
  return {
    jobs: {
      ...writers,
      'notifications.send': async (platform, payload) => {
        const id = idIn(payload, 'messageId')
        const waiting = await platform.read(actor, (work) => findWaiting(work, id))
        if (!waiting) return
        const receipt = await send(platform, waiting.channel, id, waiting.letter)
        await platform.work(actor, (work) => (receipt === undefined ? saveUndeliverable(work, id) : saveSent(work, id, receipt)))
      },
    },
    subscriptions: Object.fromEntries(messages.map((message) => [message.fact, [taskOf(message)]])),
  }
}
