// By what may a record never be mixed with another: its real number, and its whole date of birth?
import { dateAt } from '../compare/comparison.ts'
import type { People } from '../compare/people.ts'
import { isWhole } from '../encode/date.ts'
import { idTrust, realIds } from '../encode/real-ids.ts'
import { placesOf } from './places.ts'

/** Per record the code of its real number and of its whole date of birth, -1 where it has none. */
export type Identity = { readonly ids: Int32Array; readonly dates: Int32Array }

export function identityOf({ count, fields, comparisons }: People): Identity {
  const places = placesOf(comparisons)
  const none = () => new Int32Array(count).fill(-1)
  const [id, date] = [fields[places.id], fields[places.date]]
  const trust = id ? realIds(id.texts) : undefined
  return {
    ids: id ? kept(id.codes, code => trust?.[code] !== idTrust.none) : none(),
    dates: date ? kept(date.codes, code => isWhole(dateAt(date.texts, code))) : none(),
  }
}

function kept(codes: Int32Array, isKept: (code: number) => boolean): Int32Array {
  const known = new Map<number, boolean>()
  return codes.map(code => {
    if (code < 0) return -1
    const is = known.get(code) ?? isKept(code)
    known.set(code, is)
    return is ? code : -1
  })
}
