// Where does a council keep hazard packs of its own? In the folder `packs` beside the data.
import { join } from 'node:path'
import { addPack, readPacks } from '../hazards/index.ts'

export const packFolderIn = (dataDir: string) => join(dataDir, 'packs')

const toStandardError = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** A file that is wrong is said and left out: the rest of the council's work goes on. */
export function addCouncilPacks(dataDir: string, say = toStandardError): void {
  const { packs, wrong } = readPacks(packFolderIn(dataDir))
  for (const pack of packs) addPack(pack)
  for (const sentence of wrong) say(sentence)
}
