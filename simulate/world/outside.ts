/** The simulated outside world, through its control API: who there is, the clock, and switches. */
import { type Agent, request } from 'undici'

/** What a person of the cast knows about themselves. Whether they may exchange a licence is their story's to say, never the product's. */
export interface CastPerson {
  readonly identityNumber: string
  readonly fullName: string
  readonly birthDate: string
  readonly phone: string
  readonly email: string
  readonly residence: { readonly provinceCode: string; readonly provinceName: string; readonly commune: string; readonly street: string }
  readonly licences: readonly { readonly licenceNumber: string; readonly licenceClass: string; readonly expiresOn: string | null; readonly regime: string; readonly material: string }[]
  readonly certificates: readonly {
    readonly number: string; readonly forClass: string; readonly conclusion: string; readonly concludedOn: string; readonly clinicName: string; readonly doctorName: string
    readonly sentAt: string | null
  }[]
  readonly story: { readonly slug: string; readonly kind: string; readonly eligible: boolean }
}

export interface CastOfficer {
  readonly identityNumber: string
  readonly name: string
  readonly role: 'appraiser' | 'signer' | 'supervisor' | 'administrator' | 'operator' | 'clerk' | 'doctor' | 'postal' | 'leader' | 'printer' | 'inspector'
  readonly province: string
}

export interface Outside {
  readonly url: string
  readonly agent: Agent
  readCast(): Promise<{ citizens: CastPerson[]; officers: CastOfficer[] }>
  readPerson(identityNumber: string): Promise<CastPerson>
  /** The drawn face of a person as a photograph of so many pixels in width, three by four. */
  portrait(identityNumber: string, width: number, flaw?: string): Promise<Buffer>
  /** The newest six digits that came to a phone; empty when none did. */
  codeAt(phone: string): Promise<string>
  /** The certified electronic copy of a certificate on paper, as the commune office makes it. */
  certifiedCopy(identityNumber: string): Promise<Buffer>
  now(): Promise<Date>
  setRate(rate: number): Promise<void>
  /** Moves the clock forward to an instant and lets every system do what is due. */
  moveTo(instant: Date): Promise<void>
  setFaults(system: string, setting: { mode: string; share?: number; latencyMs?: number }): Promise<void>
  setChaos(share: number): Promise<void>
  act(system: string, action: string, input: Record<string, string>): Promise<void>
  /** How often each fault fired, by system and kind. */
  fired(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>
}

const PAGE = 1000

/** @param url where the sandbox answers @param agent shared connections */
export function openOutside(url: string, agent: Agent): Outside {
  async function call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const answer = await request(`${url}${path}`, {
      method, dispatcher: agent, headersTimeout: 120_000,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    })
    if (answer.statusCode >= 400) throw new Error(`${method} ${path}: ${answer.statusCode} ${(await answer.body.text()).slice(0, 200)}`)
    const parsed: T = JSON.parse(await answer.body.text())
    return parsed
  }
  return {
    url, agent,
    async readCast() {
      const citizens: CastPerson[] = []
      const officers: CastOfficer[] = []
      for (let from = 0, total = 1; from < total; from += PAGE) {
        const part = await call<{ total: number; people: CastPerson[]; staff: CastOfficer[] }>('GET', `/control/api/cast?from=${from}&limit=${PAGE}`)
        total = part.total
        citizens.push(...part.people)
        officers.push(...part.staff)
      }
      return { citizens, officers }
    },
    readPerson: (identityNumber) => call('GET', `/control/api/people/${identityNumber}`),
    async portrait(identityNumber, width, flaw = 'none') {
      const answer = await request(`${url}/control/api/people/${identityNumber}/portrait.jpg?width=${width}&flaw=${flaw}`, { dispatcher: agent, headersTimeout: 60_000 })
      if (answer.statusCode !== 200) throw new Error(`no portrait: ${answer.statusCode}`)
      return Buffer.from(await answer.body.arrayBuffer())
    },
    async certifiedCopy(identityNumber) {
      const { DuongDan } = await call<{ DuongDan: string }>('POST', '/commune/copies', { SoDinhDanh: identityNumber })
      const answer = await request(DuongDan, { dispatcher: agent, headersTimeout: 60_000 })
      if (answer.statusCode !== 200) throw new Error(`no certified copy: ${answer.statusCode}`)
      return Buffer.from(await answer.body.arrayBuffer())
    },
    async codeAt(phone) {
      const { messages } = await call<{ messages: { text: string }[] }>('GET', `/mailbox/api?to=${phone}`)
      return messages.flatMap(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? [])[0] ?? ''
    },
    async now() {
      return new Date((await call<{ now: string }>('GET', '/control/api/clock')).now)
    },
    async setRate(rate) {
      await call('POST', '/control/api/clock/rate', { rate })
    },
    async moveTo(instant) {
      await call('POST', '/control/api/clock/pass', { until: instant.toISOString() })
    },
    async setFaults(system, setting) {
      await call('POST', `/control/api/systems/${system}/faults`, setting)
    },
    async setChaos(share) {
      await call('POST', '/control/api/chaos', { share })
    },
    async act(system, action, input) {
      await call('POST', `/control/api/systems/${system}/actions/${action}`, input)
    },
    async fired() {
      const { systems } = await call<{ systems: { name: string; fired: Record<string, number> }[] }>('GET', '/control/api/systems')
      return Object.fromEntries(systems.map(({ name, fired }) => [name, fired]))
    },
  }
}
