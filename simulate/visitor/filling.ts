/** Filling in a form the way it is drawn: what is prefilled stays, what is chosen is chosen, one button is pressed. */
import type { Button, Field, Form } from './page.ts'

export interface Upload {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

/** A form being filled in. */
export interface Filling {
  readonly form: Form
  /** How many fields the person typed in. */
  typed: number
  values: [name: string, value: string][]
  files: [name: string, file: Upload][]
}

/** Takes a form as it stands on the page. */
export function begin(form: Form): Filling {
  const values = form.fields.flatMap((field): [string, string][] => {
    if (!field.name || field.kind === 'file') return []
    if (field.kind === 'radio' || field.kind === 'checkbox') return field.chosen ? [[field.name, field.value]] : []
    return [[field.name, field.value]]
  })
  return { form, typed: 0, values, files: [] }
}

function put(filling: Filling, name: string, value: string): void {
  filling.values = [...filling.values.filter(([other]) => other !== name), [name, value]]
}

/** Types into a field, unless that is written there already. */
export function type(filling: Filling, field: Field, value: string): void {
  if (field.value === value) return
  filling.typed += 1
  put(filling, field.name, value)
}

/** Chooses a radio button, or ticks a box. */
export function choose(filling: Filling, field: Field): void {
  if (field.kind === 'checkbox') {
    if (!filling.values.some(([name, value]) => name === field.name && value === field.value)) filling.values.push([field.name, field.value])
  } else put(filling, field.name, field.value)
}

/** Chooses an option of a list. */
export function select(filling: Filling, field: Field, value: string): void {
  put(filling, field.name, value)
}

export function attach(filling: Filling, field: Field, file: Upload): void {
  filling.files.push([field.name, file])
}

/** The fields of a group that nobody has chosen from yet. */
export function unanswered(filling: Filling): Map<string, Field[]> {
  const groups = new Map<string, Field[]>()
  for (const field of filling.form.fields) {
    if (field.kind !== 'radio' || filling.values.some(([name]) => name === field.name)) continue
    groups.set(field.name, [...(groups.get(field.name) ?? []), field])
  }
  return groups
}

/** What goes over the wire when a button is pressed. */
export function encode(filling: Filling, button: Button | undefined): { contentType: string; body: Buffer | string; query: string } {
  const values: [string, string][] = button?.name ? [...filling.values, [button.name, button.value]] : filling.values
  const query = new URLSearchParams(values).toString()
  if (!filling.form.multipart) return { contentType: 'application/x-www-form-urlencoded', body: query, query }
  const boundary = `----toan-trinh-${Math.random().toString(36).slice(2)}`
  const parts: Buffer[] = []
  for (const [name, value] of values) parts.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`))
  for (const [name, file] of filling.files) {
    parts.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${file.name}"\r\nContent-Type: ${file.type}\r\n\r\n`), file.bytes, Buffer.from('\r\n'))
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`))
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(parts), query }
}
