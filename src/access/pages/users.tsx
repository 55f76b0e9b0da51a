// Who may sign in, and what may each of them do where?
import { format } from '../../pages/format.ts'
import { Button } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { webStrings } from '../../web/strings.ts'
import { listUsers, type User, type UserGrant } from '../store/users.ts'
import { accessStrings } from './strings.ts'

export async function showUsers(c: Ctx) {
  const users = await reading(c, 'access.administer', (tx, scope, now) =>
    listUsers(tx, scope, { now }),
  )
  const context = await pageContext(c, '/users')
  const t = accessStrings(context.lang)
  const open = users.filter(user => !user.isDisabled).length
  return c.html(
    <Page context={context} title={t.users}>
      <h1 class="ds-h1">{t.usersHeadline(format(context.lang).number(open), open)}</h1>
      <p class="ds-tight">
        <Button text={t.addUser} href="/users/add" />
      </p>
      <LangContext.Provider value={context.lang}>
        <UserTable users={users} />
      </LangContext.Provider>
    </Page>,
  )
}

function UserTable({ users }: { users: readonly User[] }) {
  const t = accessStrings(useLang())
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.usersCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col" class="ds-wide">
            {t.email}
          </th>
          <th scope="col">{t.grants}</th>
        </tr>
      </thead>
      <tbody>
        {users.map(user => (
          <tr>
            <th scope="row">
              <a href={`/users/${user.id}`}>{user.name ?? t.noName}</a>
            </th>
            <td class="ds-wide">{user.email}</td>
            <td>{user.isDisabled ? t.shutOut : <Grants grants={user.grants} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What a person may do, where, what for, and how long. */
export function Grants({ grants }: { grants: readonly UserGrant[] }) {
  const lang = useLang()
  const t = accessStrings(lang)
  if (grants.length === 0) return <>{t.noGrants}</>
  return (
    <ul class="govuk-list">
      {grants.map(({ role, place, purpose, until }) => (
        <li>
          {t.grantPlace(webStrings(lang).roles[role], place ?? t.grantEverywhere)}
          <br />
          <small class="ds-quiet">
            {t.grantFor(purpose)}{' '}
            {until ? t.grantUntil(format(lang).shortDate(until.getTime() - 1)) : t.grantOpen}
          </small>
        </li>
      ))}
    </ul>
  )
}
