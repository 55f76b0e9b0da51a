// The door of flavours: how a village works, as data; read, written, copied and compared.
export { compare, type Line, type Side } from './domain/compare.ts'
export { copied, Flavour, FlavourFile, withDefaults } from './domain/flavour.ts'
export { readFlavour, writeFlavour } from './domain/flavour-file.ts'
export { councilFlavour, villageFlavours } from './domain/shipped.ts'
