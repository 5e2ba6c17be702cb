import compress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'

/** Compresses pages; brotli where the browser takes it, at a level that a page a millisecond can afford. */
export async function registerCompression(app: FastifyInstance): Promise<void> {
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], brotliOptions: { params: { 1: 4 } } })
}
