// How can this person be reached? Every number of every phone column, told apart by the number
// itself: lists that swap their mobile and landline columns both come out right.
import type { Entry } from './entry.ts'
import { type Phone, readPhones } from './read-phones.ts'
import { readEmail } from './read-simple-cells.ts'
import type { Issue } from './reasons.ts'
import { issueOf, type RowCells } from './row-cells.ts'

export function readWays(row: RowCells, issues: Issue[]): Pick<Entry, 'phones' | 'email'> {
  const phones: Phone[] = []
  for (const cell of row.all('mobile', 'landline', 'phone')) {
    const read = readPhones(cell.text)
    const isNew = ({ e164 }: Phone) => !phones.some(known => known.e164 === e164)
    phones.push(...read.phones.filter(isNew))
    if (read.unread.length > 0) issues.push(issueOf('phone-unreadable', cell))
    if (read.phones.some(phone => phone.isZeroPutBack)) {
      issues.push(issueOf('phone-zero-put-back', cell))
    }
  }
  if (phones.length === 0) issues.push({ code: 'phone-missing' })
  const email = readEmail(row.text('email'))
  if (email.kind === 'unreadable') issues.push(issueOf('email-unreadable', row.one('email')))
  return { phones, ...(email.kind === 'text' ? { email: email.text } : {}) }
}
