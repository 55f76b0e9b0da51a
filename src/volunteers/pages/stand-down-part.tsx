// Is a volunteer stood down: by whom, why, until when? And may they be asked again?
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Select } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, formOf } from '../../web/request.ts'
import { standDown, standUp } from '../domain/stand-down.ts'
import { standDownReasons } from '../domain/terms.ts'
import { freeHeld } from '../held-part.ts'
import type { ListedVolunteer } from '../store/listed.ts'
import { changeStrings } from './change-strings.ts'
import { morningAfter } from './rest-part.tsx'

const weeksOffered = [2, 12] as const
const noEnd = 'ended'

type Shown = { readonly one: ListedVolunteer; readonly now: number }

export function StandDownPart({ one, now }: Shown) {
  const t = changeStrings(useLang())
  const act = `/volunteers/${one.id}/${one.isStoodDown ? 'stand-up' : 'stand-down'}`
  return (
    <form method="post" action={act} class="ds-section ds-noprint">
      <h2 class="ds-h2">{one.isStoodDown ? t.stoodDown : t.standDown}</h2>
      <input type="hidden" name="command" value={newId()} />
      {one.isStoodDown ? (
        <button type="submit" class="ds-button ds-button--second">
          {t.standUp}
        </button>
      ) : (
        <Down now={now} />
      )}
    </form>
  )
}

function Down({ now }: { now: number }) {
  const t = changeStrings(useLang())
  const ends = weeksOffered.map(weeks => [String(morningAfter(now, weeks)), t.weeks(weeks)])
  return (
    <>
      <p>{t.standDownLead}</p>
      <Select
        {...{ name: 'why', label: t.why, value: 'asked' }}
        items={standDownReasons.map(value => ({ value, text: t.reasons[value] }))}
      />
      <div class="ds-acts">
        {[...ends, [noEnd, t.untilEnded]].map(([value, words]) => (
          <button type="submit" class="ds-button ds-button--second" name="until" value={value}>
            {words}
          </button>
        ))}
      </div>
    </>
  )
}

/** POST /volunteers/:volunteer/stand-down: what they hold and have not begun goes to others. */
export async function saveStandDown(c: Ctx) {
  const form = await formOf(c)
  const volunteer = c.req.param('volunteer') ?? ''
  const said = form.text('until')
  if (!isId(volunteer)) return notFoundPage(c)
  const input = { volunteer, why: form.text('why'), until: said === noEnd ? null : Number(said) }
  const done = await actFor(c, standDown, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  await freeHeld(c.var.node, c.var.actor.council, volunteer)
  return c.redirect(`/volunteers/${volunteer}?saved=1`, 303)
}

/** POST /volunteers/:volunteer/stand-up */
export async function saveStandUp(c: Ctx) {
  const form = await formOf(c)
  const volunteer = c.req.param('volunteer') ?? ''
  if (!isId(volunteer)) return notFoundPage(c)
  const done = await actFor(c, standUp, { id: form.commandId(), input: { volunteer } })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/volunteers/${volunteer}?saved=1`, 303)
}
