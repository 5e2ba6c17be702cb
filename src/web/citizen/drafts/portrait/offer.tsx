/** The picture of the identity card comes first: most people need to take none (B2). */
import type { RefusalReason, RegisteredPortrait } from '../../../../capabilities/portraits/index.ts'
import type { Lang } from '../../../../platform/values/words.ts'
import { Button, Form, InsetText } from '../../../kit/index.ts'
import { offerText } from '../../text/portrait.ts'
import { refusalSentence } from './parts.tsx'

export interface Offer {
  readonly state: RegisteredPortrait['state']
  /** Why the register's picture will not do, once it has been looked at. */
  readonly refused: RefusalReason | undefined
}

/** Nothing where the register has no picture or does not answer: that is not the person's trouble. */
export function RegisteredOffer({ offer, action, csrf, lang }: { offer: Offer; action: string; csrf: string; lang: Lang }) {
  const t = offerText[lang]
  if (offer.state === 'asking' || offer.state === 'not-asked') return <InsetText>{t.asking}</InsetText>
  if (offer.state !== 'there') return null
  if (offer.refused) return <InsetText>{t.refused(refusalSentence(offer.refused, lang))}</InsetText>
  return (
    <>
      <h2 class="govuk-heading-m">{t.title}</h2>
      <p class="govuk-body">{t.lead}</p>
      <Form action={action} csrf={csrf} hidden={{ registered: '1' }}>
        <Button preventDoubleClick>{t.use}</Button>
      </Form>
      <h2 class="govuk-heading-m">{t.or}</h2>
    </>
  )
}
