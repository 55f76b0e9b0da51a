// Who has waited longest, which promised steps are late, and of whom has nothing been heard?

import { needLabel } from '../../needs/index.ts'
import { format } from '../../pages/format.ts'
import { fill, useLang } from '../../pages/strings/index.ts'
import { nextWord, waitingHref } from '../../picture/index.ts'
import { silentHours } from '../../reach/index.ts'
import type { Silent, Steps, Waits } from '../domain/figures.ts'
import { Figure } from './figure.tsx'
import { Columns, Panel } from './panel.tsx'
import { todayWords } from './strings.ts'
import type { Shown } from './today.tsx'

export function WaitedPanel({ shown }: { shown: Shown }) {
  const lang = useLang()
  const { waited: t, erased } = todayWords(lang)
  const { number } = format(lang)
  const { waits } = shown.morning.figures
  if (!waits || waits.waiting === 0) return <Panel id="h-old" head={t.nobody} />
  const { campaign, long, days, longest, waiting, name } = waits
  const [oldest] = longest
  const who = oldest && (shown.names.people.get(oldest.person) ?? erased)
  const n = <Figure n={long} href={waitingHref(campaign, 'long')} />
  return (
    <Panel
      id="h-old"
      head={
        <>
          {fill(t.head(days), { n })}{' '}
          {oldest && t.longest(who ?? erased, format(lang).days(oldest.days))}
        </>
      }
    >
      <table class="ds-table ds-table--bare">
        <Columns
          columns={[
            { name: t.person },
            { name: t.days, look: 'number' },
            { name: t.tries, look: 'wide number' },
            { name: t.next },
          ]}
        />
        <tbody>
          {longest.map(one => (
            <WaitedRow one={one} shown={shown} />
          ))}
        </tbody>
      </table>
      <p class="ds-small ds-under">
        <a href={waitingHref(campaign, 'waiting')}>{t.all(number(waiting), name)}</a>
      </p>
    </Panel>
  )
}

function WaitedRow({ one, shown }: { one: Waits['longest'][number]; shown: Shown }) {
  const lang = useLang()
  const { waited: t, erased } = todayWords(lang)
  const { near, number } = format(lang)
  const what = one.next === null ? t.none : nextWord(lang, one.next)
  return (
    <tr>
      <th scope="row">
        <a href={`/people/${one.person}`}>{shown.names.people.get(one.person) ?? erased}</a>
        {one.village && `, ${one.village}`}
      </th>
      <td class="ds-number">{number(one.days)}</td>
      <td class="ds-number ds-wide">{number(one.tries)}</td>
      <td>{one.nextAt === null ? what : t.step(what, near(one.nextAt, shown.now))}</td>
    </tr>
  )
}

export function StepsPanel({ shown }: { shown: Shown }) {
  const { steps: t } = todayWords(useLang())
  const { steps } = shown.morning.figures
  const open = steps.reduce((sum, one) => sum + one.open, 0)
  const late = steps.reduce((sum, one) => sum + one.late, 0)
  if (open === 0) return <Panel id="h-steps" head={t.none} />
  const parts = {
    open: <Figure n={open} href="/today/steps" />,
    late: <Figure n={late} href="/today/steps?late=1" />,
  }
  return (
    <Panel id="h-steps" head={fill(t.head(open), parts)}>
      <table class="ds-table ds-table--bare">
        <Columns
          columns={[
            { name: t.kind },
            { name: t.open, look: 'number' },
            { name: t.late, look: 'number' },
            { name: t.oldest },
          ]}
        />
        <tbody>
          {steps.map(one => (
            <StepsRow one={one} shown={shown} />
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function StepsRow({ one, shown }: { one: Steps; shown: Shown }) {
  const lang = useLang()
  const { steps: t } = todayWords(lang)
  const { kind, open, late, oldestDue } = one
  const here = `/today/steps?kind=${kind ?? 'none'}`
  return (
    <tr>
      <th scope="row">{kind === null ? t.other : needLabel({ kind })}</th>
      <td class="ds-number">
        <Figure n={open} href={here} />
      </td>
      <td class="ds-number">
        <Figure n={late} href={`${here}&late=1`} strong />
      </td>
      <td>{t.due(format(lang).near(oldestDue, shown.now))}</td>
    </tr>
  )
}

export function SilentPanel({ shown }: { shown: Shown }) {
  const { silent: t } = todayWords(useLang())
  const { silent } = shown.morning.figures
  const out = <SheetsOut shown={shown} />
  const none = (
    <>
      {t.none} {out}
    </>
  )
  if (silent.length === 0) return <Panel id="h-silent" head={none} />
  const n = <a href="#silent">{silent.length}</a>
  const head = (
    <>
      {fill(t.head(silent.length), { n })} {out}
    </>
  )
  return (
    <Panel id="h-silent" head={head}>
      <table class="ds-table ds-table--bare" id="silent">
        <Columns
          columns={[{ name: t.who }, { name: t.heard }, { name: t.calls, look: 'number' }]}
        />
        <tbody>
          {silent.map(one => (
            <SilentRow one={one} shown={shown} />
          ))}
        </tbody>
      </table>
      <p class="ds-small ds-under">{t.note(silentHours)}</p>
    </Panel>
  )
}

/** What is on paper is in no figure until it is typed back. */
function SheetsOut({ shown }: { shown: Shown }) {
  const { silent: t } = todayWords(useLang())
  const { sheets, late } = shown.morning.figures.sheets
  if (sheets === 0) return null
  return (
    <>
      {fill(t.sheets(sheets), { n: <Figure n={sheets} href="/sheets" /> })}{' '}
      {late > 0 && t.sheetsLate(late)}
    </>
  )
}

function SilentRow({ one, shown }: { one: Silent; shown: Shown }) {
  const lang = useLang()
  const { silent: t, erased } = todayWords(lang)
  return (
    <tr>
      <th scope="row">{shown.names.users.get(one.user) ?? erased}</th>
      <td>{one.heardAt === null ? t.never : format(lang).near(one.heardAt, shown.now)}</td>
      <td class="ds-number">
        <Figure n={one.open} href={`/today/calls?caller=${one.user}`} />
      </td>
    </tr>
  )
}
