// Is this a real NHS number? Ten digits, the last of which checks the rest.

export function readNhsNumber(text: string): string | undefined {
  const digits = text.replace(/[\s-]/g, '')
  if (!/^\d{10}$/.test(digits)) return undefined
  const sum = [...digits.slice(0, 9)].reduce((all, digit, at) => all + Number(digit) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return check === Number(digits[9]) ? digits : undefined
}
