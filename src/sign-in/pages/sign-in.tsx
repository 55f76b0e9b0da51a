// Which doors stand open for this council? Only those that are set up.
import { type Council, listCouncils } from '../../events/index.ts'
import { canSend } from '../../messages/index.ts'
import { Button, InsetText } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { fill } from '../../pages/strings/index.ts'
import { allowFormTo } from '../../web/headers.ts'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import { findSecret } from '../store/provider.ts'
import { doorContext, inCouncil, localPath } from './door.ts'
import { doorStrings } from './door-strings.ts'
import { PasskeyDoor, passkeyScripts } from './passkey-door.tsx'

type Words = ReturnType<typeof doorStrings>

export async function showSignIn(c: Ctx) {
  const councils = await listCouncils(c.var.node)
  const asked = councils.find(one => one.id === c.req.query('council'))
  const council = asked ?? (councils.length === 1 ? councils[0] : undefined)
  return council ? showDoors(c, council) : showCouncils(c, councils)
}

async function showDoors(c: Ctx, council: Council) {
  const to = localPath(c.req.query('to')) ?? ''
  const { keys } = c.var.node.store
  const { secret, hasCodes } = await inCouncil(c, council.id, async tx => ({
    secret: await findSecret(tx, keys, council.id),
    hasCodes: await canSend(tx, keys, council.id),
  }))
  if (secret) allowFormTo(c, secret.sendsTo)
  const context = await doorContext(c, council)
  const t = doorStrings(context.lang)
  return c.html(
    <Page context={context} title={t.signIn} look="public" scripts={passkeyScripts}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="ds-h1">{t.title}</h1>
          <p class="govuk-body ds-tight">{t.what}</p>
          {secret?.clientSecret && <SsoDoor council={council.id} to={to} t={t} />}
          <PasskeyDoor c={c} council={council.id} to={to} t={t} />
          {hasCodes && <CodeDoor council={council.id} to={to} t={t} />}
          <h2 class="ds-h2 ds-section">{t.linkTitle}</h2>
          <p class="govuk-body">{t.linkHow}</p>
          <Lost t={t} />
        </div>
      </div>
    </Page>,
  )
}

type DoorProps = { council: string; to: string; t: Words }

function SsoDoor({ council, to, t }: DoorProps) {
  return (
    <form method="post" action={`/sign-in/${council}/sso`} class="ds-section">
      <h2 class="ds-h2">{t.ssoTitle}</h2>
      <input type="hidden" name="to" value={to} />
      <Button text={t.ssoButton} />
    </form>
  )
}

function CodeDoor({ council, to, t }: DoorProps) {
  const question = to ? `?to=${encodeURIComponent(to)}` : ''
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.codeTitle}</h2>
      <p class="govuk-body">{t.codeHow}</p>
      <p class="govuk-body">
        <a href={`/sign-in/${council}/code${question}`}>{t.codeButton}</a>
      </p>
    </section>
  )
}

function Lost({ t }: { t: Words }) {
  const links = {
    help: <a href="/help#signIn">{t.help}</a>,
    privacy: <a href="/privacy">{t.privacy}</a>,
  }
  return (
    <>
      <InsetText>{t.lost}</InsetText>
      <p class="govuk-body">{fill(t.more, links)}</p>
    </>
  )
}

/** Their names are public. */
async function showCouncils(c: Ctx, councils: readonly Council[]) {
  const context = await pageContext(c)
  const t = doorStrings(context.lang)
  const to = localPath(c.req.query('to'))
  const more = to ? `&to=${encodeURIComponent(to)}` : ''
  return c.html(
    <Page context={context} title={t.signIn} look="public">
      <h1 class="ds-h1">{t.title}</h1>
      <p class="govuk-body ds-tight">{t.what}</p>
      {councils.length === 0 ? (
        <p class="govuk-body">{t.noCouncil}</p>
      ) : (
        <>
          <h2 class="ds-h2">{t.whichCouncil}</h2>
          <ul class="govuk-list">
            {councils.map(({ id, name }) => (
              <li>
                <a href={`/sign-in?council=${id}${more}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Lost t={t} />
    </Page>,
  )
}
