// Who answers for which concern now? The open ones and the desk, read together.
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { type Standing, standingOf, standings } from '../domain/shown.ts'
import { findDesk, possibleHandlers, type ShownDesk } from './desk.ts'
import {
  concernsBeside,
  type OpenConcern,
  openConcerns,
  type StepOf,
  stepsOf,
  type WorryOf,
  worriesOf,
} from './queries.ts'

export type DeskNow = {
  readonly desk: ShownDesk | undefined
  /** By id: whoever may answer. */
  readonly names: ReadonlyMap<Id, string>
}

export async function readDesk(tx: Tx, scope: Scope, now: number): Promise<DeskNow> {
  const desk = await findDesk(tx, scope.council, new Date(now))
  const handlers = await possibleHandlers(tx, scope.council, new Date(now))
  return { desk, names: new Map(handlers.map(({ id, name }) => [id, name])) }
}

export type ConcernsNow = DeskNow & { readonly standings: readonly Standing<OpenConcern>[] }

export async function readStandings(tx: Tx, scope: Scope, now: number): Promise<ConcernsNow> {
  const known = await readDesk(tx, scope, now)
  const rows = await openConcerns(tx, scope)
  const handlers = [...known.names.keys()]
  return { ...known, standings: standings(rows, { desk: known.desk, handlers, now }) }
}

export type ConcernNow = DeskNow & {
  readonly asked: OpenConcern
  /** Undefined when it has ended. */
  readonly standing: Standing<OpenConcern> | undefined
  readonly worries: readonly WorryOf[]
  readonly steps: readonly StepOf[]
}

export async function readConcern(
  tx: Tx,
  scope: Scope,
  { id, now }: { readonly id: Id; readonly now: number },
): Promise<ConcernNow | undefined> {
  const rows = await concernsBeside(tx, scope, id)
  const [asked] = rows
  if (!asked) return undefined
  const shown = asked.endedAt === null ? rows : [asked]
  const ids = shown.map(row => row.id)
  const known = await readDesk(tx, scope, now)
  const handlers = [...known.names.keys()]
  const standing = standingOf(shown, { desk: known.desk, handlers, now })
  return {
    ...known,
    asked,
    standing: asked.endedAt === null ? standing : undefined,
    worries: await worriesOf(tx, scope, ids),
    steps: await stepsOf(tx, scope, ids),
  }
}
