// Which callers have calls to make and have not been heard of? Said beside coverage too, since what
// they hold is in no figure yet.
import { format } from '../../pages/format.ts'
import type { Lang } from '../../pages/strings/index.ts'
import type { CoveragePart } from '../../picture/index.ts'
import { type SilentCaller, silentCallers, silentHours } from '../../reach/index.ts'
import { namesOf } from '../store/names.ts'
import { todayWords } from './strings.ts'

/** Only for who shares the calls out: others could do nothing about it. */
export const silentPart: CoveragePart = async ({ tx, scopeFor, now, lang }) => {
  const scope = scopeFor('reach.run')
  const silent = await silentCallers(tx, scope, now)
  if (silent.length === 0) return undefined
  const { users } = await namesOf(tx, scope, { people: [], users: silent.map(one => one.user) })
  return <Silent silent={silent} users={users} now={now} lang={lang} />
}

type Props = {
  silent: readonly SilentCaller[]
  users: ReadonlyMap<string, string>
  now: number
  lang: Lang
}

function Silent({ silent, users, now, lang }: Props) {
  const { silent: t, erased } = todayWords(lang)
  const { near } = format(lang)
  return (
    <section class="ds-section" aria-labelledby="h-silent">
      <h2 class="ds-h2" id="h-silent">
        {t.beside(silent.length)}
      </h2>
      <ul class="ds-tight">
        {silent.map(({ user, heardAt, open }) => (
          <li data-silent={open}>
            <b>{users.get(user) ?? erased}</b>:{' '}
            {t.has(open, heardAt ? near(heardAt, now) : t.never)}
          </li>
        ))}
      </ul>
      <p class="ds-small">
        {t.note(silentHours)} <a href="/calls/share">{t.share}</a>
      </p>
    </section>
  )
}
