// What another capability's domain may use of concerns: a worry, told beside something else.
export { clockOf, type Worry, worryDraft } from './worry.ts'
