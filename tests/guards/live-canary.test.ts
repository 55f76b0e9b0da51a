// Does the stream that tells open pages what is new name anybody, or count what is not theirs?
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../src/access/index.ts'
import { act } from '../../src/events/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { recordAttempt } from '../../src/reach/index.ts'
import { council } from '../../src/testing/make-node.ts'
import { makeTestApp, testOrigin } from '../../src/testing/request.ts'
import { marksIn } from './canary.ts'
import type { MarkedPerson } from './marked-people.ts'
import { campaignOf, memberOf } from './marked-round.ts'
import { makeWorld, otherCouncil, type World } from './world.ts'

const coverage = `/campaigns/${campaignOf(council)}/coverage`
const farCoverage = `/campaigns/${campaignOf(otherCouncil)}/coverage`

/** Who keeps which page open, and how many of the calls below they may hear of. */
const readers = [
  { who: `hub-manager of ${council}`, page: coverage, hears: 3 },
  { who: `councillor of ${council}`, page: coverage, hears: 3 },
  { who: 'village-coordinator of one village', page: coverage, hears: 2 },
  { who: 'councillor of one village', page: coverage, hears: 2 },
  { who: 'village-group of one village', page: '/gaps', hears: 2 },
  { who: 'village-group of one street', page: '/gaps', hears: 1 },
  { who: `hub-manager of ${otherCouncil}`, page: farCoverage, hears: 1 },
  { who: `village-group of ${otherCouncil}`, page: '/gaps', hears: 1 },
]
const called = ['own street', 'same zone', 'other village', 'other council']

type Heard = { readonly who: string; readonly hears: number; readonly text: string }

let world: World
let heard: readonly Heard[]

beforeAll(async () => {
  world = await makeWorld()
  const streams = await Promise.all(readers.map(open))
  for (const person of world.people) if (called.includes(person.level)) await call(person)
  heard = await Promise.all(streams.map(listen))
}, 60_000)
afterAll(() => world.t.close())

/** As a browser does: the address stands on the page that is kept open. */
async function open({ who, page, hears }: (typeof readers)[number]) {
  const visitor = world.visitors.find(one => one.name === who)
  const html = await (await visitor?.browser.get(page))?.text()
  const address = /data-live="([^"]+)"/.exec(html ?? '')?.[1]?.replaceAll('&amp;', '&')
  if (!address) throw new Error(`${who} has no stream on ${page}.`)
  const headers = { cookie: visitor?.browser.cookie ?? '' }
  const answer = await makeTestApp(world.t).request(testOrigin + address, { headers })
  if (!answer.body) throw new Error(`${who} is told nothing: ${answer.status}.`)
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  const first = (await reader.read()).value ?? ''
  return { who, hears, reader, head: `${[...answer.headers].join('\n')}\n\n`, first }
}

/** Somebody rings them, writes down what they said, and finds a need: marks in every word. */
async function call({ id, council: own, words, marks }: MarkedPerson): Promise<void> {
  const input = {
    ...{ attempt: newId(), member: memberOf(own, id), channel: 'call', contactPoint: null },
    ...{ outcome: 'spoke_complete', needs: [{ kind: 'food-shopping', urgency: 'today' }] },
    ...{ note: `${words.note} ${marks.join(' ')}`, promisedAt: null, happenedAt: null },
    scriptVersion: null,
  }
  const done = await act(world.t.node, systemActor(own), recordAttempt, { id: newId(), input })
  if (isRefusal(done)) throw new Error(`The call was refused: ${done.refused}`)
}

/** A stream beats every four seconds: more is not waited for. */
const beatsMax = 5

/** Until all of it was told, and for one beat more: what is too much would come then. */
async function listen(stream: Awaited<ReturnType<typeof open>>): Promise<Heard> {
  const { who, hears, reader, head } = stream
  let said = stream.first
  const hear = async () => {
    said += (await reader.read()).value ?? ''
  }
  const isTold = () => Number(counts(said).at(-1)) >= hears
  for (let beats = 0; beats < beatsMax && !isTold(); beats++) await hear()
  await hear()
  await reader.cancel()
  return { who, hears, text: head + said }
}

const counts = (text: string) => [...text.matchAll(/^data: (.*)$/gm)].map(([, count]) => count)

test('every reader is told how much is new of what is theirs, and of nothing else', () => {
  const told = heard.map(({ who, text }) => `${who}: ${counts(text).at(-1)} new`)
  expect(told).toEqual(readers.map(({ who, hears }) => `${who}: ${hears} new`))
})

test('what arrives is counts and beats: no mark, no id, no other word', () => {
  const marks = world.people.flatMap(person => person.marks)
  expect(marks.length).toBeGreaterThan(30)
  const line = /^(: still here|event: new|data: \d{1,2}|)$/
  for (const { who, text } of heard) {
    expect([who, marksIn(text, marks)]).toEqual([who, []])
    expect([who, text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/g)]).toEqual([who, null])
    const said = text.slice(text.indexOf('\n\n') + 2).split('\n')
    expect([who, said.filter(one => !line.test(one))]).toEqual([who, []])
  }
})
