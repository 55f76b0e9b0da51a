// What did a person say about the columns of a file, and what is still wrong with it?
import type { Form } from '../../web/request.ts'
import type { GuessedColumn } from '../domain/guess-columns.ts'
import type { ColumnRole } from '../domain/profile.ts'
import { profiles } from '../domain/profiles/index.ts'
import { type DateForm, dateForms } from '../domain/read-date.ts'
import {
  listCode,
  type MappingProblem,
  mappedRoles,
  problemsOf,
  type SaveProfile,
} from '../domain/save-profile.ts'
import type { HeadOfFile } from '../store/head-of-file.ts'

export type WrongAnswer = { readonly problem: 'list' | 'name'; readonly at: -1 } | MappingProblem
export type Mapping = {
  readonly head: HeadOfFile
  /** The row with the names, from 1. */
  readonly row: number
  readonly columns: readonly GuessedColumn[]
  readonly list: string
  readonly name: string
  readonly covers: SaveProfile['covers']
  readonly about: SaveProfile['about']
  readonly wrong: readonly WrongAnswer[]
  /** Complete, where nothing is wrong. */
  readonly input?: SaveProfile
}

/** Stands in the form for a list that gets its own name. */
export const newList = 'new'

type First = Pick<Mapping, 'head' | 'row' | 'columns' | 'list'>

export function firstAnswers({ head, row, columns, list }: First): Mapping {
  const { covers = 'whole', about = 'person' } = profiles.find(({ id }) => id === list) ?? {}
  return { head, row, columns, list, name: '', covers, about, wrong: [] }
}

export function readMapping(form: Form, first: Mapping): Mapping {
  const columns = first.columns.map((column, at) => said(form, column, at))
  const list = form.text('list')
  const name = form.text('name').toLowerCase().replace(/\s+/g, '-')
  const covers = form.text('covers') === 'additions' ? ('additions' as const) : ('whole' as const)
  const about = form.text('about') === 'dwelling' ? ('dwelling' as const) : ('person' as const)
  const answers: Mapping = { ...first, columns, list, name, covers, about, wrong: [] }
  return checked(answers)
}

/** A column of no name cannot be found again, so it is left out whatever was said. */
function said(form: Form, column: GuessedColumn, at: number): GuessedColumn {
  const asked = form.text(`role-${at}`)
  const role: ColumnRole = mappedRoles.find(one => one === asked) ?? 'unused'
  const written = dateForms.find(one => one === form.text(`dates-${at}`))
  const dates: readonly DateForm[] = written ? [written] : column.dates
  return { ...column, role: column.header === '' ? 'unused' : role, dates }
}

function checked(answers: Mapping): Mapping {
  const wrong: WrongAnswer[] = []
  const list = answers.list === newList ? answers.name : answers.list
  const isKnown = profiles.some(({ id }) => id === answers.list)
  const isOwn = listCode.safeParse(list).success
  if (answers.list === '') wrong.push({ problem: 'list', at: -1 })
  else if (!(isKnown || isOwn)) wrong.push({ problem: 'name', at: -1 })
  const columns = answers.columns.flatMap(({ header, role, dates }) => {
    const mapped = mappedRoles.find(one => one === role)
    return header && mapped
      ? [{ header: header.slice(0, 200), role: mapped, dates: [...dates] }]
      : []
  })
  const { covers, about } = answers
  const input: SaveProfile = { list, covers, about, columns }
  // A column without a name stands on the page and not in what is saved.
  const shown = answers.columns.flatMap(({ header }, at) => (header ? [at] : []))
  for (const { problem, at } of problemsOf(input)) wrong.push({ problem, at: shown[at] ?? -1 })
  return wrong.length > 0 ? { ...answers, wrong } : { ...answers, wrong, input }
}
