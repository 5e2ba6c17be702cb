/** The parts of a drawn head as SVG, on a field 1200 wide and 1600 high with the eyes at y = 760. */
import type { Traits } from './traits.ts'

const cx = 600
const eyeY = 760

export function definitions(t: Traits): string {
  return `<defs>
    <radialGradient id="skin" cx="50%" cy="42%" r="62%"><stop offset="0" stop-color="${t.skin.light}"/><stop offset=".62" stop-color="${t.skin.mid}"/><stop offset="1" stop-color="${t.skin.dark}"/></radialGradient>
    <linearGradient id="neck" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${t.skin.dark}"/><stop offset=".55" stop-color="${t.skin.mid}"/><stop offset="1" stop-color="${t.skin.mid}"/></linearGradient>
    <linearGradient id="hair" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${t.hair.shine}"/><stop offset=".5" stop-color="${t.hair.base}"/><stop offset="1" stop-color="${t.hair.base}"/></linearGradient>
    <linearGradient id="cloth" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${t.cloth.base}"/><stop offset="1" stop-color="${t.cloth.fold}"/></linearGradient>
    <radialGradient id="blush"><stop offset="0" stop-color="${t.lips}" stop-opacity=".22"/><stop offset="1" stop-color="${t.lips}" stop-opacity="0"/></radialGradient>
    <radialGradient id="shade"><stop offset="0" stop-color="${t.skin.line}" stop-opacity=".34"/><stop offset="1" stop-color="${t.skin.line}" stop-opacity="0"/></radialGradient>
    <filter id="soft" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="9"/></filter>
    <filter id="softer" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="2.2"/></filter>
  </defs>`
}

/** A whole person, drawn from the back to the front. */
export function figure(t: Traits, eyesClosed: boolean): string {
  return [backHair(t), `<g transform="translate(0 -64)">${shoulders(t)}</g>`, neck(t), collar(t), ears(t), head(t), shading(t), eye(t, -1, eyesClosed), eye(t, 1, eyesClosed), brow(t, -1), brow(t, 1), nose(t), mouth(t), lines(t), frontHair(t)].join('')
}

function backHair(t: Traits): string {
  if (t.hairStyle === 'long') {
    return `<path d="M ${cx - t.cheek - 42} 640 C ${cx - t.cheek - 60} 320 ${cx + t.cheek + 60} 320 ${cx + t.cheek + 42} 640 C ${cx + t.cheek + 74} 960 ${cx + t.cheek + 44} 1230 ${cx + t.cheek + 20} 1330 L ${cx - t.cheek - 20} 1330 C ${cx - t.cheek - 44} 1230 ${cx - t.cheek - 74} 960 ${cx - t.cheek - 42} 640 Z" fill="url(#hair)"/>`
  }
  if (t.hairStyle === 'bob') {
    return `<path d="M ${cx - t.cheek - 34} 640 C ${cx - t.cheek - 54} 320 ${cx + t.cheek + 54} 320 ${cx + t.cheek + 34} 640 C ${cx + t.cheek + 62} 860 ${cx + t.cheek + 50} 1030 ${cx + t.cheek - 6} 1090 L ${cx - t.cheek + 6} 1090 C ${cx - t.cheek - 50} 1030 ${cx - t.cheek - 62} 860 ${cx - t.cheek - 34} 640 Z" fill="url(#hair)"/>`
  }
  if (t.hairStyle === 'bun') return `<ellipse cx="${cx}" cy="386" rx="104" ry="84" fill="url(#hair)"/>`
  return ''
}

function shoulders(t: Traits): string {
  return `<path d="M 60 1680 C 90 1430 200 1340 440 1280 L 600 1300 L 760 1280 C 1000 1340 1110 1430 1140 1680 Z" fill="url(#cloth)"/>
    <path d="M 262 1680 C 262 1540 276 1480 300 1430 M 938 1680 C 938 1540 924 1480 900 1430" fill="none" stroke="${t.cloth.fold}" stroke-width="8"/>`
}

/** What lies over the neck; the skin between is drawn by `neck`. */
function collar(t: Traits): string {
  if (t.collar === 'shirt') {
    return `<path d="M 470 1214 L 600 1372 L 730 1214 L 772 1258 L 672 1430 L 600 1382 L 528 1430 L 428 1258 Z" fill="${t.cloth.base}" stroke="${t.cloth.fold}" stroke-width="7" stroke-linejoin="round"/>
      <path d="M 600 1382 V 1600" stroke="${t.cloth.fold}" stroke-width="6"/>`
  }
  if (t.collar === 'v') return `<path d="M 430 1222 L 600 1424 L 770 1222" fill="none" stroke="${t.cloth.fold}" stroke-width="15" stroke-linejoin="round"/>`
  return `<path d="M 430 1222 Q 600 1392 770 1222" fill="none" stroke="${t.cloth.fold}" stroke-width="15"/>`
}

