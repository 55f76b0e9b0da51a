// Lines to ring, to visit, or to write somebody down on, as a browser prints them.
import { useLang } from '../../pages/strings/index.ts'
import type { Paper, PaperLine } from '../draw-sheet.ts'
import { QrCode } from './qr-svg.tsx'
import { sheetStrings } from './sheet-strings.ts'

type Props = { paper: Paper; lines: readonly PaperLine[] }

export function TriedLines({ paper, lines }: Props) {
  return (
    <div class="ds-lines ds-lines--tried">
      {lines.map(line => (
        <>
          {line.turn && <p class="ds-turn">{line.turn}</p>}
          <section class="ds-line" aria-label={line.shown}>
            <Code line={line} />
            <Tried paper={paper} line={line} />
          </section>
        </>
      ))}
    </div>
  )
}

function Code({ line }: { line: PaperLine }) {
  return (
    <div class="ds-line__code">
      <QrCode text={line.code} />
      <b>{line.shown}</b>
      <span class="ds-line__try">{line.try}</span>
    </div>
  )
}

function Tried({ paper, line }: { paper: Paper; line: PaperLine }) {
  const t = sheetStrings(useLang())
  if (line.isGone) {
    return (
      <div class="ds-line__who">
        <b class="ds-line__name">{t.gone}</b>
      </div>
    )
  }
  return (
    <>
      <Who paper={paper} line={line} />
      <div class="ds-line__what">
        {paper.boxes.map(({ key, label }) => (
          <Box box={key}>{label}</Box>
        ))}
        <Box>{t.otherBox}</Box>
        <Box box="!">
          <b>{t.worried}</b>
        </Box>
      </div>
      <div class="ds-line__needs">
        {paper.needs.length > 0 && (
          <div class="ds-boxes">
            <span>{t.needs}</span>
            {paper.needs.map(({ key }) => (
              <Box box={key} />
            ))}
          </div>
        )}
        <span class="ds-write">{t.triedAt}</span>
        <div class="ds-writes">
          <span class="ds-write">{t.spokeTo}</span>
          <span class="ds-write">{t.promise}</span>
          <span class="ds-write">{t.note}</span>
        </div>
      </div>
    </>
  )
}

export function Box({ box, children }: { box?: string; children?: unknown }) {
  return (
    <span class="ds-box">
      <i>{box}</i>
      {children as string}
    </span>
  )
}

function Who({ paper, line }: { paper: Paper; line: PaperLine }) {
  return (
    <div class="ds-line__who">
      {line.door !== '' && <span class="ds-line__no">{line.door} </span>}
      <span class="ds-line__name">{line.name}</span>
      {line.phones.map(phone => (
        <div class="ds-line__phone ds-line__tick">
          <i></i>
          {phone}
        </div>
      ))}
      {paper.kind === 'round' && <div>{line.address}</div>}
      {line.facts.map(fact => (
        <div>{fact}</div>
      ))}
      {line.cautions.length > 0 && <b class="ds-line__warn">{line.cautions.join(' ')}</b>}
    </div>
  )
}

export function RegisterLines({ lines }: Props) {
  const t = sheetStrings(useLang())
  const { name, born, home, phone, came, left, going, needs } = t.register
  const rows = [
    [name, born],
    [home, phone],
    [came, left, going],
  ]
  return (
    <div class="ds-lines">
      {lines.map(line => (
        <section class="ds-line ds-line--register" aria-label={line.shown}>
          <Code line={line} />
          <div class="ds-register">
            {rows.map(labels => (
              <div class="ds-writes">
                {labels.map(label => (
                  <span class="ds-write">{label}</span>
                ))}
              </div>
            ))}
            <div class="ds-writes">
              <span class="ds-write">{needs}</span>
              <Box>
                <b>{t.worried}</b>
              </Box>
            </div>
          </div>
        </section>
      ))}
    </div>
  )
}
