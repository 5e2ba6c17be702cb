import type { VNode } from 'preact'
import { Both, type Person, renderPage, type Words } from '../kit/index.ts'

export interface SignInPage {
  /** Where the form goes. */
  action: string
  citizens: Person[]
  staff: Person[]
  /** Chosen beforehand by login_hint. */
  preselected?: Person
  search: string
  from: number
  total: number
  pageSize: number
  problem?: Words
  /** The service wants to know anew who it is, though somebody signed in before. */
  anew?: boolean
}

function Choice(props: { person: Person; action: string }): VNode {
  const { person } = props
  return (
    <form method="post" action={props.action} class="card">
      <img class="face" src={`/control/api/people/${person.identityNumber}/portrait.jpg?width=180`} alt="" width="60" height="80" loading="lazy" />
      <h3>{person.fullName}</h3>
      <p class="soft">{person.identityNumber} · {person.residence.provinceName}
        {person.eidLevel === 1 ? <> · <span class="tag hurt">mức 1 · <span lang="en">level 1</span></span></> : null}</p>
      <p>{person.story.words.vi}<br /><span class="en" lang="en">{person.story.words.en}</span></p>
      <button type="submit" name="person" value={person.identityNumber}>Là người này <span lang="en">· This is me</span></button>
    </form>
  )
}

/** The page that stands for the national eID: a person is chosen, nothing secret is ever typed. */
export function signInPage(view: SignInPage): string {
  const title: Words = { vi: 'Bạn là ai hôm nay?', en: 'Who are you today?' }
  const more = view.from + view.pageSize < view.total
  const link = (from: number) => `?${new URLSearchParams({ tim: view.search, tu: String(from) }).toString()}`
  return renderPage({
    title, system: { vi: 'Định danh điện tử mô phỏng', en: 'Simulated electronic identity' }, home: false,
    children: (
      <>
        <h1>{title.vi} <span class="en" lang="en">{title.en}</span></h1>
        <p class="note">Chọn một người để đăng nhập. Ở đây không có mật khẩu hay mã xác thực, và không bao giờ hỏi.
          <span class="en" lang="en"> Choose a person to sign in. There is no password or one-time code here, and none is ever asked for.</span></p>
        {view.anew ? <p class="note"><Both words={{ vi: 'Dịch vụ yêu cầu xác nhận lại bạn là ai: lần đăng nhập trước không đủ.', en: 'The service asks you to prove anew who you are: the sign-in of before does not do.' }} /></p> : null}
        {view.problem ? <p class="note" role="alert"><Both words={view.problem} /></p> : null}
        {view.preselected ? <><h2><Both words={{ vi: 'Đã chọn sẵn', en: 'Chosen for you' }} /></h2><div class="grid"><Choice person={view.preselected} action={view.action} /></div></> : null}
        <form method="get" class="row">
          <div><label for="tim">Tìm theo tên hoặc số <span class="en" lang="en">Search by name or number</span></label>
            <input id="tim" name="tim" value={view.search} autocomplete="off" /></div>
          <button type="submit" class="quiet">Tìm <span lang="en">· Search</span></button>
        </form>
        <h2><Both words={{ vi: 'Công dân', en: 'Citizens' }} /></h2>
        {view.citizens.length === 0 ? <p>Không có ai tên như vậy. <span class="en" lang="en">Nobody has that name.</span></p> : null}
        <div class="grid">{view.citizens.map((person) => <Choice key={person.identityNumber} person={person} action={view.action} />)}</div>
        {view.total > view.pageSize ? (
          <nav class="row" aria-label="Trang / Pages">
            {view.from > 0 ? <a class="button" href={link(Math.max(0, view.from - view.pageSize))}>Trước <span lang="en">· Previous</span></a> : null}
            <p>{view.from + 1}–{Math.min(view.total, view.from + view.pageSize)} / {view.total}</p>
            {more ? <a class="button" href={link(view.from + view.pageSize)}>Tiếp <span lang="en">· Next</span></a> : null}
          </nav>) : null}
        {view.staff.length > 0 ? <><h2><Both words={{ vi: 'Cán bộ', en: 'Officers' }} /></h2>
          <div class="grid">{view.staff.map((person) => <Choice key={person.identityNumber} person={person} action={view.action} />)}</div></> : null}
      </>),
  })
}
