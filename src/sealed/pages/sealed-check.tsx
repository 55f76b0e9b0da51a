// What should the owner of a sealed list hear on the day it is handed in? Rows, columns and
// reasons, for whoever keeps sealed lists; never a word of the file.
import { csvLine } from '../../files-out/index.ts'
import { isId } from '../../kernel/ids.ts'
import { type CheckedFile, listStrings } from '../../lists/index.ts'
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { type Ctx, reading } from '../../web/request.ts'
import { checkOf } from '../store/keep-check.ts'
import { findSealed, type SealedList } from '../store/queries.ts'
import { sealedStrings } from './strings.ts'

/** Undefined unless the file waits and the reader keeps sealed lists. */
export function checkedFile(c: Ctx, { id, state }: Pick<SealedList, 'id' | 'state'>) {
  if (state !== 'sealed') return undefined
  const { keys } = c.var.node.store
  return reading(c, 'sealed.keep', async (tx, { everywhere, council }) =>
    everywhere ? checkOf(tx, { council, sealed: id, keys }) : undefined,
  )
}

/** GET /sealed/lists/:sealed/unread.csv */
export async function sendUnread(c: Ctx) {
  const id = c.req.param('sealed')
  const found = isId(id)
    ? await reading(c, 'sealed.keep', (tx, scope) => findSealed(tx, scope.council, id))
    : undefined
  const checked = found && (await checkedFile(c, found))
  if (!checked) return notFoundPage(c)
  const { checkColumns } = sealedStrings('en')
  const { reason } = listStrings('en')
  const lines = [
    [checkColumns.row, checkColumns.column, checkColumns.what],
    ...checked.problems.map(one => [one.row, one.column ?? '', reason[one.code]]),
  ]
  return c.body(`\ufeff${lines.map(line => csvLine(line)).join('')}`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="unread.csv"',
  })
}

export function CheckPart({ id, checked }: { id: string; checked: CheckedFile }) {
  const lang = useLang()
  const t = sealedStrings(lang)
  const { number } = format(lang)
  const { remarks: remarkWords } = listStrings(lang)
  const { rows, sound, codes, remarks } = checked
  return (
    <section class="ds-section" aria-labelledby="h-check">
      <h2 class="ds-h2" id="h-check">
        {t.check}
      </h2>
      <p>{t.checkLead(rows, number(rows), number(sound))}</p>
      {codes.length === 0 ? <p>{t.checkAll}</p> : <Unread id={id} checked={checked} />}
      {remarks.length > 0 && (
        <>
          <h3 class="ds-h3">{t.checkRemarks}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {remarks.map(one => (
              <li>
                {remarkWords[one.remark]} {one.columns?.join(', ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Unread({ id, checked }: { id: string; checked: CheckedFile }) {
  const lang = useLang()
  const t = sealedStrings(lang)
  const { number } = format(lang)
  const { reason } = listStrings(lang)
  return (
    <>
      <table class="ds-table ds-tight">
        <thead>
          <tr>
            <th scope="col">{t.checkWhat}</th>
            <th scope="col" class="ds-number">
              {t.checkRows}
            </th>
            <th scope="col" class="ds-number">
              {t.checkFirst}
            </th>
          </tr>
        </thead>
        <tbody>
          {checked.codes.map(({ code, rows }) => (
            <tr>
              <th scope="row">{reason[code]}</th>
              <td class="ds-number">{number(rows)}</td>
              <td class="ds-number">
                {checked.problems.find(one => one.code === code)?.row ?? ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <a href={`/sealed/lists/${id}/unread.csv`}>{t.checkTake}</a>
      </p>
    </>
  )
}
