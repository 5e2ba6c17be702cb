/** Small things that every page of the citizen shares. */
import type { FastifyReply } from 'fastify'
import type { LocalDate } from '../../platform/values/dates.ts'
import { isId } from '../../platform/values/ids.ts'
import { NoProvision, type Procedure, procedureInForce, type ProcedureSlug, procedureSlugs, servesChannel } from '../../catalogue/index.ts'

/** A procedure by the name that forms and drafts carry. */
export interface OfferedProcedure {
  readonly slug: ProcedureSlug
  readonly procedure: Procedure
}

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
export function idOfFile(file: string, extension: 'jpg' | 'pdf' | 'json'): string | undefined {
  const id = file.endsWith(`.${extension}`) ? file.slice(0, -extension.length - 1) : undefined
  return isId(id) ? id : undefined
}

/** The procedures that a citizen can begin here on a day, in the catalogue's order: what the law lets be filed online. */
export function offeredOn(day: LocalDate): readonly OfferedProcedure[] {
  return procedureSlugs.flatMap((slug) => {
    try {
      const procedure = procedureInForce(slug, day)
      return servesChannel(procedure, 'online') ? [{ slug, procedure }] : []
    } catch (error) {
      if (error instanceof NoProvision) return []
      throw error
    }
  })
}

/** A quoted list: "B or C1". */
export function either(words: readonly string[], or: string): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1)}`
}
