// A load that was wrong is taken back on the day it was made: all of it, save what happened since.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../access/index.ts'
import { type Answer, actInBulk, type Draft } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Node } from '../../node.ts'
import { erased, flagLowered, flagRaised } from '../../people/index.ts'
import { letGoDrafts, memberLeft } from '../../reach/index.ts'
import type { Tx } from '../../store/open.ts'
import { fileDestroyed } from '../domain/events.ts'
import { undoReasonLettersMax } from '../domain/undo.ts'
import { basisAsked, undoAsked, versionUndone } from '../domain/version-events.ts'
import { londonDay } from './preview.ts'
import { putBackDrafts } from './put-back.ts'
import { planUndo, type UndoPlan } from './undo-plan.ts'

export type UndoRequest = {
  readonly id: Id
  readonly version: Id
  readonly reason: string
  /** The reports of deaths were wrong too. Otherwise they stand: nobody rings the bereaved. */
  readonly takesDeathsBack: boolean
}
export type Undone = { readonly outcome: 'undone' | 'asked' }

/** The caller has checked the permission. */
export async function undoLoad(
  node: Node,
  actor: Actor,
  request: UndoRequest,
): Promise<Undone | Refusal> {
  const reason = request.reason.trim()
  if (reason === '' || reason.length > undoReasonLettersMax) return refuse('invalid')
  const asked = JSON.stringify([request.version, reason, request.takesDeathsBack])
  const done = await actInBulk(node, actor, {
    id: request.id,
    name: 'lists.undo-load',
    contentHash: createHash('sha256').update(asked).digest(),
    work: (tx, append) => undoAll({ tx, append, node, actor, request: { ...request, reason } }),
  })
  if (isRefusal(done)) return done
  return { outcome: done.answer.outcome === 'asked' ? 'asked' : 'undone' }
}

type Undoing = {
  readonly tx: Tx
  readonly append: (drafts: readonly Draft[]) => Promise<void>
  readonly node: Node
  readonly actor: Actor
  readonly request: UndoRequest
}

async function undoAll(undoing: Undoing): Promise<Answer | Refusal> {
  const { tx, append, node, actor, request } = undoing
  const { council } = actor
  // Nobody may act on these people between the plan and the deed.
  await sql`select 1 from lock_log(${council})`.execute(tx)
  const version = await standingVersion(tx, council, request.version)
  if (!version) return refuse('not-found')
  const wrong = refusalOf(version, node.clock.now())
  if (wrong) return wrong
  const plan = await planUndo(tx, council, { version, by: actor.id })
  if (plan.actedOnByOthers > 0 && version.askedBy === actor.id) return refuse('needs-second')
  if (plan.actedOnByOthers > 0 && version.askedBy === null) {
    const { list, actedOnByOthers } = plan
    const body = { version: version.id, list, actedOnByOthers }
    await append([undoAsked({ subjects: [], body, words: { reason: request.reason } })])
    return { outcome: 'asked' }
  }
  for (const drafts of await draftsOf(undoing, { plan, version })) await append(drafts)
  await append(await letGoDrafts(tx, council, version.list))
  await forgetBytes(tx, council, plan.file)
  return { outcome: 'undone', erased: plan.erased.length, kept: plan.kept.length }
}

export type StandingVersion = {
  readonly id: Id
  readonly list: string
  readonly file: Id
  readonly loadedAt: Date
  readonly isUndone: boolean
  readonly isLatest: boolean
  readonly askedBy: Id | null
  readonly bytes: number | null
}

export async function standingVersion(
  tx: Tx,
  council: string,
  id: Id,
): Promise<StandingVersion | undefined> {
  const found = await sql<StandingVersion>`
    select v.id, v.list, v.file, v.loaded_at as "loadedAt", v.undone_at is not null as "isUndone",
      v.undo_asked_by as "askedBy", f.bytes,
      not exists (select from list_versions o where o.council = v.council and o.list = v.list
        and o.number > v.number and o.undone_at is null) as "isLatest"
    from list_versions v
    left join list_files f on f.council = v.council and f.id = v.file
    where v.council = ${council} and v.id = ${id}`.execute(tx)
  return found.rows[0]
}

export function refusalOf(version: StandingVersion, now: number): Refusal | undefined {
  if (version.isUndone) return refuse('already-done')
  if (londonDay(version.loadedAt.getTime()) !== londonDay(now)) return refuse('undo-over')
  return version.isLatest ? undefined : refuse('later-version')
}

