import type { VNode } from 'preact'
import { Both, type ControlAction, type ControlField, type FaultMode, faultModes, type Person, type Words } from '../kit/index.ts'
import type { SystemView } from './view.ts'

export const faultWords: Record<FaultMode, Words> = {
  ok: { vi: 'Chạy bình thường', en: 'Working' },
  slow: { vi: 'Chậm', en: 'Slow' },
  error500: { vi: 'Lỗi 500', en: 'Error 500' },
  error503: { vi: 'Tạm ngừng (503)', en: 'Unavailable (503)' },
  reset: { vi: 'Ngắt kết nối', en: 'Connection reset' },
  malformed: { vi: 'Trả lời hỏng', en: 'Malformed answer' },
  timeout: { vi: 'Không trả lời', en: 'No answer' },
  lostAnswer: { vi: 'Đã làm nhưng mất trả lời', en: 'Done, but the answer is lost' },
  twice: { vi: 'Trả lời hai lần', en: 'Answered twice' },
  mixedUp: { vi: 'Trả lời nhầm của câu hỏi khác', en: 'The answer to another question' },
  stale: { vi: 'Trả lời cũ', en: 'An old answer' },
}

function Field(props: { field: ControlField; id: string; people: Person[] }): VNode {
  const { field, id } = props
  const choices = field.kind === 'person'
    ? props.people.map((person) => ({ value: person.identityNumber, label: person.fullName }))
    : field.options?.map((option) => ({ value: option.value, label: `${option.title.vi} · ${option.title.en}` }))
  return (
    <div>
      <label for={id}>{field.title.vi} <span class="en" lang="en">{field.title.en}</span></label>
      {choices
        ? <select id={id} name={field.name}>{choices.map((choice) => <option key={choice.value} value={choice.value} selected={choice.value === field.value}>{choice.label}</option>)}</select>
        : field.kind === 'number'
          ? <input id={id} name={field.name} value={field.value ?? ''} type="number" step="any" />
          : <input id={id} name={field.name} value={field.value ?? ''} autocomplete="off" />}
    </div>
  )
}

function ActionForm(props: { system: string; action: ControlAction; people: Person[] }): VNode {
  const { system, action } = props
  const fields = action.fields ?? []
  const form = (
    <form method="post" action={`/control/systems/${system}/actions/${action.id}`}>
      {fields.map((field) => <Field key={field.name} field={field} id={`${system}-${action.id}-${field.name}`} people={props.people} />)}
      <p><button type="submit" class="quiet">{fields.length === 0 ? <Both words={action.title} /> : <>Làm <span lang="en">· Do it</span></>}</button></p>
    </form>
  )
  return fields.length === 0 ? form : <details class="do"><summary><Both words={action.title} /></summary>{form}</details>
}

/** One simulated system: its switch, what can be done in it, and what it shows of itself. */
export function SystemCard(props: { system: SystemView; people: Person[] }): VNode {
  const { system } = props
  const hurt = system.faults.mode !== 'ok'
  return (
    <section class={hurt ? 'card hurt' : 'card'} id={`he-thong-${system.name}`}>
      <h3><Both words={system.title} /></h3>
      <p><span class={hurt ? 'tag hurt' : 'tag'}>{faultWords[system.faults.mode].vi} · <span lang="en">{faultWords[system.faults.mode].en}</span></span>
        {' '}<span class="soft">{system.prefix}{system.fired > 0 ? ` · ${system.fired} sự cố đã xảy ra / faults fired` : ''}</span></p>
      {hurt ? <form method="post" action={`/control/systems/${system.name}/faults`}>
        <input type="hidden" name="latencyMs" value="0" />
        <button type="submit" name="mode" value="ok">Cho chạy lại <span lang="en">· Put it right</span></button></form> : null}
      <details class="do">
        <summary>Sự cố <span class="en" lang="en">Faults</span></summary>
        <form method="post" action={`/control/systems/${system.name}/faults`}>
          <label for={`${system.name}-mode`}>Kiểu <span class="en" lang="en">Kind</span></label>
          <select id={`${system.name}-mode`} name="mode">{faultModes.map((mode) => <option key={mode} value={mode} selected={mode === system.faults.mode}>{faultWords[mode].vi} · {faultWords[mode].en}</option>)}</select>
          <label for={`${system.name}-share`}>Phần yêu cầu gặp sự cố, 0 đến 1 <span class="en" lang="en">Share of requests</span></label>
          <input id={`${system.name}-share`} name="share" type="number" min="0" max="1" step="0.05" value={system.faults.share} />
          <label for={`${system.name}-latency`}>Trễ thêm, mili giây <span class="en" lang="en">Extra delay, ms</span></label>
          <input id={`${system.name}-latency`} name="latencyMs" type="number" min="0" max="120000" step="100" value={system.faults.latencyMs} />
          <p><button type="submit" class="warn">Đặt <span lang="en">· Set</span></button></p>
        </form>
      </details>
      {system.actions.map((action) => <ActionForm key={action.id} system={system.name} action={action} people={props.people} />)}
      {system.panel ? <div dangerouslySetInnerHTML={{ __html: system.panel }} /> : null}
    </section>
  )
}
