/** The frame of a clinic's pages, and what every route of it begins with. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { roles } from '../../catalogue/index.ts'
import type { Clinic, Doctor } from '../../capabilities/health-certificates/index.ts'
import { getPerson } from '../../capabilities/identity/index.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { Heading, Page } from '../kit/index.ts'
import type { LayoutProps } from '../layout.tsx'
import { paths } from '../paths.ts'
import { doctorVisit, type OfficeVisit, sendPage, type Web } from '../request.ts'
import { siteText } from '../text.ts'
import { clinicText } from './text.ts'

/** @property clinic undefined where it may not work */
export function ClinicLayout({ web, visit, clinic, current, children, ...page }: LayoutProps & { readonly visit: OfficeVisit; readonly clinic?: Pick<Clinic, 'name'> | undefined; readonly current?: 'today' }) {
  const t = siteText[visit.lang]
  const own = clinicText[visit.lang]
  const { staff } = visit.session
  return (
    <Page
      {...page}
      lang={visit.lang}
      width="staff"
      assets={web.assets.staff}
      simulation={web.platform.config.simulation}
      header={{
        service: { name: t.service, tagline: t.tagline, href: paths.clinic() },
        navigation: [{ text: own.today, href: paths.clinic(), current: current === 'today' }, { text: own.publicList, href: paths.examiningClinics() }],
        otherLanguageHref: paths.language(visit.lang === 'vi' ? 'en' : 'vi', visit.here),
        signedIn: { name: staff.fullName, detail: `${roles.doctor.words[visit.lang]}, ${clinic?.name ?? visit.officeCode}`, signOut: { action: paths.signOut(), csrf: visit.csrf } },
      }}
      footer={{ links: [{ text: t.help, href: paths.help() }, { text: t.privacy, href: paths.privacy() }, { text: t.status, href: paths.status() }] }}
    >
      {children}
    </Page>
  )
}

/** What the doctor's own account says, for the rule that nobody examines themselves. */
export async function doctorOf(work: Work, visit: OfficeVisit): Promise<Doctor> {
  return getPerson(work, visit.session.personId)
}

/**
 * Does something as a doctor at a clinic that may work; a clinic that may not is told so, and what is not theirs is not there.
 * @param act sends the answer
 */
export async function asDoctor(web: Web, request: FastifyRequest, reply: FastifyReply, act: (visit: OfficeVisit) => Promise<unknown>): Promise<FastifyReply> {
  const visit = await doctorVisit(web, request, reply)
  if (!visit) return reply
  try {
    await act(visit)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'examination-not-found') reply.callNotFound()
    else if (error.code === 'clinic-not-admitted' || error.code === 'clinic-suspended') sendPage(reply, <Closed web={web} visit={visit} why={error.code} />, 403)
    else throw error
  }
  return reply
}

function Closed({ web, visit, why }: { web: Web; visit: OfficeVisit; why: 'clinic-not-admitted' | 'clinic-suspended' }) {
  const t = clinicText[visit.lang]
  const [title = '', text] = t.closed[why]
  return (
    <ClinicLayout web={web} visit={visit} title={title}>
      <Heading>{title}</Heading>
      <p class="govuk-body-l">{text}</p>
      <p class="govuk-body">{t.code}: <strong>{visit.officeCode}</strong></p>
    </ClinicLayout>
  )
}
