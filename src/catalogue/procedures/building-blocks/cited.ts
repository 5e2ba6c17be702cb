/** How a version writes down where a value comes from. */
import type { Basis } from '../../provision.ts'

/** A value with its law. @param confidence below 0.7 counts as assumed unless said otherwise */
export function cited<T>(value: T, source: string, confidence: number): Basis<T> {
  return { value, source, confidence }
}

/** A value no source gives: our choice, marked on pages. */
export function assumed<T>(value: T, source: string, confidence: number): Basis<T> {
  return { value, source, confidence, assumed: true }
}
