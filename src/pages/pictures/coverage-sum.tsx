// How far has a campaign got? Reached + tried + not yet tried + excused = listed, bar and figures.
import type { Child } from 'hono/jsx'
import { format } from '../format.ts'
import { useLang } from '../strings/language.ts'
import { pictureStrings } from '../strings/words/pictures.ts'
import { Sum, type SumPart } from './sum.tsx'
import { SumBar } from './sum-bar.tsx'

export type ReachState = 'reached' | 'tried' | 'untried' | 'excused'
export type CoverageCounts = Record<ReachState | 'listed', number>

export type CoverageSumProps = {
  counts: CoverageCounts
  /** Where the people behind a figure are listed. */
  href: (state: ReachState | 'listed') => string
  notes?: Partial<Record<ReachState | 'listed', Child>>
  small?: boolean
  width?: number
}

export function CoverageSum({ counts, href, notes = {}, small, width }: CoverageSumProps) {
  const lang = useLang()
  const t = pictureStrings(lang)
  const words = shownCounts(counts, format(lang).number)
  const usual: typeof notes = small ? {} : { reached: t.reachedNote, tried: t.triedNote }
  const parts = states.map(state => ({
    n: counts[state],
    label: t[state],
    href: href(state),
    look: state,
    note: notes[state] ?? usual[state],
  })) satisfies SumPart[]
  return (
    <>
      {!small && (
        <SumBar
          parts={parts}
          label={t.coverage(words)}
          largerFrom={1}
          largerText={t.notReachedLarger}
          largerTextNarrow={t.notReachedLargerBelow}
          width={width}
        />
      )}
      <Sum
        parts={parts}
        total={{ n: counts.listed, label: t.listed, href: href('listed'), note: notes.listed }}
        small={small}
      />
    </>
  )
}

const states: readonly ReachState[] = ['reached', 'tried', 'untried', 'excused']

export function shownCounts<K extends string>(
  counts: Record<K, number>,
  number: (n: number) => string,
): Record<K, string> {
  const entries = Object.entries<number>(counts).map(([key, n]) => [key, number(n)])
  return Object.fromEntries(entries) as Record<K, string>
}
