import type { Client } from '../matrix.ts'
import { endsAsExpected, type Way } from '../matrix.ts'
import type { OutageWorld } from '../world.ts'
import { carriers, parcels, portals, stores } from './letters.ts'
import { payments, refunds, statements } from './money.ts'
import { papers, stamps } from './papers.ts'
import { certificates, pictures, registers } from './registers.ts'
import { answers, signIns } from './sign-in.ts'

type Row = Pick<Client<unknown>, 'name' | 'system' | 'file' | 'purposes' | 'expected'> & { readonly meets: (world: OutageWorld, way: Way) => Promise<void> }

const row = <S>(client: Client<S>): Row => ({ ...client, meets: (world, way) => endsAsExpected(world, client, way) })

/** Every client of the service. */
export const clients: readonly Row[] = [
  ...signIns.map(row), ...answers.map(row), ...registers.map(row), ...pictures.map(row), ...certificates.map(row), ...payments.map(row), ...refunds.map(row), ...statements.map(row), ...parcels.map(row), ...papers.map(row),
  ...stamps.map(row), ...portals.map(row), ...stores.map(row), ...carriers.map(row),
]
