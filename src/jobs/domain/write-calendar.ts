// How do jobs read as iCalendar (RFC 5545)? Kind and village alone: calendars are shared widely.
export type Entry = {
  /** The same for as long as the job is in the calendar. */
  readonly uid: string
  /** How often it changed: a higher one replaces a lower one. */
  readonly sequence: number
  readonly changedAt: Date
  readonly from: Date
  readonly until: Date
  readonly summary: string
  readonly isCancelled: boolean
}

const product = '-//Doorstep//Jobs//EN'
const octetsMax = 75

export function writeCalendar(name: string, entries: readonly Entry[]): string {
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:${product}`, 'CALSCALE:GREGORIAN']
  const about = [
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
  ]
  const lines = [...head, ...about, ...entries.flatMap(linesOf), 'END:VCALENDAR']
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

function linesOf({ uid, sequence, changedAt, from, until, summary, isCancelled }: Entry) {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@doorstep`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(changedAt)}`,
    `LAST-MODIFIED:${utc(changedAt)}`,
    `DTSTART:${utc(from)}`,
    `DTEND:${utc(until)}`,
    `SUMMARY:${escaped(summary)}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]
}

/** 20260406T094000Z. */
function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

export function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, one => `\\${one}`).replaceAll(/\r\n|\r|\n/g, '\\n')
}

/** Lines of up to 75 octets; what goes on begins with a space. No letter is cut in two. */
export function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const letter of line) {
    const more = octetsOf(letter)
    if (octets + more > octetsMax) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += letter
    octets += more
  }
  return [...lines, current].join('\r\n')
}

const encoder = new TextEncoder()
const octetsOf = (letter: string) => encoder.encode(letter).length
