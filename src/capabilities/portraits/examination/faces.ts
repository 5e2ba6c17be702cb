import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Raster } from './decode.ts'

/** A point in pixels of the raster that was searched. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** One face as found: scores from 0 to 1, angles in degrees, landmarks by the numbers of the face mesh. */
export interface Face {
  readonly boxScore: number
  readonly faceScore: number
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly yaw: number
  readonly pitch: number
  /** Position of landmark `index`; the mesh has 478 points with irises. */
  point(index: number): Point
}

export interface FaceFinder {
  /** Every face in the picture, up to five. */
  find(raster: Raster): Promise<Face[]>
}

// The few shapes of the library that are used; its own types name browser globals.
interface HumanFace {
  boxScore: number
  faceScore: number
  box: [number, number, number, number]
  mesh: [number, number, number?][]
  rotation: { angle: { pitch: number; yaw: number } } | null
}
interface Human {
  tf: { tensor(data: Uint8Array, shape: number[], kind: 'float32'): object; dispose(tensor: object): void }
  load(): Promise<void>
  detect(input: object): Promise<{ face: HumanFace[]; error?: string | null }>
}
interface HumanModule {
  Human: new (config: object) => Human
}

/**
 * Loads the face model (about half a second) from the installed packages; no network is used.
 * Only detection, mesh and irises: no description, age, sex or emotion is computed.
 */
export async function openFaceFinder(): Promise<FaceFinder> {
  const load = createRequire(import.meta.url)
  // The package's "exports" hide the wasm build, so it is required by its path beside the main one.
  const dist = path.dirname(load.resolve('@vladmandic/human'))
  const wasm = path.dirname(load.resolve('@tensorflow/tfjs-backend-wasm'))
  serveFilesToFetch()
  const { Human }: HumanModule = load(path.join(dist, 'human.node-wasm.js'))
  const every = { skipFrames: 0, skipTime: 0 }
  const off = { enabled: false }
  const human = new Human({
    backend: 'wasm',
    debug: false,
    wasmPath: `${wasm}/`,
    modelBasePath: `file://${path.join(dist, '..', 'models')}/`,
    // With the default, one photo was given the values of the photo before it.
    cacheSensitivity: 0,
    face: {
      detector: { rotation: true, maxDetected: 5, minConfidence: 0.3, ...every },
      mesh: { enabled: true },
      // Without irises the lids are placed too coarsely to tell closed eyes from open ones.
      iris: { enabled: true, ...every },
      description: off,
      emotion: off,
      antispoof: off,
      liveness: off,
    },
    body: off,
    hand: off,
    object: off,
    gesture: off,
    segmentation: off,
    filter: off,
  })
  await human.load()
  return {
    find: async (raster) => {
      const tensor = human.tf.tensor(raster.data, [1, raster.height, raster.width, 3], 'float32')
      try {
        const result = await human.detect(tensor)
        if (result.error) throw new Error(`face model failed: ${result.error}`)
        return result.face.filter((face) => face.mesh.length >= 468).map(toFace)
      } finally {
        human.tf.dispose(tensor)
      }
    },
  }
}

function toFace(face: HumanFace): Face {
  const [x, y, width, height] = face.box
  const degrees = 180 / Math.PI
  return {
    boxScore: face.boxScore,
    faceScore: face.faceScore,
    box: { x, y, width, height },
    yaw: (face.rotation?.angle.yaw ?? 0) * degrees,
    pitch: (face.rotation?.angle.pitch ?? 0) * degrees,
    point: (index) => {
      const [px, py] = face.mesh[index] ?? [Number.NaN, Number.NaN]
      return { x: px, y: py }
    },
  }
}

/** The model loader only knows fetch: answers file addresses from disk and refuses every other one. */
function serveFilesToFetch(): void {
  globalThis.fetch = async (input) => {
    const address = input instanceof Request ? input.url : String(input)
    if (!address.startsWith('file://')) throw new Error('the examining process fetches nothing from elsewhere')
    return new Response(readFileSync(new URL(address)))
  }
}
