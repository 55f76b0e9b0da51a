// The door of kept secrets: keys in a file, values sealed in their columns.
export { addKey, KeyProblem, keyFileAt } from './key-file.ts'
export { fileKeys, isSealed, type Keys, keysInMemory } from './keys.ts'
export {
  countLocked,
  type Sealed,
  type SecretColumn,
  sealRows,
  secretPlace,
} from './sealed-rows.ts'
