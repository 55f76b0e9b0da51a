// The door of hazards: which packs there are, and the closed list of outcomes.
export * from './domain/index.ts'
