// A file is handed in: kept, read, and shown. Nothing is written to the record here.
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { sentFile } from '../../web/multipart.ts'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { type FileProblem, isFileProblem } from '../domain/file-problems.ts'
import { shrinkReasonLettersMax } from '../domain/half-gone.ts'
import { fileBytesMax } from '../domain/limits.ts'
import { profiles } from '../domain/profiles/index.ts'
import { nameColumn } from '../domain/save-profile.ts'
import { dropFile, keepFile, readAgain } from '../store/files.ts'
import { loadFile } from '../store/load.ts'
import { readInBackground } from '../store/read-in-background.ts'
import { findFile, type WaitingFile } from '../store/waiting-file.ts'
import { listsPage } from './lists.tsx'
import { listStrings } from './strings.ts'

/** As much as the command line takes, and what a form puts around it. */
export const uploadBytesMax = fileBytesMax + 64 * 1024

/** Stands for a list that is recognised by its columns. */
export const anyList = 'any'

export async function saveUpload(c: Ctx) {
  const list = c.req.param('list')
  const profile = profiles.find(({ id }) => id === list)
  const mayLoad = await reading(c, 'lists.load', async (_tx, scope) => scope.everywhere)
  if (!(profile || list === anyList) || !mayLoad) return notFoundPage(c)
  const t = listStrings('en')
  const file = await sentFile(c.req.raw, 'file').catch(noFile)
  if (!file || file.name === '') return listsPage(c, { error: t.chooseError })
  const { node, actor } = c.var
  const kept = await keepFile(node, actor, { profile, ...file }).catch(brokenOff)
  if (isFileProblem(kept)) return listsPage(c, { error: t.problems[kept.problem] })
  readInBackground({ node, actor }, kept)
  return c.redirect(`/lists/files/${kept.id}`, 303)
}

/** A body that is no form, or was cut off, holds no file; one that is too large is said so. */
function noFile(error: unknown): undefined {
  if (error instanceof TypeError) return undefined
  throw error
}

function brokenOff(error: unknown): FileProblem {
  if (error instanceof TypeError) return { problem: 'broken-off' }
  throw error
}

/** A person said which new name stands for which column: the file is read again so. */
export async function saveRenamed(c: Ctx) {
  const file = await fileAsked(c)
  if (!file || file.state === 'loaded') return notFoundPage(c)
  const pairs = (await formOf(c)).all('renamed').map(text => text.split('\u001f'))
  const renamed = pairs.flatMap(([column = '', header = '']) =>
    column && header ? [{ column, header }] : [],
  )
  const list = file.list || listOfProblem(file)
  const { node, actor } = c.var
  await reading(c, 'lists.load', (tx, scope) =>
    readAgain(tx, { council: scope.council, file: file.id, list }, renamed),
  )
  // Remembered: the next file of this list is read so without asking.
  for (const { column, header } of renamed) {
    if (list) await actFor(c, nameColumn, { id: newId(), input: { list, column, header } })
  }
  readInBackground({ node, actor }, { id: file.id, list, renamed })
  return c.redirect(`/lists/files/${file.id}`, 303)
}

/** A file of which columns are missing is of that list, once somebody says which they are. */
function listOfProblem({ reading: found }: WaitingFile): string {
  return found && 'problem' in found ? (found.list ?? '') : ''
}

export async function saveLoad(c: Ctx) {
  const file = await fileAsked(c)
  if (!file) return notFoundPage(c)
  const form = await formOf(c)
  const { node, actor } = c.var
  const shrinkReason = form.text('shrinkReason').slice(0, shrinkReasonLettersMax)
  const request = { id: form.commandId(), file: file.id, digest: form.text('digest'), shrinkReason }
  const loaded = await loadFile(node, actor, request)
  if (!isRefusal(loaded)) return c.redirect(`/lists/versions/${loaded.version}`, 303)
  if (loaded.refused === 'list-halved') return c.redirect(`/lists/files/${file.id}?unsaid=1`, 303)
  if (loaded.refused !== 'stale-preview') return refusalPage(c, loaded)
  return c.redirect(`/lists/files/${file.id}?moved=1`, 303)
}

export async function saveThrowAway(c: Ctx) {
  const file = await fileAsked(c)
  if (!file || file.state === 'loaded') return notFoundPage(c)
  await reading(c, 'lists.load', (tx, scope) => dropFile(tx, scope.council, file.id))
  return c.redirect('/lists', 303)
}

export function fileAsked(c: Ctx) {
  const id = c.req.param('file')
  return isId(id)
    ? reading(c, 'lists.read', (tx, scope) => findFile(tx, scope, id))
    : Promise.resolve(undefined)
}
