// Is an id one id, whoever writes it?
import { expect, test } from 'vitest'
import { idInOrder, isId, newId, withSmallIds } from './ids.ts'

test('an id in capitals is no id of ours in an address', () => {
  const id = newId()
  expect(isId(id)).toBe(true)
  expect(isId(id.toUpperCase())).toBe(false)
})

test('ids in whatever is handed in are made small; other words stay as they are', () => {
  const id = newId()
  const sent = { person: id.toUpperCase(), all: [id.toUpperCase()], note: `Ask ${id} AGAIN`, n: 1 }
  expect(withSmallIds(sent)).toEqual({ person: id, all: [id], note: sent.note, n: 1 })
  expect(withSmallIds(null)).toBe(null)
})

test('the parts of a whole have ids in their order, each its own and always the same', () => {
  const [whole, other] = [newId(), newId()]
  const nths = Array.from({ length: 5_000 }, (_, at) => at * 200)
  const ids = nths.map(nth => idInOrder('part', whole, nth))
  expect(ids.every(isId)).toBe(true)
  expect(ids).toEqual([...new Set(ids)].sort())
  expect(nths.map(nth => idInOrder('part', whole, nth))).toEqual(ids)
  expect(new Set(ids.map(id => id.slice(-8))).size).toBe(ids.length)
  const others = nths.flatMap(nth => [idInOrder('one', whole, nth), idInOrder('part', other, nth)])
  expect(others.filter(id => ids.includes(id))).toEqual([])
})
