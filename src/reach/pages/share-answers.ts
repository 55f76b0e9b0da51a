// What was answered about who rings today, and is it enough to share the calls out?
import type { Id } from '../../kernel/ids.ts'
import { londonDate, londonInstant, londonMinutes } from '../../kernel/london.ts'
import type { Form } from '../../web/request.ts'
import { roomMax, type ShareCalls } from '../domain/share-calls.ts'
import { type UpTo, upTos, usualDay } from '../domain/sharing/terms.ts'
import type { CallerNow, MayRing } from '../store/call-shares.ts'

export type CallerAnswers = {
  readonly user: Id
  readonly name: string
  readonly isHandler: boolean
  readonly rings: boolean
  readonly room: string
  readonly from: string
  readonly to: string
  readonly languages: string
  /** By the last sharing. */
  readonly given: number
  readonly open: number
}

export type ShareAnswers = { readonly upTo: UpTo; readonly callers: readonly CallerAnswers[] }

export type CallerProblem = 'room' | 'from' | 'to' | 'order'
export type ShareProblems = {
  readonly nobody: boolean
  readonly callers: ReadonlyMap<Id, CallerProblem>
}

/** Before anybody answered: who rang by the last sharing, as they did; else whose work it is. */
export function usualAnswers(
  mayRing: readonly MayRing[],
  callers: readonly CallerNow[],
): ShareAnswers {
  const known = new Map(callers.map(one => [one.user, one]))
  return {
    upTo: 'room',
    callers: mayRing.map(({ user, name, isHandler }) => {
      const last = known.get(user)
      return {
        ...{ user, name, isHandler },
        rings: callers.length === 0 ? isHandler : last !== undefined,
        room: last ? String(last.room) : String(usualDay.room),
        from: last ? clockOf(last.startsAt) : clockAt(usualDay.from),
        to: last ? clockOf(last.endsAt) : clockAt(usualDay.to),
        languages: last?.languages.join(', ') ?? '',
        given: last?.given ?? 0,
        open: last?.open ?? 0,
      }
    }),
  }
}

export function readShare(form: Form, usual: ShareAnswers): ShareAnswers {
  const rings = form.all('rings')
  return {
    upTo: upTos.find(one => one === form.text('upTo')) ?? 'room',
    callers: usual.callers.map(one => ({
      ...one,
      rings: rings.includes(one.user),
      room: form.text(`room-${one.user}`),
      from: form.text(`from-${one.user}`),
      to: form.text(`to-${one.user}`),
      languages: form.text(`languages-${one.user}`),
    })),
  }
}

export function problemsOf({ callers }: ShareAnswers): ShareProblems {
  const ringing = callers.filter(({ rings }) => rings)
  const wrong = ringing.flatMap(one => {
    const problem = problemOf(one)
    return problem ? [[one.user, problem] as const] : []
  })
  return { nobody: ringing.length === 0, callers: new Map(wrong) }
}

function problemOf({ room, from, to }: CallerAnswers): CallerProblem | undefined {
  if (!/^\d{1,4}$/.test(room) || Number(room) > roomMax) return 'room'
  const [begins, ends] = [minutesOf(from), minutesOf(to)]
  if (begins === undefined) return 'from'
  if (ends === undefined) return 'to'
  return ends <= begins ? 'order' : undefined
}

export function inputOf({ callers, upTo }: ShareAnswers, now: number): Omit<ShareCalls, 'share'> {
  const today = londonDate(now)
  const at = (clock: string) => londonInstant(today, minutesOf(clock) ?? 0)
  return {
    upTo,
    callers: callers
      .filter(({ rings }) => rings)
      .map(({ user, room, from, to, languages }) => ({
        user,
        room: Number(room),
        languages: languages.split(/[,;]/).flatMap(text => text.trim().toLowerCase() || []),
        from: at(from),
        to: at(to),
      })),
  }
}

/** `9`, `9:30`, `09.30` and `0930`, up to 24:00. */
function minutesOf(text: string): number | undefined {
  const [, hours, minutes = '0'] = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text) ?? []
  if (hours === undefined || Number(minutes) > 59) return undefined
  const all = Number(hours) * 60 + Number(minutes)
  return all <= 24 * 60 ? all : undefined
}

function clockOf(at: Date): string {
  return clockAt(londonMinutes(at.getTime()))
}

function clockAt(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
