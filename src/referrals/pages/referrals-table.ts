// The referrals of the page, as a table that may be taken.
import { type ListAsked, type ListTable, wholeTable } from '../../files-out/index.ts'
import { needLabel } from '../../needs/index.ts'
import { referralsOf } from '../store/queries.ts'
import { isLate } from './state-shown.tsx'
import { referralStrings } from './strings.ts'

export async function referralsTable({ tx, scope, now, lang }: ListAsked): Promise<ListTable> {
  const t = referralStrings(lang)
  const found = await referralsOf(tx, scope)
  return wholeTable({
    name: 'referrals',
    title: t.title,
    filter: t.title,
    asAt: now,
    columns: [
      [t.whom, 'text'],
      [t.need, 'text'],
      [t.partner, 'text'],
      [t.asker, 'text'],
      [t.sent, 'moment'],
      [t.due, 'moment'],
      [t.state, 'text'],
      [t.reply, 'text'],
    ],
    rows: found.map(one => ({
      cells: [
        one.name || t.erased,
        one.needKind ? needLabel({ kind: one.needKind }) : t.noNeed,
        one.partner,
        one.sentByName,
        one.sentAt,
        one.answerBy,
        isLate(one, now) ? `${t.states[one.state]}: ${t.isLate}` : t.states[one.state],
        one.reply ?? '',
      ],
      people: [one.person],
    })),
  })
}
