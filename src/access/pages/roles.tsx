// What may each role do, in words, and how many hold it now?
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { webStrings } from '../../web/strings.ts'
import { isOutside, roleNames } from '../actor.ts'
import { countHolders } from '../store/user-grants.ts'
import { adminStrings, permissionStrings } from './admin-strings.ts'
import { accessStrings } from './strings.ts'

export async function showRoles(c: Ctx) {
  const holders = await reading(c, 'access.administer', countHolders)
  const context = await pageContext(c, '/users')
  const { lang } = context
  const t = adminStrings(lang)
  const words: Readonly<Record<string, string>> = permissionStrings(lang)
  const number = format(lang).number
  const { permissions } = c.var.node.registry
  return c.html(
    <Page
      context={context}
      title={t.roles}
      breadcrumbs={[{ href: '/users', label: accessStrings(lang).users }, { label: t.roles }]}
    >
      <h1 class="ds-h1">{t.roles}</h1>
      <p class="govuk-body">{t.rolesLead}</p>
      {roleNames.map(role => {
        const held = Object.keys(permissions).filter(name => permissions[name]?.includes(role))
        const named = held.flatMap(name => words[name] ?? [])
        const n = holders.get(role) ?? 0
        return (
          <section class="ds-section">
            <h2 class="ds-h2">{webStrings(lang).roles[role]}</h2>
            <p class="govuk-body">
              <a href={`/users?role=${role}`}>{t.roleHolders(number(n), n)}</a>
            </p>
            <ul class="govuk-list govuk-list--bullet">
              {named.map(text => (
                <li>{text}</li>
              ))}
              {held.length > named.length && <li>{t.more(number(held.length - named.length))}</li>}
            </ul>
            {isOutside(role) && <p class="govuk-body">{t.noExport}</p>}
          </section>
        )
      })}
    </Page>,
  )
}
