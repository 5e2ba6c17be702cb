/** A postal worker's home: the lists of the province, those to be counted first. */
import { type ListLine, listWords } from '../../capabilities/deliveries/index.ts'
import { Code, DateTime, Heading, Link, SortableTable, Tag } from '../kit/index.ts'
import { paths } from '../paths.ts'
import type { OfficeVisit, Web } from '../request.ts'
import { PostLayout } from './layout.tsx'
import { postText } from './text.ts'
import { postTones } from './tones.ts'

export function deskPage(web: Web, visit: OfficeVisit, lists: readonly ListLine[], today: string) {
  const t = postText[visit.lang]
  return (
    <PostLayout web={web} visit={visit} today={today} title={t.home}>
      <Heading>{t.home}</Heading>
      <p class="govuk-body">{t.lead}</p>
      <h2 class="govuk-heading-m">{t.lists}</h2>
      {lists.length === 0 && <p class="govuk-body">{t.none}</p>}
      {lists.length > 0 && (
        <SortableTable
          caption={t.lists}
          columns={(['list', 'closed', 'count', 'state'] as const).map((key) => ({ key, text: t.columns[key] }))}
          rows={lists.map((list) => ({
            mark: list.state === 'closed' ? 'changed' : undefined,
            cells: {
              list: <Link href={paths.postList(list.id)}><Code>{list.number}</Code></Link>, closed: <DateTime at={list.closedAt} />,
              count: list.state === 'closed' ? t.scanned(list.scanned, list.items) : t.counted(list.items, list.missing, list.extras),
              state: <Tag tone={postTones[list.state]}>{listWords[visit.lang].states[list.state]}</Tag>,
            },
          }))}
        />
      )}
    </PostLayout>
  )
}
