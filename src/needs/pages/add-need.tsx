// Something that a person needs, written down on their own page.
import { allPacks } from '../../hazards/index.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Lang } from '../../pages/strings/index.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, formOf } from '../../web/request.ts'
import { addNeed } from '../domain/add-need.ts'
import { urgencies } from '../domain/events.ts'
import { addNeedStrings } from './add-need-strings.ts'
import { needsStrings } from './strings.ts'

/** Each once, in the order of the packs; "something else" is said in words. */
const kinds = [
  ...new Map(
    allPacks()
      .flatMap(pack => pack.needKinds)
      .map(one => [one.code, one.label]),
  ),
]

export function AddNeedHere({ person, lang }: { person: Id; lang: Lang }) {
  const t = addNeedStrings(lang)
  const { urgency } = needsStrings(lang)
  return (
    <details class="ds-open ds-noprint" id="add-need">
      <summary>{t.add}</summary>
      <form method="post" action={`/people/${person}/needs`}>
        <input type="hidden" name="command" value={newId()} />
        <fieldset class="ds-group">
          <legend>{t.what}</legend>
          <div class="ds-choices">
            {kinds.map(([code, label]) => (
              <label class="ds-choice">
                <input type="radio" name="kind" value={code} required />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset class="ds-group">
          <legend>{t.soon}</legend>
          <div class="ds-choices">
            {urgencies.map(code => (
              <label class="ds-choice">
                <input type="radio" name="urgency" value={code} required />
                {urgency[code]}
              </label>
            ))}
          </div>
        </fieldset>
        <p class="ds-field">
          <label for="need-words">{t.words}</label>
          <input
            class="govuk-input"
            id="need-words"
            name="words"
            maxlength={500}
            autocomplete="off"
          />
        </p>
        <p class="ds-field">
          <button type="submit" class="ds-button ds-button--second">
            {t.save}
          </button>
        </p>
      </form>
    </details>
  )
}

/** POST /people/:person/needs. The need has the id of the form: sent twice, written once. */
export async function saveNeed(c: Ctx) {
  const person = c.req.param('person') ?? ''
  const form = await formOf(c)
  const id = form.commandId()
  const input = {
    need: id,
    person,
    kind: form.text('kind'),
    urgency: form.text('urgency'),
    how: 'inbound',
    words: form.text('words'),
  }
  const done = await actFor(c, addNeed, { id, input })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect(`/people/${person}#h-needs`, 303)
}
