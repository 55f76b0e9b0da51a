// Who answers now, and is there a desk at all? Said the same way on every page of concerns.
import { useLang } from '../../pages/strings/index.ts'
import { type Answerable, isOpen } from '../domain/answerable.ts'
import type { DeskNow } from '../store/read-standings.ts'
import { concernStrings } from './strings.ts'

/** A name where one person answers, else all of a role. */
export function whoAnswers(
  t: ReturnType<typeof concernStrings>,
  { level, user }: Answerable,
  { names }: DeskNow,
): string {
  const name = user === null ? undefined : names.get(user)
  return name === undefined ? t.levels[level] : t.answerable(name, t.levels[level])
}

/** That nobody is set is said loudly: then every hub manager answers. */
export function DeskState({ desk, now }: Pick<DeskNow, 'desk'> & { now: number }) {
  const t = concernStrings(useLang())
  const set = <a href="/concerns/desk">{t.setDesk}</a>
  if (!desk) {
    return (
      <div class="ds-care" role="alert">
        <h2 class="ds-h3">{t.noDesk}</h2>
        <p>
          {t.noDeskBody} {set}
        </p>
      </div>
    )
  }
  const { ownerName, deputyName, number } = desk
  const hours = isOpen(desk, now) ? t.deskOpen : t.deskClosed(number ?? '')
  return (
    <>
      {(ownerName === null || deputyName === null) && <p class="ds-att">{t.deskGap}</p>}
      <p>
        {t.desk(ownerName ?? t.nobody, deputyName ?? t.nobody)} {hours} {set}
      </p>
    </>
  )
}
