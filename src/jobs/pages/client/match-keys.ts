// 1, 2 or 3 asks the first, second or third; dead while somebody types or holds a key down.
/// <reference lib="dom" />

const matchForm = document.querySelector<HTMLFormElement>('form[data-keys="match"]')

document.addEventListener('keydown', pressed => {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.repeat) return
  const target = pressed.target instanceof Element ? pressed.target : undefined
  if (target?.matches('input, textarea, select')) return
  const wanted = `button[data-key="${CSS.escape(pressed.key)}"]`
  const button = matchForm?.querySelector<HTMLButtonElement>(wanted)
  if (button) matchForm?.requestSubmit(button)
})
