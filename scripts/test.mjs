// `npm test`: installs what is missing, then everything that must hold, one heading after the other; the first failure ends it.
if (Number(process.versions.node.split('.')[0]) < 18) {
  process.stderr.write(`Cần Node 18 trở lên, máy này có ${process.version}. Node 18 or newer is needed; this machine has ${process.version}.\n`)
  process.exit(1)
}

const { checkWritable } = await import('./first/checks.mjs')
const { bringNode, installLibraries } = await import('./first/install.mjs')
const { root } = await import('./first/places.mjs')
const { handOver } = await import('./first/hand-over.mjs')
const { explain } = await import('./first/say.mjs')
const { join } = await import('node:path')

try {
  checkWritable(root)
  await installLibraries()
  await handOver(await bringNode(), join(root, 'scripts', 'testing', 'run.ts'), process.argv.slice(2))
} catch (error) {
  explain(error)
  process.stdout.write('0 passed, 1 failed\n')
  process.exitCode = 1
}
