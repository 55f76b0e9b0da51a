// What is wrong with this form, all at once, each with a link to its field?
import type { Child } from 'hono/jsx'
import { useLang } from '../strings/language.ts'
import { govukStrings } from '../strings/words/govuk.ts'
import { type Attributes, classes, given, isShown } from './words.ts'

export type ErrorItem = { text: Child; href?: string; attributes?: Attributes }

export type ErrorSummaryProps = {
  errorList?: readonly ErrorItem[]
  titleText?: Child
  descriptionText?: Child
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
}

export function ErrorSummary(props: ErrorSummaryProps) {
  const { errorList = [], descriptionText } = props
  const t = govukStrings(useLang())
  const focus = props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)
  return (
    <div
      class={classes('govuk-error-summary', props.classes)}
      {...given({ 'data-disable-auto-focus': focus })}
      {...props.attributes}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.titleText ?? t.thereIsAProblem}</h2>
        <div class="govuk-error-summary__body">
          {isShown(descriptionText) && <p>{descriptionText}</p>}
          {errorList.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errorList.map(item => (
                <li>{linked(item)}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}

function linked({ href, text, attributes }: ErrorItem): Child {
  if (!href) return text
  return (
    <a href={href} {...attributes}>
      {text}
    </a>
  )
}
