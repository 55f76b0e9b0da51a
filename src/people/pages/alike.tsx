// Which other record may be the same person? Anybody may doubt; a person who may judge decides.
import { recordRead } from '../../access/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { readSearch } from '../domain/read-search.ts'
import { openReview } from '../domain/reviews.ts'
import { type Found, findPeople, foundMax } from '../store/find-people.ts'
import { findPerson, type Person } from '../store/queries.ts'
import { openReviewsOf } from '../store/reviews.ts'
import { addStrings } from './add-strings.ts'
import { finding } from './finding.ts'
import { shownDay, shownPhone } from './shown.ts'
import { peopleStrings } from './strings.ts'

const searchLettersMax = 200

export async function showAlike(c: Ctx) {
  const id = c.req.param('id') ?? ''
  const typed = c.req.query('q')?.slice(0, searchLettersMax).trim()
  const read = isId(id) ? await readOthers(c, id, typed) : undefined
  if (!read) return notFoundPage(c)
  const context = await pageContext(c, '/find')
  const t = addStrings(context.lang)
  return c.html(
    <Page context={context} title={t.alikeTitle}>
      <a href={`/people/${id}`}>{t.backToPerson}</a>
      <h1 class="ds-h1">{t.alikeTitle}</h1>
      <p>{t.alikeBody}</p>
      <Search person={read.person} asked={typed ?? read.person.name} />
      {read.others.length === 0 ? (
        <p role="status">{t.alikeNobody}</p>
      ) : (
        <Choose person={read.person} others={read.others} />
      )}
    </Page>,
  )
}

/** Without a search of their own they get everybody of the same name. */
function readOthers(c: Ctx, id: string, typed: string | undefined) {
  return finding(c, 'people.report', async ({ now, ...search }) => {
    const { tx, scope } = search
    const person = await findPerson(tx, scope, id)
    if (!person) return undefined
    const asked = typed ?? person.name
    const found = await findPeople(search, readSearch(asked))
    const others = found.filter(one => one.id !== person.root).slice(0, foundMax)
    const subjects = [person.id, ...others.map(one => one.id)]
    await recordRead(tx, scope, { what: 'search', route: '/people/:id/alike', subjects, at: now })
    return { person, others }
  })
}

export async function saveAlike(c: Ctx) {
  const one = c.req.param('id') ?? ''
  const form = await formOf(c)
  const [other, note] = [form.text('other'), form.text('note')]
  const input = { one, other, reason: 'asked-by-staff', note }
  // The other must be seen, not only the one: the doubt itself would tell of somebody.
  const sees = await reading(c, 'people.report', async (tx, scope) =>
    isId(one) && isId(other) ? await findPerson(tx, scope, other) : undefined,
  )
  if (!sees) return notFoundPage(c)
  const done = await actFor(c, openReview, { id: form.commandId(), input })
  const isAsked = isRefusal(done) && done.refused === 'already-done'
  if (isRefusal(done) && !isAsked) return refusalPage(c, done)
  const review = await reading(c, 'people.merge', (tx, scope) => openReviewsOf(tx, scope, [one]))
  const to = review.find(({ persons }) => persons.includes(sees.root))
  return c.redirect(to ? `/reviews/${to.id}` : `/people/${one}?said=doubted`, 303)
}

function Search({ person, asked }: { person: Person; asked: string }) {
  const t = addStrings(useLang())
  return (
    <form method="get" action={`/people/${person.id}/alike`} class="govuk-form-group">
      <label class="govuk-label" for="q">
        {t.alikeLabel}
      </label>
      <input
        class="govuk-input govuk-!-width-two-thirds"
        id="q"
        name="q"
        type="search"
        value={asked}
        autocomplete="off"
      />{' '}
      <button class="ds-button ds-button--second" type="submit">
        {t.alikeFind}
      </button>
    </form>
  )
}

function Choose({ person, others }: { person: Person; others: readonly Found[] }) {
  const t = addStrings(useLang())
  return (
    <form method="post" action={`/people/${person.id}/alike`}>
      <input type="hidden" name="command" value={newId()} />
      <p class="ds-field">
        <label for="note">{t.alikeNote}</label>
        <textarea class="govuk-textarea" id="note" name="note" rows={2} maxlength={500}></textarea>
      </p>
      <ul class="ds-points">
        {others.map(other => (
          <Other other={other} />
        ))}
      </ul>
    </form>
  )
}

function Other({ other }: { other: Found }) {
  const lang = useLang()
  const t = peopleStrings(lang)
  const born = other.born ? `${t.born} ${shownDay(format(lang), other.born)}` : t.bornUnknown
  const facts = [born, other.address || t.noAddress, other.postcode]
  const phones = other.phones.map(shownPhone)
  return (
    <li>
      <span>
        <b>
          <a href={`/people/${other.id}`}>{other.name}</a>
        </b>
        <span class="ds-under">{[...facts, ...phones].filter(Boolean).join(', ')}</span>
        <span class="ds-under">{t.recordNumber(String(other.number))}</span>
      </span>
      <button
        type="submit"
        class="ds-button ds-button--second ds-button--small"
        name="other"
        value={other.id}
      >
        {addStrings(lang).alikeChoose}
        <span class="ds-hide"> {other.name}</span>
      </button>
    </li>
  )
}
