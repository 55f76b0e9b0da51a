// The questions that wait, as a table that may be taken.
import { type ListAsked, type ListTable, wholeTable } from '../../files-out/index.ts'
import { format } from '../../pages/format.ts'
import { waitingOf } from '../store/waiting.ts'
import { whoAnswers } from './parts.tsx'
import { escalationStrings } from './strings.ts'

export async function questionsTable({ tx, scope, now, lang }: ListAsked): Promise<ListTable> {
  const t = escalationStrings(lang)
  const { mine, others } = await waitingOf(tx, scope, now)
  return wholeTable({
    name: 'questions',
    title: t.title,
    filter: t.headline(mine.length, format(lang).number(mine.length)),
    asAt: now,
    columns: [
      [t.about, 'text'],
      [t.question, 'text'],
      [t.asker, 'text'],
      [t.waitsWith, 'text'],
      [t.due, 'moment'],
      [t.state, 'text'],
      [t.answerOf, 'text'],
    ],
    rows: [...mine, ...others].map(({ question, level, isLate, dueAt }) => ({
      cells: [
        question.name || t.erased,
        question.question ?? '',
        question.askedByName,
        whoAnswers(t, question, level),
        new Date(dueAt),
        question.decision ? t.decisions[question.decision] : isLate ? t.isLate : '',
        question.answer ?? '',
      ],
      people: question.kind === 'person' ? [question.about] : [],
    })),
  })
}
