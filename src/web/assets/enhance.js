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
  if (wanted.matches('input, textarea')) wanted.focus()
  else wanted.click()
})

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
