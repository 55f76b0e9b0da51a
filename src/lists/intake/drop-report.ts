// What is written beside a dropped file? What it was, what became of its rows, and why not: in
// sentences, with no word about a person.
import { isRefusal } from '../../kernel/refusal.ts'
import { refusalWords } from '../../pages/refusals.ts'
import { isFileProblem } from '../domain/file-problems.ts'
import { outcomes } from '../domain/reasons.ts'
import { listName } from '../pages/parts.tsx'
import { listStrings } from '../pages/strings.ts'
import type { Imported, importList } from '../store/import-list.ts'

export type DropReport = { readonly isTaken: boolean; readonly text: string }

type Result = Awaited<ReturnType<typeof importList>>

export function reportOf(name: string, result: Result): DropReport {
  const t = listStrings('en')
  if (isFileProblem(result)) {
    const { problem, columns = [] } = result
    const names = columns.map(column => listName('en', column)).join(', ')
    return report(false, [name, t.refusedTitle, t.problems[problem], names, t.dropRefused])
  }
  if (isRefusal(result)) {
    const { title, body } = refusalWords('en', result.refused)
    return report(false, [name, title, body, t.dropWaits])
  }
  return report(true, [name, ...linesOf(result)])
}

export function faultReport(name: string): DropReport {
  const t = listStrings('en')
  return report(false, [name, t.refusedTitle, t.dropFault])
}

function linesOf({ isNew, counts, preview, version }: Imported): string[] {
  const t = listStrings('en')
  const names: Readonly<Record<string, string>> = t.outcome
  return [
    isNew ? t.dropLoaded : t.dropKnown,
    preview ? t.thisIs(listName('en', preview.list)) : '',
    ...outcomes.map(one => `${names[one]}: ${counts[one]}`),
    t.dropSum(String(counts.rows)),
    ...(preview?.remarks ?? []).map(({ remark, columns = [] }) =>
      [t.remarks[remark], columns.join(', ')].filter(text => text !== '').join(': '),
    ),
    ...(preview?.reasons ?? []).map(({ reason, rows }) => `${t.reason[reason]}: ${rows}`),
    version ? t.dropWhere(`/lists/versions/${version}`) : '',
  ]
}

function report(isTaken: boolean, lines: readonly string[]): DropReport {
  return { isTaken, text: `${lines.filter(line => line !== '').join('\n')}\n` }
}
