/** What a point says, in words for citizens and officers alike. Pure. */
import { findProvince, type PointKind, supplementWords } from '../../catalogue/index.ts'
import { formatDate, type LocalDate } from '../../platform/values/dates.ts'
import type { Words } from '../../platform/values/words.ts'
import type { PointAnswer } from './points.ts'

const both = (text: string): Words => ({ vi: text, en: text })

/** Undefined for a picture, for what is put right elsewhere, and for what is not there. @param on names provinces as of that day */
export function pointValue(kind: PointKind, value: PointAnswer, on: LocalDate): Words | undefined {
  const { certificate, loss, delivery } = value
  const t = supplementWords.values
  const plain = value.phone ?? value.email ?? value.address
  if (plain) return both(plain)
  if (kind === 'certified-copy' && certificate?.how !== 'certified-copy') return undefined
  if (certificate) return certificate.how === 'by-number' ? both(certificate.number) : t.certificate[certificate.how]
  if (loss) return { vi: `${t.loss[loss.how].vi}, ${formatDate(loss.lostOn)}`, en: `${t.loss[loss.how].en}, ${formatDate(loss.lostOn)}` }
  if (kind !== 'delivery' || !delivery) return undefined
  if (delivery.how === 'collect') return t.collect
  const province = findProvince(delivery.provinceCode, on)?.name
  const line = (lang: 'vi' | 'en') => [delivery.recipient, delivery.phone, delivery.street, delivery.commune, province?.[lang] ?? delivery.provinceCode].join(', ')
  return { vi: line('vi'), en: line('en') }
}
