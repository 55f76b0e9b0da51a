// What has to be done now, in order, each with the button that does it and what it does?
import type { Child } from 'hono/jsx'
import { listName, rowsHref } from '../../lists/index.ts'
import { format } from '../../pages/format.ts'
import { fill, useLang } from '../../pages/strings/index.ts'
import { type Act, actsOf } from '../domain/acts.ts'
import { byRoom, roomOf } from '../domain/figures.ts'
import { Figure } from './figure.tsx'
import { todayWords } from './strings.ts'
import type { Shown } from './today.tsx'

export function NowList({ shown }: { shown: Shown }) {
  const acts = actsOf(shown.morning.figures)
  if (acts.length === 0) return null
  return (
    <ol class="ds-now">
      {acts.map((act, at) => (
        <li>
          <One act={act} shown={shown} isMain={at === 0} />
        </li>
      ))}
    </ol>
  )
}

type OneProps = { readonly act: Act; readonly shown: Shown; readonly isMain: boolean }

function One({ act, shown, isMain }: OneProps) {
  if (act.act === 'load') return <Load act={act} shown={shown} isMain={isMain} />
  if (act.act === 'share') return <Share act={act} shown={shown} isMain={isMain} />
  return <Ring act={act} shown={shown} isMain={isMain} />
}

type Of<Name extends Act['act']> = OneProps & { readonly act: Extract<Act, { act: Name }> }

type LineProps = {
  readonly head: Child
  readonly now: Child
  readonly effect: Child
  readonly href: string
  readonly go: string
  readonly isMain: boolean
}

function Line({ head, now, effect, href, go, isMain }: LineProps) {
  return (
    <>
      <div>
        <h2>{head}</h2>
        <p>
          {now} <span class="ds-now__then">{effect}</span>
        </p>
      </div>
      <div class="ds-now__go">
        <a class={isMain ? 'ds-button' : 'ds-button ds-button--second'} href={href}>
          {go}
        </a>
      </div>
    </>
  )
}

function Load({ act, shown, isMain }: Of<'load'>) {
  const lang = useLang()
  const { load } = todayWords(lang)
  const { number, near } = format(lang)
  const { list, others } = act
  const base = `/lists/files/${list.file}`
  const parts = {
    list: listName(lang, list.list),
    version: number(list.version),
    died: <Figure n={list.died} href={rowsHref({ base }, { died: true })} />,
    people: load.people(list.died),
  }
  const booked = {
    n: <Figure n={list.booked} href={`/today/booked/${list.file}`} />,
    have: load.have(list.booked),
  }
  return (
    <Line
      head={
        <>
          {fill(list.died > 0 ? load.died : load.plain, parts)}{' '}
          {list.booked > 0 && fill(load.booked, booked)}
        </>
      }
      now={
        <>
          {load.arrived(near(list.receivedAt, shown.now))} {others > 0 && load.others(others)}
        </>
      }
      effect={<Loading act={act} shown={shown} isMain={isMain} />}
      href={base}
      go={load.go(number(list.version))}
      isMain={isMain}
    />
  )
}

/** What loading does, from the counts that the preview made. */
function Loading({ act, shown }: Of<'load'>) {
  const lang = useLang()
  const { load } = todayWords(lang)
  const { number } = format(lang)
  const { died, added, needs } = act.list
  const room = roomOf(shown.morning.figures.calls)
  const days = room > 0 ? Math.ceil(added / room) : 0
  return (
    <>
      {died > 0 ? load.effect(number(died), number(added)) : load.thenAdds(number(added))}{' '}
      {days > 0 && load.days(days, number(days))} {needs > 0 && load.needs(needs, number(needs))}
    </>
  )
}

function Share({ act, isMain }: Of<'share'>) {
  const lang = useLang()
  const { share } = todayWords(lang)
  const { number } = format(lang)
  const { calls, room, over } = act
  const n = <Figure n={calls.total} href="/today/calls" />
  const groups = byRoom(calls.callers).map(one =>
    share.group(one.n, number(one.n), number(one.room)),
  )
  const head =
    room === 0
      ? fill(share.nobody(calls.total), { n })
      : fill(share.head(calls.total), { n, room: <a href="/calls/share">{number(room)}</a> })
  return (
    <Line
      head={head}
      now={
        room === 0 ? share.say : share.callers(calls.callers.length, number(calls.callers.length))
      }
      effect={
        <>
          {groups.length > 0 && share.groups(groups.join(', '))}{' '}
          {room > 0 && over > 0 && share.over(over, number(over))}
        </>
      }
      href="/calls/share"
      go={share.go}
      isMain={isMain}
    />
  )
}

const namedMax = 3

function Ring({ act, shown, isMain }: Of<'ring'>) {
  const lang = useLang()
  const { ring, erased } = todayWords(lang)
  const { near } = format(lang)
  const { missed } = act
  const name = (person: string) => shown.names.people.get(person) ?? erased
  const named = missed.slice(0, missed.length > namedMax ? namedMax - 1 : namedMax)
  const links = named.map(one => <a href={`/call/${one.member}`}>{name(one.person)}</a>)
  const rest = missed.length - named.length
  const more = <a href="/today/calls?part=late">{ring.others(rest)}</a>
  return (
    <Line
      head={fill(ring.head(missed.length), {
        who: <Joined parts={rest > 0 ? [...links, more] : links} and={ring.and} />,
      })}
      now={named.map(one => ring.line(name(one.person), near(one.at, shown.now))).join(' ')}
      effect={ring.effect}
      href="/call-backs"
      go={ring.go}
      isMain={isMain}
    />
  )
}

function Joined({ parts, and }: { parts: readonly Child[]; and: string }) {
  return (
    <>
      {parts.map((part, at) => (
        <>
          {at > 0 && (at === parts.length - 1 ? and : ', ')}
          {part}
        </>
      ))}
    </>
  )
}
