// What should everyone on this page know? At most one banner a page.
import type { Child, PropsWithChildren } from 'hono/jsx'
import { useLang } from '../strings/language.ts'
import { govukStrings } from '../strings/words/govuk.ts'
import { Heading } from './heading.tsx'
import { type Attributes, classes, given, isShown } from './words.ts'

export type NotificationBannerProps = PropsWithChildren<{
  type?: 'success'
  /** One line, set large. Use children for more. */
  text?: Child
  titleText?: Child
  titleId?: string
  titleHeadingLevel?: number
  role?: string
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
}>

export function NotificationBanner(props: NotificationBannerProps) {
  const isSuccess = props.type === 'success'
  const t = govukStrings(useLang())
  const titleId = props.titleId || 'govuk-notification-banner-title'
  const focus = props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)
  const own = given({
    role: props.role || (isSuccess ? 'alert' : 'region'),
    'aria-labelledby': titleId,
    'data-module': 'govuk-notification-banner',
    'data-disable-auto-focus': focus,
  })
  const name = classes(
    'govuk-notification-banner',
    isSuccess && 'govuk-notification-banner--success',
    props.classes,
  )
  return (
    <div class={name} {...own} {...props.attributes}>
      <div class="govuk-notification-banner__header">
        <Heading
          level={props.titleHeadingLevel || 2}
          class="govuk-notification-banner__title"
          id={titleId}
        >
          {props.titleText || (isSuccess ? t.success : t.important)}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {isShown(props.children)
          ? props.children
          : isShown(props.text) && <p class="govuk-notification-banner__heading">{props.text}</p>}
      </div>
    </div>
  )
}
