// Which day was typed into the three boxes? None, a real one, or something else.

export type DayParts = { readonly day: string; readonly month: string; readonly year: string }
export type TypedDay = {
  /** As typed, to be shown again. */
  readonly parts: DayParts
  readonly isEmpty: boolean
  /** `YYYY-MM-DD` if it is a real day. */
  readonly day: string | undefined
}

export function typedDay(name: string, textOf: (field: string) => string): TypedDay {
  const part = (which: string) => textOf(`${name}-${which}`)
  const parts = { day: part('day'), month: part('month'), year: part('year') }
  const isEmpty = Object.values(parts).every(text => text === '')
  return { parts, isEmpty, day: realDay(parts) }
}

function realDay({ day, month, year }: DayParts): string | undefined {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = Date.parse(`${text}T00:00:00Z`)
  const isReal = !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
  return isReal ? text : undefined
}
