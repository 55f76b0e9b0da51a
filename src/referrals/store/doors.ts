// Who may come in by a link? A secret address, a code that opens once, and a browser it opened.
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { dayMs, hourMs, minuteMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

const codeDigits = 6
export const guessesMax = 5
/** For one address: with five guesses each, nobody comes near a million. */
const codesMax = 10
/** Told by phone it waits as long as the referral may; sent by e-mail it is for now. */
const toldMs = 28 * dayMs
const sentMs = hourMs
const sentEveryMs = minuteMs
export const openMs = 12 * hourMs

function hashOf(...parts: readonly string[]): Buffer {
  return createHash('sha256').update(parts.join('\u001f')).digest()
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

const newCode = () => String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0')

/** As typed or pasted: with spaces or dashes anywhere. */
export function readCode(text: string): string {
  return text.replace(/[\s-]/g, '')
}

type At = { readonly council: string; readonly now: number }

/** A new one; the one before, its code and whoever it let in are over. */
export async function makeDoor(
  tx: Tx,
  { council, now }: At,
  referral: Id,
): Promise<{ readonly token: string; readonly code: string }> {
  const [token, code] = [newSecret(), newCode()]
  const until = new Date(now + toldMs)
  await sql`delete from referral_openings
    where council = ${council} and referral = ${referral}`.execute(tx)
  await sql`insert into referral_doors (council, referral, token_hash, code_hash, code_until,
      codes_sent, wrong, made_at)
    values (${council}, ${referral}, ${hashOf(token)}, ${hashOf(referral, code)}, ${until},
      0, 0, ${new Date(now)})
    on conflict (council, referral) do update set token_hash = excluded.token_hash,
      code_hash = excluded.code_hash, code_until = excluded.code_until, code_sent_at = null,
      codes_sent = 0, wrong = 0, made_at = excluded.made_at`.execute(tx)
  return { token, code }
}

/** The referral that an address stands for, while it is neither over nor past its day. */
export async function findByToken(
  tx: Tx,
  { council, now }: At,
  token: string,
): Promise<Id | undefined> {
  const found = await sql<{ referral: Id }>`select d.referral from referral_doors d
    join referrals f on f.council = d.council and f.id = d.referral
    where d.council = ${council} and d.token_hash = ${hashOf(token)}
      and f.state in ('sent', 'accepted') and f.expires_at > ${new Date(now)}`.execute(tx)
  return found.rows[0]?.referral
}

export type Guess = 'open' | 'over' | { readonly left: number }

/** Each wrong guess counts, two at once both do; the right code is used up. */
export async function guessCode(
  tx: Tx,
  { council, now }: At,
  { referral, code, browser }: { referral: Id; code: string; browser: string },
): Promise<Guess> {
  const found = await sql<{ code_hash: Buffer; wrong: number }>`select code_hash, wrong
    from referral_doors where council = ${council} and referral = ${referral}
      and code_hash is not null and code_until > ${new Date(now)} for update`.execute(tx)
  const [row] = found.rows
  if (!row || row.wrong >= guessesMax) return 'over'
  const isRight = timingSafeEqual(row.code_hash, hashOf(referral, code))
  if (!isRight) {
    await sql`update referral_doors set wrong = wrong + 1
      where council = ${council} and referral = ${referral}`.execute(tx)
    const left = guessesMax - row.wrong - 1
    return left > 0 ? { left } : 'over'
  }
  await sql`update referral_doors set code_hash = null
    where council = ${council} and referral = ${referral}`.execute(tx)
  await sql`insert into referral_openings (council, referral, browser_hash, until)
    values (${council}, ${referral}, ${hashOf(browser)}, ${new Date(now + openMs)})
    on conflict (council, referral, browser_hash) do update set until = excluded.until`.execute(tx)
  return 'open'
}

export async function isOpenFor(
  tx: Tx,
  { council, now }: At,
  { referral, browser }: { referral: Id; browser: string },
): Promise<boolean> {
  if (browser === '') return false
  const found = await sql`select 1 from referral_openings where council = ${council}
    and referral = ${referral} and browser_hash = ${hashOf(browser)}
    and until > ${new Date(now)}`.execute(tx)
  return found.rows.length > 0
}

/** Another code for the same address; undefined when one went out a moment ago. */
export async function renewCode(
  tx: Tx,
  { council, now }: At,
  referral: Id,
): Promise<string | undefined> {
  const code = newCode()
  const [at, since] = [new Date(now), new Date(now - sentEveryMs)]
  const found = await sql`update referral_doors set code_hash = ${hashOf(referral, code)},
      code_until = ${new Date(now + sentMs)}, code_sent_at = ${at}, wrong = 0,
      codes_sent = codes_sent + 1
    where council = ${council} and referral = ${referral} and codes_sent < ${codesMax}
      and (code_sent_at is null or code_sent_at <= ${since}) returning 1`.execute(tx)
  return found.rows.length > 0 ? code : undefined
}

/** After a restore nobody is let in by what was known before. */
export async function closeReferralDoors(tx: Tx, council: string): Promise<void> {
  await sql`delete from referral_openings where council = ${council}`.execute(tx)
  await sql`delete from referral_doors where council = ${council}`.execute(tx)
}
