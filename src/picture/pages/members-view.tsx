// Who stands behind a figure? The filter in words, the same count, and the people in pages.
import { format } from '../../pages/format.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { type Lang, useLang } from '../../pages/strings/index.ts'
import { type TakeAddress, TakeLinks } from '../../web/take-links.tsx'
import { asOfText } from '../domain/as-of.ts'
import { type Filter, membersHref } from '../domain/filter.ts'
import type { MemberList, MemberRow } from '../domain/model.ts'
import { nextWord, reasonWord } from './codes.ts'
import { membersWords } from './members-strings.ts'
import { PrintLine } from './print-line.tsx'
import { pictureWords } from './strings.ts'

export const rowsPerPage = 50

export type MembersViewProps = {
  context: PageContext
  list: MemberList
  filter: Filter
  take?: TakeAddress | undefined
}

export function MembersView({ context, list, filter, take }: MembersViewProps) {
  const t = membersWords(context.lang)
  const words = pictureWords(context.lang)
  const at = list.at ?? list.now
  const sentence = listSentence(context.lang, list, filter)
  const coverage = `/campaigns/${list.campaign.id}/coverage${momentQuery(list)}`
  const crumbs = [
    { href: '/campaigns', label: words.campaigns },
    { href: coverage, label: list.campaign.name },
    { label: t.title },
  ]
  return (
    <Page context={context} title={t.title} breadcrumbs={crumbs}>
      <PrintLine
        context={context}
        what={t.what(list.campaign.name, sentence)}
        at={at}
        now={list.now}
      />
      <h1 class="ds-h1 ds-headline" data-total={list.total}>
        {sentence}
      </h1>
      <p class="ds-quiet">
        {t.asKnown(format(context.lang).timeAndDate(at))} {t.recorded}
      </p>
      {list.total === 0 ? <p class="ds-tight">{t.nobody}</p> : <Rows list={list} />}
      <Pages list={list} filter={filter} />
      <TakeLinks at={take} />
    </Page>
  )
}

function momentQuery({ at, round }: MemberList): string {
  return `?round=${round.number}${at === null ? '' : `&at=${asOfText(at)}`}`
}

/** "12 people not yet tried, in Cottenham, waiting more than 3 days" */
export function listSentence(lang: Lang, list: MemberList, filter: Filter): string {
  const t = membersWords(lang)
  const noun = pictureWords(lang).nouns[list.campaign.kind](list.total)
  const conditions = conditionsOf(lang, list, filter)
  const parts = conditions.length > 0 ? ` ${conditions.join(', ')}` : ` ${t.everyone}`
  return t.sentence(format(lang).number(list.total), noun, parts)
}

function conditionsOf(lang: Lang, list: MemberList, filter: Filter): string[] {
  const t = membersWords(lang)
  const { state, place, street, reason, wait, step, next, safety } = filter
  const isLastRound = list.campaign.rounds.at(-1)?.id === list.round.id
  return [
    state && t.states[state],
    step && t.steps[step],
    safety && t.safety[safety],
    reason && t.because(reasonWord(lang, reason)),
    place && (place === 'none' ? t.inUnknown : t.inPlace(list.placeName ?? '')),
    street && t.streetUnknown,
    wait && (wait.is === 'over' ? t.waitedOver(wait.days) : t.waited(wait.days)),
    next && (next === 'none' ? t.nextNone : t.next(nextWord(lang, next))),
    isLastRound ? undefined : t.inRound(list.round.number),
  ].filter((part): part is string => part !== undefined && part !== '')
}

function Rows({ list }: { list: MemberList }) {
  const t = membersWords(useLang()).columns
  return (
    <table class="ds-table ds-tight">
      <thead>
        <tr>
          <th scope="col">{t.who}</th>
          <th scope="col">{t.where}</th>
          <th scope="col">{t.state}</th>
          <th scope="col" class="ds-number ds-wide">
            {t.waiting}
          </th>
          <th scope="col" class="ds-number ds-wide">
            {t.tries}
          </th>
          <th scope="col" class="ds-wide">
            {t.next}
          </th>
        </tr>
      </thead>
      <tbody>
        {list.rows.map(row => (
          <Row row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row }: { row: MemberRow }) {
  const lang = useLang()
  const t = membersWords(lang)
  const none = pictureWords(lang).none
  const show = format(lang)
  const where = [row.street, row.village].filter(part => part !== null)
  return (
    <tr>
      <th scope="row">{who(row, t.erased)}</th>
      <td>{where.length > 0 ? where.join(', ') : pictureWords(lang).placeNotKnown}</td>
      <td>
        {t.states[row.state]}
        {row.reason && `: ${reasonWord(lang, row.reason)}`}
      </td>
      <td class="ds-number ds-wide">{show.days(row.days)}</td>
      <td class="ds-number ds-wide">{show.number(row.tries)}</td>
      <td class="ds-wide">
        {row.next ? nextWord(lang, row.next) : none}
        {row.nextAt && ` ${show.row(row.nextAt)}`}
      </td>
    </tr>
  )
}

function who(row: MemberRow, erased: string) {
  if (row.name === null) return erased
  if (row.kind !== 'person') return row.name
  return <a href={`/people/${row.subject}`}>{row.name}</a>
}

function Pages({ list, filter }: { list: MemberList; filter: Filter }) {
  const lang = useLang()
  const t = membersWords(lang)
  const { number } = format(lang)
  const pages = Math.ceil(list.total / rowsPerPage)
  if (pages < 2) return null
  const href = (page: number) => {
    const round = `${list.round.number}`
    const at = list.at === null ? undefined : asOfText(list.at)
    const base = membersHref(list.campaign.id, filter, { round, at })
    return `${base}&page=${page}`
  }
  const words = t.paging
  return (
    <nav class="govuk-pagination ds-tight" aria-label={words.label}>
      {list.page > 1 && (
        <div class="govuk-pagination__prev">
          <a class="govuk-link" href={href(list.page - 1)} rel="prev">
            {words.previous}
          </a>
        </div>
      )}
      <p>{t.pages(number(list.page), number(pages))}</p>
      {list.page < pages && (
        <div class="govuk-pagination__next">
          <a class="govuk-link" href={href(list.page + 1)} rel="next">
            {words.next}
          </a>
        </div>
      )}
    </nav>
  )
}
