// What several pages say: who is at the top, and who answers a question now.
import { useLang } from '../../pages/strings/index.ts'
import type { Director, LevelNow } from '../store/answerers.ts'
import type { Question } from '../store/queries.ts'
import { escalationStrings } from './strings.ts'

/** Brick while nobody is named: never silently nowhere. */
export function TopNow({ top, maySet }: { top: Director | undefined; maySet: boolean }) {
  const t = escalationStrings(useLang())
  const isNamed = top?.directorName || top?.deputyName
  const link = maySet && <a href="/escalations/director">{t.setDirector}</a>
  if (!top || !isNamed) {
    return (
      <p class="ds-att" role="alert">
        <b class="ds-status--attention">{t.nobodyNamed}.</b> {t.nobodyNamedBody} {link}
      </p>
    )
  }
  const names = [top.directorName ?? t.nobody, top.deputyName ?? t.nobody] as const
  return (
    <p class="ds-quiet">
      {t.topNow(...names, top.number ?? '')} {link}
    </p>
  )
}

export function whoAnswers(
  t: ReturnType<typeof escalationStrings>,
  { takenByName }: Question,
  { people }: LevelNow,
): string {
  if (takenByName) return takenByName
  const [first, second, ...more] = people.map(({ name }) => name)
  if (first === undefined) return t.nobody
  if (second === undefined) return first
  const both = `${first}, ${second}`
  return more.length > 0 ? t.andOthers(both, more.length) : both
}
