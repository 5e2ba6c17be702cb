/**
 * Sensitive columns: sealed with a key per person (AES-256-GCM), itself wrapped by a key kept outside the database,
 * and found again by a keyed one-way index. Deleting a person's key makes every copy unreadable, old backups included.
 */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'

const VERSION = 1

const prepared = new WeakMap<Buffer, KeyObject>()

/** A key as node:crypto wants it; making it ready costs several times what using it does. */
export function keyObjectOf(key: Buffer): KeyObject {
  const known = prepared.get(key)
  if (known) return known
  const made = createSecretKey(key)
  prepared.set(key, made)
  return made
}

/** Encrypts; the context (table, column and row) is authenticated so that a ciphertext can't be moved to another place. */
export function sealWith(key: Buffer, context: string, plain: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyObjectOf(key), nonce)
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), body])
}

/** Decrypts what sealWith made. @throws when the key, the context or the bytes are not the same */
export function openWith(key: Buffer, context: string, sealed: Buffer): Buffer {
  if (sealed[0] !== VERSION) throw new Error('unknown seal version')
  const decipher = createDecipheriv('aes-256-gcm', keyObjectOf(key), sealed.subarray(1, 13))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(13, 29))
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()])
}

/** A keyed one-way index for exact look-up. Only for numbers with many possible values, never for sex or province. */
export function blindIndexWith(key: Buffer, purpose: string, value: string): Buffer {
  return createHmac('sha256', keyObjectOf(key)).update(purpose).update('\0').update(value.normalize('NFC').trim()).digest()
}

export function newDataKey(): Buffer {
  return randomBytes(32)
}
