// Which agreement holds now, and has this person accepted it?
import { sql } from 'kysely'
import type { Load } from '../../events/capability.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import {
  type AcceptAgreement,
  type AcceptState,
  agreementTextVersion,
  type SetAgreement,
} from '../domain/agreement.ts'
import { AgreementTerms } from '../domain/pause-events.ts'
import type { Scope } from '../scope.ts'

export type Agreement = {
  readonly version: number
  readonly terms: AgreementTerms
  readonly ageMin: number
  readonly setAt: Date
}

/** The newest; undefined while the council has not filled it in. */
export async function currentAgreement(tx: Tx, council: string): Promise<Agreement | undefined> {
  const found = await tx
    .selectFrom('agreements')
    .selectAll()
    .where('council', '=', council)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const terms = AgreementTerms.safeParse(found?.terms).data
  if (!found || !terms) return undefined
  return { version: found.version, terms, ageMin: found.age_min, setAt: found.set_at }
}

export async function hasAccepted(
  tx: Tx,
  council: string,
  { user, version }: { readonly user: Id; readonly version: number },
): Promise<Date | undefined> {
  const found = await sql<{ at: Date }>`select accepted_at as at from agreement_acceptances
    where council = ${council} and user_id = ${user} and version = ${version}
      and text_version = ${agreementTextVersion}`.execute(tx)
  return found.rows[0]?.at
}

/** How many accepted what holds now. */
export async function countAccepted(tx: Tx, scope: Scope, version: number): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from agreement_acceptances
    where council = ${scope.council} and version = ${version}
      and text_version = ${agreementTextVersion}`.execute(tx)
  return found.rows[0]?.n ?? 0
}

export const loadAgreement: Load<SetAgreement, { version: number; same: boolean }> = async (
  tx,
  { terms, ageMin },
  { actor },
) => {
  await lockAgreements(tx, actor.council)
  const now = await currentAgreement(tx, actor.council)
  const same =
    now !== undefined &&
    now.ageMin === ageMin &&
    Object.entries(terms).every(([field, text]) => Reflect.get(now.terms, field) === text)
  return { state: { version: now?.version ?? 0, same }, place: null }
}

export const loadAcceptance: Load<AcceptAgreement, AcceptState> = async (tx, _input, { actor }) => {
  const { council, id: user } = actor
  await lockAgreements(tx, council)
  const version = (await currentAgreement(tx, council))?.version ?? 0
  const isAccepted = (await hasAccepted(tx, council, { user, version })) !== undefined
  return { state: { version, isAccepted }, place: 'anywhere' }
}

/** Two at once: the second sees what the first did. */
async function lockAgreements(tx: Tx, council: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`agreement ${council}`}, 0))`.execute(
    tx,
  )
}
