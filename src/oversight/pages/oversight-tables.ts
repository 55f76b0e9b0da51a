// Who looked, what is asked about it, and what was opened: as tables that may be taken.
import { referenceOf } from '../../access/index.ts'
import { type ListAsked, type ListTable, wholeTable } from '../../files-out/index.ts'
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { recordById } from '../store/find-record.ts'
import { listOpenings } from '../store/openings.ts'
import { listQuestions } from '../store/questions.ts'
import { type LookFilter, whoLooked } from '../store/who-looked.ts'
import { roleWords, whatWords, whyWords } from './look-words.ts'
import { openingStrings } from './opening-strings.ts'
import { questionStrings } from './question-strings.ts'
import { filterOf, readAsked } from './reads-asked.ts'
import { daysOfMonth } from './record.tsx'
import { oversightStrings } from './strings.ts'

/** As many as a spreadsheet is pleasant with; whoever needs more asks for a day or a month. */
const looksMax = 50_000

const texts = (...names: readonly string[]) => names.map(name => [name, 'text'] as const)

export async function readsTable(asked: ListAsked): Promise<ListTable | undefined> {
  const questions = readAsked(name => asked.query[name])
  if (Object.keys(questions.problems).length > 0) return undefined
  const t = oversightStrings(asked.lang)
  return looksTable(asked, {
    title: t.reads,
    filter: { ...filterOf(questions.asked), after: null },
  })
}

export async function recordLooksTable(asked: ListAsked): Promise<ListTable | undefined> {
  const { tx, scope, params, query, lang } = asked
  const record = isId(params.person) ? await recordById(tx, scope, params.person) : undefined
  if (!record) return undefined
  const title = oversightStrings(lang).recordHeadline(referenceOf(record.root))
  const filter = { records: record.records, ...daysOfMonth(query.month) }
  return looksTable(asked, { title, filter })
}

type Wanted = { readonly title: string; readonly filter: LookFilter }

/** References, as on the page: whose they are stays on the record of that person. */
async function looksTable(
  { tx, scope, now, lang }: ListAsked,
  { title, filter }: Wanted,
): Promise<ListTable> {
  const t = oversightStrings(lang)
  const looks = await whoLooked(tx, scope, { ...filter, limit: looksMax })
  const days = [filter.from, filter.until].filter(day => day != null)
  return wholeTable({
    name: 'who-looked',
    title,
    filter: days.length > 0 ? days.join(' – ') : t.latest,
    asAt: now,
    columns: [[t.when, 'moment'], ...texts(t.who, t.what, t.why, t.whom)],
    rows: looks.map(look => ({
      cells: [
        look.at,
        `${look.name ?? t.noName}, ${roleWords(lang, look)}`,
        whatWords(lang, look),
        whyWords(lang, look.purpose),
        look.subjects.map(referenceOf).join(', '),
      ],
      people: [],
    })),
  })
}

export async function questionsTable({ tx, scope, now, lang }: ListAsked): Promise<ListTable> {
  const t = questionStrings(lang)
  const questions = await listQuestions(tx, scope)
  const waiting = questions.filter(one => one.state === 'open').length
  return wholeTable({
    name: 'questions-about-looks',
    title: t.questions,
    filter: t.waiting(format(lang).number(waiting)),
    asAt: now,
    columns: [
      [t.question, 'text'],
      [t.who, 'text'],
      [t.looks, 'number'],
      [t.age, 'moment'],
      [t.state, 'text'],
    ],
    rows: questions.map(one => ({
      cells: [t.rules[one.rule], one.name, one.looks, one.raisedAt, t.states[one.state]],
      people: [],
    })),
  })
}

export async function openingsTable({ tx, scope, now, lang }: ListAsked): Promise<ListTable> {
  const t = openingStrings(lang)
  const openings = await listOpenings(tx, scope)
  const waiting = openings.filter(one => one.reviewedAt === null)
  const late = waiting.filter(one => one.dueAt.getTime() <= now)
  const { number } = format(lang)
  return wholeTable({
    name: 'records-opened-in-an-emergency',
    title: t.openings,
    filter: t.waiting(number(waiting.length), number(late.length)),
    asAt: now,
    columns: [
      ...texts(t.who, t.whyRow, t.extentRow),
      [t.openedAt, 'moment'],
      [t.endedAt, 'moment'],
      [t.looks, 'number'],
      [t.due, 'moment'],
    ],
    rows: openings.map(one => ({
      cells: [
        one.name ?? t.nameErased,
        [whyWords(lang, `emergency: ${one.reason}`), one.why ?? t.erased].join('. '),
        `${t.extents[one.extent]}: ${one.persons.map(referenceOf).join(', ')}`,
        one.openedAt,
        one.endsAt,
        one.looks,
        one.reviewedAt === null ? one.dueAt : null,
      ],
      people: [],
    })),
  })
}
