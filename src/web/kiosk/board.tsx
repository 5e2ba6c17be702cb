/** A screen that stands on the wall or in the hall: no navigation, nothing that leads away, letters that are read from afar. */
import type { ComponentChildren } from 'preact'
import type { ServicePoint } from '../../catalogue/index.ts'
import type { Lang } from '../../platform/values/words.ts'
import { Band, Mark } from '../kit/index.ts'
import type { Web } from '../request.ts'
import { siteText } from '../text.ts'

interface Props {
  readonly web: Web
  readonly lang: Lang
  readonly point: ServicePoint
  readonly title: string
  /** What stands at the end of the top line: the other language, or the time. */
  readonly end?: ComponentChildren
  readonly kind: 'kiosk' | 'slip' | 'display'
  readonly children?: ComponentChildren
}

export function Board({ web, lang, point, title, end, kind, children }: Props) {
  const { citizen } = web.assets
  return (
    <html class={`tt-board tt-board--${kind}`} lang={lang}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} – ${point.name[lang]}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex, nofollow" />
        {citizen.preload?.map((font) => <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />)}
        <link rel="stylesheet" href={citizen.board ?? citizen.stylesheet} />
        {citizen.icon && <link rel="icon" href={citizen.icon} type="image/svg+xml" />}
        {citizen.script && <script type="module" src={citizen.script} />}
      </head>
      <body class="tt-board__body">
        {web.platform.config.simulation && <Band lang={lang} />}
        <header class="tt-board__top">
          <Mark />
          <p class="tt-board__place"><strong>{point.name[lang]}</strong> <span>{siteText[lang].service}</span></p>
          {end !== undefined && <div class="tt-board__end">{end}</div>}
        </header>
        <main class="tt-board__main">{children}</main>
      </body>
    </html>
  )
}
