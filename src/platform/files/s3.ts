/** Files in a bucket of any server that speaks S3, under the same names as on a disk. */
import type { S3Client } from '@aws-sdk/client-s3'
import { boundary } from '../db/boundary.ts'
import { FilesSilent, type Shelf } from './contract.ts'

export interface S3Settings {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
}

type Library = typeof import('@aws-sdk/client-s3')

function isAbsent(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound')
}

/** Whatever else goes wrong says nothing about a file. Only the kind is kept: the library's sentences may hold addresses and keys. */
function asSilence(error: unknown): FilesSilent {
  return new FilesSilent(error instanceof Error ? error.name : 'no answer')
}

/** How long a bucket may say nothing, before an answer or in the midst of one. */
const SILENT_MS = 20_000

/**
 * A place in a bucket. The library is loaded when the first file is asked for: most services keep files on a disk.
 * What it throws is a `FilesSilent`.
 */
export function inBucket(settings: S3Settings, silentMs = SILENT_MS): Shelf {
  let opened: Promise<{ library: Library; client: S3Client }> | undefined
  const open = () => {
    opened ??= import('@aws-sdk/client-s3').then((library) => ({
      library,
      client: new library.S3Client({
        endpoint: settings.endpoint, region: settings.region, forcePathStyle: true,
        credentials: { accessKeyId: settings.accessKey, secretAccessKey: settings.secretKey },
        maxAttempts: 3, requestHandler: { connectionTimeout: 3_000, requestTimeout: silentMs, throwOnRequestTimeout: true, socketTimeout: silentMs },
        // We compare hashes ourselves; not every server knows the newer checksums.
        requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
      }),
    }))
    return opened
  }
  const keyOf = (hash: string) => ({ Bucket: settings.bucket, Key: `${hash.slice(0, 2)}/${hash}` })
  return {
    async read(hash) {
      const { client, library } = await open()
      try {
        const answer = await client.send(new library.GetObjectCommand(keyOf(hash)))
        return Buffer.from((await answer.Body?.transformToByteArray()) ?? [])
      } catch (error) {
        if (isAbsent(error)) return undefined
        throw asSilence(error)
      }
    },
    async has(hash) {
      const { client, library } = await open()
      try {
        await client.send(new library.HeadObjectCommand(keyOf(hash)))
        return true
      } catch (error) {
        if (isAbsent(error)) return false
        throw asSilence(error)
      }
    },
    async write(hash, bytes) {
      const { client, library } = await open()
      await boundary('files.put.before')
      await client.send(new library.PutObjectCommand({ ...keyOf(hash), Body: bytes, ContentLength: bytes.length, ContentType: 'application/octet-stream' })).catch((error: unknown) => {
        throw asSilence(error)
      })
      await boundary('files.put.after')
    },
  }
}
