// Who may sign in, and what may each of them do where? Found by name, role, place or state.
import { format } from '../../pages/format.ts'
import { Button, Input, Select } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { webStrings } from '../../web/strings.ts'
import { TakeLinks, takeAddress } from '../../web/take-links.tsx'
import { roleNames } from '../actor.ts'
import {
  type GrantPlace,
  listUsers,
  placesForGrants,
  type User,
  type UserFilter,
  type UserGrant,
  userStates,
  usersAsked,
  usersMax,
} from '../store/users.ts'
import { adminStrings } from './admin-strings.ts'
import { accessStrings } from './strings.ts'

export async function showUsers(c: Ctx) {
  const filter = usersAsked(name => c.req.query(name))
  const { users, places } = await reading(c, 'access.administer', async (tx, scope, now) => ({
    users: await listUsers(tx, scope, { ...filter, now }),
    places: await placesForGrants(tx, scope),
  }))
  const context = await pageContext(c, '/users')
  const t = { ...accessStrings(context.lang), ...adminStrings(context.lang) }
  const number = format(context.lang).number
  const isAll = Object.values(filter).every(value => !value || value === 'all')
  const open = users.filter(user => !user.isDisabled).length
  return c.html(
    <Page context={context} title={t.users}>
      <h1 class="ds-h1">
        {isAll ? t.usersHeadline(number(open), open) : t.found(number(users.length), users.length)}
      </h1>
      <p class="ds-tight">
        <Button text={t.addUser} href="/users/add" />
      </p>
      <ul class="govuk-list">
        {(
          [
            ['/users/staff', t.toStaffFile],
            ['/roles', t.toRoles],
            ['/places/files', t.toPlaces],
            ['/access-rules', t.toRules],
          ] as const
        ).map(([href, label]) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
      <LangContext.Provider value={context.lang}>
        <FilterForm filter={filter} places={places} />
        {users.length > usersMax && <p class="govuk-body">{t.foundMost(number(usersMax))}</p>}
        <UserTable users={users.slice(0, usersMax)} />
        <TakeLinks at={takeAddress(c, 'sign-in.take')} />
      </LangContext.Provider>
    </Page>,
  )
}

function FilterForm({ filter, places }: { filter: UserFilter; places: readonly GrantPlace[] }) {
  const lang = useLang()
  const t = { ...accessStrings(lang), ...adminStrings(lang) }
  const { roles } = webStrings(lang)
  return (
    <form method="get" action="/users" class="ds-section">
      <Input name="name" label={t.search} value={filter.search ?? ''} />
      <Select
        name="role"
        label={t.role}
        value={filter.role ?? ''}
        items={[
          { value: '', text: t.anyRole },
          ...roleNames.map(role => ({ value: role, text: roles[role] })),
        ]}
      />
      <Select
        name="place"
        label={t.place}
        value={filter.place ?? ''}
        items={[
          { value: '', text: t.anyPlace },
          ...places.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Select
        name="state"
        label={t.state}
        value={filter.state ?? 'all'}
        items={userStates.map(state => ({ value: state, text: t.states[state] }))}
      />
      <Button text={t.show} classes="govuk-button--secondary" /> <a href="/users">{t.showAll}</a>
    </form>
  )
}

function UserTable({ users }: { users: readonly User[] }) {
  const lang = useLang()
  const t = { ...accessStrings(lang), ...adminStrings(lang) }
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
            <td>
              {user.isSuspended && <strong>{t.states.suspended}. </strong>}
              {user.isDisabled ? t.shutOut : <Grants grants={user.grants} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What a person may do, where, what for, and how long. */
function Grants({ grants }: { grants: readonly UserGrant[] }) {
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
