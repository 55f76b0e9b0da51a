// How does a person find the way? Back, breadcrumbs, and past the menu to the content.
import type { Child } from 'hono/jsx'
import { useLang } from '../strings/language.ts'
import { govukStrings } from '../strings/words/govuk.ts'
import { type Attributes, classes } from './words.ts'

type LinkProps = { href?: string; text?: Child; classes?: string; attributes?: Attributes }

export function BackLink({ href, text, classes: more, attributes }: LinkProps) {
  const t = govukStrings(useLang())
  return (
    <a href={href || '#'} class={classes('govuk-back-link', more)} {...attributes}>
      {text || t.back}
    </a>
  )
}

export function SkipLink({ href, text, classes: more, attributes }: LinkProps) {
  return (
    <a
      href={href || '#content'}
      class={classes('govuk-skip-link', more)}
      {...attributes}
      data-module="govuk-skip-link"
    >
      {text}
    </a>
  )
}

export type BreadcrumbsProps = {
  items: readonly LinkProps[]
  labelText?: string
  collapseOnMobile?: boolean
  classes?: string
  attributes?: Attributes
}

/** GOV.UK's own; pages inside the frame use `breadcrumbs` of `Page`. */
export function GovukBreadcrumbs(props: BreadcrumbsProps) {
  const t = govukStrings(useLang())
  const name = classes(
    'govuk-breadcrumbs',
    props.classes,
    props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
  )
  return (
    <nav class={name} {...props.attributes} aria-label={props.labelText ?? t.breadcrumb}>
      <ol class="govuk-breadcrumbs__list">
        {props.items.map(item => (
          <Crumb {...item} />
        ))}
      </ol>
    </nav>
  )
}

function Crumb({ href, text, attributes }: LinkProps) {
  if (!href) {
    return (
      <li class="govuk-breadcrumbs__list-item" aria-current="page">
        {text}
      </li>
    )
  }
  return (
    <li class="govuk-breadcrumbs__list-item">
      <a class="govuk-breadcrumbs__link" href={href} {...attributes}>
        {text}
      </a>
    </li>
  )
}
