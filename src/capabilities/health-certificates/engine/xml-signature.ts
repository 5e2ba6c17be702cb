/**
 * Opens a signed XML document of a clinic's program (enveloped XMLDSig) and gives back only what the signature covers.
 * The form is fixed: one signature, directly below the root, over the whole document, by a key we already have. Whatever
 * departs from it is refused, never interpreted; the key inside the document is not read.
 * The national form signs with RSA-SHA1; programs that sign with RSA-SHA256 are welcome.
 */
import { createHash, type KeyObject, X509Certificate } from 'node:crypto'
import { createRequire } from 'node:module'
import { DOMParser, type Document, type Element } from '@xmldom/xmldom'

/** What is used of the library. Its own types would bring the browser's globals into every file of the service. */
interface SignatureCheck {
  loadSignature(signature: string): void
  checkSignature(xml: string): boolean
  getSignedReferences(): string[]
}
const require = createRequire(import.meta.url)
const { SignedXml }: { SignedXml: new (options: { publicCert: string; getCertFromKeyInfo: () => null }) => SignatureCheck } = require('xml-crypto')

/** Why a document is not accepted. */
export type XmlFlaw = 'malformed' | 'forbidden-construct' | 'too-large' | 'unsigned' | 'signature-form' | 'signature-wrong' | 'fields-wrong'

export type OpenedXml =
  /** @property fields the children of the root that were signed, by name; @property hash SHA-256 of the signed bytes */
  | { readonly fields: Readonly<Record<string, string>>; readonly hash: Buffer }
  | { readonly flaw: XmlFlaw }

const MAX_BYTES = 64 * 1024
/** The form has some forty fields and a signature of some twenty elements. */
const MAX_ELEMENTS = 150
const MAX_DEPTH = 10
const MIN_RSA_BITS = 2048

