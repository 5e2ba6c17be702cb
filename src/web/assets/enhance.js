// Makes pages quicker for those who have JavaScript. Every page works without this file.

/** A summary of errors takes the focus, so that screen readers begin there. */
const summary = document.querySelector('[data-module="govuk-error-summary"]:not([data-disable-auto-focus="true"])')
if (summary instanceof HTMLElement) {
  summary.tabIndex = -1
  summary.focus()
}

/** A link in the summary leads into the field, with its label in sight. */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('.govuk-error-summary a[href^="#"]') : null
  const field = link && document.getElementById(link.getAttribute('href')?.slice(1) ?? '')
  if (!field) return
  event.preventDefault()
  const frame = field.closest('.govuk-form-group') ?? field
  frame.scrollIntoView()
  field.focus({ preventScroll: true })
})

/** A second press on a button within a second is a slip of the finger. */
let pressedAt = 0
/** @type {Element | null} */
let pressed = null
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('[data-prevent-double-click="true"]') : null
  if (!button) return
  if (button === pressed && event.timeStamp - pressedAt < 1000) event.preventDefault()
  pressed = button
  pressedAt = event.timeStamp
})

/** One letter presses what is marked with it, unless the person is writing or has switched letters off. */
const OFF = 'shortcuts-off'
const isOff = () => {
  try {
    return localStorage.getItem(OFF) === '1'
  } catch {
    return false
  }
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isOff()) return
  const target = event.target
  if (target instanceof Element && target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')) return
  const wanted = Array.from(document.querySelectorAll('[data-shortcut]')).find((one) => one.getAttribute('data-shortcut') === event.key.toLowerCase())
  if (!(wanted instanceof HTMLElement)) return
  event.preventDefault()
  // What opens takes the focus along, so that Tab leads into it.
  if (!wanted.matches('a, button, input[type=checkbox]')) wanted.focus()
  if (!wanted.matches('input:not([type=checkbox]), textarea, select')) wanted.click()
})

/** In a list for work the arrows go from row to row, X ticks the row that one is on; Enter opens it as any link. */
const rows = Array.from(document.querySelectorAll('[data-row]')).filter((one) => one instanceof HTMLElement)
document.addEventListener('keydown', (event) => {
  if (rows.length === 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isOff()) return
  const on = document.activeElement
  const row = on?.closest('tr')
  if (on !== document.body && !row) return
  const at = rows.findIndex((one) => row?.contains(one))
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step !== 0) {
    event.preventDefault()
    const next = rows[at === -1 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  const tick = row?.querySelector('input[type=checkbox]')
  if (event.key.toLowerCase() === 'x' && tick instanceof HTMLElement) tick.click()
})

/** A list for work: one box ticks the page, Shift ticks from the last box to this one, and the buttons say how many are ticked. */
for (const list of Array.from(document.querySelectorAll('table'))) {
  const whole = list.querySelector('[data-tick-all]')
  const all = whole?.querySelector('input')
  if (!(whole instanceof HTMLElement) || !all) continue
  const boxes = Array.from(list.querySelectorAll('tbody input[type=checkbox]')).filter((one) => one instanceof HTMLInputElement)
  const count = () => {
    const ticked = boxes.filter((one) => one.checked).length
    all.checked = ticked > 0 && ticked === boxes.length
    all.indeterminate = ticked > 0 && ticked < boxes.length
    for (const said of Array.from(list.closest('form')?.querySelectorAll('[data-ticked]') ?? [])) said.textContent = ticked > 0 ? `(${ticked})` : ''
  }
  let last = -1
  whole.hidden = false
  all.addEventListener('change', () => {
    for (const one of boxes) one.checked = all.checked
    count()
  })
  for (const box of boxes) {
    box.addEventListener('click', (event) => {
      const at = boxes.indexOf(box)
      if (event.shiftKey && last !== -1) for (const one of boxes.slice(Math.min(at, last), Math.max(at, last) + 1)) one.checked = box.checked
      last = at
      count()
    })
  }
  // Who comes back finds what was ticked.
  addEventListener('pageshow', count)
  count()
}

for (const button of Array.from(document.querySelectorAll('[data-shortcut-switch]'))) {
  if (!(button instanceof HTMLElement)) continue
  const show = () => {
    button.textContent = button.getAttribute(isOff() ? 'data-off' : 'data-on')
  }
  button.hidden = false
  button.addEventListener('click', () => {
    try {
      if (isOff()) localStorage.removeItem(OFF)
      else localStorage.setItem(OFF, '1')
    } catch {
      // Storage is closed: letters stay on.
    }
    show()
  })
  show()
}

/** Menus close on Escape and on a click elsewhere. */
const menus = () => Array.from(document.querySelectorAll('details.tt-menu[open], details.tt-choice[open]'))
document.addEventListener('click', (event) => {
  for (const menu of menus()) if (event.target instanceof Node && !menu.contains(event.target)) menu.removeAttribute('open')
})
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  for (const menu of menus()) {
    menu.removeAttribute('open')
    menu.querySelector('summary')?.focus()
  }
})

