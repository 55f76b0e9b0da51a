// What a job is called on the page that says what goes where when records are parted.
import type { PartingWords } from '../../people/index.ts'
import { findJobKind } from '../domain/kinds.ts'

export const tellJob: PartingWords = {
  kind: 'job',
  tell: (_lang, code) => `Job: ${findJobKind(code)?.label ?? code}`,
}
