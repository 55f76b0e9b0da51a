// How is it said that nobody is asked for a campaign today?
import { format } from '../../pages/format.ts'
import type { Lang } from '../../pages/strings/index.ts'
import type { AtRest } from '../store/at-rest.ts'
import { shareStrings } from './share-strings.ts'

/** The last of its days, not the midnight after it. */
export function restWords(lang: Lang, { title, startsAt, endsAt }: AtRest): string {
  const t = shareStrings(lang)
  const { date } = format(lang)
  if (startsAt) return t.begins(title, date(startsAt))
  return t.over(title, date((endsAt?.getTime() ?? 1) - 1))
}
