// In which wrong or doubtful forms do lists hold a date of birth? The forms that broke older tools.
// The only allowed readings are the right date or "needs review", never a wrong date.
import type { Random } from './random.ts'

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

export function badDate(isoDate: string, random: Random): string {
  const [year = '', month = '', day = ''] = isoDate.split('-')
  const short = year.slice(2)
  return random.pick([
    `${day}/${month}/${short}`,
    `${day} ${months[Number(month) - 1]} ${year}`,
    `${Number(month)}/${Number(day)}/${short} 3:53`,
    `${day}/${month}/${year} 0:00`,
    year,
    excelDay(isoDate),
    `13/13/${year}`,
    '29/02/1957',
    'unknown',
  ])
}

/** The day number a spreadsheet shows when it forgets that a cell is a date. */
export function excelDay(isoDate: string): string {
  const epoch = Date.UTC(1899, 11, 30)
  return String((Date.parse(`${isoDate}T00:00:00Z`) - epoch) / 86_400_000)
}
