/** Counting one list: the field to scan into, what is there and what is not, the reasons, the signature. Works without JavaScript. */
import { extraReasons, listWords, type ListWithItems, missingReasons } from '../../capabilities/deliveries/index.ts'
import { BackLink, Button, Code, DateTime, ErrorSummary, Form, Heading, Input, NotificationBanner, Select, SortableTable, StatusBox, Tag } from '../kit/index.ts'
import { paths } from '../paths.ts'
import type { OfficeVisit, Web } from '../request.ts'
import { PostLayout } from './layout.tsx'
import { postText, type ScanDone } from './text.ts'
import { postTones } from './tones.ts'

export interface CountSaid {
  readonly scan?: { readonly done: ScanDone; readonly item: string }
  /** What was typed and is no item number. */
  readonly wrong?: string
  /** Items whose reason is missing, with what was chosen for the others. */
  readonly reasonless?: readonly string[]
  readonly chosen?: ReadonlyMap<string, string>
  readonly gone?: boolean
  /** Who reads this closed the list under another post. */
  readonly own?: boolean
}

interface Part {
  readonly list: ListWithItems
  readonly visit: OfficeVisit
  readonly said: CountSaid
}

export function countPage(web: Web, visit: OfficeVisit, list: ListWithItems, today: string, said: CountSaid = {}) {
  const t = postText[visit.lang]
  const title = list.state === 'closed' ? t.title(list.number) : t.titleDone(list.number)
  const errors = [
    ...(said.wrong === undefined ? [] : [{ text: t.wrong, href: '#so' }]),
    ...(said.reasonless ?? []).map((item) => ({ text: t.reasonMissing(item), href: `#ly-do-${item}` })),
    ...(said.gone ? [{ text: t.gone }] : []),
    ...(said.own ? [{ text: t.own }] : []),
  ]
  return (
    <PostLayout web={web} visit={visit} today={today} title={title} hasError={errors.length > 0} before={<BackLink href={paths.postDesk()}>{t.back}</BackLink>}>
      {errors.length > 0 && <ErrorSummary errorList={errors} />}
      {said.scan && <NotificationBanner {...(said.scan.done === 'extra' ? { role: 'alert' } : { type: 'success' as const })} text={t.done[said.scan.done](said.scan.item)} />}
      <Heading>{title}</Heading>
      {list.state === 'closed' ? <Counting list={list} visit={visit} said={said} /> : <Counted list={list} visit={visit} said={said} />}
    </PostLayout>
  )
}

function Counting(part: Part) {
  const { list, visit, said } = part
  const t = postText[visit.lang]
  const there = list.items.filter((item) => item.scannedAt !== null)
  return (
    <>
      <Form action={paths.postListAct(list.id, 'quet')} csrf={visit.csrf} classes="tt-scan">
        <Input
          name="so" label={t.scan} hint={t.scanHint} value={said.wrong} autocomplete="off" autocapitalize="characters" spellcheck={false}
          errorMessage={said.wrong === undefined ? undefined : t.wrong} attributes={{ autofocus: true, maxlength: '30' }}
        />
        <Button>{t.scanButton}</Button>
      </Form>
      <h2 class="govuk-heading-m">{t.progress(there.length, list.items.length)}</h2>
      <Rows part={part} />
      <Sign {...part} />
    </>
  )
}

function Rows({ part: { list, visit } }: { part: Part }) {
  const t = postText[visit.lang]
  const words = listWords[visit.lang]
  const isOpen = list.state === 'closed'
  const drop = (item: string) => (
    <Form action={paths.postListAct(list.id, 'bo')} csrf={visit.csrf} hidden={{ so: item }}>
      <Button look="secondary">{t.drop}<span class="govuk-visually-hidden"> {t.dropOf(item)}</span></Button>
    </Form>
  )
  const columns = (['item', 'state', isOpen ? 'act' : 'reason'] as const).map((key) => ({ key, text: t.itemColumns[key] }))
  const items = list.items.map((item) => {
    const isThere = item.scannedAt !== null
    return {
      cells: {
        item: <Code>{item.itemNumber}</Code>, reason: item.reason ? words.missing[item.reason] : '', act: isThere ? drop(item.itemNumber) : '',
        state: isThere ? <Tag tone="done">{isOpen ? t.states.there : t.states.received} <DateTime at={item.scannedAt} show="time" /></Tag> : <Tag tone={isOpen ? 'waiting' : 'stopped'}>{isOpen ? t.states.missing : t.states.lacking}</Tag>,
      },
    }
  })
  const extras = list.extras.map((extra) => ({
    mark: 'late' as const,
    cells: { item: <Code>{extra.itemNumber}</Code>, state: <Tag tone="stopped">{t.states.extra}</Tag>, reason: extra.reason ? words.extra[extra.reason] : '', act: drop(extra.itemNumber) },
  }))
  return <SortableTable caption={t.items} columns={columns} rows={[...extras, ...items]} />
}

function Sign({ list, visit, said }: Part) {
  const t = postText[visit.lang]
  const words = listWords[visit.lang]
  const missing = list.items.filter((item) => item.scannedAt === null)
  const reasons = (item: string, table: Readonly<Record<string, string>>, codes: readonly string[]) => (
    <Select
      id={`ly-do-${item}`} name={`ly-do-${item}`} label={t.reasonOf(item)} value={said.chosen?.get(item) ?? ''}
      errorMessage={said.reasonless?.includes(item) ? t.reasonMissing(item) : undefined}
      items={[{ value: '', text: t.choose }, ...codes.map((code) => ({ value: code, text: table[code] ?? code }))]}
    />
  )
  return (
    <section>
      <h2 class="govuk-heading-m">{t.signTitle}</h2>
      <Form action={paths.postListAct(list.id, 'ky-nhan')} csrf={visit.csrf}>
        <p class="govuk-body">{missing.length + list.extras.length === 0 ? t.signAll : t.signDiffers(missing.length, list.extras.length)}</p>
        {missing.map((item) => reasons(item.itemNumber, words.missing, missingReasons))}
        {list.extras.map((extra) => reasons(extra.itemNumber, words.extra, extraReasons))}
        <Button preventDoubleClick>{t.sign}</Button>
      </Form>
    </section>
  )
}

function Counted(part: Part) {
  const { list, visit } = part
  if (list.state === 'closed') return null
  const said = postText[visit.lang].finished[list.state]
  return (
    <>
      <StatusBox tone={postTones[list.state]} title={said.title}><p class="govuk-body">{said.body}</p></StatusBox>
      <Rows part={part} />
    </>
  )
}