function neck(t: Traits): string {
  const half = t.sex === 'male' ? 122 : 98
  const low = t.collar === 'v' || t.collar === 'shirt' ? 'L 600 1424' : 'Q 600 1392'
  return `<path d="M ${cx - half} 1010 L ${cx - half} 1176 Q ${cx - half} 1216 430 1222 ${low} ${t.collar === 'v' || t.collar === 'shirt' ? 'L ' : ''}770 1222 Q ${cx + half} 1216 ${cx + half} 1176 L ${cx + half} 1010 Z" fill="url(#neck)"/>
    <ellipse cx="600" cy="${t.chin + 18}" rx="${half - 8}" ry="34" fill="${t.skin.line}" opacity=".3" filter="url(#soft)"/>`
}

function ears(t: Traits): string {
  const one = (side: number) => `<path d="M ${cx + side * (t.cheek - 6)} 716 C ${cx + side * (t.cheek + 52)} 690 ${cx + side * (t.cheek + 50)} 860 ${cx + side * (t.cheek - 8)} 884 Z" fill="${t.skin.mid}" stroke="${t.skin.dark}" stroke-width="4"/>
    <path d="M ${cx + side * (t.cheek + 8)} 744 C ${cx + side * (t.cheek + 30)} 744 ${cx + side * (t.cheek + 24)} 826 ${cx + side * (t.cheek + 4)} 838" fill="none" stroke="${t.skin.dark}" stroke-width="6"/>`
  return one(-1) + one(1)
}

function headOutline(t: Traits): string {
  const { cheek, jaw, chin } = t
  return `M ${cx - cheek} 690 C ${cx - cheek + 4} 380 ${cx + cheek - 4} 380 ${cx + cheek} 690 C ${cx + cheek + 4} 830 ${cx + cheek - 8} 900 ${cx + jaw + 14} 990 C ${cx + jaw - 22} 1074 ${cx + 84} ${chin - 6} ${cx} ${chin} C ${cx - 84} ${chin - 6} ${cx - jaw + 22} 1074 ${cx - jaw - 14} 990 C ${cx - cheek + 8} 900 ${cx - cheek - 4} 830 ${cx - cheek} 690 Z`
}

function head(t: Traits): string {
  return `<clipPath id="head"><path d="${headOutline(t)}"/></clipPath><path d="${headOutline(t)}" fill="url(#skin)"/>`
}

function shading(t: Traits): string {
  const cheeks = [-1, 1].map((side) => `<ellipse cx="${cx + side * 128}" cy="884" rx="72" ry="54" fill="url(#blush)"/>
    <ellipse cx="${cx + side * (t.eyeGap - 2)}" cy="${eyeY - 6}" rx="86" ry="58" fill="url(#shade)"/>
    <ellipse cx="${cx + side * (t.cheek - 26)}" cy="900" rx="46" ry="150" fill="url(#shade)" opacity=".75"/>`).join('')
  return `<g clip-path="url(#head)">${cheeks}<ellipse cx="600" cy="${t.chin - 22}" rx="104" ry="34" fill="url(#shade)" opacity=".7"/>
    <ellipse cx="600" cy="600" rx="150" ry="64" fill="#fff" opacity=".10" filter="url(#soft)"/></g>`
}

