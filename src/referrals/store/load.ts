// What the decisions about referrals need to know, with the row they decide on locked.
import { sql } from 'kysely'
import type { Load } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { mayContact } from '../../people/index.ts'
import { stoppedHere } from '../../standstill/index.ts'
import type { Tx } from '../../store/open.ts'
import type { Referred } from '../domain/answer-referral.ts'
import type { Sending, SendReferral } from '../domain/send-referral.ts'

type PersonRow = { place: Id | null; flags: string[]; isKnown: boolean }

export const loadSending: Load<SendReferral, Sending> = async (tx, input, { actor }) => {
  const { council } = actor
  const found = await sql<PersonRow>`select r.place, r.flags,
      exists (select from referrals f
        where f.council = r.council and f.id = ${input.referral}) as "isKnown"
    from people p join people r on r.council = p.council and r.id = p.root
    where p.council = ${council} and p.id = ${input.person}
      and p.erased_at is null and r.erased_at is null`.execute(tx)
  const [row] = found.rows
  if (!row) return refuse('not-found')
  const need = input.need === null ? null : await needState(tx, council, input)
  const isAllStopped = (await stoppedHere(tx, council, row.place)) !== undefined
  return { state: { ...row, need, isAllStopped }, place: row.place }
}

async function needState(
  tx: Tx,
  council: string,
  { need, person }: SendReferral,
): Promise<string | undefined> {
  const found = await sql<{ state: string }>`select n.state from needs n
    join people p on p.council = n.council and p.id = n.person
    join people q on q.council = p.council and q.root = p.root and q.id = ${person}
    where n.council = ${council} and n.id = ${need} for update of n`.execute(tx)
  return found.rows[0]?.state
}

type Row = Omit<Referred, 'answerBy' | 'expiresAt' | 'hearsByEmail'> & {
  readonly answerBy: Date
  readonly expiresAt: Date
  readonly flags: readonly string[] | null
  readonly hasEmail: boolean
}

export const loadReferral: Load<{ referral: Id }, Referred> = async (tx, input, { actor }) => {
  const { council } = actor
  const found = await sql<Row>`select f.person, f.place, f.need, n.state as "needState", f.state,
      f.urgency, f.answer_by as "answerBy", f.expires_at as "expiresAt",
      f.late_at is not null as "isLate", u.id as owner, r.flags,
      exists (select from contact_points c where c.council = r.council and c.person = r.id
        and c.kind = 'email' and c.state not in ('barred', 'wrong')) as "hasEmail"
    from referrals f
    left join needs n on n.council = f.council and n.id = f.need
    left join users u on u.council = f.council and u.id = f.sent_by and u.disabled_at is null
    left join people p on p.council = f.council and p.id = f.person
    left join people r on r.council = p.council and r.id = p.root and r.erased_at is null
    where f.council = ${council} and f.id = ${input.referral} for update of f`.execute(tx)
  const [row] = found.rows
  if (!row) return refuse('not-found')
  const { flags, hasEmail, answerBy, expiresAt, ...state } = row
  const isStopped = (await stoppedHere(tx, council, row.place)) !== undefined
  return {
    state: {
      ...state,
      answerBy: answerBy.getTime(),
      expiresAt: expiresAt.getTime(),
      owner: isStopped ? null : row.owner,
      hearsByEmail: hasEmail && mayContact(flags ?? [], 'email'),
    },
    place: row.place,
  }
}
