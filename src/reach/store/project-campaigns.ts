// Event in, rows changed: a campaign opens, closes, and opens again.
import type { Tx } from '../../store/open.ts'
import type {
  campaignClosed,
  campaignHandedOver,
  campaignOpened,
  campaignReopened,
} from '../domain/events.ts'

type Opened = typeof campaignOpened.recorded

export async function projectOpened(tx: Tx, events: readonly Opened[]): Promise<void> {
  for (const event of events) {
    const { council, body, recordedAt } = event
    await tx.insertInto('campaigns').values(rowOf(event)).execute()
    const { campaign, round: id } = body
    const round = { council, id, campaign, number: 1, started_at: recordedAt }
    await tx.insertInto('rounds').values(round).execute()
    await keep(tx, event)
  }
}

async function keep(tx: Tx, { council, body: { ownPack } }: Opened): Promise<void> {
  if (!ownPack) return
  const { id, version } = ownPack
  const row = { council, id, version, pack: JSON.stringify(ownPack) }
  await tx
    .insertInto('kept_packs')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

function rowOf({ council, body, words, recordedAt }: Opened) {
  const { rule, workers, spread, lastsHours } = body
  return {
    council,
    id: body.campaign,
    title: words?.title ?? null,
    purpose: words?.purpose ?? null,
    pack: body.pack,
    pack_version: body.packVersion,
    member_kind: body.memberKind,
    lists: rule.lists,
    places: rule.places,
    with_flags: rule.withFlags,
    without_flags: rule.withoutFlags,
    kinds: rule.kinds ?? [],
    area: rule.area ?? null,
    age_from: rule.ageFrom ?? null,
    age_to: rule.ageTo ?? null,
    not_reached_in: rule.notReachedIn ?? null,
    answerable: body.answerable,
    work_users: workers?.users ?? [],
    work_roles: workers?.roles ?? [],
    work_places: workers?.places ?? [],
    starts_at: dateOf(body.startsAt),
    ends_at: dateOf(body.endsAt),
    per_day: spread?.perDay ?? null,
    rest_days: spread?.restDays ?? null,
    repeats: body.repeats ?? null,
    lasts_hours: lastsHours === undefined ? null : (lastsHours ?? 0),
    opened_at: recordedAt,
  }
}

function dateOf(ms: number | undefined): Date | null {
  return ms === undefined ? null : new Date(ms)
}

export async function projectClosed(
  tx: Tx,
  events: readonly (typeof campaignClosed.recorded)[],
): Promise<void> {
  for (const { council, body, words, recordedAt } of events) {
    const row = { closed_at: recordedAt, closed_reason: words?.reason ?? null }
    await setCampaign(tx, { council, id: body.campaign }, row)
  }
}

export async function projectReopened(
  tx: Tx,
  events: readonly (typeof campaignReopened.recorded)[],
): Promise<void> {
  for (const { council, body } of events) {
    await setCampaign(tx, { council, id: body.campaign }, { closed_at: null, closed_reason: null })
  }
}

export async function projectHandedOver(
  tx: Tx,
  events: readonly (typeof campaignHandedOver.recorded)[],
): Promise<void> {
  for (const { council, body } of events) {
    await setCampaign(tx, { council, id: body.campaign }, { answerable: body.answerable })
  }
}

type Closing = { readonly closed_at: Date | null; readonly closed_reason: string | null }

export async function setCampaign(
  tx: Tx,
  at: { council: string; id: string },
  row: Closing | { readonly answerable: string },
) {
  const { council, id } = at
  await tx
    .updateTable('campaigns')
    .set(row)
    .where('council', '=', council)
    .where('id', '=', id)
    .execute()
}
