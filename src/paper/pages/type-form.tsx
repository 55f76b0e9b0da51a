// The form of a sheet: a box for each thing on a line, in the order of the paper. Tab is enough.
import { Button } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { codeShown } from '../domain/line-code.ts'
import { phoneShown } from '../draw-sheet.ts'
import type { Sheet } from '../store/sheets.ts'
import type { TypedResult } from '../type-lines.ts'
import { paperStrings, typeStrings } from './strings.ts'
import type { TypeAnswers, TypeAsked, TypedRow } from './type-answers.ts'
import { TypeKey } from './type-key.tsx'

type FormProps = { asked: TypeAsked; answers: TypeAnswers; first: number }

export function TypeForm({ asked, answers, first }: FormProps) {
  const t = typeStrings(useLang())
  const { sheet } = asked
  const isTried = sheet.kind === 'call' || sheet.kind === 'round'
  return (
    <form method="post" action={`/sheets/${sheet.id}/type?from=${first}`} novalidate>
      {isTried && <TypeKey asked={asked} answers={answers} />}
      {sheet.kind === 'shopping' && <p>{t.shoppingKeys}</p>}
      {answers.rows.map(row => (
        <LineFields row={row} sheet={sheet} />
      ))}
      {isTried && (
        <label class="ds-typed__tick">
          <input type="checkbox" name="rest" value="yes" checked={answers.isRest} />
          {t.rest}
        </label>
      )}
      <Button text={t.save} preventDoubleClick />
    </form>
  )
}

function LineFields({ row, sheet }: { row: TypedRow; sheet: Sheet }) {
  const lang = useLang()
  const t = typeStrings(lang)
  const { line, problems } = row
  const { unknown } = paperStrings(lang).sheet
  const name = sheet.kind === 'register' ? '' : line.name || (line.address ? '' : unknown)
  const door = sheet.kind === 'round' ? `${line.address.split(',')[0]}` : ''
  const legend = [codeShown(line.code), name, door].filter(text => text !== '').join(', ')
  return (
    <fieldset class={problems.length > 0 ? 'ds-typed is-wrong' : 'ds-typed'} id={line.code}>
      <legend>{legend}</legend>
      {problems.map(problem => (
        <p class="ds-wrong">{t.wrong[problem]}</p>
      ))}
      <div class="ds-typed__fields">
        {sheet.kind === 'register' ? (
          <Text row={row} field="note" label={t.register} look="long" />
        ) : (
          <Boxes row={row} sheet={sheet} />
        )}
      </div>
    </fieldset>
  )
}

function Boxes({ row, sheet }: { row: TypedRow; sheet: Sheet }) {
  const t = typeStrings(useLang())
  const { code, phones } = row.line
  const isShopping = sheet.kind === 'shopping'
  const dialled = phones.map(({ value }, at) => `${at + 1} ${phoneShown(value ?? '')}`).join(', ')
  const many = sheet.kind === 'call' && phones.length > 1
  return (
    <>
      <Text row={row} field="outcome" label={t.outcome} look="key" />
      {isShopping && (
        <Field name={`total-${code}`} label={t.total} value={row.total} look="short" />
      )}
      {!isShopping && <Text row={row} field="tried" label={t.tried} look="short" />}
      {many && <Text row={row} field="phone" label={`${t.phone} (${dialled})`} look="key" />}
      <Text row={row} field="who" label={t.who} look="mid" />
      {!isShopping && (
        <>
          <Text row={row} field="needs" label={t.needs} look="short" />
          <Text row={row} field="promise" label={t.promise} look="mid" />
          <Text row={row} field="told" label={t.told} look="mid" />
        </>
      )}
      <Text row={row} field="note" label={t.note} look="long" />
      {!isShopping && (
        <label class="ds-typed__tick">
          <input
            type="checkbox"
            name={`worry-${code}`}
            value="yes"
            checked={row.typed.worry !== ''}
          />
          {t.worry}
        </label>
      )}
    </>
  )
}

type Look = 'key' | 'short' | 'mid' | 'long'
type TextProps = { row: TypedRow; field: keyof TypedRow['typed']; label: string; look: Look }

function Text({ row, field, label, look }: TextProps) {
  const name = `${field}-${row.line.code}`
  return <Field name={name} label={label} value={row.typed[field]} look={look} />
}

type FieldProps = { name: string; label: string; value: string; look: Look }

function Field({ name, label, value, look }: FieldProps) {
  return (
    <div class={`ds-typed__field ds-typed__field--${look}`}>
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type="text"
        value={value}
        autocomplete="off"
        spellcheck={false}
      />
    </div>
  )
}

type SavedProps = { results: readonly TypedResult[]; worries: number; late: number }

/** What became of what was typed, read aloud. */
export function Saved({ results, worries, late }: SavedProps) {
  const t = typeStrings(useLang())
  const count = (...of: TypedResult[]) => results.filter(one => of.includes(one)).length
  const saved = count('saved', 'same')
  const [twice, notKept] = [count('again'), count('not-kept')]
  if (results.length === 0) return null
  return (
    <div class="ds-done" role="status">
      {saved > 0 && <p>{t.saved(saved)}</p>}
      {twice > 0 && <p>{t.twice(twice)}</p>}
      {notKept > 0 && <p>{t.notKept(notKept)}</p>}
      {late > 0 && <p>{t.late(late)}</p>}
      {worries > 0 && <p>{t.worries}</p>}
    </div>
  )
}

export function Parts({ sheet, size, first }: { sheet: Sheet; size: number; first: number }) {
  const t = typeStrings(useLang())
  const parts = Math.ceil(sheet.lines / size)
  if (parts < 2) return null
  return (
    <nav aria-label={t.parts}>
      <ul class="ds-paper-kinds">
        {Array.from({ length: parts }, (_, part) => {
          const from = part * size + 1
          const label = t.part(`${from}`, `${Math.min(from + size - 1, sheet.lines)}`)
          const here = `/sheets/${sheet.id}/type?from=${from}`
          return <li>{from === first ? <b>{label}</b> : <a href={here}>{label}</a>}</li>
        })}
      </ul>
    </nav>
  )
}
