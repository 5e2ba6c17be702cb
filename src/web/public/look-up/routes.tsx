/**
 * The public look-up. The answer comes with the POST itself and is kept nowhere: nothing personal stands in an address, a
 * browser's history or a table, and there is nothing that a redirect would protect, for asking changes nothing.
 */
import type { FastifyInstance } from 'fastify'
import { lookUp } from '../../../capabilities/licences/index.ts'
import { isLocalDate, type LocalDate } from '../../../platform/values/dates.ts'
import type { Lang } from '../../../platform/values/words.ts'
import { paths } from '../../paths.ts'
import { formOf, sendPage, visitOf, type Web } from '../../request.ts'
import { LookUpPage, type Problems, type Typed } from './look-up.page.tsx'
import { lookUpText } from './text.ts'

export function registerLookUp(app: FastifyInstance, web: Web): void {
  const { platform } = web
  app.get(paths.lookUp(), async (request, reply) => sendPage(reply, <LookUpPage web={web} visit={await visitOf(web, request)} />))
  app.post(paths.lookUp(), async (request, reply) => {
    const visit = await visitOf(web, request)
    const form = formOf(request)
    const typed: Typed = { number: form.text('number'), day: form.text('birth-day'), month: form.text('birth-month'), year: form.text('birth-year') }
    const today = await platform.read(visit.actor, async (work) => work.today)
    const question = read(typed, today, visit.lang)
    if ('problems' in question) return sendPage(reply, <LookUpPage web={web} visit={visit} typed={typed} problems={question.problems} />, 422)
    const told = await lookUp(platform, { ...question, address: request.ip })
    if (told.kind === 'wait') reply.header('retry-after', String(told.seconds))
    const kept = told.kind === 'found' ? {} : { typed }
    return sendPage(reply, <LookUpPage web={web} visit={visit} {...kept} answer={{ told, number: question.number, today }} />, told.kind === 'wait' ? 429 : 200)
  })
}

/** Number and date of a question, or what is wrong with how they were typed: that alone depends on no register. */
function read(typed: Typed, today: LocalDate, lang: Lang): { readonly number: string; readonly birthDate: LocalDate } | { readonly problems: Problems } {
  const t = lookUpText[lang]
  const number = typed.number.replace(/[\s.-]/g, '')
  const parts = [typed.day, typed.month, typed.year].map((part) => part.trim())
  const [day = '', month = '', year = ''] = parts
  const birthDate = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const problems: Problems = {
    ...(number === '' ? { number: t.numberMissing } : /^\d{12}$/.test(number) ? {} : { number: t.numberWrong }),
    ...(parts.every((part) => part === '') ? { birthDate: t.dateMissing } : isLocalDate(birthDate) && birthDate >= '1900-01-01' && birthDate < today ? {} : { birthDate: t.dateWrong }),
  }
  return problems.number || problems.birthDate ? { problems } : { number, birthDate }
}
