// When is a campaign worked, and by whom? Said where it is run.
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import { callerRoles } from '../domain/terms.ts'
import type { Run } from '../store/find-run.ts'
import { moreStrings } from './more-strings.ts'

export function RunFacts({ run, now }: { run: Run; now: number }) {
  const lang = useLang()
  const t = moreStrings(lang)
  const { startsAt, endsAt } = run
  const day = (ms: number) => format(lang).date(ms)
  const days = t.between(
    startsAt ? day(startsAt.getTime()) : t.now,
    endsAt ? day(endsAt.getTime() - 1) : t.noEnd,
  )
  const isDated = startsAt !== null || endsAt !== null
  const isAhead = startsAt !== null && startsAt.getTime() > now
  const isOver = endsAt !== null && endsAt.getTime() <= now
  const workers = workersOf(run, t)
  return (
    <>
      {isDated && (
        <p>
          {t.days}: {days}. {(isAhead || isOver) && <b>{t.notUnderWay}</b>}
        </p>
      )}
      {workers.length > 0 && <p>{t.doesWork(workers.join(', '))}</p>}
    </>
  )
}

function workersOf(run: Run, t: ReturnType<typeof moreStrings>): readonly string[] {
  const roles = callerRoles.filter(role => run.roles.includes(role))
  return [
    ...roles.map(role => t.roleNames[role]),
    ...run.users,
    ...run.places.map(place => t.whoIsOf(place)),
  ]
}
