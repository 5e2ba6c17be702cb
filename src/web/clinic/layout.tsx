/** The frame of a clinic's pages, and what every route of it begins with. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Doctor } from '../../capabilities/health-certificates/index.ts'
import { getPerson } from '../../capabilities/identity/index.ts'
import type { LocalDate } from '../../platform/values/dates.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { Heading } from '../kit/index.ts'
import { type LayoutProps, StaffFrame } from '../layout.tsx'
import { paths } from '../paths.ts'
import { doctorVisit, type OfficeVisit, sendPage, type Web } from '../request.ts'
import { clinicText } from './text.ts'

/** A doctor's visit on a day. */
export type ClinicVisit = OfficeVisit & { readonly today: LocalDate }

export function ClinicLayout({ current, ...frame }: LayoutProps & { readonly visit: ClinicVisit; readonly current?: 'today' }) {
  const t = clinicText[frame.visit.lang]
  return (
    <StaffFrame
      {...frame} today={frame.visit.today} home={paths.clinic()} place={`${t.place} ${frame.visit.officeCode}`}
      navigation={[{ text: t.today, href: paths.clinic(), current: current === 'today' }, { text: t.publicList, href: paths.examiningClinics() }]}
    />
  )
}

/** What the doctor's own account says, for the rule that nobody examines themselves. */
export async function doctorOf(work: Work, visit: OfficeVisit): Promise<Doctor> {
  return getPerson(work, visit.session.personId)
}

/**
 * Does something as a doctor at a clinic that may work; a clinic that may not is told so, what is not theirs is not there, and nobody has a hand in what is about themselves.
 * @param act sends the answer
 */
export async function asDoctor(web: Web, request: FastifyRequest, reply: FastifyReply, act: (visit: ClinicVisit) => Promise<unknown>): Promise<FastifyReply> {
  const office = await doctorVisit(web, request, reply)
  if (!office) return reply
  const visit = { ...office, today: await web.platform.read(office.actor, async (work) => work.today) }
  try {
    await act(visit)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'examination-not-found') reply.callNotFound()
    else if (error.code === 'clinic-not-admitted' || error.code === 'clinic-suspended') sendPage(reply, <Closed web={web} visit={visit} why={error.code} />, 403)
    else if (error.code === 'examining-oneself') sendPage(reply, <Closed web={web} visit={visit} why={error.code} />, 409)
    else throw error
  }
  return reply
}

function Closed({ web, visit, why }: { web: Web; visit: ClinicVisit; why: keyof (typeof clinicText)['vi']['closed'] }) {
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
