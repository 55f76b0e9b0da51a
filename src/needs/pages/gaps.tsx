// Which planned steps does nobody have?
import { recordRead, scopeOf } from '../../access/index.ts'
import { headOf, Live, liveScript, liveStyle } from '../../live/index.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { type ActionGap, actionGaps } from '../store/queries.ts'
import { gapParts } from './gap-parts.ts'
import { Gap } from './plan-parts.tsx'
import { needsStrings } from './strings.ts'

/** A name where the reader may meet it in a list; else where they live, and no more. */
function whoIs(t: ReturnType<typeof needsStrings>, { personName, street }: ActionGap): string {
  return personName ?? (street === null ? t.somebody : t.somebodyAt(street))
}

export async function showGaps(c: Ctx) {
  const { actor, node } = c.var
  const context = await pageContext(c, '/gaps')
  const { lang } = context
  const { gaps, parts, since } = await reading(c, 'needs.read', async (tx, scope, now) => {
    const head = await headOf(tx, scope)
    const scopeFor = (permission: string) =>
      scopeOf(node.registry.permissions, actor, { permission, now })
    const known = scopeFor('people.read')
    const found = await actionGaps(tx, scope, { now: new Date(now), known })
    const subjects = [...new Set(found.map(gap => gap.person))]
    await recordRead(tx, scope, { what: 'list', route: '/gaps', subjects, at: now })
    return { since: head, gaps: found, parts: await gapParts({ tx, scope, scopeFor, now, lang }) }
  })
  const t = needsStrings(context.lang)
  const words = format(context.lang)
  return c.html(
    <Page context={context} title={t.gapsTitle} scripts={[liveScript]} styles={[liveStyle]}>
      <h1 class="ds-h1">{gaps.length === 0 ? t.gapsNone : t.gapsLead(gaps.length)}</h1>
      <Live may="needs.read" kinds={['needs', 'lists']} since={since} here={context.path} />
      {gaps.length > 0 && (
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col">{t.what}</th>
              <th scope="col">{t.person}</th>
              <th scope="col" class="ds-wide">
                {t.due}
              </th>
              <th scope="col">{t.who}</th>
            </tr>
          </thead>
          <tbody>
            {gaps.map(gap => (
              <tr>
                <th scope="row">
                  {gap.what}
                  <span class="ds-narrow-only">
                    <br />
                    {words.shortDate(gap.dueAt)}
                  </span>
                </th>
                <td>
                  <a href={`/people/${gap.person}/plan`}>{whoIs(t, gap)}</a>
                </td>
                <td class="ds-wide ds-nowrap">{words.shortDate(gap.dueAt)}</td>
                <td class="ds-nowrap">
                  <Gap lang={context.lang} action={gap} isAmongGaps />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {gaps.length > 0 && <TakeLinks at={takeAddress(c, 'needs.take')} />}
      {[...parts]}
    </Page>,
  )
}
