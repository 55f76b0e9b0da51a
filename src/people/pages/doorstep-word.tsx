// Which doorstep word did they choose? Shown on their own page, and changed there.
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { useLang } from '../../pages/strings/index.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, formOf } from '../../web/request.ts'
import { doorstepWordLettersMax, setDoorstepWord } from '../domain/doorstep-word.ts'
import { wordStrings } from './word-strings.ts'

type Props = { readonly person: string; readonly word: string | null; readonly mayReport: boolean }

export function DoorstepWord({ person, word, mayReport }: Props) {
  const t = wordStrings(useLang())
  return (
    <section class="ds-panel" aria-labelledby="h-word">
      <h2 class="ds-h3" id="h-word">
        {t.word}
      </h2>
      <p>{word === null ? t.none : <b>{word}</b>}</p>
      <p class="ds-small ds-quiet">{t.what}</p>
      {mayReport && (
        <details class="ds-open ds-noprint">
          <summary>{t.change}</summary>
          <form method="post" action={`/people/${person}/word`}>
            <input type="hidden" name="command" value={newId()} />
            <p class="ds-field">
              <label for="word">{t.newWord}</label>
              <input
                class="govuk-input"
                id="word"
                name="word"
                value={word ?? ''}
                maxlength={doorstepWordLettersMax}
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
      )}
    </section>
  )
}

/** POST /people/:id/word. The same word again changes nothing. */
export async function saveWord(c: Ctx) {
  const person = c.req.param('id') ?? ''
  const form = await formOf(c)
  const input = { person, word: form.text('word') }
  const done = await actFor(c, setDoorstepWord, { id: form.commandId(), input })
  const isSame = isRefusal(done) && done.refused === 'already-done'
  if (isRefusal(done) && !isSame) return refusalPage(c, done)
  return c.redirect(`/people/${person}#h-word`, 303)
}
