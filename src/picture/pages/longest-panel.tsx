// Who has waited longest, what was tried, and what comes next? Never that they live alone.
import { format } from '../../pages/format.ts'
import { Icon, type IconName } from '../../pages/sprite.tsx'
import { useLang } from '../../pages/strings/index.ts'
import type { Longest, TryLine } from '../domain/model.ts'
import { channelWord, nextWord, outcomeWord } from './codes.ts'
import { coverageWords } from './coverage-strings.ts'
import { pictureWords } from './strings.ts'

export function LongestPanel({ longest, now }: { longest: Longest | null; now: number }) {
  const lang = useLang()
  const t = coverageWords(lang)
  return (
    <>
      <div class="ds-section__head">
        <h2 class="ds-h2" id="h-longest">
          {longest ? t.longest : pictureWords(lang).longestNobody}
        </h2>
      </div>
      {longest && <Who longest={longest} now={now} />}
    </>
  )
}

function Who({ longest, now }: { longest: Longest; now: number }) {
  const lang = useLang()
  const t = coverageWords(lang)
  const place = longest.place ?? pictureWords(lang).placeNotKnown
  return (
    <>
      <p>
        <a href={`/people/${longest.person}`}>
          <b>{longest.name}</b>
        </a>
        <br />
        {t.longestWho(place, format(lang).days(longest.days), longest.triesCount)}
      </p>
      {longest.tries.length > 0 && (
        <ol class="ds-attempts">
          {longest.tries.map(line => (
            <Try line={line} />
          ))}
        </ol>
      )}
      {longest.next && <Next longest={longest} now={now} />}
    </>
  )
}

function Try({ line }: { line: TryLine }) {
  const lang = useLang()
  return (
    <li>
      <Icon name={icons[line.channel] ?? 'no-answer'} />
      <span>
        <b>
          {channelWord(lang, line.channel)}: {outcomeWord(lang, line.outcome)}
        </b>
        {format(lang).row(line.at)}
        {line.by && `. ${line.by}`}
      </span>
    </li>
  )
}

const icons: Readonly<Record<string, IconName>> = {
  call: 'call',
  doorstep: 'door',
  text: 'message',
  letter: 'letter',
}

function Next({ longest, now }: { longest: Longest; now: number }) {
  const lang = useLang()
  const t = coverageWords(lang)
  const what = nextWord(lang, longest.next ?? '')
  return (
    <p class="ds-next">
      <b>
        {longest.nextAt
          ? t.next(what, format(lang).near(longest.nextAt, now))
          : t.nextUndated(what)}
      </b>
    </p>
  )
}
