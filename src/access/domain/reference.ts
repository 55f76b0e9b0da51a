// How is a person named where no name may stand? By the last digits of their id: `P-9F3A20C1`.
import type { Id } from '../../kernel/ids.ts'

/** The last digits are random; the first ones only say when the id was made. */
export const referenceDigits = 8

export function referenceOf(id: Id): string {
  return `P-${id.replaceAll('-', '').slice(-referenceDigits).toUpperCase()}`
}

/** The digits of a reference or of a whole id, however it was typed; nothing if it is neither. */
export function readReference(text: string): string | undefined {
  const digits = text.trim().toLowerCase().replace(/^p-?/, '').replace(/[\s-]/g, '')
  const isWhole = digits.length === 32 || digits.length === referenceDigits
  return isWhole && /^[0-9a-f]+$/.test(digits) ? digits.slice(-referenceDigits) : undefined
}
