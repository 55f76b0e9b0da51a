// What is a need called? In the words of the pack that found it.
import { allPacks } from '../../hazards/index.ts'
import type { Need } from '../store/queries.ts'

export function needLabel(need: Pick<Need, 'kind'>): string {
  const kinds = allPacks().flatMap(pack => pack.needKinds)
  return kinds.find(kind => kind.code === need.kind)?.label ?? need.kind
}