/** What sends a picture in pieces is fetched when somebody has chosen one; whoever is quicker sends the form as it is. */
for (const frame of Array.from(document.querySelectorAll('[data-sender]'))) {
  const input = frame.closest('form')?.querySelector('input[type=file]')
  if (!(input instanceof HTMLInputElement)) continue
  let isFetched = false
  const fetchSender = () => {
    if (isFetched || !input.files?.length) return
    isFetched = true
    const script = document.createElement('script')
    Object.assign(script, { type: 'module', src: frame.getAttribute('data-sender') })
    document.head.append(script)
  }
  input.addEventListener('change', fetchSender)
  fetchSender()
}

/** Printing is the browser's own; without JavaScript its menu does it. */
for (const button of Array.from(document.querySelectorAll('[data-print]'))) {
  if (!(button instanceof HTMLElement)) continue
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

/** A signature is kept as rows of numbers: where the pen went, on a plate of 1000 by 300. Without JavaScript a typed name stands for it. */
for (const frame of Array.from(document.querySelectorAll('[data-signature]'))) {
  const plate = frame.querySelector('canvas')
  const field = frame.querySelector('input[name=strokes]')
  const pen = plate?.getContext('2d')
  if (!(frame instanceof HTMLElement) || !plate || !pen || !(field instanceof HTMLInputElement)) continue
  /** @type {string[][]} */
  let strokes = []
  let isDown = false
  const MOST = 5000
  const keep = () => {
    field.value = strokes.map((stroke) => stroke.join(' ')).join(';')
  }
  /** @param {PointerEvent} event */
  const at = (event) => {
    const box = plate.getBoundingClientRect()
    const inside = (/** @type {number} */ part, /** @type {number} */ most) => Math.max(0, Math.min(most, Math.round(part * most)))
    return { x: inside((event.clientX - box.left) / box.width, plate.width), y: inside((event.clientY - box.top) / box.height, plate.height) }
  }
  frame.hidden = false
  pen.lineWidth = 5
  pen.lineCap = 'round'
  plate.addEventListener('pointerdown', (event) => {
    const point = at(event)
    isDown = true
    plate.setPointerCapture(event.pointerId)
    strokes.push([`${point.x},${point.y}`])
    pen.beginPath()
    pen.moveTo(point.x, point.y)
  })
  plate.addEventListener('pointermove', (event) => {
    if (!isDown || strokes.flat().length >= MOST) return
    const point = at(event)
    strokes.at(-1)?.push(`${point.x},${point.y}`)
    pen.lineTo(point.x, point.y)
    pen.stroke()
  })
  for (const end of ['pointerup', 'pointercancel']) plate.addEventListener(end, () => {
    isDown = false
    keep()
  })
  frame.querySelector('button')?.addEventListener('click', () => {
    strokes = []
    pen.clearRect(0, 0, plate.width, plate.height)
    keep()
  })
}

/** @param {HTMLFormElement} form */
const fieldsOf = (form) => {
  const fields = new URLSearchParams()
  new FormData(form).forEach((value, name) => {
    fields.append(name, String(value))
  })
  return fields
}

/** A form that is kept while it is filled in: a broken line loses nothing, and what could not be sent stays on the page. */
for (const said of Array.from(document.querySelectorAll('[data-keep]'))) {
  const form = said.closest('form')
  const address = said.getAttribute('data-keep')
  if (!form || !address) continue
  let timer = 0
  let isBroken = false
  /** Somebody pressed the button while the line was broken: the form goes once the line is back. */
  let isPressed = false
  let sending = new AbortController()
  const keep = async () => {
    const own = new AbortController()
    sending = own
    try {
      const answer = await fetch(address, { method: 'POST', body: fieldsOf(form), redirect: 'manual', signal: own.signal })
      isBroken = !answer.ok
    } catch {
      // Given up because the whole form is on its way.
      if (own.signal.aborted) return
      isBroken = true
    }
    said.textContent = said.getAttribute(isBroken ? 'data-not-kept' : 'data-kept')
    if (isBroken) keepIn(3000)
    else if (isPressed) form.submit()
  }
  /** @param {number} ms */
  const keepIn = (ms) => {
    clearTimeout(timer)
    timer = window.setTimeout(keep, ms)
  }
  form.addEventListener('input', () => keepIn(800))
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    sending.abort()
    if (!isBroken && navigator.onLine) return
    event.preventDefault()
    isPressed = true
    void keep()
  })
}
