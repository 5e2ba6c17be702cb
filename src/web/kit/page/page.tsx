/** The whole page around a page's content: band, header, main, footer. Nothing inline: the security policy forbids it. */
import type { ComponentChildren } from 'preact'
import type { Lang } from '../../../platform/values/words.ts'
import type { Content } from '../content.ts'
import { Language } from '../language.ts'
import { SkipLink } from '../move/links.tsx'
import { band, text } from '../text.ts'
import { Footer } from './footer.tsx'
import type { FooterOptions } from './footer.tsx'
import { Header } from './header.tsx'
import type { HeaderOptions } from './header.tsx'

/** Addresses of the built files, from the manifest that scripts/assets.mjs writes. */
export interface PageAssets {
  stylesheet: string
  script?: string | undefined
  /** Sends pictures in pieces; only for pages that take one. */
  sender?: string | undefined
  /** Screens on walls and in halls: a style sheet of their own. */
  board?: string | undefined
  /** Pictures of guides: name in the source → address. */
  pictures?: Readonly<Record<string, string>> | undefined
  /** Programs that people keep and run at home, as they were written: name → where, and the SHA-256 of the file. */
  programs?: Readonly<Record<string, { readonly address: string; readonly sha256: string }>> | undefined
  icon?: string | undefined
  /** Fonts to fetch early. */
  preload?: readonly string[] | undefined
}

/** Props of a page. `title` is the browser's title without the service's name. */
export interface PageProps {
  lang: Lang
  title: string
  assets: PageAssets
  /** Every page of a run with made-up data bears the band. */
  simulation: boolean
  /** 'citizen' is a reading width, 'staff' uses the screen. */
  width?: 'citizen' | 'staff' | undefined
  header: HeaderOptions
  footer?: FooterOptions | undefined
  /** Back link or breadcrumbs, above the main content. */
  before?: Content
  /** The page was sent back with errors: the title says so first. */
  hasError?: boolean | undefined
  children?: ComponentChildren
}

/** A complete document; `renderPage` of platform/http/html.ts makes text of it. */
export function Page(props: PageProps) {
  const { lang, assets, header } = props
  const words = text[lang]
  const width = props.width ?? 'citizen'
  return (
    <Language.Provider value={lang}>
      <html class={`tt-page tt-page--${width}`} lang={lang}>
        <head>
          <meta charset="utf-8" />
          <title>{`${props.hasError ? `${words.error}: ` : ''}${props.title} – ${header.service.name}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="theme-color" content="#8f1d1d" />
          {props.simulation && <meta name="robots" content="noindex, nofollow" />}
          {assets.preload?.map((font) => (
            <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
          ))}
          <link rel="stylesheet" href={assets.stylesheet} />
          {assets.icon && <link rel="icon" href={assets.icon} type="image/svg+xml" />}
          {assets.script && <script type="module" src={assets.script} />}
        </head>
        <body class="tt-body">
          <SkipLink href="#main">{words.skip}</SkipLink>
          {props.simulation && <Band lang={lang} />}
          <Header {...header} />
          <div class="tt-width">
            {props.before !== undefined && (
              <section class="tt-before" aria-label={words.wayBack}>
                {props.before}
              </section>
            )}
            <main class="tt-main" id="main" tabindex={-1}>
              {props.children}
            </main>
          </div>
          <Footer {...props.footer} />
        </body>
      </html>
    </Language.Provider>
  )
}

/** Stays on top while the page scrolls; the reader's language first. */
export function Band({ lang }: { lang: Lang }) {
  const order: readonly Lang[] = lang === 'vi' ? ['vi', 'en'] : ['en', 'vi']
  return (
    <aside class="tt-band" aria-label={text[lang].notice}>
      <p class="tt-band__text">
        {order.map((one, index) => (
          <>
            {index > 0 && ' '}
            <span class="tt-band__words" lang={one}>
              {band[one]}
            </span>
          </>
        ))}
      </p>
    </aside>
  )
}
