// How much may somebody say about why a load is wrong?
export const undoReasonLettersMax = 500
