/** Small things that every page of the citizen shares. */
import type { FastifyReply } from 'fastify'
import { isId } from '../../platform/values/ids.ts'
import { type ProcedureSlug, procedureSlugs } from '../../catalogue/index.ts'

/** The one answer for what is absent and for what is somebody else's: the two can't be told apart. */
export function notFound(reply: FastifyReply): void {
  reply.callNotFound()
}

/**
 * Asks the browser to fetch the page again. By header: the same without JavaScript, and nothing in the page that a checker
 * of accessibility must take for a redirect.
 */
export function refreshAfter(reply: FastifyReply, seconds: number): void {
  reply.header('refresh', String(seconds))
}

/** The id in a file name of an address: '0199….jpg'. */
export function idOfFile(file: string, extension: 'jpg' | 'pdf'): string | undefined {
  const id = file.endsWith(`.${extension}`) ? file.slice(0, -extension.length - 1) : undefined
  return isId(id) ? id : undefined
}

/** The procedure that these pages begin: the catalogue has one so far. */
export function offered(): ProcedureSlug {
  const [slug] = procedureSlugs
  if (!slug) throw new Error('the catalogue has no procedure')
  return slug
}

/** A quoted list: "B or C1". */
export function either(words: readonly string[], or: string): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1)}`
}
