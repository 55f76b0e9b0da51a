// The flavours that ship, read by the same schema as everybody's.
import { shippedCouncil, shippedVillages } from './data/index.ts'
import { Flavour, FlavourFile } from './flavour.ts'

export const councilFlavour: Flavour = Flavour.parse(shippedCouncil)
export const villageFlavours: readonly FlavourFile[] = shippedVillages.map(one =>
  FlavourFile.parse(one),
)
