/**
 * The fault switch before every system. Faults happen at HTTP, where the real ones happen, so that what a demonstration
 * shows and what a test provokes is the same thing.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/**
 * `lostAnswer`: the system did what was asked and the connection broke before the answer: the case repeats must survive.
 * `twice`: the answer comes a second time over the same connection. `mixedUp`: the answer to an earlier question comes for this
 * one; `stale`: the same, with the earlier question's id upon it.
 */
export const faultModes = ['ok', 'slow', 'error500', 'error503', 'reset', 'malformed', 'timeout', 'lostAnswer', 'twice', 'mixedUp', 'stale'] as const
export type FaultMode = (typeof faultModes)[number]

export interface FaultSetting {
  mode: FaultMode
  /** Part of the requests that meet the fault, 0 to 1. */
  share: number
  /** Added to every answer of the system; in mode 'slow' at least 3,000 ms for the share. */
  latencyMs: number
}

export interface Faults {
  get(system: string): FaultSetting
  /** Missing fields keep their value; mode 'ok' with no share puts the share back to 1. */
  set(system: string, setting: Partial<FaultSetting>): Promise<FaultSetting>
  chaos(): number
  /** Part of all machine-to-machine requests that meet a random fault, 0 to 1. */
  setChaos(share: number): Promise<void>
  /** How often each mode fired since the start, by system. */
  fired(): Record<string, Partial<Record<FaultMode, number>>>
}

export interface FaultState {
  settings: Record<string, FaultSetting>
  chaos: number
}

export interface FaultMemory {
  load(): Promise<FaultState | undefined>
  save(state: FaultState): Promise<void>
}

const unharmed: FaultSetting = { mode: 'ok', share: 1, latencyMs: 0 }
const chaosModes: readonly FaultMode[] = ['error500', 'error503', 'reset', 'malformed', 'slow', 'lostAnswer']

export interface FaultEngine extends Faults {
  /** What the next request of this system meets. */
  decide(system: string, isPage: boolean): { mode: FaultMode; latencyMs: number }
}

/** The switches, kept over restarts through `memory`; `random` decides which request of a share is hit. */
export async function openFaults(memory: FaultMemory, random: () => number): Promise<FaultEngine> {
  const kept = await memory.load()
  const settings = new Map<string, FaultSetting>(Object.entries(kept?.settings ?? {}))
  const counts: Record<string, Partial<Record<FaultMode, number>>> = {}
  let chaosShare = kept?.chaos ?? 0
  const save = () => memory.save({ settings: Object.fromEntries(settings), chaos: chaosShare })
  return {
    get: (system) => settings.get(system) ?? unharmed,
    async set(system, setting) {
      const before = settings.get(system) ?? unharmed
      const after = { ...before, ...setting }
      if (setting.mode === 'ok' && setting.share === undefined) after.share = 1
      settings.set(system, after)
      await save()
      return after
    },
    chaos: () => chaosShare,
    async setChaos(share) {
      chaosShare = share
      await save()
    },
    fired: () => structuredClone(counts),
    decide(system, isPage) {
      const setting = settings.get(system) ?? unharmed
      let mode: FaultMode = 'ok'
      if (setting.mode !== 'ok' && random() < setting.share) mode = setting.mode
      else if (!isPage && chaosShare > 0 && random() < chaosShare) {
        mode = chaosModes[Math.floor(random() * chaosModes.length)] ?? 'error503'
      }
      if (mode !== 'ok') {
        const ofSystem = counts[system] ?? {}
        ofSystem[mode] = (ofSystem[mode] ?? 0) + 1
        counts[system] = ofSystem
      }
      return { mode, latencyMs: mode === 'slow' ? Math.max(setting.latencyMs, 3000) : setting.latencyMs }
    },
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => { setTimeout(resolve, ms).unref() })

interface KeptAnswer {
  readonly status: number
  readonly type: string
  readonly requestId: string | undefined
  readonly body: string | Buffer
}

/** Writes everything that is written as the answer a second time. */
function repeatAnswer(request: FastifyRequest, reply: FastifyReply): void {
  const { socket } = request.raw
  const written: Buffer[] = []
  const write = socket.write.bind(socket)
  const spy: typeof socket.write = (chunk: Uint8Array | string, encoding?: unknown, ...rest: unknown[]) => {
    written.push(typeof chunk === 'string' ? Buffer.from(chunk, encoding === 'latin1' ? 'latin1' : 'utf8') : Buffer.from(chunk))
    return Reflect.apply(write, socket, [chunk, encoding, ...rest])
  }
  socket.write = spy
  reply.raw.once('finish', () => {
    socket.write = write
    if (!socket.destroyed) write(Buffer.concat(written))
  })
}

function breakOff(reply: FastifyReply): void {
  reply.hijack()
  reply.raw.socket?.resetAndDestroy()
}

declare module 'fastify' {
  interface FastifyRequest {
    sandboxFault?: FaultMode
  }
}

/** Puts the switch of one system before all routes of this scope. */
export function guardWithFaults(scope: FastifyInstance, system: { name: string; prefix: string; isPage?(path: string): boolean }, faults: FaultEngine): void {
  const kept = new Map<string, KeptAnswer>()
  const routeOf = (request: FastifyRequest) => `${request.method} ${request.routeOptions.url ?? ''}`
  scope.addHook('onRequest', async (request, reply) => {
    const path = request.url.slice(system.prefix.length).split('?')[0] ?? ''
    const { mode, latencyMs } = faults.decide(system.name, system.isPage?.(path) ?? false)
    request.sandboxFault = mode
    if (latencyMs > 0) await pause(latencyMs)
    switch (mode) {
      case 'ok':
      case 'slow':
      case 'lostAnswer':
        return
      case 'twice':
        return repeatAnswer(request, reply)
      case 'mixedUp':
      case 'stale': {
        const earlier = kept.get(routeOf(request))
        if (!earlier) return
        const asked = request.headers['x-request-id']
        const requestId = mode === 'stale' ? earlier.requestId : typeof asked === 'string' ? asked : undefined
        if (earlier.requestId !== undefined && requestId !== undefined) reply.header('x-request-id', requestId)
        return reply.code(earlier.status).type(earlier.type).send(earlier.body)
      }
      case 'error500':
        return reply.code(500).type('text/plain; charset=utf-8').send('Internal Server Error')
      case 'error503':
        return reply.code(503).header('retry-after', '2').type('text/plain; charset=utf-8').send('Service Unavailable')
      case 'malformed':
        return reply.code(200).type('application/json').send('{"KetQua": {"TrangThai": "00", "Du')
      case 'timeout':
        await new Promise<void>((resolve) => {
          request.raw.socket.once('close', resolve)
          setTimeout(resolve, 120_000).unref()
        })
        return breakOff(reply)
      case 'reset':
        return breakOff(reply)
    }
  })
  scope.addHook('onSend', async (request, reply, payload) => {
    const fault = request.sandboxFault
    if (fault === 'lostAnswer') request.raw.socket.resetAndDestroy()
    if (fault === 'ok' && reply.statusCode < 300 && (typeof payload === 'string' || Buffer.isBuffer(payload))) {
      const requestId = reply.getHeader('x-request-id')
      kept.set(routeOf(request), {
        status: reply.statusCode, type: String(reply.getHeader('content-type') ?? ''), requestId: typeof requestId === 'string' ? requestId : undefined, body: payload,
      })
    }
    return payload
  })
}
