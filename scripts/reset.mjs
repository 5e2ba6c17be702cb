// `npm run reset`: forgets every dossier, key and file of the simulation. Refuses while it runs.
import { rmSync } from 'node:fs'
import { alreadyRuns, findRunning, settleLeftovers } from './first/lock.mjs'
import { dataFolder } from './first/places.mjs'
import { settleOrphan } from './first/orphan.mjs'
import { explain, explainFile, tell } from './first/say.mjs'

try {
  const data = dataFolder(process.env)
  const other = findRunning(data)
  if (other) throw alreadyRuns(other)
  await settleLeftovers(data)
  for (const folder of await settleOrphan(data)) {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    } catch (error) {
      throw explainFile(error, folder)
    }
  }
  if (process.env.DATABASE_URL) tell('Cơ sở dữ liệu ở DATABASE_URL không bị đụng tới.', 'The database at DATABASE_URL is left alone.')
  tell('Đã xoá dữ liệu; lần chạy sau bắt đầu lại từ đầu.', 'The data is forgotten; the next start begins anew.')
} catch (error) {
  explain(error)
  process.exitCode = 1
}
