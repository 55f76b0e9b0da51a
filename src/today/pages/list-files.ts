// The lists behind the figures of the morning, as tables that may be taken.
import { type ListAsked, type ListTable, wholeTable } from '../../files-out/index.ts'
import { openSteps } from '../../needs/index.ts'
import { format } from '../../pages/format.ts'
import { dueCalls } from '../../reach/index.ts'
import { callsAsked, stepsAsked } from './asked.ts'
import { todayWords } from './strings.ts'

export async function callsTable(ask: ListAsked): Promise<ListTable | undefined> {
  const { tx, scope, now, lang, query } = ask
  const asked = callsAsked(query)
  if (!asked) return undefined
  const { list: t } = todayWords(lang)
  const { total, rows } = await dueCalls(tx, scope, { ...asked, now })
  return wholeTable({
    name: 'calls-due',
    title: t.callsTitle,
    filter: t.whole(t.calls(total, format(lang).number(total))),
    asAt: now,
    columns: [
      [t.person, 'text'],
      [t.where, 'text'],
      [t.why, 'text'],
      [t.when, 'moment'],
      [t.with, 'text'],
    ],
    rows: rows.map(({ person, name, street, village, kind, at, givenTo }) => ({
      cells: [name, [street, village].filter(Boolean).join(', '), t.kind[kind], at, givenTo],
      people: [person],
    })),
  })
}

export async function stepsTable(ask: ListAsked): Promise<ListTable | undefined> {
  const { tx, scope, now, lang, query } = ask
  const asked = stepsAsked(query)
  if (!asked) return undefined
  const { list: t } = todayWords(lang)
  const { total, rows } = await openSteps(tx, scope, { ...asked, now })
  return wholeTable({
    name: 'open-steps',
    title: t.stepsTitle,
    filter: t.whole((asked.isLate ? t.lateSteps : t.steps)(total, format(lang).number(total))),
    asAt: now,
    columns: [
      [t.what, 'text'],
      [t.person, 'text'],
      [t.where, 'text'],
      [t.due, 'moment'],
      [t.owner, 'text'],
    ],
    rows: rows.map(({ person, name, what, village, dueAt, owner }) => ({
      cells: [what, name, village, dueAt, owner],
      people: [person],
    })),
  })
}
