// Which NHS numbers may an invented person carry? The 999 test range, with a right check digit.

const testRange = '999'
// 999 xxx xxx has a million bodies; a step prime to that visits each once, in no obvious order.
const step = 617_333
const bodies = 1_000_000

/** Hands out test numbers, never the same twice. */
export function nhsNumberBook(seed: number): () => string {
  let position = Math.abs(seed * 7919) % bodies
  return () => {
    for (;;) {
      position = (position + step) % bodies
      const body = testRange + String(position).padStart(6, '0')
      const check = checkDigit(body)
      if (check !== null) return body + check
    }
  }
}

/** Modulus 11: a remainder that would need the digit 10 makes no number at all. */
export function checkDigit(nine: string): string | null {
  const sum = [...nine].reduce((all, digit, index) => all + Number(digit) * (10 - index), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? null : String(check)
}

export function isNhsNumber(text: string): boolean {
  return /^\d{10}$/.test(text) && checkDigit(text.slice(0, 9)) === text[9]
}

/** One digit changed, so that the check digit no longer agrees. */
export function brokenNhsNumber(nhsNumber: string): string {
  const last = Number(nhsNumber.at(-1))
  return nhsNumber.slice(0, 9) + String((last + 1) % 10)
}
