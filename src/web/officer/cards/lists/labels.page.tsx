/** The labels of a list, to be printed and stuck on envelopes: number as bars and letters, who sends, who receives (S10, C6). */
import type { Label } from '../../../../capabilities/deliveries/index.ts'
import { BackLink, Code, Heading } from '../../../kit/index.ts'
import { StaffLayout } from '../../../layout.tsx'
import { paths } from '../../../paths.ts'
import type { StaffVisit, Web } from '../../../request.ts'
import { listsText } from '../../text/lists.ts'

export function labelsPage(web: Web, visit: StaffVisit, list: { readonly id: string; readonly number: string }, labels: readonly Label[], today: string) {
  const t = listsText[visit.lang]
  return (
    <StaffLayout web={web} visit={visit} today={today} current="cards" title={t.labelsTitle(list.number)} before={<BackLink href={paths.handOverList(list.id)}>{t.title(list.number)}</BackLink>}>
      <Heading>{t.labelsTitle(list.number)}</Heading>
      <p class="govuk-body tt-screen-only">{t.labelsLead}</p>
      <ul class="tt-labels">
        {labels.map((label) => (
          <li class="tt-label">
            <img class="tt-label__bars" src={paths.handOverBarcode(list.id, `${label.itemNumber}.png`)} alt={t.barcode(label.itemNumber)} width="370" height="90" />
            <p class="tt-label__number"><Code>{spaced(label.itemNumber)}</Code></p>
            <p class="tt-label__from">{t.from}: {label.sender.name}, {label.sender.provinceName}</p>
            <p class="tt-label__to">{t.to}: <strong>{label.recipient.name}</strong><br />{label.recipient.address}<br />{label.recipient.commune}, {label.recipient.provinceName}<br />{t.phone}: {label.recipient.phone}</p>
            <p class="tt-label__from">{t.reference}: <Code>{label.orderNumber}</Code></p>
          </li>
        ))}
      </ul>
    </StaffLayout>
  )
}

/** As the standard writes it for people: service, serial in groups, check digit, country. */
function spaced(itemNumber: string): string {
  return itemNumber.replace(/^(..)(...)(...)(..)(.)(..)$/, '$1 $2 $3 $4$5 $6')
}
