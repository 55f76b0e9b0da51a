// The two halves of a plan: what was asked for, and the dated steps that meet it.
import { newId } from '../../kernel/ids.ts'
import type { format } from '../../pages/format.ts'
import { format as formatOf } from '../../pages/format.ts'
import { Icon } from '../../pages/sprite.tsx'
import type { Lang } from '../../pages/strings/index.ts'
import type { Action, Need } from '../store/queries.ts'
import { againDays, needsStrings } from './strings.ts'

type NeedsProps = {
  lang: Lang
  needs: readonly Need[]
  here: string
  label: (need: Need) => string
}

export function NeedsList({ lang, needs, here, label }: NeedsProps) {
  const t = needsStrings(lang)
  const words = formatOf(lang)
  if (needs.length === 0) return <p>{t.noNeeds}</p>
  return (
    <section class="ds-section">
      <h2 class="ds-h2">{t.needsCount(needs.length)}</h2>
      {needs.map(need => (
        <article class="ds-plan">
          <h3 class="ds-h3">{label(need)}</h3>
          <p>
            <b class={isUrgent(need) ? 'ds-status ds-status--attention' : 'ds-status'}>
              {isUrgent(need) && <Icon name="needs" />} {t.urgency[need.urgency]}
            </b>{' '}
            <span class="ds-quiet">{t.state[need.state]}</span>
          </p>
          {need.words && <blockquote class="ds-said">{t.said(need.words)}</blockquote>}
          <p class="ds-small ds-quiet">{t.foundBy(need.foundBy, words.row(need.foundAt))}</p>
          {isOpen(need) && (
            <form method="post" action={`/needs/${need.id}/met`}>
              <input type="hidden" name="command" value={newId()} />
              <input type="hidden" name="to" value={here} />
              <button class="ds-button ds-button--second ds-button--small" type="submit">
                {t.met}
              </button>
            </form>
          )}
          {isOpen(need) && <AskAgain {...{ lang, need, here }} />}
        </article>
      ))}
    </section>
  )
}

/** One press: the need ends, and a step asks again on a day. */
function AskAgain({ lang, need, here }: { lang: Lang; need: Need; here: string }) {
  const t = needsStrings(lang)
  return (
    <details class="ds-open ds-noprint">
      <summary>{t.noNeedNow}</summary>
      <form method="post" action={`/needs/${need.id}/again`} class="ds-acts">
        <input type="hidden" name="command" value={newId()} />
        <input type="hidden" name="person" value={need.person} />
        <input type="hidden" name="to" value={here} />
        {againDays.map(days => (
          <button
            class="ds-button ds-button--second ds-button--small"
            type="submit"
            name="days"
            value={days}
          >
            {t.again[days]}
          </button>
        ))}
      </form>
    </details>
  )
}

function isOpen(need: Need): boolean {
  return need.state !== 'met' && need.state !== 'cancelled'
}

function isUrgent(need: Need): boolean {
  return need.urgency === 'today' && isOpen(need)
}

type ActionsProps = { lang: Lang; actions: readonly Action[]; words: ReturnType<typeof format> }

export function ActionsTable({ lang, actions, words }: ActionsProps) {
  const t = needsStrings(lang)
  if (actions.length === 0) return <p>{t.noActions}</p>
  return (
    <table class="ds-table">
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.who}</th>
          <th scope="col">{t.due}</th>
          <th scope="col">{t.how}</th>
        </tr>
      </thead>
      <tbody>
        {actions.map(action => (
          <tr>
            <th scope="row">{action.what}</th>
            <td>{action.ownerName ?? <Gap lang={lang} action={action} />}</td>
            <td class="ds-nowrap">{words.shortDate(action.dueAt)}</td>
            <td>
              <State lang={lang} action={action} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Somebody is needed: the one brick thing of the row, with the button that mends it. */
export function Gap(props: { lang: Lang; action: Action; isAmongGaps?: boolean }) {
  const { lang, action, isAmongGaps = false } = props
  const t = needsStrings(lang)
  if (action.state !== 'open') return <span class="ds-quiet">{t.nobody}</span>
  if (action.isAllStopped) return <b>{t.allStopped}</b>
  return (
    <form method="post" action={`/actions/${action.id}/take`}>
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="to" value={`/people/${action.person}/plan`} />
      {!isAmongGaps && (
        <b class="ds-status ds-status--attention">
          <Icon name="needs" /> {t.nobody}
        </b>
      )}{' '}
      <button
        class="ds-button ds-button--second ds-button--small"
        type="submit"
        aria-label={t.takeThis(action.what ?? '')}
      >
        {t.take}
      </button>
    </form>
  )
}

function State({ lang, action }: { lang: Lang; action: Action }) {
  const t = needsStrings(lang)
  if (action.state !== 'open') return <>{t.result[action.state as 'done']}</>
  return (
    <form method="post" action={`/actions/${action.id}/done`}>
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="to" value={`/people/${action.person}/plan`} />
      {action.isDue ? <b class="ds-status--attention">{t.isDue}</b> : t.result.open}{' '}
      <button
        class="ds-button ds-button--second ds-button--small"
        type="submit"
        aria-label={t.doneThis(action.what ?? '')}
      >
        {t.done}
      </button>
    </form>
  )
}
