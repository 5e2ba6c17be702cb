/** The kiosk: what you need, which queue, your number. Three touches at most, nothing typed. */
import { queuePriority, type QueueService, queueServicesOn, type ServicePoint, ticketNumber } from '../../catalogue/index.ts'
import type { TicketSeen } from '../../capabilities/counters/index.ts'
import { formatDate, localDateAt, localTimeAt } from '../../platform/values/dates.ts'
import type { Lang } from '../../platform/values/words.ts'
import { paths } from '../paths.ts'
import type { Web } from '../request.ts'
import { Board } from './board.tsx'
import { kioskText } from './text.ts'

export interface Standing {
  readonly web: Web
  readonly lang: Lang
  readonly point: ServicePoint
  readonly today: string
}

function OtherLanguage({ point, lang }: Standing) {
  const other = lang === 'vi' ? 'en' : 'vi'
  return <a class="tt-board__language" href={paths.kioskStep(point.id, { lang: other })} lang={other} hreflang={other}>{kioskText[lang].other}</a>
}

/** What people come for. @param waiting how many wait, by service */
export function kioskPage(standing: Standing, waiting: ReadonlyMap<string, number>) {
  const { lang, point, today } = standing
  const t = kioskText[lang]
  return (
    <Board {...standing} kind="kiosk" title={t.take} end={<OtherLanguage {...standing} />}>
      <h1 class="tt-board__title">{t.take}</h1>
      <p class="tt-board__lead">{t.touch}</p>
      <div class="tt-board__choices">
        {queueServicesOn(today).map((service) => (
          <a class="tt-tile" href={paths.kioskStep(point.id, { service: service.id, lang })}>
            <span class="tt-tile__letter" aria-hidden="true">{service.id}</span>
            <span class="tt-tile__words"><strong>{service.name[lang]}</strong> <span>{service.hint[lang]}</span> <em>{t.waiting(waiting.get(service.id) ?? 0)}</em></span>
          </a>
        ))}
      </div>
      <p class="tt-board__note">{t.nothingKept}</p>
    </Board>
  )
}

/** The ordinary queue or the priority one; the press that gives the number. */
export function lanePage(standing: Standing, service: QueueService, requestKey: string) {
  const { lang, point, today } = standing
  const t = kioskText[lang]
  const priority = queuePriority(today)
  return (
    <Board {...standing} kind="kiosk" title={service.name[lang]} end={<OtherLanguage {...standing} />}>
      <h1 class="tt-board__title">{service.name[lang]}</h1>
      <p class="tt-board__lead">{t.lane}</p>
      <form class="tt-board__choices" method="post" action={paths.kiosk(point.id)}>
        <input type="hidden" name="viec" value={service.id} />
        <input type="hidden" name="ma" value={requestKey} />
        <input type="hidden" name="tieng" value={lang} />
        <button type="submit" class="tt-tile tt-tile--go" name="hang" value="thuong" data-prevent-double-click="true">
          <span class="tt-tile__letter" aria-hidden="true">{service.id}</span>
          <span class="tt-tile__words"><strong>{t.ordinary}</strong></span>
        </button>
        <button type="submit" class="tt-tile" name="hang" value="uu-tien" data-prevent-double-click="true" aria-describedby="uu-tien">
          <span class="tt-tile__letter tt-tile__letter--priority" aria-hidden="true">{service.id}</span>
          <span class="tt-tile__words"><strong>{t.priority}</strong></span>
        </button>
      </form>
      <div class="tt-board__groups" id="uu-tien">
        <p>{t.priorityFor}</p>
        <ul>{priority.value.groups.map((group) => <li>{group[lang]}</li>)}</ul>
        <p class="tt-board__note">{t.priorityWhy}{priority.assumed && ` ${t.assumed}`}</p>
      </div>
      <p><a class="tt-board__back" href={paths.kioskStep(point.id, { lang })}>{t.back}</a></p>
    </Board>
  )
}

/** The slip: to read, to print, to photograph. It says nothing of who holds it. */
export function slipPage(standing: Standing, { ticket, ahead, wait }: TicketSeen) {
  const { lang, point, today } = standing
  const t = kioskText[lang]
  const service = queueServicesOn(ticket.day).find((one) => one.id === ticket.service)
  const number = ticketNumber(ticket.service, ticket.number)
  return (
    <Board {...standing} kind="slip" title={`${t.number} ${number}`}>
      <h1 class="tt-slip__heading">{t.number}</h1>
      <p class="tt-slip__number">{number}</p>
      <p class="tt-slip__what">{service?.name[lang]}{ticket.lane === 'priority' && <strong class="tt-slip__lane">{t.laneOf.priority}</strong>}</p>
      <div class="tt-slip__state">
        {ticket.state === 'waiting' && ticket.day === today ? (
          <>
            <p><strong>{t.ahead(ahead)}</strong></p>
            <p>{wait ? t.wait(wait.fromMinutes, wait.toMinutes) : t.unknownWait}</p>
          </>
        ) : <p><strong>{stateOf(ticket, lang)}</strong></p>}
      </div>
      <p class="tt-slip__how">{t.how} {t.late}</p>
      <p class="tt-slip__when">{t.taken} {localTimeAt(ticket.issuedAt)}, {formatDate(localDateAt(ticket.issuedAt))}</p>
      <div class="tt-slip__buttons">
        <button class="tt-slip__button" type="button" data-print="true" hidden>{t.print}</button>
        <a class="tt-slip__button tt-slip__button--done" href={paths.kiosk(point.id)}>{t.done}</a>
      </div>
    </Board>
  )
}

function stateOf(ticket: TicketSeen['ticket'], lang: Lang): string {
  const { now } = kioskText[lang]
  switch (ticket.state) {
    case 'called':
    case 'serving':
      return now[ticket.state](ticket.windowNo ?? 0)
    case 'missed':
    case 'served':
      return now[ticket.state]
    default:
      return now.closed
  }
}

/** Why no number was given, and the way on. */
export function refusedPage(standing: Standing, code: string) {
  const { lang, point } = standing
  const t = kioskText[lang]
  const words = code === 'too-many-tickets' || code === 'queue-full' ? t.refusals[code] : t.refusals.other
  return (
    <Board {...standing} kind="kiosk" title={t.refused}>
      <h1 class="tt-board__title">{t.refused}</h1>
      <p class="tt-board__lead">{words}</p>
      <p><a class="tt-board__back" href={paths.kioskStep(point.id, { lang })}>{t.retry}</a></p>
    </Board>
  )
}
