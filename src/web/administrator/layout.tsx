/** The frame of the administrator's pages. */
import { type LayoutProps, StaffFrame } from '../layout.tsx'
import { paths } from '../paths.ts'
import type { StaffVisit } from '../request.ts'
import { peopleText } from './people/text.ts'
import { calendarText } from './text.ts'

type Place = 'calendar' | 'powers' | 'units'

export function AdministratorLayout({ current = 'calendar', ...frame }: LayoutProps & { readonly visit: StaffVisit; readonly today: string; readonly current?: Place }) {
  const { lang } = frame.visit
  const places: readonly (readonly [Place, string, string])[] = [['calendar', calendarText[lang].title, paths.calendar()], ['powers', peopleText[lang].title, paths.powers()], ['units', peopleText[lang].unitsTitle, paths.units()]]
  return <StaffFrame {...frame} home={paths.calendar()} navigation={places.map(([place, text, href]) => ({ text, href, current: place === current }))} />
}
