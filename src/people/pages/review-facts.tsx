// What do two records say, fact by fact, and what should make a person careful?
import type { Child } from 'hono/jsx'
import { type Format, format } from '../../pages/format.ts'
import { Icon } from '../../pages/sprite.tsx'
import { fill, type Lang, useLang } from '../../pages/strings/index.ts'
import { type FactName, factNames } from '../domain/evidence.ts'
import type { ReadPair, Side } from '../store/read-pair.ts'
import { mannerWords } from './evidence-words.ts'
import { reviewStrings } from './review-strings.ts'
import { shownDay, shownNhs, shownPhone } from './shown.ts'

/** Stands above the facts: people at one address could be confused. */
export function Guards({ conflicts, mayJoin, mates }: ReadPair) {
  const t = reviewStrings(useLang())
  const [mate] = mates
  return (
    <>
      {conflicts.map(conflict => (
        <Guard title={t[`${conflict}Guard`]}>
          {mayJoin ? t[`${conflict}GuardBody`] : t.guardStop}
        </Guard>
      ))}
      {mate && (
        <Guard title={t.homeGuard(mates.length, mate.family)}>
          {fill(t.homeGuardBody, { who: <Mates mates={mates} /> })}
        </Guard>
      )}
    </>
  )
}

function Guard({ title, children }: { title: string; children: Child }) {
  return (
    <div class="ds-guard">
      <Icon name="needs" />
      <div>
        <h2>{title}</h2>
        <p>{children}</p>
      </div>
    </div>
  )
}

const matesMax = 5

function Mates({ mates }: Pick<ReadPair, 'mates'>) {
  const lang = useLang()
  const t = reviewStrings(lang)
  const more = mates.length - matesMax
  return (
    <>
      {mates.slice(0, matesMax).map((mate, at) => (
        <>
          {at > 0 && ', '}
          <a href={`/people/${mate.id}`}>
            {mate.born ? t.bornIn(mate.given, mate.born.slice(0, 4)) : mate.given}
          </a>
        </>
      ))}
      {more > 0 && `, ${t.andMore(format(lang).number(more))}`}
    </>
  )
}

/** A fact that neither record has is not shown. */
export function shownFacts({ one, other }: ReadPair): readonly FactName[] {
  return factNames.filter(name => one.facts[name] !== '' || other.facts[name] !== '')
}

/** "4 facts are the same, 2 close." What there is none of is not said. */
export function agreeWords(lang: Lang, { evidence }: ReadPair, names: readonly FactName[]): string {
  const t = reviewStrings(lang)
  const count = (kind: string) => names.filter(name => evidence[name].agreement === kind).length
  const n = (kind: string) => format(lang).number(count(kind))
  const parts = [
    t.agreeSame(count('same'), n('same')),
    count('close') > 0 && t.agreeClose(n('close')),
    count('different') > 0 && t.agreeDifferent(n('different')),
    count('missing') > 0 && t.agreeMissing(n('missing')),
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

type TableProps = {
  readonly pair: ReadPair
  readonly words: Format
  readonly tried: ReadonlyMap<string, Date>
}

export function FactTable({ pair, words, tried }: TableProps) {
  const t = reviewStrings(useLang())
  const { one, other } = pair
  return (
    <table class="ds-pair" aria-label={t.facts}>
      <thead>
        <tr>
          <th scope="col" class="ds-pair__skip">
            <span class="ds-hide">{t.fact}</span>
          </th>
          <Head side={one} words={words} at={tried.get(one.person.id)} />
          <Head side={other} words={words} at={tried.get(other.person.id)} />
          <th scope="col" class="ds-pair__skip">
            <span>{t.doAgree}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shownFacts(pair).map(name => (
          <Row name={name} pair={pair} words={words} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ name, pair, words }: { name: FactName; pair: ReadPair; words: Format }) {
  const lang = useLang()
  const t = reviewStrings(lang)
  const found = pair.evidence[name]
  const manner = mannerWords(lang, found)
  return (
    <tr>
      <th scope="row">{t[`fact_${name}`]}</th>
      <td>{shown(name, pair.one.facts[name], words) || <Empty />}</td>
      <td>{shown(name, pair.other.facts[name], words) || <Empty />}</td>
      <td class="ds-agree">
        <span class={`ds-mark ds-mark--${found.agreement}`}>
          <Icon name={found.agreement} />
          {t.marks[found.agreement]}
        </span>
        {manner && <small>{manner}</small>}
      </td>
    </tr>
  )
}

type HeadProps = { readonly side: Side; readonly words: Format; readonly at: Date | undefined }

function Head({ side: { person }, words, at }: HeadProps) {
  const t = reviewStrings(useLang())
  const number = `P ${person.number}`
  return (
    <th scope="col">
      <span>{t.onRegisterSince(words.shortDate(person.addedAt))}</span>
      <b>
        <a href={`/people/${person.id}`}>{person.name}</a>
      </b>
      <span>{at ? t.lastTried(number, words.shortDate(at)) : t.notTried(number)}</span>
    </th>
  )
}

function Empty() {
  const t = reviewStrings(useLang())
  return <span class="ds-asgot ds-asgot--none">{t.empty}</span>
}

function shown(name: FactName, value: string, words: Format): string {
  if (value === '') return ''
  if (name === 'born') return shownDay(words, value)
  if (name === 'nhs') return shownNhs(value)
  const isPhone = name === 'landline' || name === 'mobile'
  return isPhone ? value.split(' ').map(shownPhone).join(', ') : value
}
