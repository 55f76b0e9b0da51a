// Does a proof hold together? Every line explains itself, and the head is what the lines add up to.
import { hourMs } from '../../kernel/clock.ts'
import { countReasons } from './make-coverage.ts'
import type { CoverageHead, CoveragePart, Line } from './proof-form.ts'
import { standOnTries } from './stand-on-tries.ts'
import { addsUp, type Counts, countStates, type Reason, states } from './terms.ts'

/** The first thing that is wrong, in one sentence; undefined where all is right. */
export function checkCoverage({ head, lines }: CoveragePart) {
  for (const [at, line] of lines.entries()) {
    const wrong = wrongLine(line, { head, before: lines[at - 1] })
    if (wrong) return `Line ${at + 1} (${line.code}) does not hold: ${wrong}`
  }
  return wrongSums(head, lines)
}

type Among = { readonly head: CoverageHead; readonly before: Line | undefined }

function wrongLine(line: Line, { head, before }: Among): string | undefined {
  if (before && before.code >= line.code) return 'its code is out of order or there twice.'
  if (line.kind !== head.memberKind) return 'it is of another kind than the campaign.'
  if (!head.villages.some(({ id }) => id === line.village)) {
    return 'it lies in a village that the head does not count.'
  }
  if (line.versions.some(version => version >= head.versions.length)) {
    return 'it names a version of a list that the head does not.'
  }
  return wrongOrder(line, head) ?? wrongState(line, head)
}

function wrongOrder(line: Line, { at, log }: CoverageHead): string | undefined {
  const entries = line.tries.map(one => one.entry)
  if (entries.some((entry, nth) => nth > 0 && entry <= (entries[nth - 1] ?? 0))) {
    return 'its tries are out of order.'
  }
  if ([line.entry, line.joined.entry, ...entries].some(entry => entry > log.position)) {
    return 'it rests on an entry after the position of the proof.'
  }
  return line.joined.at > at ? 'they joined after the moment of the proof.' : undefined
}

/** What somebody said or told at a try, never a stop. */
const byTries: readonly Reason[] = ['said-no', 'away', 'empty']

/** A stop or another record of the same person stands in the log; the rest is in the tries. */
function wrongState(line: Line, { at, lastsHours }: CoverageHead): string | undefined {
  const { state, reason, entry, until, countedAs, tries } = line
  if ((state === 'excused') !== (reason !== null)) return 'only who is excused has a reason.'
  if ((reason === 'listed-twice') !== (countedAs !== null)) {
    return 'who is listed twice, and nobody else, names the line that counts.'
  }
  const isTried = tries.some(one => one.entry === entry)
  const isByStop = reason !== null && !byTries.includes(reason)
  if (isByStop && !isTried) return undefined
  const found = standOnTries(
    tries.map(({ until, ...one }) => ({
      ...one,
      at: Date.parse(one.at),
      ...(until === undefined ? {} : { until: Date.parse(until) }),
    })),
    {
      isPerson: line.kind === 'person',
      lastsMs: lastsHours === null ? null : lastsHours * hourMs,
      at: Date.parse(at),
    },
  )
  const isSame =
    found.state === state &&
    found.reason === reason &&
    (found.entry ?? line.joined.entry) === entry &&
    found.until === (until === null ? null : Date.parse(until))
  return isSame ? undefined : `what was tried says ${found.state}, not ${state} as it stands there.`
}

function wrongSums(head: CoverageHead, lines: readonly Line[]): string | undefined {
  const wrong = differs('The head', head.counts, countStates(lines))
  if (wrong) return wrong
  if (!addsUp(head.counts)) {
    return 'The head does not add up: reached, tried, untried and excused are not listed.'
  }
  for (const { id, name, counts } of head.villages) {
    const own = countStates(lines.filter(line => line.village === id))
    const found = differs(name === '' ? 'Place not known' : name, counts, own)
    if (found) return found
  }
  return wrongReasons(head, lines)
}

function differs(where: string, said: Counts, counted: Counts): string | undefined {
  for (const part of [...states, 'listed'] as const) {
    if (said[part] !== counted[part]) {
      return `${where} says ${said[part]} ${part}, and its lines are ${counted[part]}.`
    }
  }
  return undefined
}

function wrongReasons(head: CoverageHead, lines: readonly Line[]): string | undefined {
  const counted = Object.entries(countReasons(lines))
  const said = Object.entries(head.reasons)
  const isSame =
    counted.length === said.length &&
    counted.every(([reason, n]) => said.some(([other, m]) => other === reason && m === n))
  return isSame ? undefined : 'The reasons at the head are not those of the lines.'
}
