// What has happened to this person, by day, newest first?
import { calendarDay, format } from '../../pages/format.ts'
import { Icon } from '../../pages/sprite.tsx'
import { type Lang, useLang } from '../../pages/strings/index.ts'
import type { PersonFlag } from '../domain/terms.ts'
import type { RecordEvent } from '../store/person-lines.ts'
import { addStrings } from './add-strings.ts'
import { type Line, type LineGroup, sourceName } from './sections.ts'
import { peopleStrings } from './strings.ts'
import { wordStrings } from './word-strings.ts'

const groups: readonly LineGroup[] = ['attempts', 'jobs', 'record']
const linesMax = 300

export function isGroup(text: string | undefined): text is LineGroup {
  return groups.includes(text as LineGroup)
}

/** What the register itself knows; attempts and plans come from their own capabilities. */
export function recordLines(lang: Lang, events: readonly RecordEvent[]): readonly Line[] {
  return events.flatMap(event => {
    const what = sentenceOf(lang, event)
    if (what === undefined) return []
    const { at, by, note } = event
    const isFlag = event.kind === 'people.FlagRaised'
    return [{ at, group: 'record', icon: isFlag ? 'refused' : 'same', what, more: by, said: note }]
  })
}

function sentenceOf(lang: Lang, { kind, body }: RecordEvent): string | undefined {
  const t = peopleStrings(lang)
  const flag = t.flags[(body.flag ?? 'lives-alone') as PersonFlag]
  const fields = (body.fields ?? []).map(name => t.fields[name as keyof typeof t.fields] ?? name)
  const source = sourceName(lang, body.source ?? '')
  const purposes: Readonly<Record<string, string>> = addStrings(lang).purposes
  const purpose = purposes[body.purpose ?? ''] ?? ''
  const said: Record<string, string> = {
    'people.PersonAdded': [t.added, t.addedFrom(source), purpose].filter(Boolean).join(' '),
    'people.PersonCorrected': `${t.corrected} ${fields.join(', ')}`,
    'people.FlagRaised': t.flagRaised(flag),
    'people.FlagLowered': t.flagLowered(flag),
    'people.ContactPointChanged': t.pointChanged(
      t.states[(body.state ?? 'untested') as keyof typeof t.states],
    ),
    'people.DoorstepWordSet': wordStrings(lang).set,
    'people.PeopleMerged': t.merged,
    'people.PeopleUnmerged': t.unmerged,
    'people.KeptApart': t.keptApart,
    'people.KeepApartEnded': t.apartEnded,
    'people.ContactPointMoved': t.pointMoved,
    'people.ReviewOpened': t.doubt,
    'people.ReviewClosed': body.answer === 'same' ? t.doubtSame : t.doubtDifferent,
  }
  return said[kind]
}

type Props = {
  readonly person: string
  readonly lines: readonly Line[]
  readonly show: LineGroup | undefined
}

export function Everything({ person, lines, show }: Props) {
  const lang = useLang()
  const t = peopleStrings(lang)
  const words = format(lang)
  const shown = lines.filter(line => !show || line.group === show).slice(0, linesMax)
  const days = Map.groupBy(shown, line => calendarDay(line.at))
  return (
    <section class="ds-panel ds-line" aria-labelledby="h-line">
      <div class="ds-plan__head">
        <h2 class="ds-h2" id="h-line">
          {t.line}
        </h2>
        <Filter person={person} lines={lines} show={show} />
      </div>
      {[...days.values()].map(day => (
        <>
          <h3>{day[0] && words.date(day[0].at)}</h3>
          <ol class="ds-line__day">
            {day.map(line => (
              <li>
                <time datetime={line.at.toISOString()}>{words.time(line.at)}</time>
                <Icon name={line.icon} />
                <div>
                  <b>{line.what}</b> {line.more}
                  {line.said && <q>{line.said}</q>}
                </div>
              </li>
            ))}
          </ol>
        </>
      ))}
    </section>
  )
}

function Filter({ person, lines, show }: Props) {
  const lang = useLang()
  const t = peopleStrings(lang)
  const words = format(lang)
  const all = t.lineAll(words.number(lines.length))
  return (
    <nav aria-label={t.show} class="ds-filter">
      {show ? <a href={`/people/${person}`}>{all}</a> : <b>{all}</b>}
      {groups.map(group => {
        const count = lines.filter(line => line.group === group).length
        const label = t.lineGroups[group](words.number(count))
        return show === group ? (
          <b>{label}</b>
        ) : (
          <a href={`/people/${person}?show=${group}#h-line`}>{label}</a>
        )
      })}
    </nav>
  )
}
