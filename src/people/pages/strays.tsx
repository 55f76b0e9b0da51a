// Two records were parted, and nothing says whose this is: a person does.
import { recordRead } from '../../access/index.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { settleStray } from '../domain/part-people.ts'
import { type StrayPerson, type WaitingStray, waitingStrays } from '../store/strays.ts'
import { partStrings } from './part-strings.ts'
import { tellThing } from './parting-words.ts'

export async function showStrays(c: Ctx) {
  const strays = await reading(c, 'people.merge', async (tx, scope, now) => {
    const waiting = await waitingStrays(tx, scope)
    const subjects = [...new Set(waiting.flatMap(one => [one.from.id, one.into.id]))]
    await recordRead(tx, scope, { what: 'list', route: '/strays', subjects, at: now })
    return waiting
  })
  const context = await pageContext(c, '/reviews')
  const t = partStrings(context.lang)
  const shown = format(context.lang).number(strays.length)
  return c.html(
    <Page context={context} title={t.strays}>
      {c.req.query('said') === 'settled' && (
        <p class="ds-next" role="status">
          {t.settled}
        </p>
      )}
      <h1 class="ds-h1">
        {strays.length === 0 ? t.straysNone : t.straysHeadline(strays.length, shown)}
      </h1>
      <p>{t.straysBody}</p>
      {strays.length > 0 && <Waiting strays={strays} />}
    </Page>,
  )
}

export async function saveStray(c: Ctx) {
  const form = await formOf(c)
  const input = { stray: c.req.param('stray') ?? '', person: form.text('person'), note: '' }
  const done = await actFor(c, settleStray, { id: form.commandId(), input })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/strays?said=settled', 303)
}

function Waiting({ strays }: { strays: readonly WaitingStray[] }) {
  const t = partStrings(useLang())
  return (
    <ul class="ds-points" aria-label={t.straysCaption}>
      {strays.map(stray => (
        <Stray stray={stray} />
      ))}
    </ul>
  )
}

function Stray({ stray }: { stray: WaitingStray }) {
  const lang = useLang()
  const t = partStrings(lang)
  const what = tellThing(lang, stray)
  return (
    <li>
      <span>
        <b>{what}</b>
        <span class="ds-under ds-quiet">{format(lang).row(stray.happenedAt)}</span>
        <span class="ds-under">
          <Name person={stray.from} /> / <Name person={stray.into} />
        </span>
        <form method="post" action={`/strays/${stray.id}`} class="ds-acts ds-noprint">
          <input type="hidden" name="command" value={newId()} />
          {[stray.from, stray.into].map(person => (
            <button
              type="submit"
              class="ds-button ds-button--second ds-button--small"
              name="person"
              value={person.id}
            >
              {t.theirs(person.name, String(person.number))}
              <span class="ds-hide">: {what}</span>
            </button>
          ))}
        </form>
      </span>
    </li>
  )
}

function Name({ person }: { person: StrayPerson }) {
  return <a href={`/people/${person.id}`}>{person.name}</a>
}
