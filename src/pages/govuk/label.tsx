// What names, explains or refuses a field? Its label, its hint and its error message.

import { useLang } from '../strings/language.ts'
import { govukStrings } from '../strings/words/govuk.ts'
import { classes, isShown, type Worded, type Words, worded } from './words.ts'

export type LabelWords = Worded & { isPageHeading?: boolean }
export type ErrorWords = Worded & { visuallyHiddenText?: string | false }

export function Label({ words, of }: { words: Words<LabelWords>; of?: string }) {
  const label = worded(words)
  if (!isShown(label.text)) return null
  const element = (
    // biome-ignore lint/a11y/noLabelWithoutControl: `for` is spread below; fixtures check it.
    <label
      class={classes('govuk-label', label.classes)}
      {...label.attributes}
      {...(of ? { for: of } : {})}
    >
      {label.text}
    </label>
  )
  return label.isPageHeading ? <h1 class="govuk-label-wrapper">{element}</h1> : element
}

export function Hint({ words, id }: { words: Words; id?: string }) {
  const hint = worded(words)
  return (
    <div {...(id ? { id } : {})} class={classes('govuk-hint', hint.classes)} {...hint.attributes}>
      {hint.text}
    </div>
  )
}

export function ErrorMessage({ words, id }: { words: Words<ErrorWords>; id?: string }) {
  const t = govukStrings(useLang())
  const { text, classes: more, attributes, visuallyHiddenText = t.error } = worded(words)
  const own = { ...(id ? { id } : {}), class: classes('govuk-error-message', more), ...attributes }
  if (!visuallyHiddenText) return <p {...own}>{text}</p>
  return (
    <p {...own}>
      <span class="govuk-visually-hidden">{visuallyHiddenText}:</span> {text}
    </p>
  )
}
