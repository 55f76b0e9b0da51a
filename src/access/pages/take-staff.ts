// The staff as a file: the same columns that come in, so that it can be sent back as it is.
import { londonDate } from '../../kernel/london.ts'
import { type Ctx, reading } from '../../web/request.ts'
import { staffForFile } from '../store/staff-out.ts'

const heads = ['work email', 'name', 'roles', 'place', 'purpose', 'from', 'until', 'left']

export async function takeStaff(c: Ctx) {
  const rows = await reading(c, 'access.administer', staffForFile)
  const day = (at: Date | null) => (at ? londonDate(at.getTime()) : '')
  const lines = rows.map(row => {
    // A last day is said as a day; what is kept is the moment when it is over.
    const until = row.until ? new Date(row.until.getTime() - 1) : null
    return [
      ...[row.email, row.name ?? '', row.role ?? '', row.place ?? '', row.purpose ?? ''],
      ...[day(row.from), day(until), row.isDisabled ? 'yes' : ''],
    ]
  })
  const text = [heads, ...lines].map(cells => cells.map(cell).join(',')).join('\r\n')
  return c.body(`\ufeff${text}\r\n`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="staff.csv"',
  })
}

/** No spreadsheet runs it; `files-out` has the same rule, and may not be imported from here. */
function cell(text: string): string {
  const plain = text.replaceAll('\0', '')
  const guarded = /^[\s\p{C}]*[=+\-@\t\r\n|%＝＋－＠]/u.test(plain) ? `'${plain}` : plain
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
