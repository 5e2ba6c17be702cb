/** What everybody was told against what stands written: our database, the payment platform, the post, the national portal. */
import { compare } from '../../../simulate/books/compare.ts'
import type { Traveller } from './people.ts'
import type { Family } from './family.ts'

/** By what our dossier says, what the portal must have. */
const PORTAL: Readonly<Record<string, number>> = { returned: 10, refused: 3, signed: 9, filed: 1, accepted: 2, approved: 4, supplementing: 5, withdrawn: 8, stopped: 8 }

/** One sentence for each thing that is lost, doubled or stuck; empty when all is well. */
export async function wrongsIn(family: Family, travellers: readonly Traveller[]): Promise<string[]> {
  const [rows, bookings, broken, stuck] = [await family.books.readDossiers(), await family.books.readBookings(), await family.books.checkInvariants(), await family.books.countStuck()]
  const told = travellers.map(({ memory }) => ({ codes: memory.codes, results: memory.results, toldPaid: memory.toldPaid, completed: memory.completedAt !== undefined }))
  const { lost, chargedTwice, chargedWithoutService, decidedTwice } = compare(told, rows, bookings)
  const wrongs = Object.entries({ lost, chargedTwice, chargedWithoutService, decidedTwice }).flatMap(([name, count]) => (count > 0 ? [`${name}: ${count}`] : []))
  wrongs.push(...Object.entries(broken).flatMap(([name, count]) => (count > 0 ? [`broken: ${name} (${count})`] : [])))
  wrongs.push(...stuck.map(({ task, error, count }) => `stuck: ${count} × ${task}: ${error}`))
  wrongs.push(...bookings.filter(({ chargedVnd, refundedVnd }) => refundedVnd > chargedVnd).map(({ code }) => `refunded twice: ${code}`))
  for (const { memory, journey } of travellers) {
    const mine = rows.filter(({ code }) => memory.codes.has(code))
    // Told before filing why it cannot be: the cast grows older while days pass, and nothing was taken from them.
    if (memory.codes.size === 0 && memory.refused !== undefined) continue
    const wanted = journey === 'refused' ? 'refused' : 'returned'
    if (mine.length !== 1 || mine[0]?.status !== wanted) wrongs.push(`${journey}: ${mine.map(({ status }) => status).join(', ') || 'nothing filed'} instead of one ${wanted}`)
  }
  const parcels = await family.inSandbox<{ n: number }>("select count(*)::int as n from document where collection = 'post/parcels'")
  const cards = await family.asOwner<{ n: number }>("select count(*)::int as n from deliveries.card where handed_over_to = 'post'")
  if (parcels[0]?.n !== cards[0]?.n) wrongs.push(`the post has ${parcels[0]?.n} parcels of ${cards[0]?.n} cards handed over`)
  const portal = await family.inSandbox<{ code: string; status: number }>("select doc->>'MaHoSo' as code, (doc->>'TrangThaiHoSo')::int as status from document where collection = 'national-portal/dossiers'")
  for (const { code, status } of rows) {
    const there = portal.filter((one) => one.code === code)
    if (there.length !== 1 || there[0]?.status !== PORTAL[status]) wrongs.push(`${code} is ${status}; the portal has ${there.map((one) => one.status).join(', ') || 'nothing'}`)
  }
  return wrongs
}
