// Is this row one that the list is loaded for? Too old, not asked for, another status: such rows
// are passed over, counted, and reported with the reason.
import { dayMs } from '../../kernel/clock.ts'
import type { RowRule } from './profile.ts'
import { readCellDate } from './read-cell-date.ts'
import type { RowContext } from './read-row.ts'
import type { Reason } from './reasons.ts'
import type { Cell, RowCells } from './row-cells.ts'

/** The first rule that this row breaks; nothing for a row that is taken. */
export function brokenRule(
  rules: readonly RowRule[],
  row: Pick<RowCells, 'named'>,
  context: Pick<RowContext, 'today' | 'inDoubt'>,
): Reason | undefined {
  for (const rule of rules) {
    const found = rule.columns.map(name => verdict(rule, row.named(name), context))
    if (found.includes('taken')) continue
    return found.includes('unreadable') ? 'rule-date-unreadable' : rule.otherwise
  }
  return undefined
}

function verdict(
  { takes }: RowRule,
  cell: Cell | undefined,
  { today, inDoubt }: Pick<RowContext, 'today' | 'inDoubt'>,
) {
  const text = cell?.text ?? ''
  if ('words' in takes) return takes.words.includes(text.toLowerCase()) ? 'taken' : 'left'
  const read = readCellDate(cell, inDoubt)
  if (read.kind === 'unreadable') return 'unreadable'
  if (read.kind === 'empty') return 'left'
  const days = Math.round((Date.parse(today) - Date.parse(read.date)) / dayMs)
  if (days < 0) return 'unreadable'
  return days <= takes.daysMax ? 'taken' : 'left'
}
