// Which part of a long list is this, and how is the next one reached?
import type { Child } from 'hono/jsx'
import { useLang } from '../strings/language.ts'
import { govukStrings } from '../strings/words/govuk.ts'
import { type Attributes, classes, isShown } from './words.ts'

export type PageItem = {
  number?: number | string
  href?: string
  current?: boolean
  ellipsis?: boolean
  visuallyHiddenText?: string
  attributes?: Attributes
}

export type PageStep = { href: string; text?: Child; labelText?: string; attributes?: Attributes }

export type PaginationProps = {
  items?: readonly (PageItem | null | undefined)[]
  previous?: PageStep
  next?: PageStep
  landmarkLabel?: string
  classes?: string
  attributes?: Attributes
}

export function Pagination(props: PaginationProps) {
  const { items, previous, next } = props
  const isBlock = !items && Boolean(previous || next)
  const t = govukStrings(useLang())
  const name = classes('govuk-pagination', isBlock && 'govuk-pagination--block', props.classes)
  return (
    <nav class={name} aria-label={props.landmarkLabel || t.pagination} {...props.attributes}>
      {previous?.href && <Step step={previous} side="prev" isBlock={isBlock} />}
      {items && (
        <ul class="govuk-pagination__list">{items.map(item => item && <Numbered {...item} />)}</ul>
      )}
      {next?.href && <Step step={next} side="next" isBlock={isBlock} />}
    </nav>
  )
}

type StepProps = { step: PageStep; side: 'prev' | 'next'; isBlock: boolean }

function Step({ step, side, isBlock }: StepProps) {
  const isBare = isBlock && !step.labelText
  const title = classes(
    'govuk-pagination__link-title',
    isBare && 'govuk-pagination__link-title--decorated',
  )
  return (
    <div class={`govuk-pagination__${side}`}>
      <a class="govuk-link govuk-pagination__link" href={step.href} rel={side} {...step.attributes}>
        {(isBlock || side === 'prev') && <Arrow side={side} />}
        <span class={title}>{isShown(step.text) ? step.text : <UsualStep side={side} />}</span>
        {step.labelText && isBlock && (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{step.labelText}</span>
          </>
        )}
        {!isBlock && side === 'next' && <Arrow side={side} />}
      </a>
    </div>
  )
}

function UsualStep({ side }: { side: 'prev' | 'next' }) {
  const t = govukStrings(useLang())
  return (
    <>
      {side === 'prev' ? t.previous : t.next}
      <span class="govuk-visually-hidden">{t.pageAfter}</span>
    </>
  )
}

function Numbered(item: PageItem) {
  const t = govukStrings(useLang())
  const name = classes(
    'govuk-pagination__item',
    item.current && 'govuk-pagination__item--current',
    item.ellipsis && 'govuk-pagination__item--ellipsis',
  )
  if (item.ellipsis) return <li class={name}>⋯</li>
  return (
    <li class={name}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.visuallyHiddenText ?? t.page(item.number ?? '')}
        {...(item.current ? { 'aria-current': 'page' } : {})}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  )
}

const arrows = {
  prev:
    'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2' +
    'h-12.984l4.2931-4.293-1.414-1.414z',
  next:
    'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492' +
    ' 6.7441-6.4062-6.7246-6.7266z',
}

function Arrow({ side }: { side: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${side}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrows[side]} />
    </svg>
  )
}
