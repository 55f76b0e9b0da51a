// Which open questions wait for this reader, and which may they only read? Soonest due first.
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { dueAt } from '../domain/clock.ts'
import { type Level, rankOf } from '../domain/terms.ts'
import { answerersAt, type LevelNow, levelOf } from './answerers.ts'
import { type Question, questionsOf } from './queries.ts'

export type Waiting = {
  readonly question: Question
  readonly dueAt: number
  readonly isLate: boolean
  /** Who answers at its level now. */
  readonly level: LevelNow
}

export type Questions = {
  readonly mine: readonly Waiting[]
  readonly others: readonly Waiting[]
}

export async function waitingOf(tx: Tx, scope: Scope, now: number): Promise<Questions> {
  const found = await questionsOf(tx, scope)
  const ask = makeAsk(tx, scope, now)
  const mine: Waiting[] = []
  const others: Waiting[] = []
  for (const question of found) {
    const one = { ...clockOf(question, now), question, level: await ask.levelAt(question) }
    const isMine = !question.answeredAt && (await ask.waitsForMe(question))
    ;(isMine ? mine : others).push(one)
  }
  const soonest = (a: Waiting, b: Waiting) => a.dueAt - b.dueAt
  const open = others.filter(one => !one.question.answeredAt).toSorted(soonest)
  const over = others.filter(one => one.question.answeredAt)
  return { mine: mine.toSorted(soonest), others: [...open, ...over] }
}

export function clockOf(question: Question, now: number) {
  const { level, urgency, since, takenBy } = question
  const due = dueAt({ level, urgency, since: since.getTime(), isTaken: takenBy !== null })
  return { dueAt: due, isLate: question.answeredAt === null && due <= now }
}

/** Asked once for each place and level: a list has few of them. */
function makeAsk(tx: Tx, scope: Scope, now: number) {
  const levels = new Map<string, Promise<LevelNow>>()
  const own = new Map<Id | null, Promise<Level | null>>()
  const at = (place: Id | null) => ({ council: scope.council, place, now })
  return {
    levelAt({ level, place }: Question): Promise<LevelNow> {
      const key = `${level} ${place}`
      const known = levels.get(key) ?? answerersAt(tx, level, at(place))
      levels.set(key, known)
      return known
    },
    async waitsForMe({ level, place, askedBy, takenBy }: Question): Promise<boolean> {
      if (askedBy === scope.actor) return false
      const known = own.get(place) ?? levelOf(tx, scope.actor, at(place))
      own.set(place, known)
      const rank = await known
      if (rank === null || rankOf(rank) < rankOf(level)) return false
      if (takenBy !== null) return takenBy === scope.actor
      return (await this.levelAt({ level, place } as Question)).people.some(
        ({ id }) => id === scope.actor,
      )
    },
  }
}
