/**
 * Measures the examination of portraits: milliseconds a picture, and how free the parent stays with twenty uploads at once.
 * node scripts/measure-portraits.ts [children] [picture…]
 */
import { readdirSync, readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { drawnFacePicture } from '../test/support/drawn-face.ts'
import { openPortraitEngine } from '../src/capabilities/portraits/engine.ts'

const children = Number(process.argv[2] ?? 1)
const grain = { input: { create: { width: 600, height: 600, channels: 3 as const, background: '#808080', noise: { type: 'gaussian' as const, mean: 128, sigma: 30 } } } }
const noise = await (await import('sharp')).default(grain.input).png().toBuffer()
/** A drawn face of so many megapixels, with grain so that it weighs what a phone's photo weighs. */
async function photo(width: number): Promise<Buffer> {
  const face = await drawnFacePicture({ width, scale: 0.72 }).png({ compressionLevel: 1 }).toBuffer()
  return await (await import('sharp')).default(face).composite([{ input: noise, tile: true, blend: 'overlay' }]).jpeg({ quality: 90 }).toBuffer()
}
const pictures: [string, Buffer][] = [
  ['2 MP JPEG', await photo(1225)],
  ['12 MP JPEG', await photo(3024)],
  ['HEIC 900 x 1200', readFileSync('test/fixtures/portraits/drawn-face.heic')],
  ...process.argv.slice(3).map((path): [string, Buffer] => [path, readFileSync(path)]),
]
const began = performance.now()
const engine = openPortraitEngine({ children, timeLimitMs: 60_000, waitLimitMs: 120_000 })
await engine.ready()
console.log(`first process warm after ${Math.round(performance.now() - began)} ms; ${children} process(es)`)

for (const [name, bytes] of pictures) {
  const took: number[] = []
  let answer = ''
  let cpu = 0
  for (let n = 0; n < 15; n += 1) {
    const start = performance.now()
    const verdict = await engine.examine(bytes)
    if (n >= 3) took.push(performance.now() - start)
    answer = verdict.state === 'refused' ? verdict.reason : 'accepted'
    if (n === 2) cpu = childrenCpuMs()
  }
  console.log(`${name} (${Math.round(bytes.length / 1000)} kB, ${answer}): median ${part(took, 0.5)} ms, least ${part(took, 0)}, most ${part(took, 1)}; ${Math.round((childrenCpuMs() - cpu) / took.length)} ms of processor`)
}

const bytes = pictures[1]?.[1] ?? Buffer.alloc(0)
const delay = monitorEventLoopDelay({ resolution: 5 })
const before = process.memoryUsage.rss()
delay.enable()
const took = await Promise.all(
  Array.from({ length: 20 }, async () => {
    const start = performance.now()
    // Each upload is bytes of its own, as it is in the web process.
    await engine.examine(Buffer.from(bytes))
    return performance.now() - start
  }),
)
delay.disable()
console.log(`20 x 12 MP at once: median ${part(took, 0.5)} ms, last ${part(took, 1)} ms; event loop delay p50 ${(delay.percentile(50) / 1e6 - 5).toFixed(1)}, p99 ${(delay.percentile(99) / 1e6 - 5).toFixed(1)}, max ${(delay.max / 1e6 - 5).toFixed(1)} ms beyond the 5 ms tick; parent grew ${Math.round((process.memoryUsage.rss() - before) / 1e6)} MB`)
await engine.close()

function part(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.round((sorted.length - 1) * share)] ?? 0)
}

/** Processor time of all children so far, in milliseconds (Linux; ticks of 10 ms). */
function childrenCpuMs(): number {
  const pids = readdirSync(`/proc/${process.pid}/task`).flatMap((task) => readFileSync(`/proc/${process.pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean))
  return pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return sum + 10 * (Number(fields[11]) + Number(fields[12]))
  }, 0)
}
