/** What a person with JavaScript sees while a picture is on its way; hidden until the script has something to say. */
import { Button } from '../../../kit/index.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { sendingText } from '../../text/portrait.ts'

/** The script that sends in pieces, fetched once a picture is chosen, finds the address and its words here. Without it, the form is sent as forms always were. */
export function Sending({ to, script, lang }: { to: string; script: string | undefined; lang: Lang }) {
  if (script === undefined) return null
  const t = sendingText[lang]
  return (
    <div class="tt-sending" data-send-to={to} data-sender={script} data-sending={t.sending} data-waiting={t.waiting} data-stopped={t.stopped} data-sent={t.sent} hidden>
      <p class="govuk-body" role="status" id="sending-words" />
      <progress class="tt-sending__bar" max={100} value={0} aria-labelledby="sending-words" />
      <p class="govuk-body-s">{t.stay}</p>
      <Button type="button" look="secondary" id="sending-again">{t.again}</Button>
    </div>
  )
}
