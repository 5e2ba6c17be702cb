/**
 * The examining process: one picture at a time, in a process of its own, so that a malicious or huge picture
 * can neither stop nor bloat the web process. It gets no settings, no database and no files but its own code.
 * Entry file: built to its own bundle; run as it is by Node 24 in development.
 */
import { Socket } from 'node:net'
import sharp from 'sharp'
import { closeOtherDecoders } from './examination/decode.ts'
import { examinePicture } from './examination/examine.ts'
import { openFaceFinder } from './examination/faces.ts'
import { type ChildMessage, type ExaminationOrder, PICTURES_FD } from './verdict.ts'

closeOtherDecoders()
const finder = await openFaceFinder()
// The first detection compiles the kernels and costs most of a second: paid here, not by a person.
const grey = await sharp({ create: { width: 256, height: 256, channels: 3, background: '#808080' } }).raw().toBuffer()
await finder.find({ data: grey, width: 256, height: 256 })

/** Pictures come through a pipe, each after the order that tells its size; this room is used again, for collecting it costs more than a picture's decoding. */
let room = Buffer.alloc(0)
let arrived = 0
let order: ExaminationOrder | undefined

process.on('message', (next: ExaminationOrder) => {
  order = next
  if (room.length < next.size) room = Buffer.concat([room.subarray(0, arrived), Buffer.allocUnsafeSlow(next.size - arrived)])
  begin()
})
new Socket({ fd: PICTURES_FD, readable: true, writable: false }).on('data', (piece: Buffer) => {
  // A piece may overtake the order it belongs to.
  if (room.length < arrived + piece.length) room = Buffer.concat([room.subarray(0, arrived), piece, Buffer.allocUnsafeSlow(arrived + piece.length)])
  else piece.copy(room, arrived)
  arrived += piece.length
  begin()
})

function begin(): void {
  if (!order || arrived < order.size) return
  const { id, size, insist } = order
  order = undefined
  arrived = 0
  examinePicture(finder, room.subarray(0, size), insist).then(
    (verdict) => tell({ kind: 'verdict', id, verdict }),
    // Not a fault of the picture: end, and let the parent try once more in a fresh process.
    () => process.exit(70),
  )
}
process.on('disconnect', () => process.exit(0))
tell({ kind: 'ready' })

function tell(message: ChildMessage): void {
  process.send?.(message)
}
