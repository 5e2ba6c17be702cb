/** The web server every audience shares: limits, security headers, forms, and one way to end badly. */
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance } from 'fastify'
import { newId } from '../values/ids.ts'
import type { Platform } from '../runtime.ts'

/** Largest upload accepted: a 200-megapixel phone picture with room to spare. */
export const MAX_UPLOAD_BYTES = 40 * 1024 * 1024

/** The longest request line and headers that Node reads: no part of an address is refused for its length alone, its page answers. */
const MAX_ADDRESS = 16 * 1024

/** An address whose escapes cannot be read means the characters that it has: its page tells that there is no such thing, in the visitor's language. */
function readableAddress(url: string): string {
  const [path = ''] = url.split('?', 1)
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return path.replaceAll('%', '%25') + url.slice(path.length)
  }
}

/**
 * Builds the server without routes.
 * Time limits: Fastify sets requestTimeout to 0 unless told, and the headers' limit must be the smaller one to count.
 */
export async function createServer(platform: Platform): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    genReqId: () => newId(),
    trustProxy: platform.config.trustedProxy ?? false,
    bodyLimit: 256 * 1024,
    requestTimeout: 120_000,
    http: { headersTimeout: 10_000, requestTimeout: 120_000, connectionsCheckingInterval: 1_000 },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: MAX_ADDRESS },
    rewriteUrl: (request) => readableAddress(request.url ?? '/'),
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"], 'style-src': ["'self'"], 'script-src': ["'self'"], 'img-src': ["'self'"], 'font-src': ["'self'"], 'connect-src': ["'self'"],
        'form-action': ["'self'", new URL(platform.config.eid.issuer).origin, new URL(platform.config.outside['payment-platform'].url).origin],
        'frame-ancestors': ["'none'"], 'base-uri': ["'none'"], 'object-src': ["'none'"],
      },
    },
    strictTransportSecurity: platform.config.simulation ? false : { maxAge: 31_536_000, includeSubDomains: true },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: 256 * 1024 })
  await app.register(multipart, { limits: { fileSize: MAX_UPLOAD_BYTES, files: 1, fields: 20, fieldSize: 64 * 1024, parts: 25 } })
  app.addHook('onRequest', async (request, reply) => {
    // A browser says where a form was sent from; a form of another site changes nothing here.
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const site = request.headers['sec-fetch-site']
      const origin = request.headers.origin
      const foreign = (site !== undefined && site !== 'same-origin' && site !== 'none') || (origin !== undefined && origin !== 'null' && origin !== new URL(platform.config.publicUrl).origin && origin !== `http://${request.headers.host}`)
      if (foreign && !request.url.startsWith('/may/')) return reply.code(403).send()
    }
  })
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    platform.metrics.answered({ method: request.method, route: request.routeOptions.url, status: reply.statusCode }, reply.elapsedTime / 1000)
    platform.log.info({ requestId: request.id, method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request')
  })
  return app
}
