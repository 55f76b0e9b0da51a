// What a concern is called on the page that says what goes where when records are parted.
import type { PartingWords } from '../../people/index.ts'
import { concernStrings } from './strings.ts'

export const tellConcern: PartingWords = {
  kind: 'concern',
  tell: lang => concernStrings(lang).partedConcern,
}
