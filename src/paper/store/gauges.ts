// How many sheets are out past their day? For whoever runs Doorstep.
import { sql } from 'kysely'
import type { Gauge } from '../../events/index.ts'
import { isBack } from './sheets.ts'

export const linesOut: Gauge = {
  name: 'paper_lines_unaccounted',
  help: 'Lines of sheets of paper that are out, of which nobody has told what became of them.',
  async of(tx, council) {
    const found = await sql<{ lines: number }>`select count(*)::int as lines from paper_lines l
      join paper_sheets s on s.council = l.council and s.id = l.sheet
      where l.council = ${council} and s.ended is distinct from 'destroyed' and not ${isBack}
    `.execute(tx)
    return found.rows[0]?.lines ?? 0
  },
}
