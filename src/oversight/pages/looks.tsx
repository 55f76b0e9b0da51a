// The table of looks: when, who, what they did, what for, and at whom by reference.
import { referenceOf } from '../../access/index.ts'
import { format } from '../../pages/format.ts'
import { Details, Pagination } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { Ctx } from '../../web/request.ts'
import { type Look, looksPerPage } from '../store/who-looked.ts'
import { lookStrings } from './look-strings.ts'
import { roleWords, whatWords, whyWords } from './look-words.ts'
import { oversightStrings } from './strings.ts'

type Props = {
  readonly looks: readonly Look[]
  readonly next: string | undefined
  /** The one person whose page it is: then only the others are counted. */
  readonly isOfOne?: boolean
}

export function Looks({ looks, next, isOfOne = false }: Props) {
  const t = oversightStrings(useLang())
  if (looks.length === 0) return <p class="govuk-body">{t.readsNone}</p>
  return (
    <>
      <table class="ds-table">
        <caption class="ds-hide">{t.readsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.when}</th>
            <th scope="col">{t.who}</th>
            <th scope="col">{t.what}</th>
            <th scope="col" class="ds-wide">
              {t.why}
            </th>
            {!isOfOne && (
              <th scope="col" class="ds-wide">
                {t.whom}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {looks.slice(0, looksPerPage).map(look => (
            <LookRow look={look} isOfOne={isOfOne} />
          ))}
        </tbody>
      </table>
      {next && <Pagination next={{ href: next }} />}
    </>
  )
}

function LookRow({ look, isOfOne }: { look: Look; isOfOne: boolean }) {
  const lang = useLang()
  const t = oversightStrings(lang)
  const shown = format(lang)
  const others = look.subjects.length - 1
  const why = whyWords(lang, look.purpose)
  return (
    <tr>
      <th scope="row">{shown.row(look.at)}</th>
      <td>
        {look.name ?? t.noName}
        <span class="ds-under">{roleWords(lang, look)}</span>
      </td>
      <td>
        {whatWords(lang, look)}
        {look.opening && <b class="ds-att"> {lookStrings(lang).inEmergency}</b>}
        {isOfOne && others > 0 && (
          <span class="ds-under">{t.withOthers(shown.number(others), others)}</span>
        )}
        <span class="ds-narrow-only">
          <br />
          {why}
        </span>
      </td>
      <td class="ds-wide">{why}</td>
      {!isOfOne && (
        <td class="ds-wide">
          <Whom look={look} />
        </td>
      )}
    </tr>
  )
}

function Whom({ look }: { look: Look }) {
  const lang = useLang()
  const references = look.subjects.map(referenceOf)
  if (references.length <= 2) return references.join(', ')
  const count = format(lang).number(references.length)
  const words = oversightStrings(lang).howMany(count, references.length)
  return <Details summaryText={words}>{references.join(', ')}</Details>
}

/** The same address, after the last look that this page shows. */
export function nextAddress(c: Ctx, looks: readonly Look[]): string | undefined {
  if (looks.length <= looksPerPage) return undefined
  const query = new URLSearchParams(c.req.query())
  query.set('after', looks[looksPerPage - 1]?.id ?? '')
  return `${c.req.path}?${query}`
}
