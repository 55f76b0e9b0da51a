// Does anybody stand on paper whom a stop or a concern protects? Random histories, through the code
// that prints, against a second, plainer rule.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../../tests/guards/database.ts'
import { scopeOf } from '../access/index.ts'
import { tellWorry } from '../concerns/index.ts'
import { act } from '../events/index.ts'
import type { Id } from '../kernel/ids.ts'
import { newId } from '../kernel/ids.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { council, makeTestNode, type TestNode } from '../testing/make-node.ts'
import { beginStory, personOf, type Story, someone, step, tell } from '../testing/reach-story.ts'
import { addSmallDistrict } from '../testing/small-district.ts'
import { drawSheet } from './draw-sheet.ts'
import { printSheet } from './index.ts'
import { findSheet } from './store/sheets.ts'

let t: TestNode
beforeAll(async () => {
  t = await makeTestNode()
  await addSmallDistrict(t)
})
afterAll(() => t.close())

/** What reach's own stories tell, and between it a worry or a printing. */
const told = fc.oneof(
  { weight: 6, arbitrary: step.map(one => ({ do: 'tell' as const, one })) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('worry' as const), who: someone }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('print' as const),
      kind: fc.constantFrom('call', 'round'),
    }),
  },
)
type Told = typeof told extends fc.Arbitrary<infer One> ? One : never

const say = (command: { name: string }, input: object) =>
  act(t.node, t.system, command, { id: newId(), input })

async function run(story: Story, sheets: Id[], one: Told): Promise<void> {
  if (one.do === 'tell') await tell(story, one.one)
  if (one.do === 'print') await print(story, sheets, one.kind)
  if (one.do === 'worry') {
    const person = personOf(story, one.who)
    await say(tellWorry, { worry: newId(), person, isDanger: false, words: '' })
  }
}

async function print(story: Story, sheets: Id[], kind: string): Promise<void> {
  const sheet = newId()
  const nothing = { place: null, caller: null, person: null, need: null, blank: 0, items: '' }
  const words = { forWhom: 'Sam', reason: 'A test', ring: '01632 960001' }
  const asked = { sheet, kind, campaign: story.people.campaign, limitPence: null, days: 0 }
  const done = await say(printSheet, { ...asked, ...nothing, ...words })
  if (!isRefusal(done)) sheets.push(sheet)
}

/** No word of ours: only what stands in the tables of the register, of concerns and of reach. */
const barred = (sheets: readonly Id[]) => `select distinct p.id from doorstep.paper_lines l
  join doorstep.people p on p.council = l.council and p.id = l.person
  join doorstep.people q on q.council = p.council and q.root = p.root
  left join doorstep.person_flags f on f.council = q.council and f.person = q.id
    and (f.flag = any (array['do-not-call', 'no-basis', 'withdrawn']) or f.flag ~ '^(dec|mov)')
  left join doorstep.concerns k on k.council = q.council and k.person = q.id
    and k.ended_at is null
  join doorstep.paper_sheets s on s.council = l.council and s.id = l.sheet
  left join doorstep.members m on m.council = l.council and m.id = l.member
    and m.state = 'excused' and (m.until is null or m.until > s.printed_at)
  where l.sheet = any (array[${sheets.map(id => `'${id}'::uuid`).join(', ')}])
    and (f.flag is not null or k.id is not null or m.id is not null
      or p.erased_at is not null)`

/** Every sheet of the story, drawn as it would be printed now. */
async function lookAt(sheets: readonly Id[]): Promise<number> {
  if (sheets.length === 0) return 0
  const rows = await ask<{ id: Id }>(t.adminUrl, barred(sheets))
  const protectedNow = new Set(rows.map(({ id }) => id))
  const asked = { permission: 'paper.print', now: t.clock.now() }
  const scope = scopeOf(t.node.registry.permissions, t.system, asked)
  let drawn = 0
  for (const id of sheets) {
    const paper = await t.node.store.transaction({ council, actor: t.system.id }, async tx => {
      const sheet = await findSheet(tx, scope, id)
      return sheet && drawSheet(tx, scope, sheet)
    })
    expect(paper?.people.filter(person => protectedNow.has(person))).toEqual([])
    const named = (paper?.pages ?? []).flat().filter(({ name, phones }) => name || phones.length)
    expect(named).toHaveLength(paper?.people.length ?? 0)
    drawn += named.length
  }
  return drawn
}

test('nobody with a hard stop or an open concern is on any sheet, whatever happened', async () => {
  const histories = Number(process.env.PAPER_HISTORIES ?? 20)
  let drawn = 0
  await fc.assert(
    fc.asyncProperty(fc.array(told, { minLength: 2, maxLength: 12 }), async history => {
      const story = await beginStory(t, 'pandemic')
      const sheets: Id[] = []
      for (const one of history) await run(story, sheets, one)
      await print(story, sheets, 'call')
      await print(story, sheets, 'round')
      drawn += await lookAt(sheets)
    }),
    { numRuns: histories },
  )
  expect(drawn).toBeGreaterThan(histories / 3)
}, 1_200_000)
