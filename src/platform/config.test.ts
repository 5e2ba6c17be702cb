import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

const DATABASE_URL = 'postgres://db.vidu.invalid/toantrinh'
const outside = Object.fromEntries(['NATIONAL_ID', 'POPULATION_REGISTER', 'HEALTH_RECORDS', 'VIOLATIONS', 'PAYMENT_PLATFORM', 'POST', 'SMS', 'MAIL', 'NATIONAL_PORTAL', 'DATA_STORE', 'CERTIFICATE_AUTHORITY', 'TIMESTAMP_AUTHORITY']
  .map((name) => [`${name}_URL`, `https://${name.toLowerCase()}.vidu.invalid`]))
const production = { MODE: 'production', DATABASE_URL, PUBLIC_URL: 'https://dich-vu.vidu.invalid', KEYS_DIR: '/keys', PAYMENT_TMN_CODE: 'VIDU0001', PAYMENT_SECRET: 'x'.repeat(32), POST_SECRET: 'y'.repeat(32), PORTAL_SECRET: 'z'.repeat(32), DATA_STORE_SECRET: 's'.repeat(32), OFFICE_MAIL: 'csgt.{province}@vidu.invalid', LEADER_MAIL: 'lanhdao.{province}@vidu.invalid', COLLECTING_ACCOUNT: '0000000000001', ...outside }

describe('a wrong setting stops the start with its name and reason', () => {
  test.each([
    ['PORT', { PORT: 'ninety' }, /^PORT: must be a port number/],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }, /^DATABASE_URL: must be a postgres/],
    ['WORKER_CONCURRENCY', { WORKER_CONCURRENCY: '0' }, /^WORKER_CONCURRENCY: /],
    ['PUBLIC_URL', { PUBLIC_URL: 'ftp://x' }, /^PUBLIC_URL: /],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'short' }, /^METRICS_TOKEN: must have/],
    ['OFFICE_MAIL', { OFFICE_MAIL: 'one@vidu.invalid' }, /^OFFICE_MAIL: must contain/],
    ['an outside address', { SMS_URL: 'not an address' }, /^SMS_URL: must be an address/],
    ['a place for files that we do not know', { FILES: 'cloud' }, /^FILES: /],
    ['a bucket without its secret', { FILES: 's3', S3_ENDPOINT: 'http://127.0.0.1:9000', S3_BUCKET: 'anh', S3_ACCESS_KEY: 'x' }, /^S3_SECRET_KEY: must be set when FILES is s3/],
    ['a bucket beyond this machine in a simulation', { FILES: 's3', S3_ENDPOINT: 'https://s3.vidu.invalid', S3_BUCKET: 'anh', S3_ACCESS_KEY: 'x', S3_SECRET_KEY: 'y' }, /^S3_ENDPOINT: a simulation keeps nothing beyond/],
  ])('%s', (_, env, message) => {
    expect(() => readConfig({ DATABASE_URL, ...env })).toThrow(message)
  })
})

describe('production touches nothing made up', () => {
  test('with everything real it starts, and is no simulation', () => {
    expect(readConfig(production)).toMatchObject({ simulation: false })
  })
  test.each([
    ['a simulator’s address', { POST_URL: 'http://127.0.0.1:4000/post' }, /^POST_URL: is a simulator/],
    ['a missing ministry', { VIOLATIONS_URL: '' }, /^VIOLATIONS_URL: must be set/],
    ['plain http', { PUBLIC_URL: 'http://dich-vu.vidu.invalid' }, /^PUBLIC_URL: must be https/],
    ['a simulated eID', { EID_ISSUER: 'http://127.0.0.1:4000/eid' }, /^EID_ISSUER: is a simulator/],
    ['the made-up merchant', { PAYMENT_TMN_CODE: '' }, /^PAYMENT_TMN_CODE: /],
    ['the default payment secret', { PAYMENT_SECRET: '' }, /^PAYMENT_SECRET: /],
    ['a bucket spoken to in the clear', { FILES: 's3', S3_ENDPOINT: 'http://s3.vidu.invalid', S3_BUCKET: 'anh', S3_ACCESS_KEY: 'x', S3_SECRET_KEY: 'y' }, /^S3_ENDPOINT: must be https/],
    ['the made-up account', { COLLECTING_ACCOUNT: '' }, /^COLLECTING_ACCOUNT: must be set/],
    ['offices without an address', { OFFICE_MAIL: '' }, /^OFFICE_MAIL: /],
    ['leaders without an address', { LEADER_MAIL: '' }, /^LEADER_MAIL: /],
    ['keys inside the data folder', { KEYS_DIR: '' }, /^KEYS_DIR: /],
  ])('%s stops the start', (_, env, message) => {
    expect(() => readConfig({ ...production, ...env })).toThrow(message)
  })
})

test('a simulation needs no setting but the database, and listens on this machine only', () => {
  expect(readConfig({ DATABASE_URL })).toMatchObject({ simulation: true, host: '127.0.0.1', outside: { post: { url: 'http://127.0.0.1:4000/post' } } })
  expect(() => readConfig({ DATABASE_URL, HOST: '0.0.0.0' })).toThrow(/^HOST: /)
  expect(() => readConfig({ DATABASE_URL, POST_URL: 'https://post.vidu.invalid' })).toThrow(/^POST_URL: a simulation calls nothing beyond/)
})
