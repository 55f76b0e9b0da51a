// With which keys does a council sign? Public: whoever holds a file compares its key with these.
import { listCouncils } from '../../events/index.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, formOf, holds } from '../../web/request.ts'
import { fingerprintOf } from '../signing.ts'
import type { Key } from '../store/provable.ts'
import { councilKeys, renewKey } from '../store/renew-key.ts'
import { keyStrings } from './strings.ts'
import { proofStyle } from './style.ts'

/** GET /proof-keys */
export async function showKeys(c: Ctx) {
  const { node } = c.var
  const all = await councilKeys(node, await listCouncils(node))
  const context = await pageContext(c)
  const t = keyStrings(context.lang)
  const mayRenew = c.var.actor !== undefined && holds(c, 'proof.administer')
  return c.html(
    <Page context={context} title={t.title} styles={[proofStyle]} look="public">
      <LangContext.Provider value={context.lang}>
        <h1 class="ds-h1">{t.headline}</h1>
        <p>{t.lead}</p>
        {all.map(({ name, keys }) => (
          <Keys name={name} keys={keys} />
        ))}
        {mayRenew && (
          <form method="post" action="/proof-keys">
            <input type="hidden" name="command" value={newId()} />
            <p>{t.makeLead}</p>
            <Button text={t.make} preventDoubleClick />
          </form>
        )}
      </LangContext.Provider>
    </Page>,
  )
}

/** POST /proof-keys */
export async function saveKey(c: Ctx) {
  if (!holds(c, 'proof.administer')) return notFoundPage(c)
  const form = await formOf(c)
  const refusal = await renewKey(c.var.node, c.var.actor, form.commandId())
  return isRefusal(refusal) ? refusalPage(c, refusal) : c.redirect('/proof-keys', 303)
}

function Keys({ name, keys }: { name: string; keys: readonly Key[] }) {
  const lang = useLang()
  const t = keyStrings(lang)
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{name}</h2>
      {keys.length === 0 && <p>{t.none}</p>}
      {keys.map(({ key, madeAt }) => (
        <dl class="ds-facts">
          <dt>{t.fingerprint}</dt>
          <dd class="ds-proof__hash">{fingerprintOf(key)}</dd>
          <dt>{t.key}</dt>
          <dd class="ds-proof__hash">{key}</dd>
          <dt>{t.since}</dt>
          <dd>{format(lang).timeAndDate(madeAt)}</dd>
        </dl>
      ))}
    </section>
  )
}