function eye(t: Traits, side: number, closed: boolean): string {
  const x = cx + side * t.eyeGap
  const w = t.eyeWidth
  const inner = x - side * w
  const outer = x + side * w
  const tilt = 5
  if (closed) {
    return `<path d="M ${inner} ${eyeY + 6} Q ${x} ${eyeY + 24} ${outer} ${eyeY + 2}" fill="none" stroke="${t.skin.line}" stroke-width="8" stroke-linecap="round"/>
      <path d="M ${inner} ${eyeY + 9} Q ${x} ${eyeY + 29} ${outer} ${eyeY + 5}" fill="none" stroke="#1a1210" stroke-width="5" stroke-linecap="round" opacity=".7"/>`
  }
  const top = `C ${x - side * w * 0.45} ${eyeY - t.eyeOpen * 1.75} ${x + side * w * 0.45} ${eyeY - t.eyeOpen * 1.7} ${outer} ${eyeY - tilt}`
  const shape = `M ${inner} ${eyeY + tilt} ${top} C ${x + side * w * 0.5} ${eyeY + t.eyeOpen * 1.3} ${x - side * w * 0.4} ${eyeY + t.eyeOpen * 1.35} ${inner} ${eyeY + tilt} Z`
  const clip = `eye${side > 0 ? 'R' : 'L'}`
  const lash = t.sex === 'female' ? 9 : 6.5
  return `<clipPath id="${clip}"><path d="${shape}"/></clipPath>
    <path d="${shape}" fill="#f7f3ee"/>
    <g clip-path="url(#${clip})">
      <circle cx="${x}" cy="${eyeY - 2}" r="${t.eyeOpen + 3}" fill="${t.iris}"/>
      <circle cx="${x}" cy="${eyeY - 2}" r="${t.eyeOpen * 0.52}" fill="#0b0706"/>
      <circle cx="${x + 7}" cy="${eyeY - 10}" r="5.5" fill="#fff"/>
      <rect x="${x - w}" y="${eyeY - 50}" width="${w * 2}" height="30" fill="#3a2a22" opacity=".30" filter="url(#softer)"/>
    </g>
    <path d="M ${inner} ${eyeY + tilt} ${top}" fill="none" stroke="#1d1411" stroke-width="${lash}" stroke-linecap="round"/>
    <path d="M ${inner + side * 6} ${eyeY - 16} C ${x - side * w * 0.4} ${eyeY - t.eyeOpen * 2.1} ${x + side * w * 0.5} ${eyeY - t.eyeOpen * 2.1} ${outer + side * 4} ${eyeY - 18}" fill="none" stroke="${t.skin.line}" stroke-width="4" opacity=".7"/>
    <path d="M ${inner + side * 10} ${eyeY + t.eyeOpen * 0.9 + 4} Q ${x} ${eyeY + t.eyeOpen + 12} ${outer - side * 6} ${eyeY + t.eyeOpen * 0.5}" fill="none" stroke="${t.skin.line}" stroke-width="3" opacity=".45"/>`
}

function brow(t: Traits, side: number): string {
  const x = cx + side * t.eyeGap
  const y = eyeY - t.browLift
  return `<path d="M ${x - side * 60} ${y + 12} Q ${x - side * 4} ${y - 16} ${x + side * 68} ${y + 12} Q ${x} ${y - 16 + t.browWeight} ${x - side * 60} ${y + 12 + t.browWeight * 0.7} Z" fill="${t.hair.base}" opacity=".88" filter="url(#softer)"/>`
}

function nose(t: Traits): string {
  const w = t.noseWidth
  return `<path d="M ${cx - 22} 740 C ${cx - 26} 820 ${cx - 30} 862 ${cx - w} 898" fill="none" stroke="${t.skin.dark}" stroke-width="12" opacity=".55" filter="url(#softer)"/>
    <ellipse cx="${cx}" cy="842" rx="13" ry="66" fill="#fff" opacity=".20" filter="url(#soft)"/>
    <ellipse cx="${cx}" cy="914" rx="${w + 6}" ry="26" fill="url(#shade)"/>
    <path d="M ${cx - w} 900 C ${cx - w - 8} 926 ${cx - w + 16} 934 ${cx - 26} 928 Q ${cx} 946 ${cx + 26} 928 C ${cx + w - 16} 934 ${cx + w + 8} 926 ${cx + w} 900" fill="none" stroke="${t.skin.line}" stroke-width="6" stroke-linecap="round" opacity=".75"/>
    <ellipse cx="${cx - 24}" cy="926" rx="12" ry="6" fill="${t.skin.line}" opacity=".8"/><ellipse cx="${cx + 24}" cy="926" rx="12" ry="6" fill="${t.skin.line}" opacity=".8"/>`
}

function mouth(t: Traits): string {
  const w = t.mouthWidth
  const y = 1008
  const h = t.lipHeight
  return `<path d="M ${cx - w} ${y} Q ${cx - 36} ${y - h - 6} ${cx - 12} ${y - h} Q ${cx} ${y - h + 7} ${cx + 12} ${y - h} Q ${cx + 36} ${y - h - 6} ${cx + w} ${y} Q ${cx} ${y + 9} ${cx - w} ${y} Z" fill="${t.lips}"/>
    <path d="M ${cx - w} ${y} Q ${cx} ${y + 9} ${cx + w} ${y} Q ${cx + 40} ${y + h + 14} ${cx} ${y + h + 14} Q ${cx - 40} ${y + h + 14} ${cx - w} ${y} Z" fill="${t.lips}" opacity=".86"/>
    <path d="M ${cx - w - 3} ${y} Q ${cx - 20} ${y + 8} ${cx} ${y + 4} Q ${cx + 20} ${y + 8} ${cx + w + 3} ${y}" fill="none" stroke="#5d2620" stroke-width="5" stroke-linecap="round" opacity=".8"/>
    <ellipse cx="${cx}" cy="${y + h + 2}" rx="30" ry="6" fill="#fff" opacity=".22" filter="url(#softer)"/>
    <ellipse cx="${cx}" cy="${y + h + 36}" rx="52" ry="12" fill="url(#shade)"/>`
}

