/**
 * What a person has given already, by the words beside the field, and what a page asked for again. A field that is filled in or
 * chosen when the page comes asks for nothing; what a page complained about was not given.
 */
import type { Field, Form } from '../visitor/page.ts'

export interface Given {
  /** What was asked for although it had been given, in the order it happened. */
  readonly askedAgain: readonly string[]
  /** Somebody has this form in front of them. */
  read(form: Form): void
  /** Its answers were taken: the next page had no complaint. */
  took(form: Form): void
  /** An officer's request for one thing: the same request read again is not a second one. */
  requested(what: string, asked: string): void
}

const words = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim()

/** What a field asks for; undefined for one that asks for no datum. */
function datumOf(field: Field): string | undefined {
  if (field.kind === 'hidden' || field.kind === 'checkbox') return undefined
  const name = words(field.kind === 'radio' ? field.legend : field.label)
  return name === '' ? undefined : name
}

/** The data that a form asks for and does not show as known. */
export function askedBy(form: Form): Set<string> {
  const known = new Set(form.fields.filter((field) => field.kind === 'radio' && field.chosen).map(({ name }) => name))
  return new Set(form.fields.flatMap((field) => {
    const isKnown = field.kind === 'radio' ? known.has(field.name) : field.kind !== 'file' && field.value.trim() !== ''
    return isKnown ? [] : datumOf(field) ?? []
  }))
}

export function openGiven(): Given {
  const given = new Set<string>()
  const requests = new Map<string, string>()
  const askedAgain: string[] = []
  return {
    askedAgain,
    read(form) {
      for (const datum of askedBy(form)) if (given.has(datum)) askedAgain.push(datum)
    },
    took(form) {
      for (const datum of askedBy(form)) given.add(datum)
    },
    requested(what, asked) {
      const before = requests.get(words(what))
      if (before !== undefined && before !== asked) askedAgain.push(words(what))
      requests.set(words(what), asked)
    },
  }
}
