/** Many clients at once, each sending its next request when the last one is answered. */
import { Agent, type Dispatcher, request } from 'undici'
import { quantile } from './figures.ts'

export interface Shot {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Load {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly bytes: number
}

const agents = new Map<number, Agent>()

/** One connection a client. */
function agentFor(clients: number): Agent {
  const agent = agents.get(clients) ?? new Agent({ connections: clients, pipelining: 1 })
  agents.set(clients, agent)
  return agent
}

/**
 * Sends all shots.
 * @param isRight says whether an answer is what was asked for; a wrong one ends the benchmark
 */
export async function fire(shots: readonly Shot[], clients: number, isRight: (status: number, headers: Dispatcher.ResponseData['headers'], shot: Shot) => boolean): Promise<Load> {
  const dispatcher = agentFor(clients)
  const times: number[] = []
  let [next, bytes] = [0, 0]
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: clients }, async () => {
    for (let shot = shots[next++]; shot; shot = shots[next++]) {
      const from = performance.now()
      const answer = await request(shot.url, { method: shot.method, headers: shot.headers, body: shot.body ?? null, dispatcher })
      const body = await answer.body.arrayBuffer()
      times.push(performance.now() - from)
      bytes += body.byteLength
      if (!isRight(answer.statusCode, answer.headers, shot)) throw new Error(`${shot.method} ${new URL(shot.url).pathname}: ${answer.statusCode} ${String(answer.headers.location ?? '')} ${Buffer.from(body).toString().slice(0, 300)}`)
    }
  }))
  const seconds = (performance.now() - startedAt) / 1000
  return { perSecond: shots.length / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99), bytes: Math.round(bytes / shots.length) }
}

export async function closeLoad(): Promise<void> {
  for (const agent of agents.values()) await agent.close()
}
