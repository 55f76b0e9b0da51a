// What was seen of this volunteer, and until when does it count?
import { dayMs } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { Training } from '../domain/terms.ts'
import { type VolunteerCheck, warnMs } from '../store/checks.ts'
import { checkStrings } from './check-strings.ts'

type Shown = {
  readonly volunteer: string
  readonly checks: readonly VolunteerCheck[]
  readonly now: number
  readonly mayAdd: boolean
}

export function Checks({ volunteer, checks, now, mayAdd }: Shown) {
  const t = checkStrings(useLang())
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.title}</h2>
      {checks.length === 0 ? <p>{t.none}</p> : <Table {...{ volunteer, checks, now, mayAdd }} />}
      {mayAdd && (
        <p class="ds-noprint">
          <a href={`/volunteers/${volunteer}/checks`}>{t.add}</a>
        </p>
      )}
    </section>
  )
}

function Table({ volunteer, checks, now, mayAdd }: Shown) {
  const t = checkStrings(useLang())
  return (
    <table class="ds-table">
      <caption class="govuk-visually-hidden">{t.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col" class="ds-wide">
            {t.from}
          </th>
          <th scope="col">{t.until}</th>
          <th scope="col" class="ds-wide">
            {t.by}
          </th>
          {mayAdd && (
            <th scope="col" class="ds-noprint">
              <span class="govuk-visually-hidden">{t.withdraw}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {checks.map(check => (
          <Row {...{ volunteer, check, now, mayAdd }} />
        ))}
      </tbody>
    </table>
  )
}

type OneShown = Omit<Shown, 'checks'> & { readonly check: VolunteerCheck }

function Row({ volunteer, check, now, mayAdd }: OneShown) {
  const lang = useLang()
  const t = checkStrings(lang)
  const { kind, item, from, addedBy } = check
  const what = kind === 'training' ? (t.trainings[item as Training] ?? item) : t.kinds[kind]
  return (
    <tr>
      <th scope="row">{what}</th>
      <td class="ds-wide">{format(lang).date(from)}</td>
      <td>
        <Until check={check} now={now} />
      </td>
      <td class="ds-wide">{addedBy}</td>
      {mayAdd && (
        <td class="ds-noprint">
          <form method="post" action={`/volunteers/${volunteer}/checks/${check.id}/withdraw`}>
            <input type="hidden" name="command" value={newId()} />
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="item" value={item} />
            <button
              type="submit"
              class="ds-button ds-button--second"
              aria-label={t.withdrawn(what)}
            >
              {t.withdraw}
            </button>
          </form>
        </td>
      )}
    </tr>
  )
}

function Until({ check, now }: { check: VolunteerCheck; now: number }) {
  const lang = useLang()
  const t = checkStrings(lang)
  if (check.until === null) return <>{t.noEnd}</>
  const at = check.until.getTime()
  // Its last day, not the midnight after it.
  const day = format(lang).date(new Date(at - dayMs / 2))
  if (at <= now) return <b>{t.ranOut(day)}</b>
  return at <= now + warnMs ? <b>{t.soon(day)}</b> : <>{day}</>
}
