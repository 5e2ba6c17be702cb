/** The frame of the leader's pages. */
import { type LayoutProps, StaffFrame } from '../layout.tsx'
import { paths } from '../paths.ts'
import type { StaffVisit } from '../request.ts'
import { leaderText } from './text.ts'

export function LeaderLayout({ current, ...frame }: LayoutProps & { readonly visit: StaffVisit; readonly today: string; readonly current: 'overview' | 'late' }) {
  const t = leaderText[frame.visit.lang]
  return (
    <StaffFrame
      {...frame}
      home={paths.leader()}
      navigation={[
        { text: t.title, href: paths.leader(), current: current === 'overview' },
        { text: t.lateTitle, href: paths.leaderLate(), current: current === 'late' },
        { text: t.navAgreement, href: paths.agreement(frame.visit.session.staff.provinceCode) },
        { text: t.navFigures, href: paths.figures({ tinh: frame.visit.session.staff.provinceCode }) },
      ]}
    />
  )
}
