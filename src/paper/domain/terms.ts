// The words of paper: which sheets there are, how one ends, and what a typed line may become.

/** Source: reference/users §2.4. */
export const sheetKinds = ['call', 'round', 'shopping', 'register', 'log'] as const
export type SheetKind = (typeof sheetKinds)[number]

/** Those whose lines are people, or homes, that are to be tried. */
export const triedKinds = ['call', 'round'] as const

/** Somebody saw it destroyed, or nobody knows where it is. Back is no ending: it follows. */
export const sheetEnds = ['destroyed', 'lost'] as const
export type SheetEnd = (typeof sheetEnds)[number]

/** Why what was written on a line is kept here and is no attempt. */
export const saidBecause = ['again', 'not-kept', 'not-a-try'] as const
export type SaidBecause = (typeof saidBecause)[number]

/** In which a sheet may be printed. */
export const sheetLangs = ['en', 'cy'] as const
export type SheetLang = (typeof sheetLangs)[number]

/** One print run; a longer queue takes several sheets. */
export const linesMax = 500
/** Entries of the log on one extract. */
export const extractMax = 500
export const textLengthMax = 200
/** From the day of printing to the day it is due back. */
export const daysOutMax = 6
