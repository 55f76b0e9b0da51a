// A file is handed in: kept, read, and shown. Nothing is written to the record here.
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { type Ctx, formOf, reading } from '../../web/request.ts'
import { isFileProblem } from '../domain/file-problems.ts'
import { profiles } from '../domain/spl.ts'
import { dropFile, keepFile } from '../store/files.ts'
import { loadFile } from '../store/load.ts'
import { previewFile } from '../store/preview.ts'
import { findFile } from '../store/waiting-file.ts'
import { listsPage } from './lists.tsx'
import { listStrings } from './strings.ts'

/** Of an upload by a browser, which is held in memory; the command line takes larger files. */
export const uploadBytesMax = 64 * 1024 * 1024

export async function saveUpload(c: Ctx) {
  const profile = profiles.find(({ id }) => id === c.req.param('list'))
  const mayLoad = await reading(c, 'lists.load', async (_tx, scope) => scope.everywhere)
  if (!profile || !mayLoad) return notFoundPage(c)
  const t = listStrings('en')
  const file = (await formOf(c)).file('file')
  if (!file || file.name === '') return listsPage(c, { error: t.chooseError })
  const { node, actor } = c.var
  const chunks = file.stream() as unknown as AsyncIterable<Uint8Array>
  const kept = await keepFile(node, actor, { profile, name: file.name, chunks })
  if (isFileProblem(kept)) return listsPage(c, { error: t.problems[kept.problem] })
  await previewFile({ node, actor }, kept)
  return c.redirect(`/lists/files/${kept.id}`, 303)
}

/** A person said which new name stands for which column: the file is read again so. */
export async function saveRenamed(c: Ctx) {
  const file = await fileAsked(c)
  if (!file || file.state === 'loaded') return notFoundPage(c)
  const pairs = (await formOf(c)).all('renamed').map(text => text.split('\u001f'))
  const renamed = pairs.flatMap(([column = '', header = '']) =>
    column && header ? [{ column, header }] : [],
  )
  const { node, actor } = c.var
  await previewFile({ node, actor }, { id: file.id, list: file.list, renamed })
  return c.redirect(`/lists/files/${file.id}`, 303)
}

export async function saveLoad(c: Ctx) {
  const file = await fileAsked(c)
  if (!file) return notFoundPage(c)
  const form = await formOf(c)
  const { node, actor } = c.var
  const request = { id: form.commandId(), file: file.id, digest: form.text('digest') }
  const loaded = await loadFile(node, actor, request)
  if (!isRefusal(loaded)) return c.redirect(`/lists/versions/${loaded.version}`, 303)
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
