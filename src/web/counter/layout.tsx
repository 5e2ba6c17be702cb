/** The frame of the counter's pages: visits, the queue, the cash book. */
import { findServicePoint } from '../../catalogue/index.ts'
import { NotificationBanner } from '../kit/index.ts'
import { type LayoutProps, StaffFrame } from '../layout.tsx'
import { paths } from '../paths.ts'
import type { OfficeVisit } from '../request.ts'
import { counterText } from './text.ts'

/** @param done said on top, after something was done @param refused the same, after it was not */
export function CounterLayout({ current, done, refused, children, ...frame }: LayoutProps & { readonly visit: OfficeVisit; readonly today: string; readonly current: 'visits' | 'window' | 'digitise' | 'cash'; readonly done?: string | undefined; readonly refused?: string | undefined }) {
  const { lang } = frame.visit
  const t = counterText[lang]
  const place = findServicePoint(frame.visit.officeCode, frame.today)?.name[lang]
  return (
    <StaffFrame
      {...frame}
      {...(place ? { place } : {})}
      hasError={frame.hasError ?? refused !== undefined}
      home={paths.counter()}
      navigation={[
        { text: t.visits, href: paths.counter(), current: current === 'visits' }, { text: t.window, href: paths.counterWindow(), current: current === 'window' },
        { text: t.digitise, href: paths.digitiseList(), current: current === 'digitise' }, { text: t.cash, href: paths.cash(), current: current === 'cash' },
      ]}
    >
      {done && <NotificationBanner type="success" text={done} />}
      {refused && <NotificationBanner role="alert" titleText={t.notDone} text={refused} />}
      {children}
    </StaffFrame>
  )
}
