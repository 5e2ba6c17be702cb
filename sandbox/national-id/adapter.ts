/**
 * Where the OpenID provider keeps sessions, codes and grants: in the sandbox's documents, so that a restart loses nobody.
 * Sessions are also found by `uid` and tokens by grant, through the containment index of the documents.
 */
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'
import type { Box, Docs } from '../kit/index.ts'

interface Kept {
  payload: AdapterPayload
  /** Real time in ms; the provider checks the end by itself as well. */
  endsAt: number | null
}

/** One adapter for each kind of artifact the provider asks for. */
export function adapterIn(box: Box): AdapterFactory {
  return (model) => adapter(box.docs<Kept>(`oidc-${model}`), box)
}

const grantable = ['AccessToken', 'AuthorizationCode', 'RefreshToken']

function adapter(docs: Docs<Kept>, box: Box): Adapter {
  const alive = (kept: Kept | undefined) => (kept && (kept.endsAt === null || kept.endsAt > Date.now()) ? kept.payload : undefined)
  return {
    async upsert(id, payload, expiresIn) {
      const seconds = expiresIn ?? undefined
      await docs.put(id, { payload, endsAt: seconds === undefined ? null : Date.now() + seconds * 1000 }, { ttlSeconds: seconds })
    },
    find: async (id) => alive(await docs.get(id)),
    findByUid: async (uid) => alive((await docs.list({ where: { payload: { uid } }, limit: 1 }))[0]),
    findByUserCode: async () => undefined,
    async consume(id) {
      const kept = await docs.get(id)
      if (!kept) return
      const left = kept.endsAt === null ? undefined : Math.max(1, Math.ceil((kept.endsAt - Date.now()) / 1000))
      await docs.put(id, { ...kept, payload: { ...kept.payload, consumed: Math.floor(Date.now() / 1000) } }, { ttlSeconds: left })
    },
    destroy: async (id) => docs.delete(id),
    async revokeByGrantId(grantId) {
      for (const model of grantable) {
        const tokens = box.docs<Kept>(`oidc-${model}`)
        for (const kept of await tokens.list({ where: { payload: { grantId } } })) {
          if (kept.payload.jti) await tokens.delete(kept.payload.jti)
        }
      }
    },
  }
}
