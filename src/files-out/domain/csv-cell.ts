// How is a cell written so that no spreadsheet runs it? The one guard of Doorstep: text that begins
// like a formula, also behind what nobody sees, gets an apostrophe in front, as OWASP advises.

/** What shows nothing: spaces, controls, format marks, fillers, the braille blank. */
const unseen = String.raw`[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]*`
/** What starts a formula, in every width that a spreadsheet may fold to the plain sign. */
const starts = String.raw`[=+\-@\t\r\n|%＝＋－＠⁼₌⁺₊⁻₋−﹢﹣﹦﹫]`
const formulaStart = new RegExp(`^${unseen}${starts}`, 'u')

export function csvCell(value: string | number | null | undefined): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = (value ?? '').replaceAll('\0', '').toWellFormed()
  const guarded = formulaStart.test(text) ? `'${text}` : text
  return /[",;\t\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

export function csvLine(cells: readonly (string | number | null | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
