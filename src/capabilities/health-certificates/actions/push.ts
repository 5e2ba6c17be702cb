/** The push door: a message of a clinic's program is opened, proven to be the clinic's, and taken in. */
import { createHash } from 'node:crypto'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Work } from '../../../platform/work.ts'
import { isSignedXml, openPlainXml, openSignedXml, type XmlFlaw } from '../engine/xml-signature.ts'
import { differingField, readMessage } from '../wire.ts'
import { type Sender, senderOf } from './clinics.ts'
import { type TakenIn, takeIn } from './take-in.ts'

/** What came over the wire, unread. */
export interface WireMessage {
  /** Header Username: the clinic's five digits. */
  readonly username: string
  /** Header Password: the clinic's key, or its MD5 as hospital programs send it. */
  readonly password: string
  readonly body: { readonly kind: 'json'; readonly fields: unknown } | { readonly kind: 'xml'; readonly bytes: Uint8Array }
}

export interface PushReceipt extends TakenIn {
  readonly clinicCode: string
  readonly clinicName: string
  readonly number: string
  readonly uuid: string
}

/** Fields of a message, and the document that proves them when it was signed. */
interface Opened {
  readonly envelope: Readonly<Record<string, unknown>>
  readonly signed: { readonly fields: Readonly<Record<string, string>>; readonly hash: Buffer; readonly document: Buffer } | undefined
}

const refusalOf: Readonly<Record<XmlFlaw, string>> = {
  malformed: 'message-malformed', 'forbidden-construct': 'message-forbidden-construct', 'too-large': 'message-too-large', unsigned: 'signature-missing',
  'signature-form': 'signature-form-wrong', 'signature-wrong': 'signature-wrong', 'fields-wrong': 'message-malformed',
}

/**
 * Takes a message in. Where a clinic signs, only the signed bytes are read; what stands around them must not say otherwise.
 * @throws Refusal with the codes of `takeIn` and `senderOf`, and 'message-malformed' (details.field), 'message-forbidden-construct', 'message-too-large',
 *   'signature-missing', 'signature-form-wrong', 'signature-wrong', 'signature-covers-otherwise' (details.field)
 */
export async function pushCertificate(work: Work, message: WireMessage): Promise<PushReceipt> {
  const sender = await senderOf(work, message.username, message.password, 'key-or-signature')
  const { envelope, signed } = open(message, sender)
  const content = signed?.fields ?? envelope
  // The national form signs neither clinic nor state: they stand in the envelope, and the sender's proof binds them.
  const beside = { IDBENHVIEN: envelope['IDBENHVIEN'], BENHVIEN: envelope['BENHVIEN'], ...content }
  const read = readMessage(beside)
  if ('wrongField' in read) throw new Refusal('message-malformed', { field: read.wrongField })
  const does = content['STATE'] ?? envelope['STATE']
  if (does !== 'ADD' && does !== 'EDIT') throw new Refusal('message-malformed', { field: 'STATE' })
  const { certificate, identityNumber, fullName, uuid, createdAt } = read
  const contentHash = signed?.hash ?? createHash('sha256').update(JSON.stringify(Object.entries(beside).filter(([name]) => name !== 'STATE').sort())).digest()
  const taken = await takeIn(work, sender.clinic, {
    certificate, identityNumber, fullName, does, door: message.body.kind, uuid, contentHash, createdAt,
    ...(signed ? { signedDocument: signed.document.toString('base64') } : {}),
  })
  return { ...taken, clinicCode: sender.clinic.code, clinicName: sender.clinic.name, number: certificate.number, uuid }
}

function open({ body }: WireMessage, sender: Sender): Opened {
  if (body.kind === 'xml' && isSignedXml(body.bytes)) {
    const signed = openSigned(Buffer.from(body.bytes), sender)
    return { envelope: signed?.fields ?? {}, signed }
  }
  const envelope = body.kind === 'xml' ? plain(body.bytes) : fieldsOf(body.fields)
  const document = typeof envelope['SIGNDATA'] === 'string' && envelope['SIGNDATA'] !== '' ? Buffer.from(envelope['SIGNDATA'], 'base64') : undefined
  if (!document && sender.signingCertificates.length > 0) throw new Refusal('signature-missing')
  // A clinic that proves itself by its key alone may send a placeholder here: it proves nothing and is not read.
  if (!document || sender.signingCertificates.length === 0) return { envelope, signed: undefined }
  const signed = openSigned(document, sender)
  const field = differingField(envelope, signed.fields)
  if (field !== undefined) throw new Refusal('signature-covers-otherwise', { field })
  return { envelope, signed }
}

function openSigned(document: Buffer, { signingCertificates }: Sender): NonNullable<Opened['signed']> {
  const opened = openSignedXml(document, signingCertificates)
  if ('flaw' in opened) throw new Refusal(refusalOf[opened.flaw])
  return { ...opened, document }
}

function plain(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const opened = openPlainXml(bytes)
  if ('flaw' in opened) throw new Refusal(refusalOf[opened.flaw])
  return opened.fields
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Refusal('message-malformed', { field: '' })
  return { ...value }
}
