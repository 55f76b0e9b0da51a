// What do two records say, fact by fact, and what should make a person careful?
import type { Format } from '../../pages/format.ts'
import { Icon } from '../../pages/sprite.tsx'
import { useLang } from '../../pages/strings/index.ts'
import { compareFacts, type FactName, type Facts, factNames } from '../domain/evidence.ts'
import type { ContactPoint, Person } from '../store/queries.ts'
import { shownDay, shownNhs, shownPhone } from './shown.ts'
import { peopleStrings } from './strings.ts'

export type Compared = { readonly person: Person; readonly points: readonly ContactPoint[] }
type Pair = { readonly one: Compared; readonly other: Compared }

function factsOf({ person, points }: Compared): Facts {
  const valuesOf = (kind: string) =>
    [...new Set(points.flatMap(point => (point.kind === kind ? point.value : [])))].sort().join(' ')
  return {
    given: `${person.given} ${person.middle}`.trim(),
    family: person.family,
    born: person.born ?? '',
    nhs: person.nhs ?? '',
    address: person.address,
    postcode: person.postcode,
    landline: valuesOf('landline'),
    mobile: valuesOf('mobile'),
    email: valuesOf('email'),
  }
}

/** Stands above the facts: people at one address could be confused. */
export function Guards({ one, other, sharesHome }: Pair & { sharesHome: boolean }) {
  const t = peopleStrings(useLang())
  const { born } = compareFacts(factsOf(one), factsOf(other))
  const differs = born.agreement === 'different' || born.agreement === 'close'
  return (
    <>
      {differs && <Guard title={t.bornGuard} body={t.bornGuardBody} />}
      {sharesHome && <Guard title={t.homeGuard} body={t.homeGuardBody} />}
    </>
  )
}

function Guard({ title, body }: { title: string; body: string }) {
  return (
    <div class="ds-guard">
      <Icon name="needs" />
      <div>
        <h2>{title}</h2>
        <p>{body}</p>
      </div>
    </div>
  )
}

export function FactTable({ one, other, words }: Pair & { words: Format }) {
  const t = peopleStrings(useLang())
  const facts: [Facts, Facts] = [factsOf(one), factsOf(other)]
  const agree = compareFacts(...facts)
  const count = (kind: string) =>
    words.number(Object.values(agree).filter(value => value.agreement === kind).length)
  return (
    <>
      <p>
        {t.agree({
          same: count('same'),
          close: count('close'),
          different: count('different'),
          missing: count('missing'),
        })}
      </p>
      <table class="ds-pair">
        <caption class="ds-hide">{t.facts}</caption>
        <thead>
          <tr>
            <th scope="col" class="ds-pair__skip">
              <span class="ds-hide">{t.fact}</span>
            </th>
            <Head compared={one} words={words} />
            <Head compared={other} words={words} />
            <th scope="col" class="ds-pair__skip">
              <span>{t.doAgree}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {factNames.map(name => (
            <tr>
              <th scope="row">{t[`fact_${name}`]}</th>
              <td>{shown(name, facts[0][name], words) || <Empty />}</td>
              <td>{shown(name, facts[1][name], words) || <Empty />}</td>
              <td class="ds-agree">
                <span class={`ds-mark ds-mark--${agree[name].agreement}`}>
                  <Icon name={agree[name].agreement} />
                  {t.marks[agree[name].agreement]}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Head({ compared, words }: { compared: Compared; words: Format }) {
  const t = peopleStrings(useLang())
  const { person } = compared
  return (
    <th scope="col">
      <span>{t.onRegisterSince(words.shortDate(person.addedAt))}</span>
      <b>
        <a href={`/people/${person.id}`}>{person.name}</a>
      </b>
      <span>{t.recordNumber(String(person.number))}</span>
    </th>
  )
}

function Empty() {
  const t = peopleStrings(useLang())
  return <span class="ds-asgot ds-asgot--none">{t.empty}</span>
}

function shown(name: FactName, value: string, words: Format): string {
  if (value === '') return ''
  if (name === 'born') return shownDay(words, value)
  if (name === 'nhs') return shownNhs(value)
  return name === 'landline' || name === 'mobile'
    ? value.split(' ').map(shownPhone).join(', ')
    : value
}
