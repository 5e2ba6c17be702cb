// `npm run verify:audit`: installs what is missing and hands over to the verifier on Node 24. Any Node must understand this file.
if (Number(process.versions.node.split('.')[0]) < 18) {
  process.stderr.write(`Cần Node 18 trở lên, máy này có ${process.version}. Node 18 or newer is needed; this machine has ${process.version}.\n`)
  process.exit(1)
}

const { join } = await import('node:path')
const { runOnNode24 } = await import('../first/on-node-24.mjs')

await runOnNode24(join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, 'main.ts'))
