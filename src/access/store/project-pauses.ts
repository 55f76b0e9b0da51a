// Event in, rows changed: suspensions, the quiet period, agreements and who accepted them.
import type { Apply } from '../../events/capability.ts'
import type {
  agreementAccepted,
  agreementSet,
  quietPeriodSet,
  suspensionLifted,
  userSuspended,
} from '../domain/pause-events.ts'
import { endRow, momentOf } from './change-rows.ts'

export const pauseProject: Readonly<Record<string, Apply>> = {
  async 'access.UserSuspended'(tx, events: readonly (typeof userSuspended.recorded)[]) {
    const rows = events.map(({ council, body }) => ({
      council,
      id: body.suspension,
      user_id: body.user,
      why: body.why,
      starts_at: new Date(body.from),
      ends_at: momentOf(body.until),
    }))
    await tx.insertInto('suspensions').values(rows).execute()
  },
  async 'access.SuspensionLifted'(tx, events: readonly (typeof suspensionLifted.recorded)[]) {
    for (const { council, body, recordedAt: at } of events) {
      await endRow(tx, 'suspensions', { council, id: body.suspension, at })
    }
  },
  async 'access.QuietPeriodSet'(tx, events: readonly (typeof quietPeriodSet.recorded)[]) {
    for (const { council, body } of events) {
      await tx.deleteFrom('quiet_periods').where('council', '=', council).execute()
      if (body.from === null || body.until === null) continue
      const row = { council, starts_at: new Date(body.from), ends_at: new Date(body.until) }
      await tx.insertInto('quiet_periods').values(row).execute()
    }
  },
  async 'access.AgreementSet'(tx, events: readonly (typeof agreementSet.recorded)[]) {
    const rows = events.map(({ council, body, words, recordedAt }) => ({
      council,
      version: body.version,
      terms: JSON.stringify(words ?? {}),
      age_min: body.ageMin,
      set_at: recordedAt,
    }))
    await tx.insertInto('agreements').values(rows).execute()
  },
  async 'access.AgreementAccepted'(tx, events: readonly (typeof agreementAccepted.recorded)[]) {
    const rows = events.map(({ council, body, recordedAt }) => ({
      council,
      user_id: body.user,
      version: body.version,
      text_version: body.textVersion,
      accepted_at: recordedAt,
    }))
    await tx.insertInto('agreement_acceptances').values(rows).execute()
  },
}
