/** The frame of every page: header, navigation of the audience, footer. */
import type { ComponentChildren } from 'preact'
import { getProvince, mayDo, roles } from '../catalogue/index.ts'
import type { SystemName } from '../platform/config.ts'
import { Page, type PageProps } from './kit/index.ts'
import { paths } from './paths.ts'
import { OutageBanner } from './public/status/banner.tsx'
import type { StaffVisit, Visit, Web } from './request.ts'
import { siteText } from './text.ts'

export interface LayoutProps extends Pick<PageProps, 'title' | 'before' | 'hasError'> {
  readonly web: Web
  readonly children?: ComponentChildren
}

function footer(lang: 'vi' | 'en') {
  const t = siteText[lang]
  return { links: [{ text: t.help, href: paths.help() }, { text: t.guides, href: paths.guides() }, { text: t.provinces, href: paths.provinces() }, { text: t.figures, href: paths.figures() }, { text: t.verify, href: paths.verifyFile() }, { text: t.lookUp, href: paths.lookUp() }, { text: t.status, href: paths.status() }, { text: t.privacy, href: paths.privacy() }] }
}

/** A page for citizens and the public. @param concerns of the systems that this page may need, those that matter just now */
export function CitizenLayout({ web, visit, concerns, children, ...page }: LayoutProps & { readonly visit: Visit; readonly concerns?: readonly SystemName[] }) {
  const t = siteText[visit.lang]
  return (
    <Page
      {...page}
      lang={visit.lang}
      assets={web.assets.citizen}
      simulation={web.platform.config.simulation}
      header={{
        service: { name: t.service, tagline: t.tagline, href: paths.home() },
        navigation: [...(visit.session ? [visit.session.staff ? { text: t.desk, href: paths.desk() } : { text: t.mine, href: paths.mine() }] : []), { text: t.help, href: paths.help() }],
        otherLanguageHref: paths.language(visit.lang === 'vi' ? 'en' : 'vi', visit.here),
        signedIn: visit.session && { name: visit.session.fullName, href: paths.mine(), signOut: { action: paths.signOut(), csrf: visit.csrf } },
      }}
      footer={footer(visit.lang)}
    >
      <OutageBanner systems={(visit.outages ?? []).filter((system) => !concerns || concerns.includes(system))} lang={visit.lang} />
      {children}
    </Page>
  )
}

interface StaffFrameProps extends LayoutProps {
  readonly visit: StaffVisit
  readonly today: string
  /** Where the name of the service leads. */
  readonly home: string
  readonly navigation: readonly { readonly text: string; readonly href: string; readonly current?: boolean; readonly count?: number | undefined }[]
}

/** The frame of every page for people at work: their own navigation, their name, role and place. @param place their service point or clinic; the province unless given */
export function StaffFrame({ web, visit, today, home, navigation, place, children, ...page }: StaffFrameProps & { readonly place?: string }) {
  const t = siteText[visit.lang]
  const { staff } = visit.session
  return (
    <Page
      {...page}
      lang={visit.lang}
      width="staff"
      assets={web.assets.staff}
      simulation={web.platform.config.simulation}
      header={{
        service: { name: t.service, tagline: t.tagline, href: home },
        navigation,
        otherLanguageHref: paths.language(visit.lang === 'vi' ? 'en' : 'vi', visit.here),
        signedIn: {
          name: staff.fullName, detail: `${roles[staff.role].words[visit.lang]}, ${place ?? getProvince(staff.provinceCode, today).name[visit.lang]}`,
          signOut: { action: paths.signOut(), csrf: visit.csrf },
        },
      }}
      footer={footer(visit.lang)}
    >
      {children}
    </Page>
  )
}

/** A page for officers. @param toSign shown beside the navigation */
export function StaffLayout({ current, toSign, ...frame }: LayoutProps & { readonly visit: StaffVisit; readonly today: string; readonly current: 'worklist' | 'to-sign' | 'cards' | 'money' | 'clinics' | 'register' | 'conduct'; readonly toSign?: number }) {
  const t = siteText[frame.visit.lang]
  return (
    <StaffFrame
      {...frame}
      home={paths.desk()}
      navigation={[
        { text: t.worklist, href: paths.worklist('to-do'), current: current === 'worklist' },
        { text: t.toSign, href: paths.worklist('to-sign'), current: current === 'to-sign', count: toSign },
        { text: t.cards, href: paths.cards(), current: current === 'cards' },
        { text: t.money, href: paths.money(), current: current === 'money' },
        { text: t.clinics, href: paths.clinics(), current: current === 'clinics' },
        { text: t.register, href: paths.register(), current: current === 'register' },
        ...(mayDo(frame.visit.session.staff.role, 'answer-conduct') ? [{ text: t.conduct, href: paths.conduct(), current: current === 'conduct' }] : []),
      ]}
    />
  )
}
