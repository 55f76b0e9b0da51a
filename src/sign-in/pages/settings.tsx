// How do people of this council sign in, and what do their groups give them?
import { newId } from '../../kernel/ids.ts'
import { Button, Checkboxes, ErrorSummary, Input } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { allowFormTo } from '../../web/headers.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import type { SetProvider } from '../domain/set-provider.ts'
import { type GroupHolder, listGroupHolders } from '../store/group-holders.ts'
import {
  findProvider,
  findSecret,
  type GrantPlace,
  type GroupRole,
  listGroupRoles,
  listVillages,
} from '../store/provider.ts'
import { Groups } from './group-roles.tsx'
import { redirectUri } from './redirect-uri.ts'
import { signInStrings } from './strings.ts'

export const permission = 'sign-in.administer'

type Words = ReturnType<typeof signInStrings>
export type Problems = Readonly<Record<string, keyof Words>>
/** What was typed and did not do, to be shown again. */
export type Again = {
  readonly provider?: SetProvider
  readonly group?: Readonly<Record<'group' | 'role' | 'place' | 'purpose', string>>
  readonly problems: Problems
}

export type Shown = {
  readonly provider: SetProvider | undefined
  readonly isSet: boolean
  /** The key that sealed the secret is not there. */
  readonly isLocked: boolean
  readonly rules: readonly GroupRole[]
  readonly holders: readonly GroupHolder[]
  readonly villages: readonly GrantPlace[]
}

const usual: SetProvider = {
  issuer: '',
  clientId: '',
  nameClaim: 'name',
  emailClaim: 'email',
  groupsClaim: 'groups',
  trustsEmail: false,
}

export async function showSettings(c: Ctx) {
  return showPage(c, { problems: {} })
}

export async function showPage(c: Ctx, again: Again) {
  const shown = await reading(c, permission, async (tx, { council }, now) => {
    const secret = await findSecret(tx, c.var.node.store.keys, council)
    if (secret) allowFormTo(c, secret.sendsTo)
    return {
      provider: await findProvider(tx, council),
      isSet: secret !== undefined,
      isLocked: secret !== undefined && secret.clientSecret === null,
      rules: await listGroupRoles(tx, council),
      holders: await listGroupHolders(tx, council, now),
      villages: await listVillages(tx, council),
    }
  })
  const context = await pageContext(c, '/sign-in-settings')
  const t = signInStrings(context.lang)
  const wrong = Object.entries(again.problems)
  return c.html(
    <Page context={context} title={t.settings} hasErrors={wrong.length > 0}>
      {wrong.length > 0 && (
        <ErrorSummary
          errorList={wrong.map(([id, code]) => ({ href: `#${id}`, text: t[code] as string }))}
        />
      )}
      <h1 class="ds-h1">{t.settings}</h1>
      <p class="govuk-body">{t.settingsLead}</p>
      <More t={t} />
      <h2 class="ds-h2 ds-section">{t.provider}</h2>
      <ProviderForm shown={shown} again={again} t={t} redirect={redirectUri(c)} />
      {shown.provider && <Trying t={t} />}
      <Groups shown={shown} again={again} lang={context.lang} />
    </Page>,
    wrong.length > 0 ? 422 : 200,
  )
}

function More({ t }: { t: Words }) {
  return (
    <ul class="govuk-list" aria-label={t.more}>
      <li>
        <a href="/sessions">{t.sessions}</a>
      </li>
      <li>
        <a href="/sign-ins">{t.log}</a>
      </li>
      <li>
        <a href="/emergencies">{t.emergencies}</a>
      </li>
    </ul>
  )
}

type FormProps = { shown: Shown; again: Again; t: Words; redirect: string }
type Asked = { name: string; label: keyof Words; value: string; hint?: keyof Words; type?: string }

function ProviderForm({ shown, again, t, redirect }: FormProps) {
  const set = again.provider ?? shown.provider ?? usual
  const field = ({ name, label, value, hint, type = 'text' }: Asked) => {
    const problem = again.problems[name]
    return (
      <Input
        name={name}
        label={t[label] as string}
        value={value}
        type={type}
        autocomplete="off"
        spellcheck={false}
        {...(hint ? { hint: t[hint] as string } : {})}
        {...(problem ? { errorMessage: t[problem] as string } : {})}
      />
    )
  }
  return (
    <form method="post" action="/sign-in-settings" class="ds-form" novalidate>
      <input type="hidden" name="command" value={newId()} />
      {!shown.provider && <p class="govuk-body">{t.providerOff}</p>}
      {shown.isLocked && <p class="govuk-body">{t.secretLocked}</p>}
      <p class="govuk-body">
        {t.redirect}: <strong>{redirect}</strong>
        <br />
        {t.redirectHint}
      </p>
      {field({ name: 'issuer', label: 'issuer', value: set.issuer, hint: 'issuerHint' })}
      {field({ name: 'clientId', label: 'clientId', value: set.clientId })}
      {field({
        name: 'clientSecret',
        label: 'clientSecret',
        value: '',
        hint: 'clientSecretHint',
        type: 'password',
      })}
      {field({ name: 'nameClaim', label: 'nameClaim', value: set.nameClaim })}
      {field({ name: 'emailClaim', label: 'emailClaim', value: set.emailClaim })}
      {field({ name: 'groupsClaim', label: 'groupsClaim', value: set.groupsClaim })}
      <Checkboxes
        name="trustsEmail"
        values={set.trustsEmail ? ['yes'] : []}
        items={[{ value: 'yes', text: t.trustsEmail, hint: t.trustsEmailHint }]}
      />
      <Button text={t.saveProvider} />
    </form>
  )
}

function Trying({ t }: { t: Words }) {
  return (
    <>
      <form method="post" action="/sign-in-settings/test">
        <p class="govuk-body">{t.testNote}</p>
        <Button text={t.testProvider} classes="govuk-button--secondary" />
      </form>
      <form method="post" action="/sign-in-settings/remove">
        <input type="hidden" name="command" value={newId()} />
        <Button text={t.removeProvider} classes="govuk-button--secondary" />
      </form>
    </>
  )
}
