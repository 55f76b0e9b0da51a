// A number typed into the box of who rings is the number of whoever is added. Works without it too.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

const box = document.querySelector<HTMLInputElement>('#who')
const phone = document.querySelector<HTMLInputElement>('#call #phone')
let kept = phone?.value ?? ''

box?.addEventListener('input', () => {
  const typed = box.value.trim()
  if (!phone || phone.value !== kept || !/^[+\d][\d\s()-]{6,}$/.test(typed)) return
  phone.value = typed
  kept = typed
})

if (box && box.value === '') box.focus()
const isAsked = document.querySelector<HTMLElement>('#none-of-these')
isAsked?.focus()
