// How do the shielded lists arrive? Each at the moment it was received, as the upload page does it.
import { importList, spl } from '../lists/index.ts'
import { rowsIn } from './demo-files.ts'
import type { ListFile } from './generate/index.ts'
import { splFilesUntil } from './generate/index.ts'
import { demoActor, type Loading, takeStock, turnTo } from './loading.ts'

/** The versions that came before the demo opens; later ones are files to try out. */
export function listsReceived({ district, openingMs }: Loading): readonly ListFile[] {
  return splFilesUntil(district, openingMs)
}

/** Loading a known file again changes nothing, so no step is kept for it. */
export async function loadList(loading: Loading, file: ListFile): Promise<void> {
  turnTo(loading, Date.parse(file.receivedAt))
  await loadFile(loading, file)
  await takeStock(loading)
}

async function loadFile(loading: Loading, file: ListFile): Promise<void> {
  const rows = rowsIn(file.csv)
  const progress = loading.progress(`Shielded list, version ${file.version}`, rows * 2)
  const result = await importList(loading.node, demoActor(), {
    profile: spl,
    name: file.name,
    chunks: chunksOf(file.csv),
    onProgress: (stage, done) => progress.update(stage === 'reading' ? done : rows + done),
  })
  if (!('counts' in result)) throw new Error(`Broken: the list was ${JSON.stringify(result)}`)
  progress.end()
}

async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}
