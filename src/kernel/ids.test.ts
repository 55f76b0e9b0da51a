// Is an id one id, whoever writes it?
import { expect, test } from 'vitest'
import { isId, newId, withSmallIds } from './ids.ts'

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
