// The door to words: what pages and capabilities import to speak to people.
export { fill } from './fill.tsx'
export { LangContext, useLang } from './language.ts'
export { datum, expectNoHardCodedText } from './pseudo.ts'
export { defineStrings, type Lang, languages, plural } from './strings.ts'
export { andCy, inPlace, pluralCy, softened } from './welsh.ts'
