import type { RefusalReason } from '../verdict.ts'

/** The picture cannot be used. The reason is for the person; the cause is only for whoever debugs. */
export class PictureRefused extends Error {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason, cause?: unknown) {
    super(`picture refused: ${reason}`, { cause })
    this.reason = reason
  }
}

/** Runs a step of a decoder, whose every failure means that the picture is refused for this reason. */
export async function refusing<T>(reason: RefusalReason, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (cause) {
    if (cause instanceof PictureRefused) throw cause
    throw new PictureRefused(reason, cause)
  }
}
