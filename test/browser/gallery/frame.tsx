/** The frame that the gallery's pages share. All names and numbers are made up and impossible. */
import type { ComponentChildren, VNode } from 'preact'
import type { Lang } from '../../../src/platform/values/words.ts'
import { Page } from '../../../src/web/kit/index.ts'
import type { PageAssets } from '../../../src/web/kit/index.ts'

/** What a gallery page is drawn with. */
export interface Drawing {
  assets: Readonly<Record<'citizen' | 'staff', PageAssets>>
}

/** One page of the gallery. */
export type GalleryPage = (drawing: Drawing) => VNode

const NAVIGATION = {
  vi: [
    { text: 'Giấy phép của tôi', href: '#a', current: true },
    { text: 'Tra cứu', href: '#b' },
    { text: 'Trợ giúp', href: '#c' },
  ],
  en: [
    { text: 'My licences', href: '#a', current: true },
    { text: 'Look-up', href: '#b' },
    { text: 'Help', href: '#c' },
  ],
} as const

const FOOTER = {
  vi: [
    { text: 'Trợ giúp', href: '#h' },
    { text: 'Tình trạng hệ thống', href: '#s' },
    { text: 'Trợ năng', href: '#t' },
    { text: 'Quyền riêng tư', href: '#p' },
  ],
  en: [
    { text: 'Help', href: '#h' },
    { text: 'System status', href: '#s' },
    { text: 'Accessibility', href: '#t' },
    { text: 'Privacy', href: '#p' },
  ],
} as const

const SERVICE = {
  vi: { name: 'Toàn Trình', tagline: 'Đổi giấy phép lái xe trực tuyến', href: '#home' },
  en: { name: 'Toàn Trình', tagline: 'Exchange a driving licence online', href: '#home' },
} as const

interface FrameProps extends Drawing {
  title: string
  lang?: Lang
  person?: string | undefined
  before?: VNode
  hasError?: boolean
  children?: ComponentChildren
}

/** A citizen's page. */
export function Citizen(props: FrameProps) {
  const lang = props.lang ?? 'vi'
  return (
    <Page
      lang={lang}
      title={props.title}
      simulation={true}
      assets={props.assets.citizen}
      before={props.before}
      hasError={props.hasError}
      header={{
        service: SERVICE[lang],
        navigation: NAVIGATION[lang],
        otherLanguageHref: '#lang',
        signedIn: props.person ? { name: props.person, signOut: { action: '#out', csrf: 'x' } } : undefined,
      }}
      footer={{ links: FOOTER[lang] }}
    >
      {props.children}
    </Page>
  )
}

/** An officer's page. */
export function Staff(props: FrameProps) {
  return (
    <Page
      lang="vi"
      title={props.title}
      simulation={true}
      width="staff"
      assets={props.assets.staff}
      before={props.before}
      header={{
        service: { ...SERVICE.vi, tagline: 'Bàn làm việc của cán bộ' },
        navigation: [
          { text: 'Hồ sơ', href: '#a', current: true },
          { text: 'Chờ ký', href: '#b', count: 42 },
          { text: 'Thống kê', href: '#c' },
        ],
        otherLanguageHref: '#lang',
        signedIn: { name: props.person ?? 'Trần Thị Bình', detail: 'Cán bộ thụ lý, Bắc Ninh', signOut: { action: '#out', csrf: 'x' } },
      }}
      footer={{ links: FOOTER.vi }}
    >
      {props.children}
    </Page>
  )
}
