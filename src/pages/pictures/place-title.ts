// What does a place on a map say aloud?
import { format } from '../format.ts'
import type { Lang } from '../strings/strings.ts'
import { pictureStrings } from '../strings/words/pictures.ts'
import { type MapPlace, placeState } from './place-state.ts'

export function placeTitle(lang: Lang, { name, counts }: MapPlace): string {
  const t = pictureStrings(lang)
  const { number } = format(lang)
  const state = placeState(counts)
  const left = number(counts.untried + counts.tried)
  const listed = number(counts.listed)
  if (state === 'none') return t.tileNone(name)
  if (state === 'done') return t.tileDone(name, listed)
  if (state === 'tried') return t.tileTried(name, left, listed)
  return t.tileUntried(name, { left, listed, untried: number(counts.untried) })
}
