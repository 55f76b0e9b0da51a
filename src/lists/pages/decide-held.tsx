// Who is this held row about? The row as it came, whom it may be, and three answers.
import { recordRead } from '../../access/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Radios } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { likelyWords } from '../../people/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, formOf, reading } from '../../web/request.ts'
import type { HeldDecision } from '../domain/events.ts'
import { profiles } from '../domain/profiles/index.ts'
import { decideHeld } from '../store/decide-held.ts'
import { findHeld, type HeldEntry } from '../store/held.ts'
import { type PersonMeant, peopleMeant } from '../store/people-meant.ts'
import { AsGot, Reasons } from './parts.tsx'
import { listStrings } from './strings.ts'

export async function showHeldEntry(c: Ctx) {
  return heldPage(c, false)
}

export async function saveHeldEntry(c: Ctx) {
  const entry = c.req.param('entry')
  const form = await formOf(c)
  const answer = readAnswer(form.text('answer'))
  const mayDecide = await reading(c, 'lists.decide', async (_tx, scope) => scope.everywhere)
  if (!isId(entry) || !mayDecide) return notFoundPage(c)
  if (!answer) return heldPage(c, true)
  const { node, actor } = c.var
  const refusal = await decideHeld(node, actor, { id: form.commandId(), entry, ...answer })
  return isRefusal(refusal) ? refusalPage(c, refusal) : c.redirect('/lists/held', 303)
}

/** `load`, `leave-out`, or the person it is. */
function readAnswer(text: string): { decision: HeldDecision; person: string | null } | undefined {
  if (text === 'load' || text === 'leave-out') return { decision: text, person: null }
  return isId(text) ? { decision: 'same-person', person: text } : undefined
}

async function heldPage(c: Ctx, isWrong: boolean) {
  const id = c.req.param('entry')
  if (!isId(id)) return notFoundPage(c)
  const found = await reading(c, 'lists.decide', async (tx, scope, now) => {
    const entry = await findHeld(tx, scope, id)
    if (!entry) return undefined
    const subjects = [...entry.candidates, entry.person ?? entry.id]
    await recordRead(tx, scope, { what: 'open', route: '/lists/held', subjects, at: now })
    return { entry, people: await peopleMeant(tx, scope, entry) }
  })
  if (!found) return notFoundPage(c)
  const context = await pageContext(c, '/lists')
  return c.html(<HeldPage {...{ context, isWrong, ...found }} />, isWrong ? 422 : 200)
}

type HeldProps = {
  context: PageContext
  entry: HeldEntry
  people: readonly PersonMeant[]
  isWrong: boolean
}

function HeldPage({ context, entry, people, isWrong }: HeldProps) {
  const t = listStrings(context.lang)
  const crumbs = [
    { href: '/lists', label: t.lists },
    { href: '/lists/held', label: t.held },
    { label: t.heldOne },
  ]
  return (
    <Page context={context} title={t.heldOne} breadcrumbs={crumbs} hasErrors={isWrong}>
      {isWrong && <ErrorSummary errorList={[{ text: t.decideError, href: '#answer' }]} />}
      <h1 class="ds-h1">{t.heldOne}</h1>
      <section class="ds-section" aria-labelledby="h-why">
        <h2 class="ds-h2" id="h-why">
          {t.heldWhy}
        </h2>
        <p>
          <Reasons codes={entry.reasons} />
        </p>
      </section>
      <AsItCame entry={entry} />
      <Answers entry={entry} people={people} isWrong={isWrong} />
    </Page>
  )
}

function AsItCame({ entry }: { entry: HeldEntry }) {
  const t = listStrings(useLang())
  const profile = profiles.find(({ id }) => id === entry.list)
  const kept = profile?.columns.filter(({ keep }) => keep) ?? []
  return (
    <section class="ds-section" aria-labelledby="h-came">
      <h2 class="ds-h2" id="h-came">
        {t.asItCame}
      </h2>
      <dl class="ds-facts">
        {kept.map(({ name, role }, at) => (
          <>
            <dt title={name}>{t.role[role]}</dt>
            <dd>
              <AsGot value={entry.raw?.[at] ?? ''} />
            </dd>
          </>
        ))}
      </dl>
    </section>
  )
}

function Answers({ entry, people, isWrong }: Omit<HeldProps, 'context'>) {
  const t = listStrings(useLang())
  const load = entry.person ? t.answerLoadKnown : t.answerLoad
  return (
    <form method="post" action={`/lists/held/${entry.id}`}>
      <input type="hidden" name="command" value={newId()} />
      <Radios
        name="answer"
        fieldset={{ legend: { text: t.answerLabel, classes: 'govuk-fieldset__legend--m' } }}
        hint={t.nothingOverwritten}
        {...(isWrong ? { errorMessage: t.decideError } : {})}
        items={[
          ...people.map(person => ({
            value: person.id,
            text: t.answerSame.replace('{name}', person.name),
            hint: <PersonFacts person={person} />,
          })),
          { value: 'load', text: load },
          { value: 'leave-out', text: t.answerLeave, hint: t.leaveHint },
        ]}
      />
      <Button text={t.decideButton} />
    </form>
  )
}

function PersonFacts({ person }: { person: PersonMeant }) {
  const lang = useLang()
  const t = listStrings(lang)
  const born = person.born
    ? t.born(format(lang).shortDate(Date.parse(`${person.born}T12:00:00Z`)))
    : t.bornUnknown
  const { likely, address, postcode } = person
  return (
    <>
      {[born, address, postcode].filter(text => text !== '').join(', ')}
      {likely && (
        <>
          <br />
          {likelyWords(lang, likely)}
        </>
      )}
    </>
  )
}
