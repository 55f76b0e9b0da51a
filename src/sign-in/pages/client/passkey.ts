// Asks the device for a passkey and sends its answer with the form; without one, says so.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

type Library = {
  browserSupportsWebAuthn(): boolean
  startAuthentication(asked: { optionsJSON: unknown }): Promise<unknown>
  startRegistration(asked: { optionsJSON: unknown }): Promise<unknown>
}
const library = (globalThis as unknown as { SimpleWebAuthnBrowser: Library }).SimpleWebAuthnBrowser

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  const button = form.querySelector<HTMLButtonElement>('button[type="submit"]')
  if (!button || !library.browserSupportsWebAuthn()) continue
  button.hidden = false
  form.querySelector('[data-unscripted]')?.remove()
  form.addEventListener('submit', event => {
    const answer = form.elements.namedItem('answer') as HTMLInputElement
    if (answer.value !== '') return
    event.preventDefault()
    button.disabled = true
    ask(form).then(
      given => {
        answer.value = JSON.stringify(given)
        form.submit()
      },
      () => {
        button.disabled = false
        const stopped = form.querySelector<HTMLElement>('[data-stopped]')
        if (stopped) stopped.hidden = false
      },
    )
  })
}

async function ask(form: HTMLFormElement): Promise<unknown> {
  const begun = await fetch(form.dataset.options ?? '', { method: 'POST' })
  if (!begun.ok) throw new Error('not begun')
  const optionsJSON: unknown = await begun.json()
  return form.dataset.passkey === 'get'
    ? library.startAuthentication({ optionsJSON })
    : library.startRegistration({ optionsJSON })
}
