import { formatInstant, renderPage } from '../kit/index.ts'
import type { Message } from './messages.ts'

export interface MailboxView {
  /** Shown only: this phone or address; all when empty. */
  to: string
  /** Newest first. */
  messages: Message[]
  /** Who the phone or address belongs to, by address. */
  owners: Map<string, string>
}

export function mailboxPage(view: MailboxView): string {
  const title = { vi: 'Hộp thư', en: 'Mailbox' }
  return renderPage({
    title, system: { vi: 'Tin nhắn và thư điện tử', en: 'Text messages and e-mail' },
    children: (
      <>
        <h1>{title.vi} <span class="en" lang="en">{title.en}</span></h1>
        <form method="get" class="row">
          <div><label for="to">Số điện thoại hoặc địa chỉ <span class="en" lang="en">Phone or address</span></label><input id="to" name="to" value={view.to} autocomplete="off" /></div>
          <button type="submit" class="quiet">Xem <span lang="en">· Show</span></button>
          {view.to ? <a class="button" href="/mailbox">Tất cả <span lang="en">· All</span></a> : null}
        </form>
        {view.messages.length === 0 ? <p>Chưa có tin nào. <span class="en" lang="en">No messages yet.</span></p> : null}
        {view.messages.map((message) => (
          <article key={message.receipt} class="card" style="margin:12px 0">
            <p class="soft"><span class="tag">{message.channel === 'sms' ? 'SMS' : 'E-mail'}</span> {formatInstant(new Date(message.acceptedAt))} ·
              {' '}<a href={`/mailbox?to=${encodeURIComponent(message.to)}`}>{message.to}</a>{view.owners.has(message.to) ? ` · ${view.owners.get(message.to)}` : ''}</p>
            {message.subject ? <h2 style="margin-top:4px">{message.subject}</h2> : null}
            <pre>{message.text}</pre>
            {message.attachments.map((file) => <p key={file.name} class="soft">Tệp kèm · <span lang="en">Attached</span>: {file.name} ({Math.ceil(file.bytes / 1024)} KB)</p>)}
          </article>))}
      </>),
  })
}
