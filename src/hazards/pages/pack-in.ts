// What does a pack say to a reader of Welsh? What it has no Welsh for stays in English.
import type { Lang } from '../../pages/strings/strings.ts'
import type { HazardPack } from '../domain/index.ts'

type Named = { readonly label: string; readonly cy?: string | undefined }

export function packIn(lang: Lang, pack: HazardPack): HazardPack {
  if (lang !== 'cy') return pack
  const { danger } = pack
  return {
    ...pack,
    needKinds: pack.needKinds.map(inWelsh),
    outcomeWords: pack.outcomeWords.map(inWelsh),
    danger: { ...danger, ...danger.cy, numbers: danger.numbers.map(inWelsh) },
  }
}

function inWelsh<One extends Named>(one: One): One {
  return { ...one, label: one.cy ?? one.label }
}
