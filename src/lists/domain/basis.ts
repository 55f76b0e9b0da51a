// May we still ring somebody whom no list names any more? Only if something else allows it.

/** What may allow contact when no list does. */
export const bases = ['they-agreed', 'we-serve-them', 'in-danger', 'duty-in-law'] as const
export type Basis = (typeof bases)[number]

export const basisAnswers = ['kept', 'stopped'] as const
export type BasisAnswer = (typeof basisAnswers)[number]

export const basisNoteLettersMax = 500
/** As many as one page of the queue holds. */
export const basisPeopleMax = 50
