// The door of hazards: which packs there are, and the closed list of outcomes with its words.
export * from './domain/index.ts'
export { type PacksRead, readPacks } from './files/read-packs.ts'
export { takeKept } from './files/take-kept.ts'
export { outcomeWord } from './pages/outcome-words.ts'
export { packIn } from './pages/pack-in.ts'
