// Event in, rows changed: sealed lists, what is declared, holders.
import { sql } from 'kysely'
import type { Apply } from '../../events/index.ts'
import type * as happened from '../domain/events.ts'

type Of<Kind extends keyof typeof happened> = (typeof happened)[Kind] extends { recorded: infer R }
  ? readonly R[]
  : never

export const project: Readonly<Record<string, Apply>> = {
  async 'sealed.ListAgreed'(tx, events: Of<'sealedAgreed'>) {
    for (const { council, body, words, actor, recordedAt } of events) {
      await sql`insert into sealed_lists (council, id, list, owner, contact, rule, area, state,
          agreed_at, agreed_by)
        values (${council}, ${body.sealed}, ${body.list}, ${words?.owner ?? null},
          ${words?.contact ?? null}, ${body.rule}, ${body.area}, 'agreed', ${recordedAt}, ${actor})
      `.execute(tx)
    }
  },
  async 'sealed.ListSealed'(tx, events: Of<'listSealed'>) {
    for (const { council, body, recordedAt } of events) {
      await sql`update sealed_lists set state = 'sealed', handed_in_at = ${recordedAt}
        where council = ${council} and id = ${body.sealed}`.execute(tx)
    }
  },
  async 'sealed.ListOpened'(tx, events: Of<'listOpened'>) {
    for (const { council, body, words, actor, recordedAt } of events) {
      await sql`update sealed_lists set state = 'open', version = ${body.version},
          occasion = ${body.occasion}, opened_at = ${recordedAt}, opened_by = ${actor},
          opened_why = ${words?.why ?? null}, due_at = ${new Date(body.until)}
        where council = ${council} and id = ${body.sealed}`.execute(tx)
    }
  },
  async 'sealed.ListClosed'(tx, events: Of<'listClosed'>) {
    for (const { council, body, recordedAt } of events) {
      const { sealed, why, ...receipt } = body
      await sql`update sealed_lists set state = 'closed', closed_at = ${recordedAt},
          closed_why = ${why}, receipt = ${JSON.stringify(receipt)}::jsonb
        where council = ${council} and id = ${sealed}`.execute(tx)
    }
  },
  async 'sealed.SealedDestroyed'(tx, events: Of<'sealedDestroyed'>) {
    for (const { council, body, recordedAt } of events) {
      await sql`update sealed_lists set state = 'destroyed', closed_at = ${recordedAt}
        where council = ${council} and id = ${body.sealed}`.execute(tx)
    }
  },
  async 'sealed.OccasionDeclared'(tx, events: Of<'occasionDeclared'>) {
    for (const { council, body, words, actor, recordedAt } of events) {
      await sql`insert into occasions (council, id, kind, name, area, declared_at, declared_by)
        values (${council}, ${body.occasion}, ${body.kind}, ${words?.name ?? null}, ${body.area},
          ${recordedAt}, ${actor})`.execute(tx)
    }
  },
  async 'sealed.OccasionEnded'(tx, events: Of<'occasionEnded'>) {
    for (const { council, body, recordedAt } of events) {
      await sql`update occasions set ended_at = ${recordedAt}
        where council = ${council} and id = ${body.occasion}`.execute(tx)
    }
  },
  async 'sealed.HolderTold'(tx, events: Of<'holderTold'>) {
    for (const { council, body, words, recordedAt } of events) {
      await sql`insert into holders (council, id, name, contact, holds, pull, trigger, told_at)
        values (${council}, ${body.holder}, ${words?.name ?? null}, ${words?.contact ?? null},
          ${words?.holds ?? null}, ${words?.pull ?? null}, ${body.trigger}, ${recordedAt})
        on conflict (council, id) do update set name = excluded.name, contact = excluded.contact,
          holds = excluded.holds, pull = excluded.pull, trigger = excluded.trigger,
          told_at = excluded.told_at`.execute(tx)
    }
  },
  async 'sealed.HolderRemoved'(tx, events: Of<'holderRemoved'>) {
    for (const { council, body } of events) {
      await sql`delete from holders
        where council = ${council} and id = ${body.holder}`.execute(tx)
    }
  },
}
