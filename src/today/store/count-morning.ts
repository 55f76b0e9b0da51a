// How does everything stand that the morning shows? Asked of each capability in one transaction.
import type { Scope } from '../../access/index.ts'
import { countLateConcerns, countOpenConcerns } from '../../concerns/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { bookedDeaths, heldGroups, versionsOfLists, waitingFiles } from '../../lists/index.ts'
import { countOpenSteps } from '../../needs/index.ts'
import { countOut } from '../../paper/index.ts'
import { waitingNow } from '../../picture/index.ts'
import {
  countDueCalls,
  dueCalls,
  endOfDay,
  ringingToday,
  silentCallers,
} from '../../reach/index.ts'
import type { Tx } from '../../store/open.ts'
import {
  type CallKind,
  type CallPart,
  type Calls,
  callKinds,
  callParts,
  type Figures,
  type Held,
  type ListLoaded,
  type ListWaiting,
  shape,
  type Waits,
} from '../domain/figures.ts'

export async function countMorning(tx: Tx, scope: Scope, now: number): Promise<Figures> {
  const missed = await dueCalls(tx, scope, { now, part: 'late' })
  const steps = await countOpenSteps(tx, scope, now)
  const silent = await silentCallers(tx, scope, now)
  return {
    shape,
    sheets: await countOut(tx, scope, new Date(now)),
    waits: await waitsNow(tx, scope, now),
    lists: await listsWaiting(tx, scope, now),
    loaded: await listsLoaded(tx, scope, now),
    held: await heldNow(tx, scope),
    calls: await callsNow(tx, scope, now),
    missed: missed.rows.map(({ member, person, at }) => ({ member, person, at: at.getTime() })),
    steps: steps.map(one => ({ ...one, oldestDue: one.oldestDue.getTime() })),
    silent: silent.map(one => ({ ...one, heardAt: one.heardAt?.getTime() ?? null })),
    concerns: {
      open: await countOpenConcerns(tx, scope),
      late: scope.everywhere ? await countLateConcerns(tx, scope.council, new Date(now)) : 0,
    },
  }
}

async function waitsNow(tx: Tx, scope: Scope, now: number): Promise<Waits | null> {
  const found = await waitingNow(tx, scope, now)
  if (!found) return null
  const { campaign, longest, ...counts } = found
  return {
    ...counts,
    campaign: campaign.id,
    name: campaign.name,
    longest: longest.map(({ subject, village, days, tries, next, nextAt }) => ({
      ...{ person: subject, village, days, tries, next },
      nextAt: nextAt?.getTime() ?? null,
    })),
  }
}

/** Read and not yet loaded; one that cannot be read is on the page of lists. */
async function listsWaiting(tx: Tx, scope: Scope, now: number): Promise<readonly ListWaiting[]> {
  const files = await waitingFiles(tx, scope)
  const until = new Date(endOfDay(now))
  const found: ListWaiting[] = []
  for (const { id, list, receivedAt, reading } of files) {
    if (!reading || 'problem' in reading) continue
    const booked = reading.died > 0 ? await bookedDeaths(tx, scope, { file: id, until }) : []
    found.push({
      file: id,
      list,
      version: (reading.previous?.number ?? 0) + 1,
      receivedAt: receivedAt.getTime(),
      rows: reading.counts.rows,
      added: reading.addedPeople,
      died: reading.died,
      booked: new Set(booked.map(({ person }) => person)).size,
      needs: reading.counts.needs_review,
    })
  }
  return found
}

async function listsLoaded(tx: Tx, scope: Scope, now: number): Promise<readonly ListLoaded[]> {
  const versions = await versionsOfLists(tx, scope)
  const lately = versions.filter(
    one => one.undoneAt === null && !one.isPurged && one.loadedAt.getTime() > now - dayMs,
  )
  return lately.map(one => ({
    version: one.id,
    list: one.list,
    loadedAt: one.loadedAt.getTime(),
    rows: one.rows,
    added: one.accepted,
    changed: one.changed,
    same: one.unchanged,
    held: one.needs_review,
  }))
}

async function heldNow(tx: Tx, scope: Scope): Promise<readonly Held[]> {
  const groups = await heldGroups(tx, scope)
  return groups.map(({ reason, rows, deciderId, decideBy }) => ({
    ...{ reason, rows, decider: deciderId },
    decideBy: decideBy.getTime(),
  }))
}

async function callsNow(tx: Tx, scope: Scope, now: number): Promise<Calls> {
  const counts = await countDueCalls(tx, scope, now)
  const sum = (isWanted: (one: (typeof counts)[number]) => boolean) =>
    counts.filter(isWanted).reduce((all, { n }) => all + n, 0)
  const due = callKinds.map(kind => [kind, sum(one => one.kind === kind)])
  const parts = callParts.map(part => [part, sum(one => one.part === part)])
  return {
    due: Object.fromEntries(due) as Record<CallKind, number>,
    parts: Object.fromEntries(parts) as Record<CallPart, number>,
    total: sum(() => true),
    unshared: sum(one => !one.isGiven),
    callers: await ringingToday(tx, scope, now),
  }
}

/** Everybody whom the figures name by id. */
export function namedIn(figures: Figures): { people: readonly Id[]; users: readonly Id[] } {
  const { waits, missed, held, calls, silent } = figures
  const people = [...(waits?.longest ?? []), ...missed].map(({ person }) => person)
  const deciders = held.flatMap(({ decider }) => decider ?? [])
  const users = [...calls.callers, ...silent].map(({ user }) => user)
  return { people: [...new Set(people)], users: [...new Set([...deciders, ...users])] }
}
