// The words on letters, and about making, printing and posting them.
import { defineStrings } from '../../pages/strings/index.ts'

export const letterStrings = defineStrings('mailing-letters', {
  en: {
    page: (page: number, of: number) => `Page ${page} of ${of}`,
    title: 'Letters',
    make: (n: number, shown: string) => (n === 1 ? 'Make 1 letter' : `Make ${shown} letters`),
    makeNote: 'Who may not be written to any more is left out then.',
    part: (n: string, from: string, to: string) => `File ${n}: letters ${from} to ${to} (PDF)`,
    partsNote: 'Each file holds at most 500 letters, in the order of their doors.',
    posted: 'They are in the post',
    postedNote: 'Then each counts as a message left.',
  },
  cy: {
    page: (page: number, of: number) => `Tudalen ${page} o ${of}`,
    title: 'Llythyrau',
    make: (n: number, shown: string) => (n === 1 ? 'Creu 1 llythyr' : `Creu ${shown} llythyr`),
    makeNote: 'Bydd pobl na chawn ysgrifennu atynt mwyach yn cael eu gadael allan.',
    part: (n: string, from: string, to: string) => `Ffeil ${n}: llythyrau ${from} i ${to} (PDF)`,
    partsNote: 'Mae pob ffeil yn dal hyd at 500 o lythyrau, yn nhrefn y drysau.',
    posted: 'Maen nhw yn y post',
    postedNote: 'Yna mae pob un yn cyfrif fel neges a adawyd.',
  },
})
