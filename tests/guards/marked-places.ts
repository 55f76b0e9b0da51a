// A file of places in each council: loaded with a row that waits for an answer, and one unread.
import { systemActor } from '../../src/access/index.ts'
import { isFileProblem, loadPlaces } from '../../src/geography/index.ts'
import { keepFile, previewFile } from '../../src/geography/store/waiting-file.ts'
import { newId } from '../../src/kernel/ids.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import type { TestNode } from '../../src/testing/make-node.ts'
import { ask } from './database.ts'

export type PlacesThings = {
  readonly placesFile: string
  readonly placesVersion: string
  readonly question: string
}

const header = 'UPRN,ADDRESS,STREET,PARISH_NAME,POSTCODE'

async function* bytes(text: string) {
  yield new TextEncoder().encode(text)
}

export async function addMarkedPlaces(t: TestNode, council: string): Promise<PlacesThings> {
  const actor = systemActor(council)
  const options = { isInMetres: false, takenAs: null }
  const text = [header, `100090000001,1 Nowhere Lane,Nowhere Lane,No Such Place,`, ''].join('\r\n')
  const file = { open: () => bytes(text) }
  const loaded = await loadPlaces(t.node, actor, { id: newId(), name: 'homes.csv', file, options })
  if (isRefusal(loaded) || isFileProblem(loaded)) throw new Error('The places were refused.')
  const next = [header, '100090000002,2 Nowhere Lane,Nowhere Lane,No Such Place,', ''].join('\r\n')
  const placesFile = await keepFile(t.node, actor, { name: 'next.csv', chunks: bytes(next) })
  await previewFile(t.node, actor, { file: placesFile, options })
  const [held] = await ask(
    t.adminUrl,
    `select question from doorstep.geo_held where council = '${council}'`,
  )
  const question = String((held as { question?: string } | undefined)?.question)
  return { placesFile, placesVersion: loaded.version ?? '', question }
}
