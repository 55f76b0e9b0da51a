// Which lists came in, which wait, and which rows wait for whom?

import { listName, listStrings, rowsHref } from '../../lists/index.ts'
import { format } from '../../pages/format.ts'
import { fill, useLang } from '../../pages/strings/index.ts'
import type { Held, ListLoaded, ListWaiting } from '../domain/figures.ts'
import { Figure } from './figure.tsx'
import { Columns, Panel } from './panel.tsx'
import { todayWords } from './strings.ts'
import type { Shown } from './today.tsx'

export function ListsPanel({ shown }: { shown: Shown }) {
  const { lists: t } = todayWords(useLang())
  const { loaded, lists } = shown.morning.figures
  const shownLists = loaded.length + lists.length
  const head = (
    <>
      {fill(t.head(loaded.length), { loaded: <Figure n={loaded.length} href="/lists" /> })}{' '}
      {lists.length > 0 &&
        fill(t.waits(lists.length), { n: <Figure n={lists.length} href="/lists" /> })}
    </>
  )
  return (
    <Panel id="h-lists" head={shownLists === 0 ? t.none : head}>
      {shownLists > 0 && (
        <table class="ds-table ds-table--bare">
          <Columns
            columns={[
              { name: t.list },
              { name: t.rows, look: 'number' },
              { name: t.added, look: 'number' },
              { name: t.changed, look: 'wide number' },
              { name: t.same, look: 'wide number' },
              { name: t.held, look: 'number' },
            ]}
          />
          <tbody>
            {loaded.map(one => (
              <LoadedRow one={one} shown={shown} />
            ))}
            {lists.map(one => (
              <WaitingRow one={one} />
            ))}
          </tbody>
        </table>
      )}
      <p class="ds-small ds-under">
        <a href="/lists">{t.all}</a>
      </p>
    </Panel>
  )
}

function LoadedRow({ one, shown }: { one: ListLoaded; shown: Shown }) {
  const lang = useLang()
  const base = `/lists/versions/${one.version}`
  const rows = (outcome: 'accepted' | 'changed' | 'unchanged' | 'needs_review') =>
    rowsHref({ base }, { outcome })
  return (
    <tr>
      <th scope="row">
        <a href={base}>{listName(lang, one.list)}</a>, {format(lang).near(one.loadedAt, shown.now)}
      </th>
      <td class="ds-number">
        <Figure n={one.rows} href={rowsHref({ base })} />
      </td>
      <td class="ds-number">
        <Figure n={one.added} href={rows('accepted')} />
      </td>
      <td class="ds-number ds-wide">
        <Figure n={one.changed} href={rows('changed')} />
      </td>
      <td class="ds-number ds-wide">
        <Figure n={one.same} href={rows('unchanged')} />
      </td>
      <td class="ds-number">
        <Figure n={one.held} href={rows('needs_review')} />
      </td>
    </tr>
  )
}

function WaitingRow({ one }: { one: ListWaiting }) {
  const lang = useLang()
  const { lists: t } = todayWords(lang)
  const { number } = format(lang)
  const base = `/lists/files/${one.file}`
  return (
    <tr>
      <th scope="row">
        <a href={base}>{listName(lang, one.list)}</a>, {t.notLoaded(number(one.version))}
      </th>
      <td class="ds-number">
        <Figure n={one.rows} href={rowsHref({ base })} />
      </td>
      <td class="ds-number">–</td>
      <td class="ds-number ds-wide">–</td>
      <td class="ds-number ds-wide">–</td>
      <td class="ds-number">–</td>
    </tr>
  )
}

/** Held is never forgotten: each group has a name and a time. */
export function HeldSection({ shown }: { shown: Shown }) {
  const { held: t } = todayWords(useLang())
  const { held } = shown.morning.figures
  const rows = held.reduce((sum, one) => sum + one.rows, 0)
  if (rows === 0) return null
  return (
    <div class="ds-section">
      <Panel id="h-held" head={fill(t.head(rows), { n: <Figure n={rows} href="/lists/held" /> })}>
        <table class="ds-table ds-table--bare">
          <Columns
            columns={[
              { name: t.reason },
              { name: t.rows, look: 'number' },
              { name: t.who },
              { name: t.by },
            ]}
          />
          <tbody>
            {held.map(one => (
              <HeldRow one={one} shown={shown} />
            ))}
          </tbody>
        </table>
        <p class="ds-small ds-under">{t.note}</p>
      </Panel>
    </div>
  )
}

function HeldRow({ one, shown }: { one: Held; shown: Shown }) {
  const lang = useLang()
  const { held: t } = todayWords(lang)
  const words: Readonly<Record<string, string>> = listStrings(lang).reason
  const isLate = one.decideBy < shown.now
  const by = format(lang).near(one.decideBy, shown.now)
  return (
    <tr>
      <th scope="row">{words[one.reason] ?? one.reason}</th>
      <td class="ds-number">
        <Figure n={one.rows} href={`/lists/held?reason=${one.reason}`} />
      </td>
      <td>{(one.decider && shown.names.users.get(one.decider)) ?? t.nobody}</td>
      <td>{isLate ? <b class="ds-att">{by}</b> : by}</td>
    </tr>
  )
}
