// Who may sign in, and who did by which door: as tables that may be taken. No residents in them.
import { listUsers, usersAsked } from '../../access/index.ts'
import { type ListAsked, type ListTable, wholeTable } from '../../files-out/index.ts'
import { format } from '../../pages/format.ts'
import { webStrings } from '../../web/strings.ts'
import { listNotes } from '../store/log.ts'
import { signInStrings } from './strings.ts'

const usersMost = 50_000

export async function usersTable({ tx, scope, now, lang, query }: ListAsked): Promise<ListTable> {
  const t = signInStrings(lang)
  const { roles } = webStrings(lang)
  const asked = { ...usersAsked(name => query[name]), now, limit: usersMost }
  const users = await listUsers(tx, scope, asked)
  const rows = users.flatMap(user => {
    const state = user.isDisabled ? t.disabled : user.isSuspended ? t.suspended : t.mayEnter
    const who = [user.name, user.email, state]
    if (user.grants.length === 0) return [{ cells: who, people: [] }]
    return user.grants.map(({ role, place, purpose, until }) => ({
      cells: [...who, roles[role], place ?? t.wholeCouncil, purpose, until],
      people: [],
    }))
  })
  return wholeTable({
    name: 'people-who-sign-in',
    title: t.users,
    filter: t.usersFound(format(lang).number(users.length)),
    asAt: now,
    columns: [
      [t.person, 'text'],
      [t.email, 'text'],
      [t.state, 'text'],
      [t.role, 'text'],
      [t.place, 'text'],
      [t.purpose, 'text'],
      [t.until, 'moment'],
    ],
    rows,
  })
}

export async function logTable({ tx, scope, now, lang }: ListAsked): Promise<ListTable> {
  const t = signInStrings(lang)
  const notes = await listNotes(tx, scope)
  return wholeTable({
    name: 'sign-ins',
    title: t.log,
    filter: t.logCaption,
    asAt: now,
    columns: [
      [t.when, 'moment'],
      [t.door, 'text'],
      [t.outcome, 'text'],
      [t.person, 'text'],
    ],
    rows: notes.map(({ at, door, outcome, name }) => ({
      cells: [at, t.doors[door], t.outcomes[outcome], name ?? t.nobody],
      people: [],
    })),
  })
}
