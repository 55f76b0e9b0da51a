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

/** A workbook is held whole while it is read; what it opens to is only ever streamed. */
export const workbookBytesMax = 100 * 1024 * 1024
export const sheetBytesMax = 1.5 * 1024 * 1024 * 1024
/** Texts of a workbook stand in one place and must be held. */
export const workbookTextsBytesMax = 128 * 1024 * 1024
export const workbookPartsMax = 5_000
