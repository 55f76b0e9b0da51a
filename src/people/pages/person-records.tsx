// Which records stand for this person, and which others may do so too?
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { Person } from '../store/queries.ts'
import type { Review } from '../store/reviews.ts'
import { addStrings } from './add-strings.ts'
import { peopleStrings } from './strings.ts'

type Props = {
  readonly person: Person
  readonly records: readonly Person[]
  readonly doubts: readonly Review[]
  readonly mayMerge: boolean
  readonly mayReport: boolean
}

export function Records(props: Props) {
  const joined = props.records.filter(one => one.id !== props.person.id)
  return (
    <>
      {joined.length > 0 && <Joined joined={joined} mayMerge={props.mayMerge} />}
      <Doubts {...props} />
    </>
  )
}

/** Records that were joined, each of which can be parted again. */
function Joined({ joined, mayMerge }: { joined: readonly Person[]; mayMerge: boolean }) {
  const lang = useLang()
  const t = peopleStrings(lang)
  return (
    <section class="ds-panel" aria-labelledby="h-records">
      <h2 class="ds-h3" id="h-records">
        {t.records(joined.length, format(lang).number(joined.length))}
      </h2>
      <ul class="ds-points">
        {joined.map(record => (
          <li>
            <span>
              <b>{record.name}</b>
              <span class="ds-small ds-quiet">{t.recordNumber(String(record.number))}</span>
              {mayMerge && <Part record={record} />}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Part({ record }: { record: Person }) {
  const t = peopleStrings(useLang())
  const note = `note-${record.number}`
  return (
    <details class="ds-open ds-noprint">
      <summary>
        {t.part}
        <span class="ds-hide"> {record.name}</span>
      </summary>
      <form method="post" action={`/people/${record.id}/part`}>
        <input type="hidden" name="command" value={newId()} />
        <p class="ds-field">
          <label for={note}>{t.partNote}</label>
          <input class="govuk-input" id={note} name="note" maxlength={500} autocomplete="off" />
        </p>
        <p class="ds-acts">
          <button type="submit" class="ds-button ds-button--second">
            {t.partNow}
            <span class="ds-hide"> {record.name}</span>
          </button>
        </p>
      </form>
    </details>
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
