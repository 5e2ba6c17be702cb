/** The frame of the administrator's pages. */
import { type LayoutProps, StaffFrame } from '../layout.tsx'
import { paths } from '../paths.ts'
import type { StaffVisit } from '../request.ts'
import { calendarText } from './text.ts'

export function AdministratorLayout(frame: LayoutProps & { readonly visit: StaffVisit; readonly today: string }) {
  return <StaffFrame {...frame} home={paths.calendar()} navigation={[{ text: calendarText[frame.visit.lang].title, href: paths.calendar(), current: true }]} />
}
