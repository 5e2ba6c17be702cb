/** The citizen's pages over the whole service, listening, with somebody signed in at the portrait of a draft. */
import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { Upload } from 'tus-js-client'
import { procedureSlugs } from '../../../src/catalogue/index.ts'
import { saveSession } from '../../../src/capabilities/identity/store/people.ts'
import { listValidLicences } from '../../../src/capabilities/licences/index.ts'
import { closePortraitEngine, portraitEngine } from '../../../src/capabilities/portraits/index.ts'
import { startDraft } from '../../../src/dossiers/index.ts'
import { realNow } from '../../../src/platform/clock.ts'
import { formToken } from '../../../src/platform/http/csrf.ts'
import { createServer } from '../../../src/platform/http/server.ts'
import { newId } from '../../../src/platform/values/ids.ts'
import { registerCitizen } from '../../../src/web/citizen/index.ts'
import { paths } from '../../../src/web/paths.ts'
import { registerEndings } from '../../../src/web/public/endings/endings.tsx'
import { type CaseWorld, openCaseWorld } from '../../support/case-world.ts'

export interface PicturePages extends AsyncDisposable {
  readonly world: CaseWorld
  readonly url: string
  /** Somebody of the cast with a session, at a draft of theirs: a new one unless told. */
  comes(slug: string, at?: string): Promise<Comer>
}

export interface Comer {
  readonly personId: string
  readonly draftId: string
  readonly token: string
  readonly headers: Readonly<Record<string, string>>
  get(path: string): Promise<Response>
  /** Posts the form of the portrait's page. */
  post(fields: Readonly<Record<string, string>>, picture?: Uint8Array): Promise<Response>
}

export async function openPicturePages(): Promise<PicturePages> {
  const world = await openCaseWorld()
  const { platform } = world
  const web = { platform, assets: { citizen: { stylesheet: '/tai-san/test.css', sender: '/tai-san/send.js' }, staff: { stylesheet: '/tai-san/test.css' } } }
  const app = await createServer(platform)
  registerEndings(app, web)
  registerCitizen(app, web)
  // A loaded test machine is slower than any person's patience.
  portraitEngine(platform, { timeLimitMs: 60_000, waitLimitMs: 120_000 })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const url = `http://127.0.0.1:${portOf(address)}`
  return {
    world, url,
    async comes(slug, at) {
      const { person, actor } = await world.signIn(slug)
      const [licence] = await platform.read(actor, (work) => listValidLicences(work, person.identityNumber))
      const [procedure] = procedureSlugs
      if (!licence || !procedure) throw new Error('nothing to exchange')
      const draftId = at ?? (await platform.work(actor, (work) => startDraft(work, { personId: actor.personId, procedure, licenceIds: [licence.id] })))
      const token = newId()
      const now = new Date(realNow())
      const sessionId = await platform.work(actor, (work) => saveSession(work, { tokenHash: createHash('sha256').update(token).digest(), personId: actor.personId, idToken: null, authenticatedAt: now, startedAt: now }))
      const csrf = formToken(platform.keys.session, sessionId)
      const headers = { cookie: `phien=${token}` }
      return {
        personId: actor.personId, draftId, token: csrf, headers: { ...headers, 'x-form-token': csrf },
        get: (path) => fetch(`${url}${path}`, { headers, redirect: 'manual' }),
        async post(fields, picture) {
          const form = new FormData()
          for (const [name, value] of Object.entries({ _csrf: csrf, ...fields })) form.append(name, value)
          if (picture) form.append('picture', new Blob([new Uint8Array(picture)]), 'anh.jpg')
          return fetch(`${url}${paths.draft(draftId, 'portrait')}`, { method: 'POST', body: form, headers, redirect: 'manual' })
        },
      }
    },
    async [Symbol.asyncDispose]() {
      await app.close()
      await closePortraitEngine(platform)
      await world[Symbol.asyncDispose]()
    },
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the pages do not listen')
  return address.port
}

/** Sends a picture in pieces as the script of the page does. @returns the id of the upload once all of it has arrived */
export function sendInPieces(base: string, comer: Comer, bytes: Buffer, pieceBytes = 64 * 1024): Promise<string> {
  return new Promise((done, failed) => {
    const upload = new Upload(bytes, {
      endpoint: `${base}${paths.draftUploads(comer.draftId)}`, headers: { ...comer.headers }, chunkSize: pieceBytes, metadata: {},
      retryDelays: [0, 50, 100, 200, 400, 800], onError: failed, onSuccess: () => done(upload.url?.split('/').pop() ?? ''),
    })
    upload.start()
  })
}
