// Of one stop: who is not home, and who has not said that they know.
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { Out, Told } from '../store/queries.ts'
import type { StopShown } from './stop-view.tsx'
import { stopsStrings } from './strings.ts'

export function OutList({ found, out, now }: StopShown) {
  const lang = useLang()
  const t = stopsStrings(lang)
  const { number } = format(lang)
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.out}</h2>
      <p>{out.length === 0 ? t.nobodyOut : t.outSum(number(found.away), number(found.out))}</p>
      <ul class="ds-list">
        {out.map(one => (
          <li>
            <b>{one.name}</b>
            <span class="ds-under">{t.outWhy[one.why]}</span>
            {one.safeAt ? <Safe one={one} now={now} /> : <SafeForm one={one} at={found.id} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Safe({ one, now }: { one: Out; now: number }) {
  const lang = useLang()
  const t = stopsStrings(lang)
  const when = one.safeAt ? format(lang).near(one.safeAt, now) : ''
  if (one.safeBy === one.user) return <span class="ds-under">{t.safeSelf(when)}</span>
  return <span class="ds-under">{t.safeBy(one.saidBy ?? '', one.safeByName ?? '', when)}</span>
}

function SafeForm({ one, at }: { one: Out; at: string }) {
  const t = stopsStrings(useLang())
  const id = `said-${one.user}`
  return (
    <form class="ds-inline" method="post" action={`/stops/${at}/safe`} novalidate>
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="user" value={one.user} />
      <p class="ds-field">
        <label for={id}>{t.saidBy(one.name)}</label>
        <input class="govuk-input" id={id} name="saidBy" maxlength={100} autocomplete="off" />
      </p>
      <button type="submit" class="ds-button ds-button--second">
        {t.isHome}
      </button>
    </form>
  )
}

export function ToldList({ found, told, now }: StopShown) {
  const lang = useLang()
  const t = stopsStrings(lang)
  const { number } = format(lang)
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.told}</h2>
      <p>
        {told.length === 0 ? t.nobodyTold : t.toldSum(number(found.silent), number(found.told))}
      </p>
      <ul class="ds-list">
        {told.map(one => (
          <li>
            <b>{one.name}</b> <Knows one={one} now={now} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Knows({ one, now }: { one: Told; now: number }) {
  const lang = useLang()
  const t = stopsStrings(lang)
  if (one.acknowledgedAt) return <span>{t.knows(format(lang).near(one.acknowledgedAt, now))}</span>
  return (
    <span class="ds-status--attention">
      {t.silentNow}
      {!one.hasAddress && `. ${t.noAddress}`}
    </span>
  )
}
