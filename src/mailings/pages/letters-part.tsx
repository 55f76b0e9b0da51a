// The letters of a mailing: made once, printed file by file, then in the post.
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import { partMax } from '../domain/terms.ts'
import type { FoundMailing } from '../store/list-mailings.ts'
import { letterStrings } from './letter-strings.ts'

type Props = { readonly found: FoundMailing }

export function Letters({ found }: Props) {
  const lang = useLang()
  const t = letterStrings(lang)
  const { number } = format(lang)
  const { waiting, handed } = found.counts
  const toPost = handed - (found.outcomes.posted ?? 0)
  return (
    <section class="ds-panel ds-section" aria-labelledby="h-letters">
      <h2 class="ds-h2" id="h-letters">
        {t.title}
      </h2>
      {waiting > 0 && !found.stoppedAt && (
        <Step
          to={`/mailings/${found.id}/letters`}
          button={t.make(waiting, number(waiting))}
          note={t.makeNote}
        />
      )}
      {handed > 0 && <Parts found={found} />}
      {toPost > 0 && (
        <Step to={`/mailings/${found.id}/posted`} button={t.posted} note={t.postedNote} />
      )}
    </section>
  )
}

function Parts({ found }: Props) {
  const lang = useLang()
  const t = letterStrings(lang)
  const { number } = format(lang)
  const parts = Math.ceil(found.queued / partMax)
  return (
    <>
      <p class="ds-small ds-quiet">{t.partsNote}</p>
      <ul>
        {Array.from({ length: parts }, (_, part) => {
          const to = Math.min((part + 1) * partMax, found.queued)
          const label = t.part(number(part + 1), number(part * partMax + 1), number(to))
          return (
            <li>
              <a href={`/mailings/${found.id}/letters/${part + 1}`}>{label}</a>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Step({ to, button, note }: { to: string; button: string; note: string }) {
  return (
    <form method="post" action={to} class="ds-tight">
      <input type="hidden" name="command" value={newId()} />
      <button class="ds-button ds-button--second" type="submit">
        {button}
      </button>
      <p class="ds-small ds-quiet">{note}</p>
    </form>
  )
}
