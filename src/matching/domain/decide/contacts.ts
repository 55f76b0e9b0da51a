// Is a telephone or an e-mail one person's own, or a surgery's, a couple's, a household's? Asked of
// the list itself: if two people use it, it tells nobody apart.
import type { Field } from '../encode/fields.ts'
import { textOf } from '../encode/texts.ts'
import { areTwo } from './suffice.ts'
import type { Witness } from './witness.ts'

const usersMost = 12
const mobile = /^07/

export type Contacts = {
  hasOwn(a: number, b: number, withLandlines: boolean): boolean
}

export function contactsOf(fields: readonly Field[], witness: Witness): Contacts {
  const { places } = witness
  const [emails, phones] = [fields[places.email], fields[places.phone]].map(usersOf)
  const isOwn = (users: readonly number[], pair: readonly number[]) =>
    users.length <= usersMost &&
    users.every(user => pair.every(one => one === user || !areTwo(witness.agreement(one, user))))
  return {
    hasOwn: (a, b, withLandlines) => {
      const shared = [...(emails?.shared(a, b) ?? []), ...(phones?.shared(a, b) ?? [])]
      return shared.some(
        ({ text, users }) =>
          (withLandlines || text.includes('@') || mobile.test(text)) && isOwn(users(), [a, b]),
      )
    },
  }
}

type Shared = { readonly text: string; users(): readonly number[] }

/** Who uses a value: worked out for the whole list when the first pair asks. */
function usersOf(field: Field | undefined) {
  if (!field) return undefined
  let known: ReadonlyMap<number, readonly number[]> | undefined
  const texts = field.listed?.words ?? field.texts
  return {
    shared(a: number, b: number): Shared[] {
      const others = new Set(itemsOf(field, b))
      return itemsOf(field, a)
        .filter(item => others.has(item))
        .map(item => ({
          text: textOf(texts, item),
          users: () => {
            known ??= allUsers(field)
            return known.get(item) ?? []
          },
        }))
    },
  }
}

function allUsers(field: Field): Map<number, number[]> {
  const users = new Map<number, number[]>()
  for (let record = 0; record < field.codes.length; record++) {
    for (const item of itemsOf(field, record)) {
      const own = users.get(item)
      if (!own) users.set(item, [record])
      else if (own.length <= usersMost) own.push(record)
    }
  }
  return users
}

/** The value itself, or each number of a cell that holds several. */
function itemsOf({ codes, listed }: Field, record: number): readonly number[] {
  const code = codes[record] as number
  if (code < 0) return []
  if (!listed) return [code]
  const { starts, items } = listed.lists
  return [...items.data.subarray(starts.data[code] as number, starts.data[code + 1] as number)]
}
