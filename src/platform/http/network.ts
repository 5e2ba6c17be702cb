/** The network that an address belongs to: what one visitor can be counted by who changes addresses at will. */

/** The 16-bit groups of an address, as far as it has them: four bytes of IPv4 or eight groups of IPv6. */
function partsOf(address: string): { readonly four: readonly string[] } | { readonly groups: readonly string[] } | undefined {
  const bare = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '')
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(bare)
  if (four) return { four: four.slice(1) }
  if (!bare.includes(':')) return undefined
  const [head = '', tail] = bare.split('::')
  const words = (part: string | undefined) => (part ? part.split(':') : [])
  const missing = tail === undefined ? 0 : 8 - words(head).length - words(tail).length
  const groups = [...words(head), ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...words(tail)]
  return { groups: groups.map((group) => Number.parseInt(group, 16).toString(16)) }
}

/**
 * The first 24 bits of IPv4, the first 64 of IPv6: one home or one office can change the rest.
 * @param address as the server sees it; an IPv4 address written as IPv6 counts as itself
 */
export function networkOf(address: string): string {
  const parts = partsOf(address)
  if (!parts) return 'unknown'
  return 'four' in parts ? `${parts.four.join('.')}.0/24` : `${parts.groups.slice(0, 4).join(':')}::/64`
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
