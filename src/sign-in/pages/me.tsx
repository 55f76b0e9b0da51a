// My account: where am I signed in, and with which passkeys?
import { newId } from '../../kernel/ids.ts'
import { type Format, format } from '../../pages/format.ts'
import { Button, ErrorSummary, Input } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { listPasskeys, type Passkey } from '../store/passkeys.ts'
import { type Session, sessionsOf } from '../store/sessions.ts'
import { inCouncil } from './door.ts'
import { meStrings } from './me-strings.ts'
import { passkeyScripts } from './passkey-door.tsx'
import { type RelyingParty, relyingParty } from './relying-party.ts'

type Words = ReturnType<typeof meStrings>

export async function showMe(c: Ctx) {
  return showAccount(c)
}

export async function showAccount(c: Ctx, problem?: 'passkeyWrong') {
  const { council, id: user, session } = c.var.actor
  const now = c.var.node.clock.now()
  const { sessions, passkeys } = await inCouncil(c, council, async tx => ({
    sessions: await sessionsOf(tx, council, { now, user }),
    passkeys: await listPasskeys(tx, council, user),
  }))
  const context = await pageContext(c)
  const t = meStrings(context.lang)
  const at = format(context.lang)
  return c.html(
    <Page
      context={context}
      title={t.title}
      scripts={passkeyScripts}
      hasErrors={problem !== undefined}
    >
      {problem && <ErrorSummary errorList={[{ href: '#passkeys', text: t[problem] }]} />}
      <h1 class="ds-h1">{t.title}</h1>
      <h2 class="ds-h2 ds-section">{t.sessions}</h2>
      <Sessions sessions={sessions} own={session} t={t} at={at} />
      <p class="govuk-body">{t.lasts}</p>
      {sessions.length > 1 && (
        <form method="post" action="/me/sessions/end-others">
          <Button text={t.endOthers} classes="govuk-button--secondary" />
        </form>
      )}
      <h2 class="ds-h2 ds-section" id="passkeys">
        {t.passkeys}
      </h2>
      <p class="govuk-body">{t.passkeysLead}</p>
      {passkeys.length === 0 && <p class="govuk-body">{t.passkeysNone}</p>}
      {passkeys.map(passkey => (
        <OnePasskey passkey={passkey} t={t} at={at} />
      ))}
      <AddPasskey party={relyingParty(c)} t={t} />
    </Page>,
    problem ? 422 : 200,
  )
}

type SessionsProps = { sessions: readonly Session[]; own: string | null; t: Words; at: Format }

function Sessions({ sessions, own, t, at }: SessionsProps) {
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.sessionsCaption}</caption>
      <thead>
        <tr>
          {[t.where, t.seen, t.end].map(head => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sessions.map(({ id, device, door, since, seen }) => (
          <tr>
            <td>
              {device || t.unknownDevice}
              {id === own && <strong> ({t.here})</strong>}
              <br />
              <small class="ds-quiet">{t.doors[door ?? 'link']}</small>
            </td>
            <td>
              {at.row(seen)}
              <br />
              <small class="ds-quiet">{t.since(at.row(since))}</small>
            </td>
            <td>
              {id !== own && (
                <form method="post" action={`/me/sessions/${id}/end`}>
                  <button class="ds-link-button" type="submit">
                    {t.end} <span class="ds-hide">{t.endOf(device || t.unknownDevice)}</span>
                  </button>
                </form>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type PasskeyProps = { passkey: Passkey; t: Words; at: Format }

function OnePasskey({ passkey, t, at }: PasskeyProps) {
  const { id, addedAt, lastUsedAt } = passkey
  const name = passkey.name ?? ''
  return (
    <section class="ds-panel">
      <h3 class="ds-h3">{name}</h3>
      <p class="govuk-body">
        {t.added(at.row(addedAt))}, {lastUsedAt ? t.used(at.row(lastUsedAt)) : t.unused}
      </p>
      <form method="post" action={`/me/passkeys/${id}/name`} class="ds-form">
        <input type="hidden" name="command" value={newId()} />
        <Input id={`name-${id}`} name="name" label={t.nameOf(name)} value={name} />
        <Button text={t.rename} classes="govuk-button--secondary" />
      </form>
      <form method="post" action={`/me/passkeys/${id}/remove`}>
        <input type="hidden" name="command" value={newId()} />
        <button class="ds-link-button" type="submit">
          {t.remove} <span class="ds-hide">{t.removeOf(name)}</span>
        </button>
      </form>
    </section>
  )
}

function AddPasskey({ party, t }: { party: RelyingParty; t: Words }) {
  if (!party.isPossible) return <p class="govuk-body">{t.addAddress(party.address)}</p>
  return (
    <form
      method="post"
      action="/me/passkeys"
      data-passkey="create"
      data-options="/me/passkeys/begin"
      class="ds-section ds-form"
    >
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="answer" />
      <p class="govuk-body" data-unscripted>
        {t.addScript}
      </p>
      <Input id="new-name" name="name" label={t.newName} hint={t.newNameHint} />
      <p class="govuk-error-message" role="alert" hidden data-stopped>
        {t.addStopped}
      </p>
      <button class="govuk-button" type="submit" hidden>
        {t.add}
      </button>
    </form>
  )
}
