// The administrator tried the provider out: what does it say, and what would Doorstep make of it?
import type { Id } from '../../kernel/ids.ts'
import { SummaryList } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { webStrings } from '../../web/strings.ts'
import type { Claims } from '../sso/provider-client.ts'
import { readClaims } from '../sso/read-claims.ts'
import { type GroupRole, listGroupRoles, type Provider } from '../store/provider.ts'
import { permission } from './settings.tsx'
import { signInStrings } from './strings.ts'

export type Tested = {
  readonly claims: Claims
  readonly provider: Provider
  /** Who began it: shown to nobody else. */
  readonly tester: Id | null
}

export async function showTested(c: Ctx, { claims, provider, tester }: Tested) {
  if (!c.var.actor || c.var.actor.id !== tester) return notFoundPage(c)
  const rules = await reading(c, permission, (tx, scope) => listGroupRoles(tx, scope.council))
  const context = await pageContext(c, '/sign-in-settings')
  const t = signInStrings(context.lang)
  const read = readClaims(provider, claims)
  return c.html(
    <Page context={context} title={t.tested}>
      <h1 class="ds-h1">{t.tested}</h1>
      <p class="govuk-body">{t.testedLead}</p>
      {read === 'groups-unreadable' ? (
        <p class="govuk-body">{t.testedUnreadable}</p>
      ) : (
        <>
          <SummaryList
            rows={[
              { key: t.testedSubject, value: read.subject },
              { key: t.testedName, value: read.name ?? t.testedNothing },
              { key: t.testedEmail, value: read.email ?? t.testedNothing },
              { key: t.testedVerified, value: read.isEmailVerified ? t.yes : t.no },
            ]}
          />
          <h2 class="ds-h2">{t.testedGroups}</h2>
          <Groups groups={read.groups} rules={rules} context={context} />
        </>
      )}
      <h2 class="ds-h2">{t.testedClaims}</h2>
      <p class="govuk-body">{Object.keys(claims).sort().join(', ')}</p>
      <p class="govuk-body">
        <a href="/sign-in-settings">{t.testedBack}</a>
      </p>
    </Page>,
  )
}

type GroupsProps = {
  groups: readonly string[]
  rules: readonly GroupRole[]
  context: Awaited<ReturnType<typeof pageContext>>
}

function Groups({ groups, rules, context }: GroupsProps) {
  const t = signInStrings(context.lang)
  const { roles } = webStrings(context.lang)
  if (groups.length === 0) return <p class="govuk-body">{t.testedNoGroups}</p>
  const meant = (group: string) => {
    const named = rules.filter(rule => rule.group === group)
    const words = named.map(rule => t.roleAt(roles[rule.role], rule.placeName ?? t.wholeCouncil))
    return words.length > 0 ? words.join('; ') : t.testedNoRole
  }
  return <SummaryList rows={groups.map(group => ({ key: group, value: meant(group) }))} />
}