type Planned = { readonly plan: UndoPlan; readonly version: StandingVersion }

const draftsPerAppend = 2_000
const subjectsPerErasure = 500

/** Out of the campaigns first, then the records, then the list itself. */
async function draftsOf(
  { tx, actor, request }: Undoing,
  { plan, version }: Planned,
): Promise<Draft[][]> {
  const { council } = actor
  const { list, firstSeq, lastSeq, corrected } = plan
  const gone = new Set(plan.erased)
  const back = await putBackDrafts(tx, council, { list, firstSeq, lastSeq, corrected, gone })
  const deaths = request.takesDeathsBack ? await deathDrafts(tx, council, plan) : []
  const stopped = plan.namedAgain.map(person =>
    flagRaised({ subjects: [person], body: { person, flag: 'no-basis', source: list } }),
  )
  const withdrawn = await withdrawalDrafts(tx, council, plan)
  const left = plan.leaving.map(({ member, subject, place }) =>
    memberLeft({ subjects: [subject], place, body: { member } }),
  )
  const erasures = inParts([...plan.erased, ...plan.entries], subjectsPerErasure).map(subjects =>
    erased({ subjects, body: {} }),
  )
  const body = {
    ...{ version: plan.version, list, askedBy: version.askedBy },
    ...{ erased: plan.erased.length, putBack: back.length },
    deathsKept: request.takesDeathsBack ? 0 : plan.deaths.length,
  }
  const undone = versionUndone({ subjects: [], body, words: { reason: request.reason } })
  // Erased last: an entry that goes back to what was said of it before keeps those words.
  const all = [...left, ...back, ...deaths, ...stopped, ...withdrawn, undone, ...erasures]
  return inParts([...all, ...endDrafts({ plan, version })], draftsPerAppend)
}

function endDrafts({ plan, version }: Planned): Draft[] {
  const { list, file, kept } = plan
  const asked = { version: plan.version, list, why: 'undone' as const, people: [...kept] }
  const destroyed = { file, list, bytes: version.bytes ?? 0, version: plan.version }
  return [
    ...(kept.length > 0 ? [basisAsked({ subjects: [], body: asked })] : []),
    ...(version.bytes === null ? [] : [fileDestroyed({ subjects: [], body: destroyed })]),
  ]
}

/** Those that an officer has confirmed meanwhile are no longer the load's to take back. */
async function deathDrafts(tx: Tx, council: string, { deaths, list, erased }: UndoPlan) {
  const gone = new Set(erased)
  const found = await sql<{ person: Id }>`select id as person from people
    where council = ${council} and id = any (${[...deaths]}::uuid[])
      and flags && array['deceased-reported'] order by id`.execute(tx)
  return found.rows
    .filter(({ person }) => !gone.has(person))
    .map(({ person }) =>
      flagLowered({
        subjects: [person],
        body: { person, flag: 'deceased-reported', source: list },
      }),
    )
}

/** Nobody withdrew by a wrong file, and nobody came back by it. */
async function withdrawalDrafts(tx: Tx, council: string, plan: UndoPlan): Promise<Draft[]> {
  const { withdrawn, back, list, erased } = plan
  const gone = new Set(erased)
  const found = await sql<{ person: Id; isRaised: boolean }>`
    select p.id as person, f.person is not null as "isRaised" from people p
    left join person_flags f on f.council = p.council and f.person = p.id and f.flag = 'withdrawn'
    where p.council = ${council} and p.erased_at is null
      and p.id = any (${[...withdrawn, ...back]}::uuid[]) order by p.id`.execute(tx)
  const wanted = (person: Id, isRaised: boolean) =>
    !gone.has(person) && (isRaised ? withdrawn : back).includes(person)
  return found.rows
    .filter(({ person, isRaised }) => wanted(person, isRaised))
    .map(({ person, isRaised }) => {
      const body = { person, flag: 'withdrawn' as const, source: list }
      return (isRaised ? flagLowered : flagRaised)({ subjects: [person], body })
    })
}

/** The file as received goes with what it brought. */
export async function forgetBytes(tx: Tx, council: string, file: Id): Promise<void> {
  await sql`delete from list_file_parts where council = ${council} and file = ${file}`.execute(tx)
  await sql`update list_files set state = 'destroyed', name = '', reading = null
    where council = ${council} and id = ${file}`.execute(tx)
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  const parts = Array.from({ length: Math.ceil(all.length / size) }, (_, at) => at)
  return parts.map(at => all.slice(at * size, (at + 1) * size))
}
