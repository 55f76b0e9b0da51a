// Stops, joined records and wrong reports: where does each person stand after them?
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { council, makeTestNode, type TestNode } from '../../testing/make-node.ts'
import { beginStory, personOf, type Step, type Story, tell } from '../../testing/reach-story.ts'
import { addSmallDistrict } from '../../testing/small-district.ts'

let t: TestNode
let story: Story
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
})
beforeEach(async () => {
  story = await beginStory(t, 'pandemic')
})
afterAll(() => t.close())

/** Persons 0, 1 and 2 are members; person 3 is known and not listed. */
async function told(...steps: Step[]) {
  for (const one of steps) {
    if (!(await tell(story, one))) throw new Error(`refused: ${JSON.stringify(one)}`)
  }
}
const tried = (who: number, outcome: (Step & { do: 'try' })['outcome']): Step => {
  return { do: 'try', who, outcome, hoursAgo: 0, isLatestRound: true }
}
const died = (who: number): Step => ({ do: 'raise', who, stop: 'deceased-reported' })
const moved = (who: number): Step => ({ do: 'raise', who, stop: 'moved-reported' })
const lives = (who: number): Step => ({ do: 'lower', who, stop: 'deceased-reported' })
const joined = (who: number, into: number): Step => ({ do: 'merge', who, into })

async function standing(who: number) {
  const found = await t.node.store.transaction({ council, actor: newId() }, tx =>
    sql<{ state: string; reason: string | null }>`select state, reason from members
      where round = ${story.people.rounds.at(-1)} and subject = ${personOf(story, who)}`.execute(
      tx,
    ),
  )
  const [row] = found.rows
  return row && (row.reason ?? row.state)
}

test('a report on either of two joined records takes the member out, and back', async () => {
  await told(joined(0, 3), died(3))
  expect(await standing(0)).toBe('died')
  await told(lives(0))
  expect(await standing(0)).toBe('untried')
})

test('a report that stood before the records were joined counts from then on', async () => {
  await told(died(3), joined(3, 0))
  expect(await standing(0)).toBe('died')
  await told({ do: 'unmerge', who: 3 })
  expect(await standing(0)).toBe('untried')
})

test('nobody comes back who is still stopped another way', async () => {
  await told(died(0), moved(0), lives(0))
  expect(await standing(0)).toBe('moved')
})

test('after a wrong report the answer from before it counts again', async () => {
  await told(tried(0, 'refused'), died(0), lives(0))
  expect(await standing(0)).toBe('said-no')
  await told(tried(1, 'spoke_complete'), tried(1, 'deceased_reported'), lives(1))
  expect(await standing(1)).toBe('reached')
})

test('somebody listed twice stays so when a report on them is taken back', async () => {
  await told(joined(0, 1), died(0), lives(0))
  expect(await standing(0)).toBe('listed-twice')
  expect(await standing(1)).toBe('untried')
})

test('a report lowered of two in one comes back when they are parted', async () => {
  await told(died(0), joined(0, 1), lives(1), { do: 'unmerge', who: 0 })
  expect(await standing(0)).toBe('died')
})

test('records joined in a chain count once, also over one that is no member', async () => {
  await told(joined(0, 3), joined(3, 1))
  expect(await standing(0)).toBe('listed-twice')
  expect(await standing(1)).toBe('untried')
  await told({ do: 'unmerge', who: 3 })
  expect(await standing(0)).toBe('untried')
})

test('what was said to one record of a person is said for the one that counts', async () => {
  await told(tried(0, 'refused'), joined(0, 1))
  expect([await standing(0), await standing(1)]).toEqual(['listed-twice', 'said-no'])
  await told(tried(0, 'spoke_complete'))
  expect([await standing(0), await standing(1)]).toEqual(['listed-twice', 'reached'])
})

test('a list that brings the record in use leaves the older one listed twice', async () => {
  await told(joined(0, 3), { do: 'join', who: 3 })
  expect([await standing(0), await standing(3)]).toEqual(['listed-twice', 'untried'])
})

test('whoever is out for a report joins the next round with it and comes back there', async () => {
  await told(died(0), { do: 'round', isHomes: false })
  expect(await standing(0)).toBe('died')
  await told(lives(0))
  expect(await standing(0)).toBe('untried')
})

test('erasing a person leaves the figures as they were', async () => {
  await told(died(0), { do: 'erase', who: 0 })
  expect(await standing(0)).toBe('died')
})
