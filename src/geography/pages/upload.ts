// A file of places is handed in, read again otherwise, loaded, thrown away, or a version undone.
import { type Id, isId } from '../../kernel/ids.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageLang } from '../../web/language.ts'
import { type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { isFileProblem } from '../domain/terms.ts'
import { readInBackground } from '../store/read-in-background.ts'
import { undoVersion } from '../store/undo.ts'
import {
  asItSays,
  type FileOptions,
  findFile,
  keepFile,
  loadWaiting,
  readAgain,
  throwAway,
  type WaitingFile,
} from '../store/waiting-file.ts'
import { filesPage } from './files.tsx'
import { geographyStrings } from './strings.ts'

/** Of an upload by a browser, which is held in memory; the command line takes larger files. */
export const uploadBytesMax = 64 * 1024 * 1024

export async function saveUpload(c: Ctx) {
  if (!(await mayLoad(c))) return notFoundPage(c)
  const file = (await formOf(c)).file('file')
  if (!file || file.name === '') {
    return filesPage(c, { error: geographyStrings(pageLang(c)).chooseError })
  }
  const { node, actor } = c.var
  const chunks = file.stream() as unknown as AsyncIterable<Uint8Array>
  const id = await keepFile(node, actor, { name: file.name, chunks })
  readInBackground({ node, actor }, { id, options: asItSays })
  return c.redirect(`/places/files/${id}`, 303)
}

/** A person said what the file cannot: how its numbers are meant, or what its areas are for us. */
export async function saveReadAgain(c: Ctx) {
  const file = await fileAsked(c)
  if (!file || file.state === 'loaded') return notFoundPage(c)
  if (file.reading) await beginAgain(c, file.id, optionsOf(await formOf(c), file.options))
  return c.redirect(`/places/files/${file.id}`, 303)
}

async function beginAgain(c: Ctx, id: Id, options: FileOptions) {
  await reading(c, 'places.load', (tx, scope, now) =>
    readAgain(tx, scope.council, { file: id, options, now }),
  )
  const { node, actor } = c.var
  readInBackground({ node, actor }, { id, options })
}

function optionsOf(form: Form, before: FileOptions): FileOptions {
  const takenAs = form.text('taken-as')
  const isKnown = takenAs === 'villages' || takenAs === 'map'
  return {
    isInMetres: form.text('metres') === 'yes' || before.isInMetres,
    takenAs: isKnown ? takenAs : before.takenAs,
  }
}

export async function saveLoad(c: Ctx) {
  const file = await fileAsked(c)
  if (!file) return notFoundPage(c)
  const form = await formOf(c)
  const { node, actor } = c.var
  const asked = { id: form.commandId(), file: file.id, digest: form.text('digest') }
  const done = await loadWaiting(node, actor, asked)
  if (isRefusal(done)) {
    if (done.refused !== 'stale-preview') return refusalPage(c, done)
    await beginAgain(c, file.id, file.options)
    return c.redirect(`/places/files/${file.id}?moved=1`, 303)
  }
  if (isFileProblem(done)) return refusalPage(c, refuse('unreadable-file'))
  return c.redirect(`/places/versions/${done.version}${done.isNew ? '' : '?again=1'}`, 303)
}

export async function saveThrowAway(c: Ctx) {
  const file = await fileAsked(c)
  if (!file || file.state === 'loaded') return notFoundPage(c)
  await reading(c, 'places.load', (tx, scope) => throwAway(tx, scope.council, file.id))
  return c.redirect('/places/files', 303)
}

export async function saveUndo(c: Ctx) {
  const version = c.req.param('version')
  if (!isId(version) || !(await mayLoad(c))) return notFoundPage(c)
  const form = await formOf(c)
  const { node, actor } = c.var
  const done = await undoVersion(node, actor, { id: form.commandId(), version })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect(`/places/versions/${version}`, 303)
}

/** Files are of the whole council: whoever holds one village sees none of them. */
export function mayLoad(c: Ctx): Promise<boolean> {
  return reading(c, 'places.load', async (_tx, scope) => scope.everywhere)
}

export function fileAsked(c: Ctx): Promise<WaitingFile | undefined> {
  const id = c.req.param('file')
  return reading(c, 'places.load', async (tx, scope) =>
    isId(id) && scope.everywhere ? findFile(tx, scope, id) : undefined,
  )
}
