// "I am worried about …": opened with one press, passed on with the second. No script is needed.
import { type Id, newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { type Lang, useLang } from '../../pages/strings/index.ts'
import { wordsLettersMax } from '../domain/terms.ts'
import { worryStrings } from './strings.ts'

type About = { readonly person: Id; readonly name: string; readonly lang: Lang }

/** The form and its fields in one place. `to` is where the reader goes on afterwards. */
export function WorryHere({ person, name, lang, to }: About & { to: string }) {
  const form = `worry-${person}`
  return (
    <>
      <WorryForm person={person} form={form} to={to} />
      <WorryFields name={name} form={form} lang={lang} />
    </>
  )
}

/** Without its fields, which may stand within another form. */
export function WorryForm({ person, form, to }: { person: Id; form: string; to: string }) {
  return (
    <form id={form} method="post" action={`/people/${person}/worry`} class="ds-noprint">
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="to" value={to} />
    </form>
  )
}

export function WorryFields({ name, form, lang }: Omit<About, 'person'> & { form: string }) {
  const t = worryStrings(lang)
  return (
    <details class="ds-open ds-noprint">
      <summary>{t.worried(name)}</summary>
      <RingFirst lang={lang} />
      <p class="ds-field">
        <label for={`${form}-words`}>{t.about}</label>
        <input
          class="govuk-input"
          id={`${form}-words`}
          name="words"
          form={form}
          maxlength={wordsLettersMax}
          autocomplete="off"
        />
      </p>
      <p class="ds-acts">
        <button type="submit" class="ds-button" form={form} name="danger" value="yes">
          {t.inDanger}
        </button>{' '}
        <button
          type="submit"
          class="ds-button ds-button--second"
          form={form}
          name="danger"
          value="no"
        >
          {t.notInDanger}
        </button>
      </p>
    </details>
  )
}

/** Whoever is in danger is not a matter for a form. */
export function RingFirst({ lang }: { lang: Lang }) {
  const t = worryStrings(lang)
  return (
    <p>
      <b>{t.danger}</b>{' '}
      <a class="ds-button ds-button--second" href="tel:999">
        {t.emergency}
      </a>
    </p>
  )
}

/** All that a neighbour, a caller or a village is told. */
export function Handled({ since, now, lang }: { since: Date; now: number; lang: Lang }) {
  const t = worryStrings(lang)
  return (
    <div class="ds-care" role="status">
      <p>
        <b>{t.since(format(lang).near(since, now))}</b>
      </p>
      <p class="ds-tight">{t.notRung}</p>
    </div>
  )
}

/** Which number rings while the desk is closed; loud where nobody is named. */
export function DeskLine({ isSet, number }: { isSet: boolean; number: string | null }) {
  const t = worryStrings(useLang())
  if (!isSet) return <p class="ds-att">{t.noDesk}</p>
  return number === null ? null : <p class="ds-att">{t.outOfHours(number)}</p>
}
