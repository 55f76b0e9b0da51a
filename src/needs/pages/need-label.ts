// What is a need called? In the words of the pack that found it.
import { allPacks } from '../../hazards/index.ts'
import type { Lang } from '../../pages/strings/index.ts'
import type { Need } from '../store/queries.ts'

export function needLabel(need: Pick<Need, 'kind'>, lang: Lang = 'en'): string {
  const kinds = allPacks().flatMap(pack => pack.needKinds)
  const found = kinds.find(kind => kind.code === need.kind)
  return (lang === 'cy' ? found?.cy : undefined) ?? found?.label ?? need.kind
}
