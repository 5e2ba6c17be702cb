import sharp, { type Sharp } from 'sharp'

/** What may be varied in a drawn face. Every default makes a portrait that should be accepted. */
export interface DrawnFace {
  /** Width of the picture in pixels; the height is 4/3 of it. */
  readonly width?: number
  readonly background?: string
  readonly skin?: string
  readonly hair?: string
  readonly shirt?: string
  /** 1 = wide open, 0 = closed. */
  readonly eyes?: number
  /** Height of the open mouth in drawing units (the face is 400 wide); 0 = closed. */
  readonly mouth?: number
  /** Size of the head against the default, around the chin. */
  readonly scale?: number
  /** Tilt of the head in degrees. */
  readonly tilt?: number
  /** Sideways shift of the face in drawing units. */
  readonly shift?: number
  /** More SVG drawn behind the head. */
  readonly behind?: string
}

/**
 * An illustrated frontal face as SVG, 900 by 1200 units. Nobody is shown: it is drawn from numbers.
 * The same face shape is found by the face model as a photographed one would be.
 */
export function drawnFaceSvg(face: DrawnFace = {}): string {
  const width = face.width ?? 900
  const skin = face.skin ?? '#e0b08c'
  const hair = face.hair ?? '#241a15'
  const open = face.eyes ?? 1
  const mouth = face.mouth ?? 0
  const turn = `translate(${450 + (face.shift ?? 0)} 860) rotate(${face.tilt ?? 0}) scale(${face.scale ?? 1}) translate(-450 -860)`
  const eye = (x: number): string =>
    open > 0
      ? `<g transform="translate(${x} 560)">
          <path d="M-46 4 Q0 ${-38 * open} 46 4 Q0 ${30 * open} -46 4Z" fill="#fff" stroke="#3a2418" stroke-width="4"/>
          <clipPath id="e${x}"><path d="M-46 4 Q0 ${-38 * open} 46 4 Q0 ${30 * open} -46 4Z"/></clipPath>
          <g clip-path="url(#e${x})"><circle r="18" fill="#4a2f1d"/><circle r="9" fill="#0b0705"/><circle cx="6" cy="-6" r="4" fill="#fff"/></g>
          <path d="M-50 2 Q0 ${-42 * open} 50 2" fill="none" stroke="#20130c" stroke-width="7"/>
        </g>`
      : `<path transform="translate(${x} 560)" d="M-48 4 Q0 16 48 4" fill="none" stroke="#20130c" stroke-width="8"/>`
  const lips =
    mouth > 0
      ? `<ellipse cx="450" cy="745" rx="62" ry="${mouth}" fill="#5a1c1c" stroke="#b5524f" stroke-width="14"/>`
      : `<path d="M380 742 Q420 726 450 736 Q480 726 520 742 Q450 752 380 742Z" fill="#b35c55"/><path d="M384 743 Q450 752 516 743 Q450 782 384 743Z" fill="#c87870"/><path d="M380 742 Q450 752 520 742" fill="none" stroke="#7d3531" stroke-width="4"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.round((width * 4) / 3)}" viewBox="0 0 900 1200">
  <defs>
    <radialGradient id="f" cx=".45" cy=".42" r=".65"><stop offset="0" stop-color="#fff" stop-opacity=".28"/><stop offset=".6" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#3a1c0c" stop-opacity=".35"/></radialGradient>
    <linearGradient id="n" x1="0" x2="1"><stop offset="0" stop-color="#7a4a2c" stop-opacity=".05"/><stop offset="1" stop-color="#7a4a2c" stop-opacity=".45"/></linearGradient>
  </defs>
  <rect width="900" height="1200" fill="${face.background ?? '#a9cbe8'}"/>
  ${face.behind ?? ''}
  <g transform="${turn}">
    <path d="M60 1400 Q80 1010 330 960 L570 960 Q820 1010 840 1400Z" fill="${face.shirt ?? '#f4f4f0'}"/>
    <path d="M350 800 L350 960 Q450 1060 550 960 L550 800Z" fill="${skin}"/><path d="M350 840 Q450 930 550 840 L550 900 Q450 960 350 900Z" fill="#7a4a2c" opacity=".3"/>
    <path d="M330 960 Q450 1080 570 960 L600 985 Q450 1130 300 985Z" fill="#fff" stroke="#cfd3d6" stroke-width="4"/>
    <ellipse cx="450" cy="500" rx="232" ry="285" fill="${hair}"/>
    <ellipse cx="248" cy="600" rx="26" ry="52" fill="${skin}"/><ellipse cx="652" cy="600" rx="26" ry="52" fill="${skin}"/>
    <path d="M252 540 Q250 330 450 320 Q650 330 648 540 Q650 720 580 800 Q510 862 450 862 Q390 862 320 800 Q250 720 252 540Z" fill="${skin}"/>
    <path d="M252 540 Q250 330 450 320 Q650 330 648 540 Q650 720 580 800 Q510 862 450 862 Q390 862 320 800 Q250 720 252 540Z" fill="url(#f)"/>
    <path d="M246 520 Q250 300 450 262 Q650 300 654 520 Q620 400 520 372 Q420 400 330 384 Q270 430 246 520Z" fill="${hair}"/>
    <path d="M308 500 Q355 474 410 496" fill="none" stroke="${hair}" stroke-width="16" stroke-linecap="round"/><path d="M490 496 Q545 474 592 500" fill="none" stroke="${hair}" stroke-width="16" stroke-linecap="round"/>
    ${eye(360)}${eye(540)}
    <path d="M440 560 Q432 620 414 656 Q430 684 450 684 Q470 684 486 656 Q468 620 462 560Z" fill="url(#n)"/><path d="M414 660 Q426 650 434 668 M486 660 Q474 650 466 668" fill="none" stroke="#8a5236" stroke-width="6"/>
    ${lips}
    <ellipse cx="330" cy="680" rx="44" ry="30" fill="#d9776a" opacity=".18"/><ellipse cx="570" cy="680" rx="44" ry="30" fill="#d9776a" opacity=".18"/>
  </g></svg>`
}

/** The drawn face as JPEG bytes (quality 92, with a little grain as any camera has). */
export async function drawnFaceJpeg(face: DrawnFace = {}): Promise<Buffer> {
  return await drawnFacePicture(face).jpeg({ quality: 92 }).toBuffer()
}

/** The drawn face as a sharp picture, to be encoded, turned or damaged as a test needs. */
export function drawnFacePicture(face: DrawnFace = {}): Sharp {
  return sharp(Buffer.from(drawnFaceSvg(face))).flatten({ background: '#ffffff' })
}
