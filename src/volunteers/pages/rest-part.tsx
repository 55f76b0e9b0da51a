// May a volunteer rest, until which morning, or are they back?
import { dayMs } from '../../kernel/clock.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { londonDate, londonInstant } from '../../kernel/london.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, formOf } from '../../web/request.ts'
import { restVolunteer } from '../domain/rest-volunteer.ts'
import type { ListedVolunteer } from '../store/listed.ts'
import { volunteerStrings } from './strings.ts'

type Shown = { readonly one: ListedVolunteer; readonly now: number }

const weeksOffered = [1, 2, 4] as const
const weeksMax = 52

/** The morning after so many weeks: one day gives one answer, however often it is pressed. */
export function morningAfter(now: number, weeks: number): number {
  const noon = londonInstant(londonDate(now), 12 * 60)
  return londonInstant(londonDate(noon + weeks * 7 * dayMs), 0)
}

export function Rest({ one, now }: Shown) {
  const t = volunteerStrings(useLang())
  const isResting = one.restsUntil !== null && one.restsUntil.getTime() > now
  return (
    <form method="post" action={`/volunteers/${one.id}/rest`} class="ds-section ds-noprint">
      <h2 class="ds-h2">{t.rest}</h2>
      <p>{t.restLead}</p>
      <input type="hidden" name="command" value={newId()} />
      <div class="ds-acts">
        {weeksOffered.map(weeks => (
          <Press value={String(morningAfter(now, weeks))} words={t.weeks(weeks)} />
        ))}
        {isResting && <Press value="back" words={t.back} />}
      </div>
    </form>
  )
}

function Press({ value, words }: { value: string; words: string }) {
  return (
    <button type="submit" class="ds-button ds-button--second" name="until" value={value}>
      {words}
    </button>
  )
}

/** POST /volunteers/:volunteer/rest */
export async function saveRest(c: Ctx) {
  const form = await formOf(c)
  const volunteer = c.req.param('volunteer') ?? ''
  const said = form.text('until')
  const until = said === 'back' ? null : Number(said)
  const now = c.var.node.clock.now()
  const isTold = until === null || (until > now && until <= morningAfter(now, weeksMax))
  if (!isId(volunteer) || !isTold) return notFoundPage(c)
  const input = { volunteer, until }
  const done = await actFor(c, restVolunteer, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/volunteers/${volunteer}?saved=1`, 303)
}
