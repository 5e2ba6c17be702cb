/** The store that the settings name. */
import type { Config } from '../config.ts'
import { type Files, filesUpon } from './contract.ts'
import { onDisk } from './disk.ts'
import { inBucket } from './s3.ts'

export function openFiles({ files, filesDir }: Pick<Config, 'files' | 'filesDir'>): Files {
  return filesUpon(files.kind === 's3' ? inBucket(files) : onDisk(filesDir))
}
