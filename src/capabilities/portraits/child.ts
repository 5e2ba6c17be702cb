/**
 * The examining process: one picture at a time, in a process of its own, so that a malicious or huge picture
 * can neither stop nor bloat the web process. It gets no settings, no database and no files but its own code.
 * Entry file: built to its own bundle; run as it is by Node 24 in development.
 */
import sharp from 'sharp'
import { closeOtherDecoders } from './examination/decode.ts'
import { examinePicture } from './examination/examine.ts'
import { openFaceFinder } from './examination/faces.ts'
import { lookOfPicture } from './examination/look.ts'
import type { ChildMessage, ExaminationOrder, Looked, Verdict } from './verdict.ts'

closeOtherDecoders()
const finder = await openFaceFinder()
// The first detection compiles the kernels and costs most of a second: paid here, not by a person.
const grey = await sharp({ create: { width: 256, height: 256, channels: 3, background: '#808080' } }).raw().toBuffer()
await finder.find({ data: grey, width: 256, height: 256 })

process.on('message', (order: ExaminationOrder) => {
  answerTo(order).then(
    (verdict) => tell({ kind: 'verdict', id: order.id, verdict }),
    // Not a fault of the picture: end, and let the parent try once more in a fresh process.
    () => process.exit(70),
  )
})
process.on('disconnect', () => process.exit(0))
tell({ kind: 'ready' })

async function answerTo({ bytes, insist }: ExaminationOrder): Promise<Verdict | Looked> {
  return insist === 'look-only' ? { state: 'looked', look: await lookOfPicture(bytes) } : examinePicture(finder, bytes, insist)
}

function tell(message: ChildMessage): void {
  process.send?.(message)
}
