/** Files in a bucket of any server that speaks S3, under the same names as on a disk. */
import type { S3Client } from '@aws-sdk/client-s3'
import { boundary } from '../db/boundary.ts'
import type { Shelf } from './contract.ts'

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

/** A place in a bucket. The library is loaded when the first file is asked for: most services keep files on a disk. */
export function inBucket(settings: S3Settings): Shelf {
  let opened: Promise<{ library: Library; client: S3Client }> | undefined
  const open = () => {
    opened ??= import('@aws-sdk/client-s3').then((library) => ({
      library,
      client: new library.S3Client({
        endpoint: settings.endpoint, region: settings.region, forcePathStyle: true,
        credentials: { accessKeyId: settings.accessKey, secretAccessKey: settings.secretKey },
        maxAttempts: 3, requestHandler: { connectionTimeout: 3_000, requestTimeout: 20_000 },
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
        throw error
      }
    },
    async has(hash) {
      const { client, library } = await open()
      try {
        await client.send(new library.HeadObjectCommand(keyOf(hash)))
        return true
      } catch (error) {
        if (isAbsent(error)) return false
        throw error
      }
    },
    async write(hash, bytes) {
      const { client, library } = await open()
      await boundary('files.put.before')
      await client.send(new library.PutObjectCommand({ ...keyOf(hash), Body: bytes, ContentLength: bytes.length, ContentType: 'application/octet-stream' }))
      await boundary('files.put.after')
    },
  }
}
