// Sheets of paper of villages and of whole councils, each with the marked people of its place.
import { type Id, newId } from '../../src/kernel/ids.ts'
import { linesPrinted, sheetPrinted } from '../../src/paper/domain/events.ts'
import { codeOf } from '../../src/paper/domain/line-code.ts'
import { timesOf } from '../../src/paper/domain/print-sheet.ts'
import { council, type TestNode } from '../../src/testing/make-node.ts'
import type { MarkedPerson } from './marked-people.ts'
import { campaignOf, memberOf } from './marked-round.ts'
import { otherCouncil, put } from './world.ts'

type Where = Readonly<Record<'own' | 'next' | 'far', { readonly village: Id; readonly street: Id }>>

/** Who may see what, by where the sheet lies. */
export async function addMarkedSheets(
  t: TestNode,
  people: readonly MarkedPerson[],
  { own, next, far }: Where,
): Promise<Readonly<Record<string, Id>>> {
  const on = (street: Id) => people.filter(one => one.street === street)
  const ours = { inCouncil: council, on: on(own.street) }
  const theirs = { inCouncil: otherCouncil, on: on(far.street) }
  return {
    'own place': await addSheet(t, { ...ours, place: own.village, number: 1 }),
    'other place': await addSheet(t, {
      ...{ inCouncil: council, on: on(next.street), place: next.village, number: 2 },
    }),
    'whole council': await addSheet(t, { ...ours, place: null, number: 3 }),
    'other council': await addSheet(t, { ...theirs, place: far.village, number: 1 }),
  }
}

type Made = {
  readonly inCouncil: string
  readonly place: Id | null
  readonly number: number
  readonly on: readonly MarkedPerson[]
}

async function addSheet(t: TestNode, { inCouncil, place, number, on }: Made): Promise<Id> {
  const sheet = newId()
  const here = on.filter(one => one.council === inCouncil && one.level !== 'erased')
  const times = timesOf(t.node.clock.now(), 0)
  const nobody = { caller: null, person: null, need: null, limitPence: null }
  const head = sheetPrinted({
    subjects: [],
    place,
    body: {
      ...{ sheet, number, kind: 'call', campaign: campaignOf(inCouncil), round: null, ...nobody },
      ...{ family: 0, lines: here.length, position: 0, lang: 'en', ...times },
    },
    words: { forWhom: 'Sam', reason: 'The line is down', ring: '01632 960001', items: '' },
  })
  const lines = here.map(({ id }, at) => {
    const code = codeOf(0, number * 100 + at)
    return { line: newId(), code, member: memberOf(inCouncil, id), person: id, phones: [] }
  })
  const subjects = here.map(({ id }) => id)
  await put(t, inCouncil, [
    head,
    linesPrinted({ subjects, place, body: { sheet, first: 1, lines } }),
  ])
  return sheet
}
