import type { VNode } from 'preact'
import { Both, formatInstant, renderPage } from '../kit/index.ts'
import type { LoggedRequest } from '../kit/request-log.ts'
import { faultWords, SystemCard } from './system-card.tsx'
import { castTitle, PersonCard, TourSteps } from './tour.tsx'
import type { ControlView } from './view.ts'

function ClockPart(props: { view: ControlView }): VNode {
  const { now, rate, dueAt } = props.view
  return (
    <section class="card" aria-labelledby="dong-ho">
      <h2 id="dong-ho" style="margin-top:0"><Both words={{ vi: 'Đồng hồ chung', en: 'The shared clock' }} /></h2>
      <p class="clock"><time datetime={now.toISOString()}>{formatInstant(now)}</time>{rate === 1 ? '' : ` × ${rate}`}</p>
      <div class="row">
        <form method="post" action="/control/clock/pass"><button name="hours" value="1" type="submit">+1 giờ <span lang="en">· hour</span></button></form>
        <form method="post" action="/control/clock/pass"><button name="workingDays" value="1" type="submit">+1 ngày làm việc <span lang="en">· working day</span></button></form>
        {dueAt ? <form method="post" action="/control/clock/pass"><button name="until" value={dueAt.toISOString()} type="submit">Đến hạn trả {formatInstant(dueAt)} <span lang="en">· To the due date</span></button></form> : null}
      </div>
      <p class="en" lang="vi">Giờ này dùng chung cho dịch vụ và mọi hệ thống ở đây; chỉ đi tới, không lùi. <span lang="en">The service and every system here go by this time; it only moves forward.</span></p>
    </section>
  )
}

function ChaosPart(props: { chaos: number }): VNode {
  return (
    <section class={props.chaos > 0 ? 'card hurt' : 'card'} aria-labelledby="hon-loan">
      <h2 id="hon-loan" style="margin-top:0"><Both words={{ vi: 'Hỗn loạn', en: 'Chaos' }} /></h2>
      <p>{Math.round(props.chaos * 100)} % yêu cầu giữa các hệ thống gặp sự cố ngẫu nhiên. <span class="en" lang="en">of the requests between systems meet a random fault.</span></p>
      <form method="post" action="/control/chaos" class="row">
        {[0, 0.1, 0.3].map((share) => <button key={share} type="submit" name="share" value={String(share)} class={share === 0 ? 'quiet' : 'warn'}>{share * 100} %</button>)}
      </form>
    </section>
  )
}

function Requests(props: { requests: LoggedRequest[]; total: number }): VNode {
  return (
    <details>
      <summary>Yêu cầu gần đây ({props.total}) <span class="en" lang="en">Latest requests, without personal data</span></summary>
      <div class="scroll"><table>
        <thead><tr>{['Lúc · At', 'Hệ thống · System', 'Yêu cầu · Request', 'Kết quả · Status', 'ms', 'Sự cố · Fault'].map((head) => <th scope="col" key={head}>{head}</th>)}</tr></thead>
        <tbody>{props.requests.map((request, index) => (
          <tr key={index}><td>{formatInstant(new Date(request.at))}</td><td>{request.system}</td><td>{request.method} {request.route}</td>
            <td>{request.status === 0 ? '—' : request.status}</td><td>{request.ms}</td><td>{request.fault === 'ok' ? '' : faultWords[request.fault].vi}</td></tr>))}</tbody>
      </table></div>
    </details>
  )
}

/** Everything that the world outside can do, on one page that needs no script. */
export function controlPage(view: ControlView): string {
  const people = [...view.cast, ...view.staff]
  return renderPage({
    title: { vi: 'Bàn điều khiển', en: 'Control page' }, home: false,
    children: (
      <>
        <h1>Bàn điều khiển <span class="en" lang="en">Control page</span></h1>
        <p>Các bộ, ngành, ngân hàng và bưu chính ở đây đều là giả. <span class="en" lang="en">All ministries, banks and post offices here are pretend.</span>
          {' '}<a href={view.webUrl}>Dịch vụ <span lang="en">· The service</span></a> · <a href="/mailbox">Hộp thư <span lang="en">· Mailbox</span></a></p>
        {view.message ? <p class="note" role="status">{view.message}</p> : null}
        <div class="grid wide"><ClockPart view={view} /><ChaosPart chaos={view.chaos} /></div>
        <h2><Both words={{ vi: 'Đi một vòng', en: 'A guided tour' }} /></h2>
        <TourSteps webUrl={view.webUrl} />
        <h2>{castTitle}</h2>
        <div class="grid">{view.cast.map((person, index) => <PersonCard key={person.identityNumber} person={person} webUrl={view.webUrl} place={index + 1} />)}</div>
        {view.generated > 0 ? <p>Và {view.generated} người được tạo ra nữa, chọn ở trang đăng nhập. <span class="en" lang="en">And {view.generated} generated people more, on the sign-in page.</span></p> : null}
        <h2><Both words={{ vi: 'Cán bộ', en: 'Officers' }} /></h2>
        <div class="grid">{view.staff.map((person) => <PersonCard key={person.identityNumber} person={person} webUrl={view.webUrl} />)}</div>
        <h2><Both words={{ vi: 'Các hệ thống', en: 'The systems' }} /></h2>
        <div class="stack">{view.systems.map((system) => <SystemCard key={system.name} system={system} people={people} />)}</div>
        <h2><Both words={{ vi: 'Nhật ký', en: 'Log' }} /></h2>
        <Requests requests={view.requests} total={view.requestTotal} />
      </>),
  })
}
