/** The frame of the operator's pages: no worklist, no search, nothing that leads to a dossier. */
import { NotificationBanner } from '../../kit/index.ts'
import { type LayoutProps, StaffFrame } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import type { StaffVisit } from '../../request.ts'
import { type Done, operationsText } from './text.ts'

/** What an act left to say. */
export interface Said {
  readonly done?: Done | undefined
  readonly refused?: string | undefined
}

export function OperatorLayout({ visit, said = {}, children, ...page }: LayoutProps & { readonly visit: StaffVisit; readonly today: string; readonly said?: Said }) {
  const own = operationsText[visit.lang]
  return (
    <StaffFrame
      {...page}
      visit={visit}
      hasError={said.refused !== undefined}
      home={paths.operations()}
      navigation={[{ text: own.title, href: paths.operations(), current: true }, { text: own.statusLink, href: paths.status() }]}
    >
      {said.done && <NotificationBanner type="success" text={own.done[said.done]} />}
      {said.refused && <NotificationBanner role="alert" titleText={own.notDone} text={said.refused} />}
      {children}
    </StaffFrame>
  )
}
