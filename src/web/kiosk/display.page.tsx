/** The display over the hall: which number, which window. The page asks anew by itself. */
import { queueServicesOn, ticketNumber } from '../../catalogue/index.ts'
import { estimateWait, type QueueShown } from '../../capabilities/counters/index.ts'
import { localTimeAt } from '../../platform/values/dates.ts'
import { Board } from './board.tsx'
import type { Standing } from './kiosk.page.tsx'
import { kioskText } from './text.ts'

/** Rows that fit on the screen below the number called last. */
const MOST_ROWS = 6

export function displayPage(standing: Standing, queue: QueueShown, now: Date) {
  const { lang, today } = standing
  const t = kioskText[lang]
  const [last, ...earlier] = queue.called
  return (
    <Board {...standing} kind="display" title={t.display} end={<time class="tt-board__clock" datetime={now.toISOString()}>{localTimeAt(now)}</time>}>
      <h1 class="tt-board__title">{t.display}</h1>
      {last ? (
        <div class="tt-call">
          <p class="tt-call__number">{ticketNumber(last.service, last.number)}</p>
          <p class="tt-call__window">{t.please(last.windowNo ?? 0)}{last.calls > 1 && last.state === 'called' && <> <em>{t.again}</em></>}</p>
        </div>
      ) : <div class="tt-call tt-call--none"><p class="tt-call__window">{t.nobody}</p><p class="tt-board__note">{t.nobodyText}</p></div>}
      {earlier.length > 0 && (
        <ul class="tt-calls">
          {earlier.slice(0, MOST_ROWS).map((ticket) => (
            <li class="tt-calls__row"><strong>{ticketNumber(ticket.service, ticket.number)}</strong> <span>{t.window} {ticket.windowNo}</span></li>
          ))}
        </ul>
      )}
      {queue.missed.length > 0 && (
        <section class="tt-missed">
          <h2>{t.missed}</h2>
          <p>{queue.missed.map((ticket) => <strong>{ticketNumber(ticket.service, ticket.number)} </strong>)}</p>
        </section>
      )}
      <section class="tt-queues">
        <h2>{t.queue}</h2>
        <dl>
          {queueServicesOn(today).map((service) => {
            const waiting = queue.waiting.get(service.id) ?? 0
            const wait = estimateWait(waiting, queue.pace.get(service.id))
            return (
              <div class="tt-queues__row">
                <dt><strong>{service.id}</strong> {service.name[lang]}</dt>
                <dd><strong>{waiting}</strong> <span>{wait ? t.pace(wait.toMinutes) : t.unknownPace}</span></dd>
              </div>
            )
          })}
        </dl>
      </section>
    </Board>
  )
}
