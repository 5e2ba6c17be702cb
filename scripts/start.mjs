// `npm start`: looks whether anything stands in the way, installs what is missing, and hands over to the launcher on Node 24.
// This file must be understood by any Node, also by one too old to go on with.
if (Number(process.versions.node.split('.')[0]) < 18) {
  process.stderr.write(`\n✗ Cần Node 18 trở lên, máy này có ${process.version}.\n  Node 18 or newer is needed; this machine has ${process.version}.\n`)
  process.exit(1)
}

const { checkPort, checkSpace, checkWritable } = await import('./first/checks.mjs')
const { alreadyRuns, findRunning, settleLeftovers } = await import('./first/lock.mjs')
const { bringNode, installLibraries } = await import('./first/install.mjs')
const { dataFolder, portSettings, root } = await import('./first/places.mjs')
const { handOver } = await import('./first/hand-over.mjs')
const { explain } = await import('./first/say.mjs')
const { join } = await import('node:path')

const SPACE_TO_RUN_MB = 500
process.env.START_BEGAN_AT = String(performance.timeOrigin)

try {
  const data = dataFolder(process.env)
  const ports = portSettings(process.env)
  checkWritable(root)
  checkWritable(data)
  await checkSpace(data, SPACE_TO_RUN_MB)
  const other = findRunning(data)
  if (other) throw alreadyRuns(other)
  await settleLeftovers(data)
  await checkPort(ports.web, 'PORT', 'trang dịch vụ', 'the service')
  await checkPort(ports.sandbox, 'SANDBOX_PORT', 'bảng điều khiển mô phỏng', 'the simulation')
  await installLibraries()
  await handOver(await bringNode(), join(root, 'scripts', 'launcher', 'up.ts'), process.argv.slice(2))
} catch (error) {
  explain(error)
  process.exitCode = 1
}
