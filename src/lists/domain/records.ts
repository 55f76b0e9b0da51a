// Where does one record end and the next begin? Quoted cells may hold line ends; a quote that is
// never closed must cost one row, not the rest of the file.
import { recordCharactersMax, recordLinesMax } from './limits.ts'

export type RecordText = {
  readonly text: string
  /** The line of the file on which the record starts, from 1. */
  readonly line: number
  readonly hasOpenQuote: boolean
  /** False only for a last line that the file does not end. */
  readonly isEnded: boolean
}

export type RecordSplitter = {
  push(text: string): RecordText[]
  end(): RecordText[]
  lineEnds(): ReadonlySet<string>
}

type Line = { readonly text: string; readonly isEnded: boolean }

export function recordSplitter(delimiter: string): RecordSplitter {
  let rest = ''
  let line = 0
  let held: Line[] = []
  const lineEnds = new Set<string>()

  const settle = (lines: readonly Line[], isLast: boolean): RecordText[] => {
    const records: RecordText[] = []
    const waiting = [...lines].reverse()
    while (waiting.length > 0) {
      held.push(waiting.pop() as Line)
      const text = held.map(part => part.text).join('\n')
      const isOpen = endsInsideQuotes(text, delimiter)
      const isHopeless = held.length >= recordLinesMax || text.length > recordCharactersMax
      if (isOpen && !isHopeless && !(isLast && waiting.length === 0)) continue
      const taken = isOpen ? held.slice(0, 1) : held
      for (const part of isOpen ? held.slice(1).reverse() : []) waiting.push(part)
      records.push(record(taken, line + 1, isOpen))
      line += taken.length
      held = []
    }
    return records
  }

  return {
    push(text) {
      const cut = cutLines(rest + text, lineEnds)
      rest = cut.rest
      return settle(cut.lines, false)
    },
    end() {
      const tail = rest.endsWith('\r') ? rest.slice(0, -1) : rest
      const last = rest === '' ? [] : [{ text: tail, isEnded: tail !== rest }]
      rest = ''
      if (last.length > 0) return settle(last, true)
      const again = held
      held = []
      return settle(again, true)
    },
    lineEnds: () => lineEnds,
  }
}

function record(lines: readonly Line[], line: number, hasOpenQuote: boolean): RecordText {
  const isEnded = lines.at(-1)?.isEnded ?? true
  return { text: lines.map(part => part.text).join('\n'), line, hasOpenQuote, isEnded }
}

/** A return at the very end waits: its line feed may be in the next chunk. */
function cutLines(text: string, lineEnds: Set<string>): { lines: Line[]; rest: string } {
  const lines: Line[] = []
  let from = 0
  for (const found of text.matchAll(/\r\n|\n|\r(?!$)/g)) {
    lines.push({ text: text.slice(from, found.index), isEnded: true })
    lineEnds.add(found[0])
    from = found.index + found[0].length
  }
  return { lines, rest: text.slice(from) }
}

/** A quote opens a cell only at its start; inside, two quotes are one letter. */
function endsInsideQuotes(text: string, delimiter: string): boolean {
  if (!text.includes('"')) return false
  let isInside = false
  let isCellStart = true
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (isInside) {
      if (letter !== '"') continue
      if (text[at + 1] === '"') at++
      else isInside = false
    } else if (letter === '"' && isCellStart) {
      isInside = true
      isCellStart = false
    } else isCellStart = letter === delimiter || letter === '\n'
  }
  return isInside
}
