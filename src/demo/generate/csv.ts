// How is a received file written? Comma separated, quoted where needed, Windows line ends.

export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows].map(cells => cells.map(quoted).join(','))
  return `${lines.join('\r\n')}\r\n`
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
