/** Pages are drawn on the server: a tree of nodes becomes text, and every text in it is escaped. */
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** A complete HTML document. The tree must begin with `<html>`. */
export function renderPage(page: VNode): string {
  return `<!DOCTYPE html>${renderToString(page)}`
}

/** A part of a page, for tests and e-mails. */
export function renderPart(part: VNode): string {
  return renderToString(part)
}
