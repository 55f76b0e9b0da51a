// How does everybody stand? A line for each, by code; with names where the reader may have them.
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import { sourceName } from '../../people/index.ts'
import { channelWord, outcomeWord, reasonWord } from '../../picture/index.ts'
import type { CoverageHead, Line } from '../domain/proof-form.ts'
import type { CodeList, Named } from '../store/code-list.ts'
import type { PageOf } from './asked.ts'
import { proofStrings } from './strings.ts'

export type LinesProps = {
  readonly head: CoverageHead
  readonly lines: readonly Line[]
  /** Only in the copy that stays in the council. */
  readonly codes?: CodeList
}

export function LinesTable({ head, lines, codes }: LinesProps) {
  const t = proofStrings(useLang())
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.lines(lines.length, `${lines.length}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t.code}</th>
          {codes && <th scope="col">{t.who}</th>}
          <th scope="col">{t.state}</th>
          <th scope="col">{t.since}</th>
          <th scope="col">{t.how}</th>
          <th scope="col">{t.lists}</th>
          <th scope="col" class="ds-number">
            {t.entry}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(line => (
          <Row head={head} line={line} codes={codes} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { head: CoverageHead; line: Line; codes: CodeList | undefined }

function Row({ head, line, codes }: RowProps) {
  const lang = useLang()
  const show = format(lang)
  return (
    <tr>
      <th scope="row" class="ds-nowrap">
        {line.code}
      </th>
      {codes && (
        <td>
          <Who line={line} named={codes.people.get(line.code)} />
        </td>
      )}
      <td>
        <State head={head} line={line} />
      </td>
      <td>{show.row(Date.parse(line.since))}</td>
      <td>
        <Tries line={line} codes={codes} />
      </td>
      <td>{listsOf(lang, head, line)}</td>
      <td class="ds-number">{show.number(line.entry)}</td>
    </tr>
  )
}

function Who({ line, named }: { line: Line; named: Named | undefined }) {
  const t = proofStrings(useLang()).names
  if (!named || named.name === '') return <>{t.erased}</>
  return (
    <>
      {line.kind === 'person' ? <a href={`/people/${named.id}`}>{named.name}</a> : named.name}
      <br />
      <span class="ds-quiet">{named.address}</span>
    </>
  )
}

function State({ head, line }: { head: CoverageHead; line: Line }) {
  const lang = useLang()
  const t = proofStrings(lang)
  const { state, reason, countedAs, until } = line
  const when = until && format(lang).row(Date.parse(until))
  const more = [
    reason && reasonWord(lang, reason),
    countedAs && t.asOf(countedAs),
    when && (until > head.at ? t.until(when) : t.ranOut(when)),
  ].filter(Boolean)
  return (
    <>
      <b>{t.states[state]}</b>
      {more.length > 0 && `: ${more.join(', ')}`}
    </>
  )
}

/** The last try in words; how many there were. The file has them all. */
function Tries({ line, codes }: { line: Line; codes: CodeList | undefined }) {
  const lang = useLang()
  const t = proofStrings(lang)
  const last = line.tries.at(-1)
  if (!last) return <>{line.countedAs ? '' : t.neverTried}</>
  const by = codes?.staff.get(last.by) || last.by
  return (
    <>
      {t.last(channelWord(lang, last.channel), outcomeWord(lang, last.outcome), by)}
      {line.tries.length > 1 && <span class="ds-quiet"> {t.tried(line.tries.length)}</span>}
    </>
  )
}

export function listsOf(lang: 'en' | 'cy' | 'pseudo', head: CoverageHead, line: Line): string {
  const t = proofStrings(lang)
  const versions = line.versions.flatMap(at => head.versions[at] ?? [])
  if (versions.length === 0) return t.byHand
  const byList = Map.groupBy(versions, ({ list }) => list)
  return [...byList]
    .map(([list, some]) => t.version(sourceName(lang, list), some.map(v => v.number).join(', ')))
    .join('; ')
}

export function Pages({ at, page }: { at: string; page: PageOf<unknown> }) {
  const t = proofStrings(useLang())
  if (page.pages < 2) return null
  return (
    <p class="ds-noprint">
      {page.page > 1 && <a href={`${at}?page=${page.page - 1}`}>{t.before}</a>}{' '}
      {t.pageOf(`${page.page}`, `${page.pages}`)}{' '}
      {page.page < page.pages && <a href={`${at}?page=${page.page + 1}`}>{t.next}</a>}
    </p>
  )
}
