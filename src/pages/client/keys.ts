// What do `/` and `?` do? Find a person, and show the list of keys; never while somebody types.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

document.addEventListener('keydown', pressed => {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || isTyping(pressed.target)) return
  if (pressed.key === '/') openBox(pressed)
  if (pressed.key === '?') showKeys(pressed)
})

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  const isChoice = target.matches('input[type="radio"], input[type="checkbox"]')
  return !isChoice && target.matches('input, textarea, select, [contenteditable]')
}

/** A page may have a box of its own for whoever rings. */
function openBox(pressed: KeyboardEvent): void {
  const own = document.querySelector<HTMLAnchorElement>('a[data-slash]')
  if (own) pressed.preventDefault()
  if (own) own.click()
  else focusSearch(pressed)
}

function focusSearch(pressed: KeyboardEvent): void {
  const search = document.querySelector<HTMLInputElement>('.ds-search input')
  if (!search || search.offsetParent === null) return
  pressed.preventDefault()
  search.focus()
  search.select()
}

function showKeys(pressed: KeyboardEvent): void {
  const dialog = document.querySelector<HTMLDialogElement>('#keys')
  if (!dialog || dialog.open) return
  pressed.preventDefault()
  dialog.showModal()
}

for (const opener of document.querySelectorAll<HTMLElement>('[data-opens="keys"]')) {
  opener.hidden = false
  opener.addEventListener('click', () =>
    document.querySelector<HTMLDialogElement>('#keys')?.showModal(),
  )
}
