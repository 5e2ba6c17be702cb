// `npm run docs`: draws docs/generated anew from the code. Without it an architecture test says which file is not current.
import { handOver } from '../first/hand-over.mjs'
import { bringNode, installLibraries } from '../first/install.mjs'
import { root } from '../first/places.mjs'
import { explain } from '../first/say.mjs'
import { join } from 'node:path'

try {
  await installLibraries()
  await handOver(await bringNode(), join(root, 'scripts', 'docs', 'write.ts'), process.argv.slice(2))
} catch (error) {
  explain(error)
  process.exitCode = 1
}
