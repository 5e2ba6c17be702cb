/** The frame of a postal worker's pages. */
import { findServicePoint } from '../../catalogue/index.ts'
import { StaffFrame, type LayoutProps } from '../layout.tsx'
import { paths } from '../paths.ts'
import type { OfficeVisit } from '../request.ts'
import { postText } from './text.ts'

export function PostLayout({ visit, today, ...page }: LayoutProps & { readonly visit: OfficeVisit; readonly today: string }) {
  const place = findServicePoint(visit.officeCode, today)?.name[visit.lang]
  return (
    <StaffFrame
      {...page} visit={visit} today={today} home={paths.postDesk()} {...(place ? { place } : {})}
      navigation={[{ text: postText[visit.lang].lists, href: paths.postDesk(), current: true }]}
    />
  )
}
