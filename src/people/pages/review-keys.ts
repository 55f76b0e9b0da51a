// S same, D different, N not sure, U undo, a digit chooses a reason. Dead in text boxes and while a
// key is held down. The new pair has the focus, so that it is read out and no key goes astray.
/// <reference lib="dom" />

const reviewForm = document.querySelector<HTMLFormElement>('form[data-keys="review"]')
const undoForm = document.querySelector<HTMLFormElement>('form[data-undo="review"]')
const answerOf: Record<string, string> = { s: 'same', d: 'different', n: 'later' }

document.addEventListener('keydown', pressed => {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.repeat) return
  if (isTyping(pressed.target)) return
  const key = pressed.key.toLowerCase()
  if (key === 'u') undoForm?.requestSubmit()
  reviewForm?.querySelector<HTMLInputElement>(`input[data-key="${CSS.escape(key)}"]`)?.click()
  const answer = answerOf[key]
  if (!answer) return
  const button = reviewForm?.querySelector<HTMLButtonElement>(`button[value="${answer}"]`)
  if (button) reviewForm?.requestSubmit(button)
})

/** A radio takes no text, so letters still answer there. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input:not([type=radio]), textarea, select')
}

document.querySelector<HTMLElement>('.govuk-error-summary, #pair')?.focus({ preventScroll: true })
