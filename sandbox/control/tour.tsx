import type { VNode } from 'preact'
import { Both, formatDate, type Person } from '../kit/index.ts'
import { cardLine } from '../people/make.ts'
import { flaws } from '../people/portrait/portrait.ts'

const flawWords: Record<(typeof flaws)[number], string> = {
  none: 'ảnh tốt · good', 'two-faces': 'hai người · two faces', 'eyes-closed': 'nhắm mắt · eyes closed', dark: 'tối · dark', 'small-face': 'mặt nhỏ · small face',
  'busy-background': 'nền rối · busy background', tilted: 'nghiêng · tilted', blurred: 'nhoè · blurred', 'no-face': 'không có mặt · no face', large: '12 megapixel',
}

function portraitUrl(person: Person, query = ''): string {
  return `/control/api/people/${person.identityNumber}/portrait.jpg${query}`
}

function Licences(props: { person: Person }): VNode {
  const { licences, foreignLicence } = props.person
  if (foreignLicence) return <>Bằng {foreignLicence.country}, số {foreignLicence.number}</>
  if (licences.length === 0) return <>Chưa có bằng <span lang="en">· no licence</span></>
  return <>{licences.map((licence, index) => (
    <span key={licence.licenceNumber}>{index > 0 ? ' · ' : ''}{licence.licenceClass} {licence.licenceNumber}, {licence.expiresOn ? `đến ${formatDate(licence.expiresOn)}` : 'không thời hạn'}</span>))}</>
}

/** One person of the cast: who, the story, whose move it is, and the pictures to upload. */
export function PersonCard(props: { person: Person; webUrl: string; place?: number }): VNode {
  const { person } = props
  return (
    <article class="card">
      <img class="face" src={portraitUrl(person, '?width=180')} alt="" width="60" height="80" loading="lazy" />
      <h3>{props.place ? `${props.place}. ` : ''}{person.fullName}</h3>
      <p class="soft">{person.identityNumber} · {formatDate(person.birthDate)}<br />{person.residence.commune}, {person.residence.provinceName}</p>
      <p>{person.story.words.vi}<br /><span class="en" lang="en">{person.story.words.en}</span></p>
      {person.staff ? null : <>
        <p class="soft"><Licences person={person} /></p>
        <p><strong>Tiếp theo · <span lang="en">Next</span>:</strong> {person.story.next.vi} <span class="en" lang="en">{person.story.next.en}</span></p></>}
      <div class="row">
        <a class="button" href={props.webUrl}>Mở dịch vụ <span lang="en">· Open the service</span></a>
      </div>
      {person.staff ? null : <details>
        <summary>Ảnh để tải lên, căn cước <span class="en" lang="en">Portraits to upload, identity card</span></summary>
        <p class="soft">{flaws.map((flaw, index) => (
          <span key={flaw}>{index > 0 ? ' · ' : ''}<a href={portraitUrl(person, flaw === 'none' ? '' : `?flaw=${flaw}`)} download={`${person.story.slug}-${flaw}.jpg`}>{flawWords[flaw]}</a></span>))}</p>
        <p class="soft">Dòng QR trên căn cước, để dán vào ô quét ở quầy hay phòng khám <span lang="en">· The card’s QR line, to paste where a counter or a clinic scans</span>:<br /><code>{cardLine(person)}</code></p>
        <p class="soft"><a href={`/mailbox?to=${person.phone}`}>Tin nhắn của người này <span lang="en">· This person’s messages</span></a></p>
      </details>}
    </article>
  )
}

/** The order in which to look at everything, in five steps. */
export function TourSteps(props: { webUrl: string }): VNode {
  const steps = [
    [<>Mở <a href={props.webUrl}>dịch vụ</a>, bấm Đăng nhập và chọn An.</>, <>Open the service, press Sign in and choose An.</>],
    ['Nộp hồ sơ: tải ảnh của An ở dưới, cam kết, trả lệ phí ở cổng thanh toán mô phỏng.', 'File: upload An’s portrait from below, declare, pay at the simulated payment platform.'],
    ['Đăng nhập là cán bộ thụ lý Bắc Ninh: nhận, tiếp nhận, trình; rồi là lãnh đạo ký.', 'Sign in as an appraiser of Bắc Ninh: claim, accept, propose; then as a signer.'],
    ['Cho thời gian trôi ở trên và cho bưu phẩm đi ở ô Bưu chính.', 'Pass time above and move the parcel in the post card.'],
    ['Thử Bình, Cúc, Dũng, Em và Nam; bật sự cố ở từng hệ thống.', 'Try Bình, Cúc, Dũng, Em and Nam; switch faults on for any system.'],
  ] as const
  return <ol>{steps.map(([vi, en], index) => <li key={index}>{vi} <span class="en" lang="en">{en}</span></li>)}</ol>
}

export const castTitle = <Both words={{ vi: 'Nhân vật và câu chuyện', en: 'People and their stories' }} />
