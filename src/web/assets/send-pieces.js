// Sends a picture in pieces and goes on where a broken line stopped. Loaded by pages that take a picture, and by no other;
// without it the form sends the picture whole.
import { isSupported, Upload } from 'tus-js-client'

/** Small enough to get through a bad line between two breaks. */
const PIECE = 256 * 1024
/** A line that says nothing for so long is taken for dead. */
const SILENT_MS = 20_000
const DELAYS = [0, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000]

/** @param {string} text @param {Record<string, string>} values */
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '')

/** The picture's hash, so that the other side can tell whether what arrived is what was sent. @param {File} file */
async function sumOf(file) {
  if (!globalThis.crypto?.subtle) return ''
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** @param {HTMLFormElement} form @param {string} name @param {string} value */
function carry(form, name, value) {
  const field = document.createElement('input')
  Object.assign(field, { type: 'hidden', name, value })
  form.append(field)
}

/** @param {HTMLElement} frame */
function begin(frame) {
  const form = frame.closest('form')
  const input = form?.querySelector('input[type=file]')
  const words = frame.querySelector('[role=status]')
  const bar = frame.querySelector('progress')
  const again = frame.querySelector('button')
  const token = form?.querySelector('input[name=_csrf]')
  if (!form || !(input instanceof HTMLInputElement) || !(token instanceof HTMLInputElement) || !words || !bar || !again) return
  /** @type {Upload | undefined} */
  let upload
  let heardAt = 0
  let state = 'idle'

  /** @param {'sending' | 'waiting' | 'stopped' | 'sent'} next */
  const show = (next) => {
    state = next
    frame.hidden = false
    again.hidden = next !== 'stopped'
    words.textContent = filled(frame.dataset[next] ?? '', { percent: String(Math.round(bar.value)) })
  }
  const goOn = () => {
    if (!upload || (state !== 'stopped' && state !== 'waiting')) return
    heardAt = performance.now()
    show('sending')
    upload.start()
  }

  /** @param {File} file @param {string} sum */
  const send = async (file, sum) => {
    upload = new Upload(file, {
      endpoint: frame.dataset['sendTo'],
      headers: { 'x-form-token': token.value },
      chunkSize: PIECE,
      retryDelays: DELAYS,
      metadata: {},
      // Names of files stay on the device.
      fingerprint: async () => `${frame.dataset['sendTo']} ${file.size} ${file.lastModified}`,
      removeFingerprintOnSuccess: true,
      onProgress: (sent, total) => {
        heardAt = performance.now()
        bar.value = total > 0 ? (100 * sent) / total : 0
        show('sending')
      },
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus() ?? 0
        if (status === 401 || status === 403) location.reload()
        const may = status === 0 || status === 409 || status === 423 || status >= 500
        if (may) show('waiting')
        return may
      },
      onError: () => show('stopped'),
      onSuccess: () => {
        bar.value = 100
        show('sent')
        // The form goes the way it would have gone with the picture in it; the server has the picture already.
        carry(form, 'uploaded', upload?.url?.split('/').pop() ?? '')
        if (sum) carry(form, 'sum', sum)
        input.disabled = true
        form.submit()
      },
    })
    const earlier = (await upload.findPreviousUploads())[0]
    if (earlier) upload.resumeFromPreviousUpload(earlier)
    heardAt = performance.now()
    show('sending')
    upload.start()
  }

  form.addEventListener('submit', (event) => {
    const file = input.files?.[0]
    if (state !== 'idle') event.preventDefault()
    if (state !== 'idle' || !file || file.size === 0) return
    event.preventDefault()
    state = 'sending'
    sumOf(file).then((sum) => send(file, sum)).catch(() => show('stopped'))
  })
  // Another picture: what was on its way is given up.
  input.addEventListener('change', () => {
    void upload?.abort().catch(() => undefined)
    upload = undefined
    state = 'idle'
    frame.hidden = true
  })
  again.addEventListener('click', goOn)
  globalThis.addEventListener('online', goOn)
  setInterval(() => {
    if (state !== 'sending' || !upload || performance.now() - heardAt < SILENT_MS) return
    show('waiting')
    upload.abort().then(goOn, goOn)
  }, 2_000)
}

if (isSupported) for (const frame of Array.from(document.querySelectorAll('[data-send-to]'))) if (frame instanceof HTMLElement) begin(frame)
