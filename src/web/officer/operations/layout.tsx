/** The frame of the operator's pages: no worklist, no search, nothing that leads to a dossier. */
import { getProvince } from '../../../catalogue/index.ts'
import { NotificationBanner, Page } from '../../kit/index.ts'
import type { LayoutProps } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import type { StaffVisit } from '../../request.ts'
import { siteText } from '../../text.ts'
import { type Done, operationsText } from './text.ts'

/** What an act left to say. */
export interface Said {
  readonly done?: Done | undefined
  readonly refused?: string | undefined
}

export function OperatorLayout({ web, visit, today, said = {}, children, ...page }: LayoutProps & { readonly visit: StaffVisit; readonly today: string; readonly said?: Said }) {
  const t = siteText[visit.lang]
  const own = operationsText[visit.lang]
  const { staff } = visit.session
  return (
    <Page
      {...page}
      lang={visit.lang}
      width="staff"
      assets={web.assets.staff}
      simulation={web.platform.config.simulation}
      hasError={said.refused !== undefined}
      header={{
        service: { name: t.service, tagline: t.tagline, href: paths.operations() },
        navigation: [{ text: own.title, href: paths.operations(), current: true }, { text: own.statusLink, href: paths.status() }],
        otherLanguageHref: paths.language(visit.lang === 'vi' ? 'en' : 'vi', visit.here),
        signedIn: { name: staff.fullName, detail: `${t.roles[staff.role]}, ${getProvince(staff.provinceCode, today).name[visit.lang]}`, signOut: { action: paths.signOut(), csrf: visit.csrf } },
      }}
      footer={{ links: [{ text: t.help, href: paths.help() }, { text: t.privacy, href: paths.privacy() }, { text: t.status, href: paths.status() }] }}
    >
      {said.done && <NotificationBanner type="success" text={own.done[said.done]} />}
      {said.refused && <NotificationBanner role="alert" titleText={own.notDone} text={said.refused} />}
      {children}
    </Page>
  )
}
