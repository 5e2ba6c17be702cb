/** The key of the log: Ed25519 in a file, like the other keys of the service. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Config } from '../../../platform/config.ts'
import { readOrMakeKeyFile } from '../../../platform/secrets/keys.ts'
import type { Verifier } from '../note.ts'

export interface LogKey {
  readonly privateKey: KeyObject
  readonly verifier: Verifier
}

/** @throws in production when the file is not there, and anywhere when it holds no Ed25519 key */
export function readLogKey(config: Pick<Config, 'keysDir' | 'simulation' | 'audit'>): LogKey {
  const make = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const privateKey = createPrivateKey(readOrMakeKeyFile(config.keysDir, 'audit.pem', config.simulation ? make : undefined))
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('key file audit.pem holds no Ed25519 key')
  return { privateKey, verifier: { name: config.audit.origin, key: createPublicKey(privateKey) } }
}
