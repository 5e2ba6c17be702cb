/** Guides for everybody who uses the service, with pictures of it (A5). In a simulation they lead to the place to practise. */
import type { FastifyInstance } from 'fastify'
import type { Lang } from '../../../platform/values/words.ts'
import { BackLink, Card, Cards, Columns, Details, Link, LinkButton, Screenshot } from '../../kit/index.ts'
import { CitizenLayout } from '../../layout.tsx'
import { paths } from '../../paths.ts'
import { sendPage, type Visit, visitOf, type Web } from '../../request.ts'
import { guides } from './all.ts'
import type { Guide, Step } from './guide.ts'
import { cuts, pictures } from './pictures.ts'
import { guideWords } from './text/words.ts'

export function registerGuides(app: FastifyInstance, web: Web): void {
  app.get(paths.guides(), async (request, reply) => sendPage(reply, listPage(web, await visitOf(web, request))))
  for (const guide of guides) {
    app.get(paths.guide(guide.slug), async (request, reply) => sendPage(reply, guidePage(web, await visitOf(web, request), guide)))
  }
}

function listPage(web: Web, visit: Visit) {
  const t = guideWords[visit.lang]
  return (
    <CitizenLayout web={web} visit={visit} title={t.title}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <Cards>
        {guides.map((guide) => (
          <Card title={guide.title[visit.lang]} foot={<LinkButton href={paths.guide(guide.slug)} look="secondary">{t.read}<span class="govuk-visually-hidden">: {guide.title[visit.lang]}</span></LinkButton>}>
            <p class="govuk-body">{guide.lead[visit.lang]}</p>
          </Card>
        ))}
      </Cards>
      <Practice web={web} lang={visit.lang} />
    </CitizenLayout>
  )
}

function guidePage(web: Web, visit: Visit, guide: Guide) {
  const { lang } = visit
  const t = guideWords[lang]
  return (
    <CitizenLayout web={web} visit={visit} title={`${t.title}: ${guide.title[lang]}`} before={<BackLink href={paths.guides()}>{t.title}</BackLink>}>
      <h1 class="govuk-heading-l">{guide.title[lang]}</h1>
      <p class="govuk-body-l">{guide.lead[lang]}</p>
      {guide.steps.map((step, index) => <StepCard web={web} step={step} caption={t.step(index + 1, guide.steps.length)} lang={lang} />)}
      <h2 class="govuk-heading-m">{t.trouble}</h2>
      {guide.trouble.map(({ question, answer }) => <Details summaryText={question[lang]}><p class="govuk-body">{answer[lang]}</p></Details>)}
      <Practice web={web} lang={lang} />
      <h2 class="govuk-heading-m">{t.others}</h2>
      <ul class="govuk-list">{guides.filter((other) => other !== guide).map((other) => <li><Link href={paths.guide(other.slug)}>{other.title[lang]}</Link></li>)}</ul>
    </CitizenLayout>
  )
}

function StepCard({ web, step, caption, lang }: { readonly web: Web; readonly step: Step; readonly caption: string; readonly lang: Lang }) {
  const words = step.text.map((paragraph) => <p class="govuk-body">{paragraph[lang]}</p>)
  const src = step.picture && web.assets.citizen.pictures?.[`${step.picture.name}.webp`]
  const picture = step.picture && src !== undefined ? { cut: cuts[pictures[step.picture.name].cut], alt: step.picture.alt[lang], src } : undefined
  const shot = picture && <Screenshot src={picture.src} alt={picture.alt} width={picture.cut.width} height={picture.cut.shown} />
  const beside = shot !== undefined && picture?.cut === cuts.phone
  return (
    <Card title={<><span class="govuk-caption-m">{caption}</span> {step.title[lang]}</>}>
      {beside ? <Columns aside={shot}>{words}</Columns> : words}
      {!beside && shot}
    </Card>
  )
}

function Practice({ web, lang }: { readonly web: Web; readonly lang: Lang }) {
  const { simulation, sandboxUrl } = web.platform.config
  const t = guideWords[lang]
  if (!simulation) return null
  return <Card title={t.practice} quiet><p class="govuk-body">{t.practiceText}</p><p class="govuk-body"><Link href={sandboxUrl}>{t.practiceLink}</Link></p></Card>
}
