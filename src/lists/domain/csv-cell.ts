// How is a cell written so that no spreadsheet runs it? Text that begins like a formula gets an
// apostrophe in front, as OWASP advises; the rest is quoted where it must be.

export function csvCell(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value)
  const text = (value ?? '').replaceAll('\0', '')
  const guarded = /^[\s\p{C}]*[=+\-@\t\r\n|%＝＋－＠]/u.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}
