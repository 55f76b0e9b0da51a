// When are two header names the same? Order, case, space and punctuation mean nothing.

/** `Date of Birth`, `date_of_birth` and `DATE OF BIRTH ` are one. */
export function headerKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
