// How large may a received file be? Every limit of a reading, named with its unit.

export const fileBytesMax = 200 * 1024 * 1024
export const rowsMax = 1_000_000
export const columnsMax = 300
export const cellCharactersMax = 8_000
/** A record that spans more lines than this has lost a closing quote. */
export const recordLinesMax = 30
export const recordCharactersMax = 64_000
export const headerRowsMax = 10
export const phonesPerCellMax = 6
/** Old spreadsheets end here without a word. */
export const oldSpreadsheetRows = 65_536
