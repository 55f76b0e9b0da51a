// How far is this reviewer today, what did the last key do, and how is it taken back?
import { isId, newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { Batch } from '../store/review-queue.ts'
import { reviewStrings } from './review-strings.ts'

type Last = { readonly last?: string | undefined; readonly said?: string | undefined }

/** One mark an item; more than these are said in words alone. */
const marksMax = 60
const step = 18

export function BatchLine({ batch, ...last }: Last & { readonly batch: Batch }) {
  const lang = useLang()
  const t = reviewStrings(lang)
  const n = (count: number) => format(lang).number(count)
  const { answers, waiting } = batch
  const total = answers.length + waiting
  const joined = answers.filter(one => one === 'same').length
  const left = Math.max(0, waiting - 1)
  return (
    <div class="ds-batch">
      <b>
        {t.pairOf(n(answers.length + 1))}
        <a href="/reviews">{n(total)}</a>
      </b>
      {total <= marksMax && <Marks batch={batch} />}
      <span>
        {[t.joinedToday(n(joined)), t.apartToday(n(answers.length - joined)), t.leftAfter(n(left))]
          .filter(Boolean)
          .join(', ')}
      </span>
      <LastAnswer {...last} />
    </div>
  )
}

function Marks({ batch: { answers, waiting } }: { batch: Batch }) {
  const lang = useLang()
  const t = reviewStrings(lang)
  const n = (count: number) => format(lang).number(count)
  const wide = (answers.length + waiting) * step
  const label = t.strip({ done: n(answers.length), left: n(Math.max(0, waiting - 1)) })
  const rest = Array.from({ length: Math.max(0, waiting - 1) }, (_, at) => answers.length + 1 + at)
  return (
    <svg
      class="ds-batch__marks"
      width={wide}
      height="18"
      viewBox={`0 0 ${wide} 18`}
      role="img"
      aria-label={label}
    >
      {answers.map((answer, at) => (
        <Mark answer={answer} x={at * step} />
      ))}
      <path
        d={`M${answers.length * step + 2} 2.5h13v13h-13z`}
        fill="none"
        stroke="var(--ds-ink)"
        stroke-width="3"
      />
      {rest.map(at => (
        <path d={`M${at * step + 2} 3.5h11v11h-11z`} fill="none" stroke="var(--ds-line-strong)" />
      ))}
    </svg>
  )
}

/** Full: joined. A bar across: kept apart. */
function Mark({ answer, x }: { answer: 'same' | 'different'; x: number }) {
  if (answer === 'same') {
    return <rect x={x + 1} y="3" width="12" height="12" fill="var(--ds-accent)" />
  }
  const d = `M${x + 2} 3.8h10.4v10.4h-10.4zM${x + 2} 14.2l10.4-10.4`
  return <path d={d} fill="none" stroke="var(--ds-accent)" stroke-width="1.6" />
}

/** What the last key did is said in a line that is always there, so nothing moves. */
function LastAnswer({ last, said }: Last) {
  const t = reviewStrings(useLang())
  const words = said !== undefined && said in t.said ? t.said[said as keyof typeof t.said] : ''
  const isUndoable = isId(last) && (said === 'same' || said === 'different')
  return (
    <span class="ds-batch__end">
      <span role="status">{words}</span>
      {isUndoable && (
        <form method="post" action={`/reviews/${last}/undo`} data-undo="review">
          <input type="hidden" name="command" value={newId()} />
          <button type="submit" class="ds-link-button">
            {t.undo}
          </button>{' '}
          <span class="ds-kbd" aria-hidden="true">
            U
          </span>
        </form>
      )}
    </span>
  )
}
