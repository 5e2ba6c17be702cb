/** The network that an address belongs to: what one visitor can be counted by who changes addresses at will. */

import { isIPv4, isIPv6 } from 'node:net'

/** An address without what proxies write around it: brackets, a port, the interface behind a percent sign. */
function bareOf(address: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(address)?.[1]
  return (bracketed ?? address.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')).replace(/%.*$/, '')
}

/** The eight 16-bit groups of an IPv6 address, however it is written. */
function groupsOf(address: string): number[] {
  const words = (part: string | undefined) => (part ? part.split(':') : []).flatMap((word) => {
    if (!word.includes('.')) return [Number.parseInt(word, 16)]
    const [a = 0, b = 0, c = 0, d = 0] = word.split('.').map(Number)
    return [a * 256 + b, c * 256 + d]
  })
  const [head, tail] = address.split('::').map(words)
  if (head === undefined || tail === undefined) return head ?? []
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail]
}

/** The parts of an address: four bytes of IPv4, also where it is written as IPv6 in whatever form, or eight groups of IPv6. */
function partsOf(address: string): { readonly four: readonly string[] } | { readonly groups: readonly string[] } | undefined {
  const bare = bareOf(address)
  if (isIPv4(bare)) return { four: bare.split('.') }
  if (!isIPv6(bare)) return undefined
  const groups = groupsOf(bare)
  const [high = 0, low = 0] = groups.slice(6)
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xff_ff
  if (isMapped) return { four: [high >> 8, high & 255, low >> 8, low & 255].map(String) }
  return { groups: groups.map((group) => group.toString(16)) }
}

/**
 * The first 24 bits of IPv4, the first 64 of IPv6: one home or one office can change the rest.
 * @param address as the server sees it; an IPv4 address written as IPv6 counts as itself, and what is no address as one network 'unknown'
 */
export function networkOf(address: string): string {
  const parts = partsOf(address)
  if (!parts) return 'unknown'
  return 'four' in parts ? `${parts.four.slice(0, 3).join('.')}.0/24` : `${parts.groups.slice(0, 4).join(':')}::/64`
}

/**
 * The first 16 bits of IPv4, the first 48 of IPv6: what one customer of a provider may be given whole, 256 or 65,536 networks.
 * @param address as the server sees it
 */
export function wideNetworkOf(address: string): string {
  const parts = partsOf(address)
  if (!parts) return 'unknown/0'
  return 'four' in parts ? `${parts.four.slice(0, 2).join('.')}.0.0/16` : `${parts.groups.slice(0, 3).join(':')}::/48`
}
