/** Places for what is done a few at a time: whoever asks takes one under each count that they fall under, or none at all. */

/** One count: of everybody, of one network, of one person. */
export interface Share {
  readonly of: string
  /** Places taken at once. */
  readonly most: number
}

export interface Slots {
  /** @returns how to give the place back, once; or the count that is full, the first of those given */
  take(shares: readonly Share[]): { readonly leave: () => void } | { readonly full: string }
}

export function createSlots(): Slots {
  const taken = new Map<string, number>()
  const count = (of: string, change: 1 | -1) => {
    const now = (taken.get(of) ?? 0) + change
    if (now === 0) taken.delete(of)
    else taken.set(of, now)
  }
  return {
    take(shares) {
      const full = shares.find(({ of, most }) => (taken.get(of) ?? 0) >= most)
      if (full) return { full: full.of }
      for (const { of } of shares) count(of, 1)
      let left = false
      return {
        leave() {
          if (left) return
          left = true
          for (const { of } of shares) count(of, -1)
        },
      }
    },
  }
}