function lines(t: Traits): string {
  if (t.age < 0.25) return ''
  const strength = (t.age * 0.5).toFixed(2)
  const forehead = t.age > 0.5 ? `<path d="M 500 610 Q 600 596 700 610 M 510 640 Q 600 628 690 640" fill="none" stroke="${t.skin.line}" stroke-width="4"/>` : ''
  return `<g opacity="${strength}">${forehead}
    <path d="M ${cx - 74} 906 Q ${cx - 112} 960 ${cx - 108} 1010 M ${cx + 74} 906 Q ${cx + 112} 960 ${cx + 108} 1010" fill="none" stroke="${t.skin.line}" stroke-width="5"/>
    <path d="M ${cx - t.eyeGap - 66} ${eyeY + 2} l -22 -8 M ${cx - t.eyeGap - 66} ${eyeY + 12} l -22 4 M ${cx + t.eyeGap + 66} ${eyeY + 2} l 22 -8 M ${cx + t.eyeGap + 66} ${eyeY + 12} l 22 4" stroke="${t.skin.line}" stroke-width="3"/></g>`
}

function frontHair(t: Traits): string {
  const c = t.cheek
  switch (t.hairStyle) {
    case 'short':
      return `<path d="M ${cx - c - 8} 720 C ${cx - c - 44} 380 ${cx - 120} 330 ${cx} 328 C ${cx + 120} 330 ${cx + c + 44} 380 ${cx + c + 8} 720 C ${cx + c - 4} 620 ${cx + c - 26} 566 ${cx + c - 52} 548 C ${cx + 60} 570 ${cx - 60} 520 ${cx - c + 52} 548 C ${cx - c + 26} 566 ${cx - c + 4} 620 ${cx - c - 8} 720 Z" fill="url(#hair)"/>`
    case 'parted':
      return `<path d="M ${cx - c - 8} 716 C ${cx - c - 46} 390 ${cx - 130} 318 ${cx} 316 C ${cx + 130} 318 ${cx + c + 46} 390 ${cx + c + 8} 716 C ${cx + c - 4} 630 ${cx + c - 20} 580 ${cx + c - 50} 556 C ${cx + 30} 560 ${cx - 40} 520 ${cx - 92} 470 C ${cx - 110} 530 ${cx - c + 50} 546 ${cx - c + 30} 572 C ${cx - c + 8} 616 ${cx - c + 2} 650 ${cx - c - 8} 716 Z" fill="url(#hair)"/>`
    case 'cropped':
      return `<path d="M ${cx - c - 4} 690 C ${cx - c - 26} 420 ${cx - 110} 366 ${cx} 364 C ${cx + 110} 366 ${cx + c + 26} 420 ${cx + c + 4} 690 C ${cx + c - 8} 600 ${cx + c - 30} 552 ${cx + c - 62} 524 C ${cx + 60} 506 ${cx - 60} 506 ${cx - c + 62} 524 C ${cx - c + 30} 552 ${cx - c + 8} 600 ${cx - c - 4} 690 Z" fill="url(#hair)"/>`
    case 'bun':
      return `<path d="M ${cx - c - 6} 700 C ${cx - c - 36} 410 ${cx - 120} 356 ${cx} 354 C ${cx + 120} 356 ${cx + c + 36} 410 ${cx + c + 6} 700 C ${cx + c - 8} 610 ${cx + c - 40} 556 ${cx + 90} 508 C ${cx + 40} 490 ${cx - 40} 490 ${cx - 90} 508 C ${cx - c + 40} 556 ${cx - c + 8} 610 ${cx - c - 6} 700 Z" fill="url(#hair)"/>`
    case 'bob':
    case 'long':
      return `<path d="M ${cx - c - 22} 800 C ${cx - c - 60} 420 ${cx - 130} 322 ${cx} 320 C ${cx + 130} 322 ${cx + c + 60} 420 ${cx + c + 22} 800 C ${cx + c + 4} 700 ${cx + c - 20} 600 ${cx + 76} 512 Q ${cx + 30} 470 ${cx} 462 Q ${cx - 30} 470 ${cx - 76} 512 C ${cx - c + 20} 600 ${cx - c - 4} 700 ${cx - c - 22} 800 Z" fill="url(#hair)"/>`
  }
}
