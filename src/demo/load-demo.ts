// How is the invented district told to Doorstep? Step by step in the order of its story, through
// the same decisions as the product. A step that was done is left alone, so a load that was
// stopped half-way goes on where it stopped.
import { makeNode } from '../app.ts'
import { CommandProblem } from '../cli/command.ts'
import { foundCouncil } from '../events/index.ts'
import { minuteMs, turnableClock } from '../kernel/clock.ts'
import type { Node } from '../node.ts'
import {
  generateDistrict,
  londonInstant,
  roundPlan,
  type Size,
  storyAround,
} from './generate/index.ts'
import { loadCampaign } from './load-campaign.ts'
import { loadConcerns } from './load-concerns.ts'
import { addDoubles } from './load-doubles.ts'
import { loadFlood, loadFloodToday } from './load-flood.ts'
import { loadGeography } from './load-geography.ts'
import { loadJobs } from './load-jobs.ts'
import { listsReceived, loadList } from './load-lists.ts'
import { outsiderDrafts } from './load-outsiders.ts'
import { dwellingDrafts, ownerDrafts, placeDrafts } from './load-places.ts'
import { loadProof } from './load-proof.ts'
import { decideReviews } from './load-reviews.ts'
import { loadRound } from './load-round.ts'
import { loadSheet } from './load-sheet.ts'
import { staffDrafts } from './load-staff.ts'
import { eveningBefore, loadEvening, loadProblems } from './load-standing.ts'
import {
  actOnce,
  demoCouncil,
  demoId,
  type Loading,
  type StartProgress,
  takeStock,
} from './loading.ts'
import { findAnswer, lastSeq } from './store/find-answer.ts'

export type LoadOptions = {
  readonly size: Size
  readonly seed: number
  readonly progress: StartProgress
  readonly note?: (line: string) => void
}

type Beginning = {
  readonly size: Size
  readonly seed: number
  readonly openingMs: number
  readonly isBegun: boolean
}

/** Days and minutes before the round in which the council prepares. */
const prepareMs = 2 * 24 * 60 * minuteMs
const openMinutes = 7 * 60

/** What is loaded in the end; a demo that is there already keeps its own size, seed and day. */
export async function loadDemo(node: Node, options: LoadOptions): Promise<Beginning> {
  const beginning = await beginningOf(node, options)
  await refuseOthers(node, beginning)
  const isLoaded = await findAnswer(node, demoCouncil.id, demoId('step', 'end'))
  if (!isLoaded) await tellStory(prepare(node, beginning, options.progress), beginning)
  else options.note?.(`The demo of ${dayOf(beginning.openingMs)} is here already.`)
  return beginning
}

async function tellStory(loading: Loading, beginning: Beginning): Promise<void> {
  const { startedOn } = loading.district.story
  const begunMs = loading.clock.now()
  await foundCouncil(loading.node, demoCouncil)
  await loadPlaces(loading, beginning)
  await takeStock(loading)
  const village = villageOfOutsiders(loading.district.places)
  await loadFlood(loading, { village, atMs: begunMs + 120 * minuteMs })
  await loadCampaign(loading, londonInstant(startedOn, openMinutes).getTime())
  for (const file of listsReceived(loading)) {
    await loadRound(loading, Date.parse(file.receivedAt))
    await loadList(loading, file)
    if (file.version === 1) await decideReviews(loading, file)
  }
  await loadRound(loading, eveningBefore(loading))
  await loadEvening(loading)
  await loadRound(loading, loading.openingMs)
  await addDoubles(loading)
  await loadConcerns(loading)
  await loadJobs(loading, village)
  await loadFloodToday(loading, village)
  await loadProblems(loading)
  await loadProof(loading, village)
  await loadSheet(loading, village)
  await takeStock(loading)
  await actOnce(loading, { name: 'end', label: 'Ready', atMs: loading.openingMs, drafts: [] })
}

/** A council of this name that somebody works in is not ours to fill with invented people. */
async function refuseOthers(node: Node, { isBegun }: Beginning): Promise<void> {
  if (isBegun || (await lastSeq(node, demoCouncil.id)) === 0) return
  throw new CommandProblem(
    'council-in-use',
    `A council called ${demoCouncil.id} is here already; give the demo a --data folder of its own.`,
  )
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** A load that was begun before goes on with its own size, seed and opening moment. */
async function beginningOf(node: Node, { size, seed }: LoadOptions): Promise<Beginning> {
  const before = await findAnswer(node, demoCouncil.id, demoId('step', 'places'))
  const openingMs = Math.floor(node.clock.now() / minuteMs) * minuteMs
  if (!before) return { size, seed, openingMs, isBegun: false }
  return {
    size: before.size as Size,
    seed: Number(before.seed),
    openingMs: Number(before.openingMs),
    isBegun: true,
  }
}

function prepare(node: Node, { size, seed, openingMs }: Beginning, progress: StartProgress) {
  const district = generateDistrict({ size, seed, story: storyAround(openingMs) })
  const plan = roundPlan(district)
  const clock = turnableClock(Date.parse(`${district.story.startedOn}T08:00:00Z`) - prepareMs)
  return { node: makeNode(node.store, clock), clock, district, plan, openingMs, progress }
}

/** Where the guides' coordinator works, or the first village of a smaller demo. */
function villageOfOutsiders({ villages }: Loading['district']['places']): string {
  const known = villages.find(village => village.slug === 'cottenham') ?? villages[0]
  if (!known) throw new Error('The demo has no village.')
  return known.ref
}

async function loadPlaces(loading: Loading, beginning: Beginning): Promise<void> {
  const { places, staff } = loading.district
  const { size, seed, openingMs } = beginning
  const begunMs = loading.clock.now()
  const step = (minutes: number) => ({ atMs: begunMs + minutes * minuteMs })
  await actOnce(loading, {
    ...step(0),
    name: 'places',
    label: 'Places',
    drafts: placeDrafts(places),
    answer: { size, seed, openingMs },
  })
  await actOnce(loading, {
    ...step(5),
    name: 'homes',
    label: 'Streets with their homes',
    drafts: dwellingDrafts(places),
  })
  await loadGeography(loading, begunMs)
  await actOnce(loading, {
    ...step(60),
    name: 'staff',
    label: 'People who work',
    drafts: [
      ...staffDrafts(staff, begunMs + 60 * minuteMs),
      ...outsiderDrafts(demoId(villageOfOutsiders(places)), {
        now: begunMs + 60 * minuteMs,
        openingMs,
      }),
    ],
  })
  await actOnce(loading, {
    ...step(120),
    name: 'owners',
    label: 'Zones and streets taken',
    drafts: ownerDrafts(places),
  })
}
