// `./doorstep packs`: which hazard packs are there, and which files of the council cannot be used?
import { allPacks, readPacks } from '../hazards/index.ts'
import type { Arguments, Command, Io } from './command.ts'
import { packFolderIn } from './council-packs.ts'

export const command: Command = {
  name: 'packs',
  summary: 'name the hazard packs, those of the folder `packs` in the data too; check each',
  options: {},
  run,
}

async function run({ dataDir }: Arguments, io: Io): Promise<number> {
  const folder = packFolderIn(dataDir)
  const { packs, wrong } = readPacks(folder)
  const known = [...allPacks(), ...packs].map(({ id, version, title }) => ({ id, version, title }))
  for (const { id, version, title } of known) io.say(`${id} ${version}  ${title}`)
  io.say(`The council's own are in ${folder}: ${packs.length}.`)
  for (const sentence of wrong) io.note(sentence)
  io.answer({ packs: known, wrong })
  return wrong.length > 0 ? 1 : 0
}
