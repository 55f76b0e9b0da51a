// How do the shielded lists arrive? Each at the moment it was received, as the upload page does it.
import { importList, spl } from '../lists/index.ts'
import { cohortDrafts } from '../reach/index.ts'
import type { ListFile } from './generate/index.ts'
import { splFilesUntil } from './generate/index.ts'
import {
  actOnce,
  demoActor,
  demoCouncil,
  demoId,
  type Loading,
  takeStock,
  turnTo,
} from './loading.ts'
import { findAnswer } from './store/find-answer.ts'
import { listedPeople } from './store/listed-people.ts'

/** The versions that came before the demo opens; later ones are files to try out. */
export async function loadLists(loading: Loading): Promise<void> {
  for (const file of splFilesUntil(loading.district, loading.openingMs)) {
    if (await findAnswer(loading.node, demoCouncil.id, demoId('step', `joined-${file.version}`)))
      continue
    turnTo(loading, Date.parse(file.receivedAt))
    await loadFile(loading, file)
    await joinCampaign(loading, file)
    await takeStock(loading)
  }
}

async function loadFile(loading: Loading, file: ListFile): Promise<void> {
  const rows = file.csv.split('\n').length - 2
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

/** Whoever the list brought and is not a member yet. Nobody, where the load itself joined them. */
async function joinCampaign(loading: Loading, file: ListFile): Promise<void> {
  const { node, clock } = loading
  const council = demoCouncil.id
  const who = { council, actor: demoActor().id }
  const drafts = await node.store.transaction(who, async tx => {
    const people = await listedPeople(tx, council, spl.id)
    return cohortDrafts(tx, council, { list: spl.id, people, now: clock.now() })
  })
  const name = `joined-${file.version}`
  await actOnce(loading, { name, label: 'People to reach', atMs: clock.now(), drafts })
}
