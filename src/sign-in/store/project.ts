// Event in, rows changed: the provider, its groups, linked accounts, passkeys, emergencies.
import { sql } from 'kysely'
import type { Apply, Recorded } from '../../events/index.ts'
import type * as events from '../domain/events.ts'

type Of<Name extends keyof typeof events> = readonly (typeof events)[Name]['recorded'][]

export const project: Readonly<Record<string, Apply>> = {
  async 'sign-in.ProviderSet'(tx, all: Of<'providerSet'>) {
    for (const { council, body } of all) {
      await tx.deleteFrom('providers').where('council', '=', council).execute()
      if (body.issuer === '') continue
      const { issuer, clientId, nameClaim, emailClaim, groupsClaim, trustsEmail } = body
      await tx
        .insertInto('providers')
        .values({
          council,
          issuer,
          client_id: clientId,
          name_claim: nameClaim,
          email_claim: emailClaim,
          groups_claim: groupsClaim,
          trusts_email: trustsEmail,
        })
        .execute()
    }
  },
  async 'sign-in.GroupRoleAdded'(tx, all: Of<'groupRoleAdded'>) {
    const rows = all.map(({ council, place, body }) => ({
      council,
      id: body.rule,
      group_name: body.group,
      role: body.role,
      place,
      purpose: body.purpose,
    }))
    await tx.insertInto('group_roles').values(rows).execute()
  },
  async 'sign-in.GroupRoleRemoved'(tx, all: Of<'groupRoleRemoved'>) {
    for (const { council, body, recordedAt } of all) {
      await tx
        .updateTable('group_roles')
        .set({ removed_at: recordedAt })
        .where('council', '=', council)
        .where('id', '=', body.rule)
        .execute()
    }
  },
  async 'sign-in.AccountLinked'(tx, all: Of<'accountLinked'>) {
    const rows = all.map(({ council, body, words }) => ({
      council,
      id: body.account,
      user_id: body.user,
      issuer: words?.issuer ?? null,
      subject: words?.subject ?? null,
    }))
    await tx.insertInto('linked_accounts').values(rows).execute()
  },
  async 'sign-in.GroupsApplied'(tx, all: Of<'groupsApplied'>) {
    for (const { council, body, recordedAt } of all) {
      const { user, given, ended } = body
      const rows = given.map(({ grant, rule }) => ({
        council,
        grant_id: grant,
        user_id: user,
        rule,
      }))
      if (rows.length > 0) await tx.insertInto('group_grants').values(rows).execute()
      await sql`update group_grants set ended_at = ${recordedAt}
        where council = ${council} and grant_id = any(${[...ended]}::uuid[])`.execute(tx)
    }
  },
  async 'sign-in.PasskeyAdded'(tx, all: Of<'passkeyAdded'>) {
    const rows = all.map(({ council, body, words, recordedAt }) => ({
      council,
      id: body.passkey,
      user_id: body.user,
      credential: words?.credential ?? null,
      public_key: words?.publicKey ?? null,
      transports: body.transports,
      name: words?.name ?? null,
      added_at: recordedAt,
    }))
    await tx.insertInto('passkeys').values(rows).execute()
  },
  async 'sign-in.PasskeyRenamed'(tx, all: Of<'passkeyRenamed'>) {
    for (const { council, body, words } of all) {
      await tx
        .updateTable('passkeys')
        .set({ name: words?.name ?? null })
        .where('council', '=', council)
        .where('id', '=', body.passkey)
        .execute()
    }
  },
  async 'sign-in.PasskeyRemoved'(tx, all: Of<'passkeyRemoved'>) {
    for (const { council, body } of all) {
      await tx
        .deleteFrom('passkeys')
        .where('council', '=', council)
        .where('id', '=', body.passkey)
        .execute()
    }
  },
  async 'sign-in.EmergencyOpened'(tx, all: Of<'emergencyOpened'>) {
    const rows = all.map(({ council, body, words, recordedAt }) => ({
      council,
      user_id: body.user,
      reason: words?.reason ?? null,
      opened_at: recordedAt,
      ends_at: new Date(body.until),
    }))
    await tx.insertInto('emergencies').values(rows).execute()
  },
  async 'sign-in.EmergencyReviewed'(tx, all: Of<'emergencyReviewed'>) {
    for (const { council, actor, body, words, recordedAt } of all) {
      await tx
        .updateTable('emergencies')
        .set({
          reviewed_at: recordedAt,
          reviewed_by: actor,
          finding: body.finding,
          note: words?.note ?? null,
        })
        .where('council', '=', council)
        .where('user_id', '=', body.user)
        .execute()
    }
  },
  async 'people.Erased'(tx, all: readonly Recorded[]) {
    for (const { council, subjects } of all) {
      const whom = [...subjects]
      await sql`update linked_accounts set issuer = null, subject = null
        where council = ${council} and user_id = any(${whom}::uuid[])`.execute(tx)
      await sql`update passkeys set credential = null, public_key = null, name = null
        where council = ${council} and user_id = any(${whom}::uuid[])`.execute(tx)
      await sql`update emergencies set reason = null, note = null
        where council = ${council} and user_id = any(${whom}::uuid[])`.execute(tx)
    }
  },
}
