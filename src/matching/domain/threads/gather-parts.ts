// The parts of a list, each read by a thread of its own, as one list: the same codes come out as if
// one thread had read it all, since each field goes through the parts in their order.
import type { Field } from '../encode/fields.ts'
import { gatherField } from './gather-fields.ts'
import { type AllNames, absorbNames, gatheredNames } from './gather-names.ts'
import type { Part, PartField } from './part.ts'

export type Whole = { readonly ids: readonly string[]; readonly fields: readonly Field[] }

export function gatherParts(parts: readonly Part[]): Whole {
  let names: AllNames | undefined
  const fields = (parts[0]?.fields ?? []).map((head, k) => {
    const own = parts.map(part => part.fields[k] as PartField)
    if (head.names) {
      names ??= gatheredNames(own)
      absorbNames(names, own)
    }
    return gatherField(own, names)
  })
  return { ids: parts.flatMap(idsOf), fields }
}

function idsOf({ ids, idStarts, count }: Part): string[] {
  return Array.from({ length: count }, (_, i) => ids.slice(idStarts[i], idStarts[i + 1]))
}
