import { type DisputableReason, isDisputable, type Measures, type RefusalReason } from '../verdict.ts'

/**
 * Limits of the checks. They were tuned on about forty pictures of few people and on drawings: see docs/portraits.md.
 * Light and eyes are lenient because the measure depends on skin and on the shape of the eye, and are disputable.
 */
const limits = {
  eyeDistance: 90,
  yaw: 12,
  pitch: 14,
  roll: 8,
  eyesOpen: 0.2,
  mouthOpen: 0.2,
  sharpness: 0.03,
  light: { darkest: 40, brightest: 215, darkShare: 0.4, brightShare: 0.35 },
  background: 22,
} as const

const checks: readonly [RefusalReason, (measured: Required<JudgedMeasures>) => boolean][] = [
  ['face-too-small', (m) => m.eyeDistance < limits.eyeDistance],
  ['head-turned', (m) => Math.abs(m.yaw) > limits.yaw],
  ['head-tilted', (m) => Math.abs(m.roll) > limits.roll || Math.abs(m.pitch) > limits.pitch],
  ['too-dark', (m) => m.light < limits.light.darkest || m.darkShare > limits.light.darkShare],
  ['too-bright', (m) => m.light > limits.light.brightest || m.brightShare > limits.light.brightShare],
  ['blurred', (m) => m.sharpness < limits.sharpness],
  ['eyes-closed', (m) => m.eyesOpen < limits.eyesOpen],
  ['mouth-open', (m) => m.mouthOpen > limits.mouthOpen],
  ['background-busy', (m) => m.background > limits.background],
]

type JudgedMeasures = Pick<
  Measures,
  | 'eyeDistance'
  | 'yaw'
  | 'pitch'
  | 'roll'
  | 'light'
  | 'darkShare'
  | 'brightShare'
  | 'sharpness'
  | 'eyesOpen'
  | 'mouthOpen'
  | 'background'
>

/**
 * The first reason to refuse what was measured, in the order in which a person can mend them;
 * disputable reasons that the person insists against become doubts instead. A value that is not a number fails.
 */
export function judge(
  measured: Required<JudgedMeasures>,
  insist: readonly DisputableReason[],
): { reason?: RefusalReason; doubts: DisputableReason[] } {
  const doubts: DisputableReason[] = []
  if (Object.values(measured).some((value) => typeof value === 'number' && !Number.isFinite(value)))
    return { reason: 'no-face', doubts }
  for (const [reason, fails] of checks) {
    if (!fails(measured)) continue
    if (!isDisputable(reason) || !insist.includes(reason)) return { reason, doubts }
    doubts.push(reason)
  }
  return { doubts }
}
