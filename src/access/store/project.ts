// Event in, rows changed: users and grants.

import type { Apply } from '../../events/capability.ts'
import type { Recorded } from '../../events/kinds.ts'
import type {
  grantEnded,
  grantGiven,
  grantUntilChanged,
  userAdded,
  userCorrected,
  userDisabled,
  userEnabled,
} from '../domain/events.ts'
import { changeUser, endRow, momentOf } from './change-rows.ts'
import { pauseProject } from './project-pauses.ts'

export const project: Readonly<Record<string, Apply>> = {
  ...pauseProject,
  async 'access.UserAdded'(tx, events: readonly (typeof userAdded.recorded)[]) {
    const rows = events.map(({ council, body, words }) => ({
      council,
      id: body.user,
      name: words?.name ?? null,
      email: words?.email ?? null,
    }))
    await tx.insertInto('users').values(rows).execute()
  },
  async 'access.GrantGiven'(tx, events: readonly (typeof grantGiven.recorded)[]) {
    const rows = events.map(({ council, place, body }) => ({
      council,
      id: body.grant,
      user_id: body.user,
      role: body.role,
      place,
      purpose: body.purpose,
      starts_at: new Date(body.from),
      ends_at: momentOf(body.until),
    }))
    await tx.insertInto('grants').values(rows).execute()
  },
  async 'access.GrantEnded'(tx, events: readonly (typeof grantEnded.recorded)[]) {
    for (const { council, body, recordedAt: at } of events) {
      await endRow(tx, 'grants', { council, id: body.grant, at })
    }
  },
  async 'access.GrantUntilChanged'(tx, events: readonly (typeof grantUntilChanged.recorded)[]) {
    for (const { council, body } of events) {
      await endRow(tx, 'grants', { council, id: body.grant, at: momentOf(body.until) })
    }
  },
  async 'access.UserDisabled'(tx, events: readonly (typeof userDisabled.recorded)[]) {
    for (const { council, body, recordedAt } of events) {
      await changeUser(tx, { council, id: body.user }, { disabled_at: recordedAt })
    }
  },
  async 'access.UserEnabled'(tx, events: readonly (typeof userEnabled.recorded)[]) {
    for (const { council, body } of events) {
      await changeUser(tx, { council, id: body.user }, { disabled_at: null })
    }
  },
  async 'access.UserCorrected'(tx, events: readonly (typeof userCorrected.recorded)[]) {
    for (const { council, body, words } of events) {
      const said = { name: words?.name ?? null, email: words?.email ?? null }
      await changeUser(tx, { council, id: body.user }, said)
    }
  },
  async 'people.Erased'(tx, events: readonly Recorded[]) {
    for (const { council, subjects } of events) {
      await tx
        .updateTable('users')
        .set({ name: null, email: null })
        .where('council', '=', council)
        .where('id', 'in', [...subjects])
        .execute()
    }
  },
}
