// What a need or a step is called on the page that says what goes where when records are parted.
import type { PartingWords } from '../../people/index.ts'
import { needLabel } from './need-label.ts'
import { needsStrings } from './strings.ts'

export const tellNeed: PartingWords = {
  kind: 'need',
  tell: (lang, code) => needsStrings(lang).partedNeed(needLabel({ kind: code })),
}

export const tellAction: PartingWords = {
  kind: 'action',
  tell: lang => needsStrings(lang).partedStep,
}
