// S same, D different, N not sure, U undo. Dead in text boxes and while a key is held down.
/// <reference lib="dom" />

const reviewForm = document.querySelector<HTMLFormElement>('form[data-keys="review"]')
const undoForm = document.querySelector<HTMLFormElement>('form[data-undo="review"]')
const answerOf: Record<string, string> = { s: 'same', d: 'different', n: 'later' }

document.addEventListener('keydown', pressed => {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.repeat) return
  if (pressed.target instanceof Element && pressed.target.matches('input, textarea, select')) return
  const key = pressed.key.toLowerCase()
  if (key === 'u') undoForm?.requestSubmit()
  const answer = answerOf[key]
  if (!answer) return
  const button = reviewForm?.querySelector<HTMLButtonElement>(`button[value="${answer}"]`)
  if (button) reviewForm?.requestSubmit(button)
})

document.querySelector<HTMLElement>('#pair')?.focus({ preventScroll: true })
