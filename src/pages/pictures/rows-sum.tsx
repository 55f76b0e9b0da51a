// What becomes of every row of a file? Added + changed + same + need a person + not loaded = rows.
import type { Child } from 'hono/jsx'
import { format } from '../format.ts'
import { useLang } from '../strings/language.ts'
import { pictureStrings } from '../strings/words/pictures.ts'
import { shownCounts } from './coverage-sum.tsx'
import type { Look } from './marks.tsx'
import { Sum, type SumPart } from './sum.tsx'
import { SumBar } from './sum-bar.tsx'

export type RowState = 'added' | 'changed' | 'same' | 'needs' | 'notLoaded'
export type RowCounts = Record<RowState | 'rows', number>

export type RowsSumProps = {
  counts: RowCounts
  href: (state: RowState | 'rows') => string
  notes?: Partial<Record<RowState | 'rows', Child>>
  small?: boolean
  width?: number
}

export function RowsSum({ counts, href, notes = {}, small, width }: RowsSumProps) {
  const lang = useLang()
  const t = pictureStrings(lang)
  const parts = states.map(([state, look]) => ({
    n: counts[state],
    label: t[state],
    href: href(state),
    look,
    note: notes[state],
  })) satisfies SumPart[]
  return (
    <>
      {!small && (
        <SumBar
          parts={parts}
          label={t.rowsLabel(shownCounts(counts, format(lang).number))}
          largerFrom={3}
          largerText={t.rowsLarger}
          largerTextNarrow={t.rowsLargerBelow}
          width={width}
        />
      )}
      <Sum
        parts={parts}
        total={{
          n: counts.rows,
          label: t.rows,
          href: href('rows'),
          note: notes.rows ?? (small ? undefined : t.rowsNote),
        }}
        small={small}
      />
    </>
  )
}

const states: readonly (readonly [RowState, Look])[] = [
  ['added', 'added'],
  ['changed', 'changed'],
  ['same', 'same'],
  ['needs', 'needs'],
  ['notLoaded', 'dropped'],
]
