import type { FastifyReply } from 'fastify'
import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { style } from './style.ts'
import type { Words } from './words.ts'

/** On every page of the sandbox, so that nobody takes it for a state portal. */
export const simulationBand: Words = {
  vi: 'Bản mô phỏng · dữ liệu giả · không phải cổng của Nhà nước',
  en: 'Simulation · made-up data · not a State portal',
}

/** One sentence in both languages, the Vietnamese first. */
export function Both(props: { words: Words }): VNode {
  return <>{props.words.vi} <span class="en" lang="en">{props.words.en}</span></>
}

export interface PageOptions {
  title: Words
  /** Name of the simulated system, shown in the head line. */
  system?: Words
  children: ComponentChildren
  /** Link back to the control page; on unless false. */
  home?: boolean
}

/** A whole HTML document with the fixed band. Text is escaped by the renderer. */
export function renderPage(options: PageOptions): string {
  return `<!doctype html>${renderToString(
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <title>{`${options.title.vi} · Bản mô phỏng`}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <aside class="band" aria-label="Bản mô phỏng">{simulationBand.vi} / <span lang="en">{simulationBand.en}</span></aside>
        <header class="top"><div class="wrap">
          <strong>{options.system?.vi ?? 'Thế giới bên ngoài'}</strong>
          <span lang="en">{options.system?.en ?? 'The outside world'}</span>
          {options.home === false ? null : <a href="/">Bàn điều khiển · <span lang="en">Control page</span></a>}
        </div></header>
        <main class="wrap">{options.children}</main>
        <footer><div class="wrap">{simulationBand.vi}. <span lang="en">{simulationBand.en}.</span></div></footer>
      </body>
    </html>)}`
}

/** HTML of some JSX for a control panel. */
export function renderPart(part: VNode): string {
  return renderToString(part)
}

/** Sends a page that is never stored by the browser. */
export function sendPage(reply: FastifyReply, options: PageOptions & { status?: number }): FastifyReply {
  return reply.code(options.status ?? 200).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(renderPage(options))
}
