/** Brings the database up to the newest migration, and makes the keys of a simulation before anybody needs them. */
import { join } from 'node:path'
import { readConfig } from './platform/config.ts'
import { migrate } from './platform/db/migrate.ts'
import { readKeys } from './platform/secrets/keys.ts'

const config = readConfig()
readKeys(config.keysDir, config.simulation)
const applied = await migrate(config.databaseUrl, join(import.meta.dirname, '../migrations'))
process.stdout.write(`${applied.length} migrations applied\n`)
