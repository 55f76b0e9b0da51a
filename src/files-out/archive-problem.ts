// What can be wrong with an archive of a council, as one plain sentence?
import type { ArchiveProblemCode } from './domain/archive.ts'

const sentences: Readonly<Record<ArchiveProblemCode, string>> = {
  'not-an-archive': 'This file is no archive of a council that Doorstep made.',
  cut: 'The archive ends too early: it was never finished, or its copy was cut short.',
  altered: 'The archive was damaged or changed after it was made.',
  newer: 'The archive was made by a newer Doorstep; take it in with that version.',
  'broken-log':
    'The log in the archive does not hold together: an entry was changed or is missing.',
  'unknown-events': 'The log in the archive has entries that this Doorstep does not know.',
  'other-tables': 'The tables in the archive do not follow from its log: one of them was changed.',
  'council-exists': 'This council is in this Doorstep already; take it into an empty one.',
  'too-large': 'The archive holds more than Doorstep takes in.',
}

/** Nothing has been written when this is thrown. */
export class ArchiveProblem extends Error {
  readonly code: ArchiveProblemCode

  constructor(code: ArchiveProblemCode, detail = '') {
    super(`${sentences[code]}${detail} Nothing was written.`)
    this.name = 'ArchiveProblem'
    this.code = code
  }
}
