// Which records stand for this person, and which others may do so too?
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { KeptApart } from '../store/kept-apart.ts'
import type { Person } from '../store/queries.ts'
import type { Review } from '../store/reviews.ts'
import { addStrings } from './add-strings.ts'
import { Apart } from './kept-apart.tsx'
import { partStrings } from './part-strings.ts'

type Props = {
  readonly person: Person
  readonly records: readonly Person[]
  readonly doubts: readonly Review[]
  readonly mayMerge: boolean
  readonly mayReport: boolean
  readonly apart: readonly KeptApart[]
  /** How much here waits for somebody to say whose it is. */
  readonly strays: number
}

export function Records(props: Props) {
  const joined = props.records.filter(one => one.id !== props.person.id)
  return (
    <>
      {joined.length > 0 && <Joined joined={joined} mayMerge={props.mayMerge} />}
      {props.mayMerge && <Strays strays={props.strays} />}
      <Apart person={props.person.id} apart={props.apart} mayMerge={props.mayMerge} />
      <Doubts {...props} />
    </>
  )
}

/** Records that were joined, each of which can be parted again. */
function Joined({ joined, mayMerge }: { joined: readonly Person[]; mayMerge: boolean }) {
  const lang = useLang()
  const t = partStrings(lang)
  return (
    <section class="ds-panel" aria-labelledby="h-records">
      <h2 class="ds-h3" id="h-records">
        {t.joinedFrom(joined.length, format(lang).number(joined.length))}
      </h2>
      <ul class="ds-points">
        {joined.map(record => (
          <li>
            <span>
              <b>{record.name}</b>{' '}
              <span class="ds-small ds-quiet">{t.record(String(record.number))}</span>
              {mayMerge && (
                <a class="ds-under ds-noprint" href={`/people/${record.id}/part`}>
                  {t.open}
                  <span class="ds-hide"> {record.name}</span>
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** After a parting: what may be somebody else's is said on both pages. */
function Strays({ strays }: { strays: number }) {
  const lang = useLang()
  const t = partStrings(lang)
  if (strays === 0) return null
  return (
    <p class="ds-next ds-noprint">
      <a href="/strays">{t.straysHere(strays, format(lang).number(strays))}</a>
    </p>
  )
}

/** Doubts that wait, and the way to raise one. */
function Doubts({ person, records, doubts, mayMerge, mayReport }: Props) {
  const t = addStrings(useLang())
  const own = records.map(one => one.name)
  if (!mayReport && doubts.length === 0) return null
  return (
    <section class="ds-panel ds-noprint" aria-labelledby="h-alike">
      <h2 class="ds-h3" id="h-alike">
        {t.alike}
      </h2>
      {doubts.map(review => {
        const other = review.names.find(name => !own.includes(name)) ?? review.names.at(-1)
        return (
          <p>
            <b>{other}</b>
            <br />
            {mayMerge ? <a href={`/reviews/${review.id}`}>{t.judge}</a> : t.waits}
          </p>
        )
      })}
      {mayReport && (
        <p>
          <a href={`/people/${person.id}/alike`}>{t.alikeLink}</a>
        </p>
      )}
    </section>
  )
}
