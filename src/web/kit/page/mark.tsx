/** Our own mark: a wheel whose lower spoke is a tick. It resembles no emblem of the State. */
export function Mark() {
  return (
    <svg class="tt-mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
      <circle class="tt-mark__line" cx="20" cy="20" r="17.5" />
      <path class="tt-mark__spoke" d="M5 17.5c9.500-3.500 20.500-3.500 30 0" />
      <path class="tt-mark__line" d="M12.500 24.500l5.500 5.500 10-10" />
    </svg>
  )
}
