// Is there room for the calls that are due, and is somebody there when a call was promised?
import { londonMinutes } from '../../kernel/london.ts'
import { format } from '../../pages/format.ts'
import { Sum } from '../../pages/pictures/index.ts'
import { Icon } from '../../pages/sprite.tsx'
import { fill, useLang } from '../../pages/strings/index.ts'
import { type CallPart, callersIn, callKinds, callParts, roomOf } from '../domain/figures.ts'
import { CallsPicture } from './calls-picture.tsx'
import { Figure } from './figure.tsx'
import { Columns, Panel } from './panel.tsx'
import { todayWords } from './strings.ts'
import type { Shown } from './today.tsx'

const looks = { first: 'untried', promised: 'added', again: 'tried', runOut: 'same' } as const

export function CallsPanel({ shown }: { shown: Shown }) {
  const lang = useLang()
  const { calls: t } = todayWords(lang)
  const { number } = format(lang)
  const { calls } = shown.morning.figures
  if (calls.total === 0) return <Panel id="h-calls" head={t.none} />
  const parts = {
    callers: <Figure n={calls.callers.length} href="/calls/share" />,
    calls: <Figure n={calls.total} href="/today/calls" />,
  }
  const head =
    calls.callers.length === 0
      ? t.nobody(calls.total)
      : t.head(calls.callers.length, calls.total, number(roomOf(calls)))
  return (
    <Panel id="h-calls" head={fill(head, parts)}>
      {calls.callers.length > 0 && <CallsPicture calls={calls} />}
      <Sum
        small
        parts={callKinds.map(kind => ({
          n: calls.due[kind],
          label: t.parts[kind],
          href: `/today/calls?kind=${kind}`,
          look: looks[kind],
        }))}
        total={{ n: calls.total, label: t.total, href: '/today/calls' }}
      />
    </Panel>
  )
}

export function PromisedPanel({ shown }: { shown: Shown }) {
  const { promised: t } = todayWords(useLang())
  const { calls } = shown.morning.figures
  const n = calls.due.promised
  if (n === 0) return <Panel id="h-promised" head={t.none} />
  const href = '/today/calls?kind=promised'
  return (
    <Panel id="h-promised" head={fill(t.head(n), { n: <Figure n={n} href={href} /> })}>
      <table class="ds-table ds-table--bare">
        <Columns columns={[{ name: t.when }, { name: t.n, look: 'number' }, { name: t.callers }]} />
        <tbody>
          {callParts
            .filter(part => calls.parts[part] > 0)
            .map(part => (
              <PartRow part={part} shown={shown} />
            ))}
        </tbody>
      </table>
      <p class="ds-small ds-under">
        <a href="/calls/share">{t.hint}</a>
      </p>
    </Panel>
  )
}

function PartRow({ part, shown }: { part: CallPart; shown: Shown }) {
  const { promised: t } = todayWords(useLang())
  const { calls } = shown.morning.figures
  return (
    <tr>
      <th scope="row">{t.parts[part]}</th>
      <td class="ds-number">
        <Figure n={calls.parts[part]} href={`/today/calls?part=${part}`} />
      </td>
      <td>
        <CallersThen part={part} shown={shown} />
      </td>
    </tr>
  )
}

/** One alone cannot keep many promises, and nobody keeps none: both are said aloud. */
function CallersThen({ part, shown }: { part: CallPart; shown: Shown }) {
  const { promised: t, erased } = todayWords(useLang())
  const { countedAt, figures } = shown.morning
  const here = callersIn(figures.calls.callers, part, londonMinutes(countedAt))
  if (here.length > 1) return <Figure n={here.length} href="/calls/share" />
  const [alone] = here
  return (
    <b class="ds-status ds-status--attention">
      <Icon name="needs" tone="needs" />{' '}
      {alone ? t.one(shown.names.users.get(alone.user) ?? erased) : t.nobody}
    </b>
  )
}
