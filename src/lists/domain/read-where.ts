// Where does this person live, and is that ours? Lines as given; a house number beside a street
// joins it once.
import type { Entry } from './entry.ts'
import { headerKey } from './header-key.ts'
import { readPostcode } from './read-postcode.ts'
import type { RowContext } from './read-row.ts'
import { readUprn } from './read-simple-cells.ts'
import type { Issue } from './reasons.ts'
import { issueOf, type RowCells } from './row-cells.ts'

type Where = Pick<Entry, 'addressLines' | 'postcode' | 'uprn' | 'districtCode' | 'authority'>

export function readWhere(row: RowCells, context: RowContext, issues: Issue[]): Where {
  const postcode = readPostcode(row.text('postcode'))
  const uprn = readUprn(row.text('uprn'))
  if (postcode.kind === 'empty') issues.push(issueOf('postcode-missing', row.one('postcode')))
  if (postcode.kind === 'unreadable') {
    issues.push(issueOf('postcode-unreadable', row.one('postcode')))
  }
  if (uprn.kind === 'unreadable') issues.push(issueOf('uprn-unreadable', row.one('uprn')))
  return {
    addressLines: linesOf(row),
    ...(postcode.kind === 'postcode' ? { postcode: postcode.postcode } : {}),
    ...(uprn.kind === 'text' ? { uprn: uprn.text } : {}),
    ...readDistrict(row, context, issues),
  }
}

/** `12` beside `High Street` is `12 High Street`; beside `12 High Street` it adds nothing. */
function linesOf(row: RowCells): string[] {
  const number = row.text('house-number')
  const lines = row.all('address-line').map(({ text }) => text)
  if (number === '') return lines
  const at = lines.findIndex(line => line !== '')
  if (at === -1) return [number, ...lines]
  const first = lines[at] ?? ''
  const hasIt = first.toLowerCase().split(/[\s,]+/)[0] === number.toLowerCase()
  return hasIt ? lines : lines.with(at, `${number} ${first}`)
}

function readDistrict(row: RowCells, context: RowContext, issues: Issue[]) {
  const code = row.text('district-code').toUpperCase()
  const authority = row.text('authority')
  const names = context.districtNames ?? []
  if (code !== '' && !context.districtCodes.includes(code)) {
    issues.push(issueOf('outside-district', row.one('postcode')))
  }
  const isKnown = authority === '' || names.length === 0 || names.includes(headerKey(authority))
  const isOurCode = context.districtCodes.includes(authority.toUpperCase())
  if (!isKnown && !isOurCode) issues.push(issueOf('other-authority', row.one('authority')))
  return {
    ...(code === '' ? {} : { districtCode: code }),
    ...(authority === '' ? {} : { authority }),
  }
}