const DSIG = 'http://www.w3.org/2000/09/xmldsig#'
const ENVELOPED = `${DSIG}enveloped-signature`
const C14N = new Set(['http://www.w3.org/TR/2001/REC-xml-c14n-20010315', 'http://www.w3.org/2001/10/xml-exc-c14n#'])
const SIGNATURES = new Set([`${DSIG}rsa-sha1`, 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'])
const DIGESTS = new Set([`${DSIG}sha1`, 'http://www.w3.org/2001/04/xmlenc#sha256'])

/** Opens a document. @param certificates PEM, of the one clinic that may have signed it */
export function openSignedXml(bytes: Uint8Array, certificates: readonly string[]): OpenedXml {
  if (bytes.length > MAX_BYTES) return { flaw: 'too-large' }
  const text = decode(bytes)
  if (text === undefined) return { flaw: 'malformed' }
  // Before any parser sees it: document types bring entities, and nothing here needs either.
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text) || /<\?(?!xml\s)/i.test(text) || /<!\[CDATA\[/.test(text)) return { flaw: 'forbidden-construct' }
  if ((text.match(/<[A-Za-z_]/g)?.length ?? 0) > MAX_ELEMENTS) return { flaw: 'too-large' }
  const document = parse(text)
  const root = document?.documentElement
  if (!document || !root) return { flaw: 'malformed' }
  if (depthOf(root) > MAX_DEPTH) return { flaw: 'too-large' }
  const signatures = elementsNamed(document, 'Signature')
  const [signature] = signatures
  if (!signature) return { flaw: 'unsigned' }
  if (signatures.length > 1 || signature.namespaceURI !== DSIG || signature.parentNode !== root || !hasOurForm(signature, root)) return { flaw: 'signature-form' }
  for (const pem of certificates) {
    const signed = signedBytes(text, signature, pem)
    if (signed === undefined) continue
    const fields = fieldsOf(signed)
    return fields ? { fields, hash: createHash('sha256').update(signed).digest() } : { flaw: 'fields-wrong' }
  }
  return { flaw: 'signature-wrong' }
}

/**
 * The key of a certificate that a clinic wants to sign with.
 * @returns its SHA-256 fingerprint and PEM; undefined when it is not a certificate with an RSA key of at least 2048 bits
 */
export function readSigningCertificate(pem: string): { readonly fingerprint: Buffer; readonly pem: string } | undefined {
  try {
    const certificate = new X509Certificate(pem)
    const key: KeyObject = certificate.publicKey
    if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < MIN_RSA_BITS) return undefined
    return { fingerprint: createHash('sha256').update(certificate.raw).digest(), pem: certificate.toString() }
  } catch {
    return undefined
  }
}

/** Text of the document; only UTF-8 is taken, so that nobody reads two texts out of the same bytes. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/i.exec(text)?.[1]
    return declared === undefined || declared.toLowerCase() === 'utf-8' ? text : undefined
  } catch {
    return undefined
  }
}

function parse(text: string): Document | undefined {
  try {
    return new DOMParser({ onError: (_level, message) => { throw new Error(String(message)) } }).parseFromString(text, 'text/xml')
  } catch {
    return undefined
  }
}

function childrenOf(element: Element): Element[] {
  const found: Element[] = []
  for (let child = element.firstChild; child; child = child.nextSibling) if (isElement(child)) found.push(child)
  return found
}

function isElement(node: unknown): node is Element {
  return node !== null && typeof node === 'object' && 'nodeType' in node && node.nodeType === 1
}

/** Elements of that local name in whatever namespace: a second signature under another prefix is a second signature. */
function elementsNamed(document: Document, localName: string): Element[] {
  return [...document.getElementsByTagNameNS('*', localName)]
}

function depthOf(element: Element): number {
  return 1 + Math.max(0, ...childrenOf(element).map(depthOf))
}

function named(parent: Element | undefined, localName: string): Element[] {
  return parent ? childrenOf(parent).filter((child) => child.localName === localName && child.namespaceURI === DSIG) : []
}

/** One reference, to the whole document, with the allowed algorithms and no other transform. */
function hasOurForm(signature: Element, root: Element): boolean {
  const [info, secondInfo] = named(signature, 'SignedInfo')
  const [reference, secondReference] = named(info, 'Reference')
  if (!info || secondInfo || !reference || secondReference) return false
  const algorithm = (parent: Element, name: string) => {
    const [only, second] = named(parent, name)
    return only && !second ? (only.getAttribute('Algorithm') ?? '') : ''
  }
  if (!C14N.has(algorithm(info, 'CanonicalizationMethod')) || !SIGNATURES.has(algorithm(info, 'SignatureMethod')) || !DIGESTS.has(algorithm(reference, 'DigestMethod'))) return false
  const uri = reference.getAttribute('URI') ?? 'absent'
  const rootIds = ['Id', 'ID', 'id'].flatMap((name) => root.getAttribute(name) ?? [])
  if (uri !== '' && !(rootIds.length === 1 && uri === `#${rootIds[0]}`)) return false
  const [list, secondList] = named(reference, 'Transforms')
  if (!list || secondList) return false
  const transforms = childrenOf(list).map((one) => one.getAttribute('Algorithm') ?? '')
  return transforms[0] === ENVELOPED && transforms.length <= 2 && transforms.slice(1).every((one) => C14N.has(one))
}

/** The canonical bytes under the signature, where this certificate's key made it. */
function signedBytes(text: string, signature: Element, pem: string): string | undefined {
  try {
    const check = new SignedXml({ publicCert: pem, getCertFromKeyInfo: () => null })
    check.loadSignature(signature.toString())
    if (!check.checkSignature(text)) return undefined
    const [only, second] = check.getSignedReferences()
    return second === undefined ? only : undefined
  } catch {
    return undefined
  }
}

/** Leaf children of the signed root by name; a field twice, or one with children, is no form of ours. */
function fieldsOf(signed: string): Readonly<Record<string, string>> | undefined {
  const root = parse(signed)?.documentElement
  if (!root) return undefined
  const fields = new Map<string, string>()
  for (const child of childrenOf(root)) {
    const name = child.localName ?? ''
    if (childrenOf(child).length > 0 || fields.has(name)) return undefined
    fields.set(name, child.textContent ?? '')
  }
  // The XML spells this one field without its N; no other field differs between the two forms.
  return Object.fromEntries([...fields].map(([name, value]) => [name === 'NGAYTHANGNAMCAPCMD' ? 'NGAYTHANGNAMCAPCMND' : name, value]))
}

/** An outer envelope around a signed document: fields by name, nothing in it is signed. */
export function openPlainXml(bytes: Uint8Array): OpenedXml {
  if (bytes.length > 2 * MAX_BYTES) return { flaw: 'too-large' }
  const text = decode(bytes)
  if (text === undefined) return { flaw: 'malformed' }
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text) || /<\?(?!xml\s)/i.test(text) || /<!\[CDATA\[/.test(text)) return { flaw: 'forbidden-construct' }
  if ((text.match(/<[A-Za-z_]/g)?.length ?? 0) > MAX_ELEMENTS) return { flaw: 'too-large' }
  if (!parse(text)?.documentElement) return { flaw: 'malformed' }
  const fields = fieldsOf(text)
  return fields ? { fields, hash: createHash('sha256').update(text).digest() } : { flaw: 'fields-wrong' }
}

/** Whether a document carries a signature of its own, or is an envelope around one. */
export function isSignedXml(bytes: Uint8Array): boolean {
  return /<(?:[A-Za-z_][\w.-]*:)?Signature[\s>]/.test(Buffer.from(bytes).toString('latin1'))
}
