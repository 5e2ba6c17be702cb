/** A browser's cookies: kept by host (a browser does not tell ports apart) and path. */

interface Cookie {
  readonly name: string
  readonly value: string
  readonly host: string
  readonly path: string
}

export interface CookieJar {
  /** Keeps what an answer sets; a cookie that has ended is dropped. */
  keep(url: URL, setCookies: readonly string[]): void
  /** The header for a request; empty when there is nothing to send. */
  headerFor(url: URL): string
}

export function openCookieJar(): CookieJar {
  const kept = new Map<string, Cookie>()
  return {
    keep(url, setCookies) {
      for (const line of setCookies) {
        const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
        const at = pair.indexOf('=')
        if (at < 1) continue
        const given = new Map(attributes.map((part) => {
          const [key = '', ...rest] = part.split('=')
          return [key.toLowerCase(), rest.join('=')] as const
        }))
        const cookie: Cookie = { name: pair.slice(0, at), value: pair.slice(at + 1), host: url.hostname, path: given.get('path') || '/' }
        const key = `${cookie.host} ${cookie.path} ${cookie.name}`
        if (hasEnded(given)) kept.delete(key)
        else kept.set(key, cookie)
      }
    },
    headerFor(url) {
      return [...kept.values()]
        .filter((cookie) => cookie.host === url.hostname && isBelow(url.pathname, cookie.path))
        .map((cookie) => `${cookie.name}=${cookie.value}`)
        .join('; ')
    },
  }
}

function hasEnded(attributes: ReadonlyMap<string, string>): boolean {
  const maxAge = attributes.get('max-age')
  if (maxAge !== undefined) return Number(maxAge) <= 0
  const expires = attributes.get('expires')
  return expires !== undefined && Date.parse(expires) < Date.now()
}

function isBelow(pathname: string, path: string): boolean {
  return path === '/' || pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`)
}
