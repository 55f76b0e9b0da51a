// What must be known to take somebody into the campaign of those who ring us?
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import { findPack } from '../../hazards/index.ts'
import { type Id, idFrom } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/open.ts'
import type { Candidate } from '../domain/join.ts'
import type { InboundState, TakeInbound } from '../domain/take-inbound.ts'
import { runsLongest } from './answers-now.ts'
import { candidatesOf } from './cohort.ts'

/** One for each council: whoever rings first opens it. */
export const inboundCampaign = (council: string) => idFrom('campaign of who rings us', council)

export const loadInbound: Load<TakeInbound, InboundState> = async (tx, { person }, ask) => {
  const { council } = ask.actor
  const campaign = inboundCampaign(council)
  // Two who ring first at the same moment open it once.
  await sql`select pg_advisory_xact_lock(hashtextextended(${campaign}, 0))`.execute(tx)
  const candidate = await findCandidate(tx, { council, now: ask.now }, person)
  if (!candidate) return refuse('not-found')
  const open = await findOpen(tx, council, campaign)
  const round = open?.round ?? idFrom('first round', campaign)
  const pack = open ?? (await packFor(tx, council))
  const member = await tx
    .selectFrom('members')
    .select('id')
    .where('council', '=', council)
    .where('round', '=', round)
    .where('subject', '=', candidate.subject)
    .executeTakeFirst()
  const state = {
    ...{ campaign, round, candidate },
    isOpen: open !== undefined,
    pack: pack.pack,
    packVersion: pack.packVersion,
    isMember: member !== undefined,
    answerable: await whoAnswers(tx, council, ask.now),
  }
  return { state, place: candidate.place }
}

async function findCandidate(
  tx: Tx,
  ask: { readonly council: string; readonly now: number },
  person: Id,
): Promise<Candidate | undefined> {
  const found = await sql<{ root: Id }>`select root from people
    where council = ${ask.council} and id = ${person} and erased_at is null`.execute(tx)
  const root = found.rows[0]?.root
  return root ? (await candidatesOf(tx, ask, [root]))[0] : undefined
}

type PackOf = { readonly pack: string; readonly packVersion: number }

async function findOpen(tx: Tx, council: string, campaign: Id) {
  const found = await sql<PackOf & { round: Id }>`
    select c.pack, c.pack_version as "packVersion", r.id as round
    from campaigns c join rounds r on r.council = c.council and r.campaign = c.id
    where c.council = ${council} and c.id = ${campaign}
    order by r.number desc limit 1`.execute(tx)
  return found.rows[0]
}

const usualPack = 'winter-welfare'

/** The needs that callers know by heart: those of the newest campaign of people. */
export async function packFor(tx: Tx, council: string): Promise<PackOf> {
  const found = await sql<PackOf>`
    select pack, pack_version as "packVersion" from campaigns
    where council = ${council} and member_kind = 'person'
    order by id <> ${inboundCampaign(council)}, opened_at desc, id limit 1`.execute(tx)
  const usual = findPack(usualPack)
  return found.rows[0] ?? { pack: usualPack, packVersion: usual?.version ?? 1 }
}

async function whoAnswers(tx: Tx, council: string, now: number): Promise<Id | null> {
  const found = await sql<{ user: Id | null }>`
    select ${runsLongest(sql`${council}::text`, new Date(now))} as user`.execute(tx)
  return found.rows[0]?.user ?? null
}
