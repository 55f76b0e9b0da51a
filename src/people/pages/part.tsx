// Two records are parted again: what goes where, why, and only then the button.
import { recordRead } from '../../access/index.ts'
import { type Id, isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { ErrorSummary } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { unmergePeople } from '../domain/part-people.ts'
import type { Goes, Thing } from '../domain/parting.ts'
import { partingOf, previewParting } from '../store/load-parting.ts'
import { findPerson, type Person } from '../store/queries.ts'
import { partStrings } from './part-strings.ts'
import { tellThing } from './parting-words.ts'

export function showPart(c: Ctx) {
  return partPage(c, { isWrong: false })
}

export async function savePart(c: Ctx) {
  const from = c.req.param('id') ?? ''
  const form = await formOf(c)
  const note = form.text('note')
  if (note === '') return partPage(c, { isWrong: true })
  const input = { from, note, keepApart: form.text('apart') === 'yes' }
  const done = await actFor(c, unmergePeople, { id: form.commandId(), input })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect(`/people/${from}?said=parted`, 303)
}

async function partPage(c: Ctx, { isWrong }: { isWrong: boolean }) {
  const id = c.req.param('id') ?? ''
  const found = isId(id) ? await readParting(c, id) : undefined
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/find')
  return c.html(<Whole context={context} isWrong={isWrong} {...found} />, isWrong ? 422 : 200)
}

function readParting(c: Ctx, id: Id) {
  return reading(c, 'people.merge', async (tx, scope, now) => {
    const ask = await partingOf(tx, scope.council, { from: id, now })
    if (!ask) return undefined
    const from = await findPerson(tx, scope, ask.from)
    const into = await findPerson(tx, scope, ask.into)
    if (!from || !into) return undefined
    const subjects = [from.id, into.id]
    await recordRead(tx, scope, { what: 'open', route: '/people/:id/part', subjects, at: now })
    return { from, into, joinedAt: ask.joined.at, things: await previewParting(ask) }
  })
}

type Props = {
  readonly context: PageContext
  readonly isWrong: boolean
  readonly from: Person
  readonly into: Person
  readonly joinedAt: Date
  readonly things: readonly Thing[]
}

function Whole({ context, isWrong, from, into, joinedAt, things }: Props) {
  const t = partStrings(context.lang)
  return (
    <Page context={context} title={t.title} hasErrors={isWrong}>
      <a href={`/people/${into.id}`}>{t.back}</a>
      {isWrong && <ErrorSummary errorList={[{ text: t.reasonMissing, href: '#note' }]} />}
      <h1 class="ds-h1">{t.headline(from.name, into.name)}</h1>
      <p>{t.body(format(context.lang).shortDate(joinedAt))}</p>
      {things.length === 0 && <p>{t.nothing}</p>}
      {(['from', 'into', 'both', 'review'] as const).map(goes => (
        <Group goes={goes} from={from} into={into} things={things} />
      ))}
      <Why from={from} isWrong={isWrong} />
    </Page>
  )
}

type GroupProps = Pick<Props, 'from' | 'into' | 'things'> & { readonly goes: Goes }

function Group({ goes, from, into, things }: GroupProps) {
  const lang = useLang()
  const t = partStrings(lang)
  const own = things.filter(thing => thing.goes === goes)
  if (own.length === 0) return null
  const named = { from: from.name, into: into.name }
  const title = goes === 'from' || goes === 'into' ? t.goes[goes](named[goes]) : t.goes[goes]
  return (
    <section class="ds-panel" aria-labelledby={`h-${goes}`}>
      <h2 class="ds-h3" id={`h-${goes}`}>
        {title}
      </h2>
      <ul class="ds-points">
        {own.map(thing => (
          <li>
            <span>
              <b>{tellThing(lang, thing)}</b>
              <span class="ds-under ds-quiet">
                {`${format(lang).row(thing.at)}: ${t.why[thing.why]}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Why({ from, isWrong }: { from: Person; isWrong: boolean }) {
  const t = partStrings(useLang())
  return (
    <form method="post" action={`/people/${from.id}/part`} class="govuk-form-group">
      <input type="hidden" name="command" value={newId()} />
      <p class={isWrong ? 'ds-field govuk-form-group--error' : 'ds-field'}>
        <label for="note">{t.reason}</label>
        <span class="ds-under ds-small ds-quiet" id="note-hint">
          {t.reasonHint}
        </span>
        <textarea
          class="govuk-textarea"
          id="note"
          name="note"
          rows={2}
          maxlength={500}
          aria-describedby="note-hint"
        ></textarea>
      </p>
      <p>
        <label>
          <input type="checkbox" name="apart" value="yes" checked /> {t.keepApart}
        </label>
      </p>
      <p class="ds-small ds-quiet">{t.willDo}</p>
      <p class="ds-acts">
        <button type="submit" class="ds-button">
          {t.save}
        </button>
      </p>
    </form>
  )
}
