import sharp from 'sharp'
import { expect, test } from 'vitest'
import { startSandbox } from '../start.ts'
import { holdingOf } from './portraits.ts'
import { system } from './system.ts'

test('most people have a good portrait in the register, some an old small one, some none: the same each time, and never without being asked for', async () => {
  await using sandbox = await startSandbox({ systems: [system] })
  const people = await sandbox.people.list({})
  const pictureOf = async (identityNumber: string, query = '?anh=1') => {
    const answer: { AnhChanDung?: string } = await (await fetch(`${sandbox.url}/population/persons/${identityNumber}${query}`)).json()
    return answer.AnhChanDung === undefined ? undefined : Buffer.from(answer.AnhChanDung, 'base64')
  }
  const widthOf = { good: 900, 'old-and-small': 240, none: undefined }
  for (const holding of ['good', 'old-and-small', 'none'] as const) {
    const person = people.find((one) => holdingOf(one) === holding)
    if (!person) throw new Error(`nobody has ${holding}`)
    const [picture, again] = [await pictureOf(person.identityNumber), await pictureOf(person.identityNumber)]
    expect(picture && (await sharp(picture).metadata()).width).toBe(widthOf[holding])
    expect(picture).toEqual(again)
    expect(await pictureOf(person.identityNumber, '')).toBeUndefined()
  }
})
