// The door for passkeys: a button that appears where the browser has them, and one form behind it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addAsset, addScript } from '../../pages/assets.ts'
import { projectRoot } from '../../store/root.ts'
import type { Ctx } from '../../web/request.ts'
import type { doorStrings } from './door-strings.ts'
import { relyingParty } from './relying-party.ts'

const bundle = 'node_modules/@simplewebauthn/browser/dist/bundle/index.umd.min.js'

/** The package's own bundle, then ours, which uses it. */
export const passkeyScripts: readonly string[] = [
  addAsset('webauthn.js', readFileSync(join(projectRoot, bundle), 'utf8')),
  addScript('passkey.js', 'src/sign-in/pages/client/passkey.ts'),
]

type Props = { c: Ctx; council: string; to: string; t: ReturnType<typeof doorStrings> }

export function PasskeyDoor({ c, council, to, t }: Props) {
  const { isPossible, address } = relyingParty(c)
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.passkeyTitle}</h2>
      {isPossible ? (
        <form
          method="post"
          action={`/sign-in/${council}/passkey`}
          data-passkey="get"
          data-options={`/sign-in/${council}/passkey/begin`}
        >
          <input type="hidden" name="answer" />
          <input type="hidden" name="to" value={to} />
          <p class="govuk-body">{t.passkeyHow}</p>
          <p class="govuk-body" data-unscripted>
            {t.passkeyScript}
          </p>
          <p class="govuk-error-message" role="alert" hidden data-stopped>
            {t.passkeyStopped}
          </p>
          <button class="govuk-button govuk-button--secondary" type="submit" hidden>
            {t.passkeyButton}
          </button>
        </form>
      ) : (
        <p class="govuk-body">{t.passkeyAddress(address)}</p>
      )}
    </section>
  )
}
