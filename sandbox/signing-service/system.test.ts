import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../start.ts'
import { certificateAuthority, timestampAuthority } from './system.ts'

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 }
/** Not ours to install: where it is missing, the other tests stand alone. */
const openssl = ['/usr/bin/openssl', '/usr/local/bin/openssl', '/opt/homebrew/bin/openssl'].find((path) => existsSync(path)) ?? ''
let sandbox: Sandbox

async function newRequest(): Promise<string> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  return (await x509.Pkcs10CertificateRequestGenerator.create({ name: 'CN=anyone', keys, signingAlgorithm: algorithm })).toString('pem')
}

const ask = (body: unknown) => fetch(`${sandbox.url}/ca/certificates`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const pemsOf = (text: string) => text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []

beforeAll(async () => { sandbox = await startSandbox({ systems: [certificateAuthority, timestampAuthority] }) })
afterAll(async () => { await sandbox.close() })

describe('the certificate authority', () => {
  test('gives an officer a certificate that leads to its root and says that it is made up', async () => {
    const answer = await ask({ csr: await newRequest(), profile: 'officer', name: 'Lê Thị Kiểm Định' })
    const [leaf, issuing, root] = pemsOf(await answer.text()).map((pem) => new x509.X509Certificate(pem))
    if (!leaf || !issuing || !root) throw new Error('three certificates were expected')
    expect(leaf.subject).toContain('Lê Thị Kiểm Định')
    expect(leaf.subject).toContain('MÔ PHỎNG')
    const date = await sandbox.clock.now()
    expect(await leaf.verify({ publicKey: issuing.publicKey, date })).toBe(true)
    expect(await issuing.verify({ publicKey: root.publicKey, date })).toBe(true)
    expect(await (await fetch(`${sandbox.url}/ca/root.pem`)).text()).toContain(root.toString('pem').split('\n')[1] ?? '?')
  })

  test('gives the same certificate when the same request comes again, because the first answer may have been lost', async () => {
    const csr = await newRequest()
    const first = await (await ask({ csr, profile: 'authority', name: 'Phòng Vẽ Thử' })).text()
    expect(await (await ask({ csr, profile: 'authority', name: 'Phòng Vẽ Thử' })).text()).toBe(first)
  })

  test('refuses a request it cannot read, or without a name', async () => {
    expect((await ask({ csr: 'nonsense', profile: 'officer', name: 'A' })).status).toBe(422)
    expect((await ask({ csr: await newRequest(), profile: 'officer', name: ' ' })).status).toBe(400)
    expect((await ask({ csr: await newRequest(), profile: 'king', name: 'A' })).status).toBe(400)
  })

  test('lists a certificate as revoked once the control page revoked it', async () => {
    const leaf = new x509.X509Certificate(pemsOf(await (await ask({ csr: await newRequest(), profile: 'officer', name: 'Người Bị Thu Hồi' })).text())[0] ?? '')
    const list = async () => new x509.X509Crl(await (await fetch(`${sandbox.url}/ca/crl`)).arrayBuffer())
    expect((await list()).findRevoked(leaf.serialNumber)).toBeNull()
    const done = await fetch(`${sandbox.url}/control/api/systems/certificate-authority/actions/revoke`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ certificate: 'Người Bị Thu Hồi' }),
    })
    expect(done.status).toBe(200)
    expect((await list()).findRevoked(leaf.serialNumber)).not.toBeNull()
  })
})

describe('the time-stamp authority', () => {
  const post = (body: Uint8Array) => fetch(`${sandbox.url}/tsa`, { method: 'POST', headers: { 'content-type': 'application/timestamp-query' }, body: new Uint8Array(body) })

  test.runIf(openssl)('stamps a digest with the shown time, returns the nonce, and openssl agrees, where it is installed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tsa-'))
    const at = (name: string) => join(folder, name)
    try {
      writeFileSync(at('data'), 'quyết định')
      execFileSync(openssl, ['ts', '-query', '-data', at('data'), '-sha256', '-cert', '-out', at('q.tsq')], { stdio: 'pipe' })
      const answer = await post(readFileSync(at('q.tsq')))
      expect(answer.headers.get('content-type')).toBe('application/timestamp-reply')
      writeFileSync(at('r.tsr'), Buffer.from(await answer.arrayBuffer()))
      writeFileSync(at('root.pem'), await (await fetch(`${sandbox.url}/ca/root.pem`)).text())
      const verdict = execFileSync(openssl, ['ts', '-verify', '-queryfile', at('q.tsq'), '-in', at('r.tsr'), '-CAfile', at('root.pem')], { stdio: 'pipe' })
      expect(verdict.toString()).toContain('OK')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('stamps what it was sent and returns the nonce of the asker', async () => {
    const digest = new Uint8Array(32).fill(7)
    const nonce = new asn1js.Integer({ value: 97097 })
    const request = new pkijs.TimeStampReq({ version: 1, certReq: true, nonce, messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' }), hashedMessage: new asn1js.OctetString({ valueHex: digest.buffer }),
    }) })
    const reply = pkijs.TimeStampResp.fromBER(await (await post(new Uint8Array(request.toSchema().toBER(false)))).arrayBuffer())
    const token = new pkijs.SignedData({ schema: reply.timeStampToken?.content })
    const info = pkijs.TSTInfo.fromBER(token.encapContentInfo.eContent?.getValue() ?? new ArrayBuffer(0))
    expect(info.nonce?.isEqual(nonce)).toBe(true)
    expect(Buffer.from(info.messageImprint.hashedMessage.getValue()).equals(Buffer.from(digest))).toBe(true)
    expect(Math.abs(info.genTime.getTime() - (await sandbox.clock.now()).getTime())).toBeLessThan(10_000)
  })

  test('answers what it cannot stamp with a rejection, not with an error page', async () => {
    const sha1 = new pkijs.TimeStampReq({ version: 1, messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: '1.3.14.3.2.26' }), hashedMessage: new asn1js.OctetString({ valueHex: new ArrayBuffer(20) }),
    }) })
    for (const body of [new Uint8Array(sha1.toSchema().toBER(false)), new Uint8Array([1, 2, 3])]) {
      const answer = await post(body)
      expect(answer.status).toBe(200)
      expect(pkijs.TimeStampResp.fromBER(await answer.arrayBuffer()).status.status).toBe(pkijs.PKIStatus.rejection)
    }
  })
})
