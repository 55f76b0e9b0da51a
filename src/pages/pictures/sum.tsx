// Do the parts add up? Drawn as figures with their + and =, each a link to its list.
import type { Child } from 'hono/jsx'
import { assert } from '../../kernel/assert.ts'
import { format } from '../format.ts'
import { classes } from '../govuk/words.ts'
import { useLang } from '../strings/language.ts'
import { type Look, Mark } from './marks.tsx'

export type SumPart = {
  n: number
  label: string
  href: string
  note?: Child
  look?: Look
  /** `-` for a part that is taken away. */
  sign?: '+' | '-'
}

export type SumTotal = Omit<SumPart, 'look' | 'sign'>

export type SumProps = {
  parts: readonly SumPart[]
  total: SumTotal
  /** One line of figures under a heading. */
  small?: boolean
}

/** Refuses, as our own fault, to show parts that do not make their total. */
export function Sum({ parts, total, small }: SumProps) {
  const made = parts.reduce((sum, part) => (part.sign === '-' ? sum - part.n : sum + part.n), 0)
  assert(made === total.n, 'the parts of a sum on a page make its total')
  return (
    <ol class={classes('ds-sum', small && 'ds-sum--small', !small && columns[parts.length])}>
      <li class="ds-sum__op ds-sum__lead" aria-hidden="true"></li>
      {parts.map((part, i) => (
        <>
          {i > 0 && <Sign sign={part.sign ?? '+'} />}
          <Part part={part} />
        </>
      ))}
      <Sign sign="=" />
      <Part part={total} isTotal />
    </ol>
  )
}

const columns: Record<number, string> = {
  2: 'ds-sum--3',
  3: 'ds-sum--4',
  5: 'ds-sum--6',
  6: 'ds-sum--7',
}

function Sign({ sign }: { sign: '+' | '-' | '=' }) {
  return (
    <li class={classes('ds-sum__op', sign === '=' && 'ds-sum__op--equals')} aria-hidden="true">
      {sign === '-' ? '−' : sign}
    </li>
  )
}

function Part({ part, isTotal }: { part: SumPart; isTotal?: boolean }) {
  const shown = format(useLang()).number(part.n)
  return (
    <li class={classes('ds-sum__part', isTotal && 'ds-sum__part--total')}>
      <a href={part.href}>
        <span class="ds-sum__n">{shown}</span>
        <span class="ds-hide"> {part.label}</span>
      </a>
      <span class="ds-sum__text">
        <span class="ds-sum__word">
          {part.look && <Mark look={part.look} />}
          {part.label}
        </span>
        {part.note && <span class="ds-sum__note">{part.note}</span>}
      </span>
    </li>
  )
}
