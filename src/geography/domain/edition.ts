// Which edition is a file of? Its own columns say: WD25CD is 2025, LSOA21CD is 2021.

/** The latest year that these column names are stamped with, such as "2025". */
export function editionOf(columns: readonly string[]): string | null {
  const years = columns.flatMap(name => {
    const [, year] = /^[A-Z]{2,8}(\d{2})(?:CD|NM|NMW|CDO)$/i.exec(name.trim()) ?? []
    return year === undefined ? [] : [fullYear(Number(year))]
  })
  return years.length === 0 ? null : String(Math.max(...years))
}

/** The census of 1991 is the oldest that anybody still sends. */
function fullYear(two: number): number {
  return two >= 91 ? 1900 + two : 2000 + two
}
