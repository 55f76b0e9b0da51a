// What can be said about a whole file? Problems refuse it, remarks are shown beside it.

export const fileProblemCodes = [
  'empty-file',
  'file-too-large',
  'broken-off',
  'too-many-rows',
  'too-many-columns',
  'is-a-spreadsheet',
  'spreadsheet-locked',
  'spreadsheet-broken',
  'spreadsheet-too-large',
  'spreadsheet-empty',
  'not-text',
  'header-not-found',
  'column-missing',
  'column-twice',
  'is-another-list',
  'another-council',
] as const
export type FileProblemCode = (typeof fileProblemCodes)[number]

export const fileRemarkCodes = [
  'read-as-utf-16',
  'read-as-windows-1252',
  'nul-bytes',
  'mixed-line-ends',
  'rows-above-header',
  'column-renamed',
  'column-unknown',
  'column-absent',
  'cut-at-65536-rows',
  'cut-mid-row',
  'read-from-sheet',
  'sheets-not-read',
  'formulas-read',
  'merged-header',
  'column-maybe-renamed',
  'date-order-in-doubt',
  'recognised-by-place',
] as const
export type FileRemarkCode = (typeof fileRemarkCodes)[number]

/** `columns` are header names as received: the only words of the file that a message repeats. */
export type FileProblem = {
  readonly problem: FileProblemCode
  readonly columns?: readonly string[]
}
export type FileRemark = {
  readonly remark: FileRemarkCode
  readonly columns?: readonly string[]
  readonly count?: number
}

export function isFileProblem(value: unknown): value is FileProblem {
  return typeof value === 'object' && value !== null && 'problem' in value
}
