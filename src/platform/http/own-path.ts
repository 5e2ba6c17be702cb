/** A path of this service and nothing else: what a link or a browser gives as the place to come back to is never trusted. */

/**
 * @returns the path, or undefined for whatever could lead elsewhere: another host, also by '//' or '/\', and any letter that browsers drop or turn while they
 *   read an address (a tab after the first stroke makes two strokes of it; so does a backslash)
 */
export function ownPath(text: unknown): string | undefined {
  return typeof text === 'string' && /^\/(?!\/)[!-[\]-~]*$/.test(text) ? text : undefined
}
