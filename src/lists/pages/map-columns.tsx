// What is each column of this file? Guessed, shown with values beside it, and said by a person.
import { recordRead } from '../../access/index.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { guessColumns, guessHeaderRow } from '../domain/guess-columns.ts'
import type { HeaderProblem } from '../domain/header.ts'
import { headerRowsMax } from '../domain/limits.ts'
import { saveProfile } from '../domain/save-profile.ts'
import { readAgain } from '../store/files.ts'
import { type HeadOfFile, headOfFile } from '../store/head-of-file.ts'
import { readInBackground } from '../store/read-in-background.ts'
import type { WaitingFile } from '../store/waiting-file.ts'
import { MapColumnsPage } from './map-columns-page.tsx'
import { firstAnswers, type Mapping, readMapping } from './mapping-answers.ts'
import { RefusedFile } from './refused-file.tsx'
import { fileAsked } from './upload.ts'

/** GET /lists/files/:file/columns */
export async function showColumns(c: Ctx) {
  const opened = await openHead(c, c.req.query('sheet'))
  if (!opened) return notFoundPage(c)
  const { file, head } = opened
  if ('problem' in head) {
    const context = await pageContext(c, '/lists')
    return c.html(<RefusedFile context={context} file={file} problem={head} />)
  }
  return mappingPage(c, file, mappingOf(head, file, c.req.query('row')))
}

/** POST /lists/files/:file/columns */
export async function saveColumns(c: Ctx) {
  const form = await formOf(c)
  const opened = await openHead(c, form.text('sheet') || undefined)
  if (!opened || 'problem' in opened.head) return notFoundPage(c)
  const { file, head } = opened
  const mapping = readMapping(form, mappingOf(head, file, form.text('row')))
  if (mapping.wrong.length > 0 || !mapping.input) return mappingPage(c, file, mapping)
  const done = await actFor(c, saveProfile, { id: form.commandId(), input: mapping.input })
  if (isRefusal(done)) return refusalPage(c, done)
  const { list } = mapping.input
  const { node, actor } = c.var
  await reading(c, 'lists.load', (tx, scope) =>
    readAgain(tx, { council: scope.council, file: file.id, list }, []),
  )
  readInBackground({ node, actor }, { id: file.id, list })
  return c.redirect(`/lists/files/${file.id}`, 303)
}

type Opened = { readonly file: WaitingFile; readonly head: HeadOfFile | HeaderProblem }

async function openHead(c: Ctx, sheet: string | undefined): Promise<Opened | undefined> {
  const file = await fileAsked(c)
  if (file?.state !== 'read' && file?.state !== 'refused') return undefined
  const head = await reading(c, 'lists.load', async (tx, scope, at) => {
    if (!scope.everywhere) return undefined
    const subjects = [file.id]
    await recordRead(tx, scope, { what: 'open', route: '/lists/files', subjects, at })
    return headOfFile(tx, { council: scope.council, file: file.id }, sheet)
  })
  return head && { file, head }
}

/** The row that was asked for, from 1; else the one that looks like names. */
function mappingOf(head: HeadOfFile, file: WaitingFile, asked: string | undefined): Mapping {
  const first = head.rows.slice(0, headerRowsMax)
  const isRow = asked !== undefined && /^\d{1,2}$/.test(asked)
  const row = isRow ? Math.min(Math.max(1, Number(asked)), first.length) : guessHeaderRow(first) + 1
  const columns = guessColumns(head.rows[row - 1] ?? [], head.rows.slice(row))
  return firstAnswers({ head, row, columns, list: file.list })
}

async function mappingPage(c: Ctx, file: WaitingFile, mapping: Mapping) {
  const context = await pageContext(c, '/lists')
  const status = mapping.wrong.length > 0 ? 422 : 200
  return c.html(<MapColumnsPage {...{ context, file, mapping }} />, status)
}
