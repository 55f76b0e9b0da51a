// What does the caller say, and whom do they ring when there is danger? The pack's words.
import type { HazardPack } from '../../hazards/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { callStrings } from './strings.ts'

type ScriptProps = { pack: HazardPack; caller: string; council: string }

export function Script({ pack, caller, council }: ScriptProps) {
  const t = callStrings(useLang())
  const { script } = pack
  const said = (line: string) => line.replace('{caller}', caller).replace('{council}', council)
  return (
    <section class="ds-call__script" aria-labelledby="h-script">
      <div class="ds-panel">
        <h2 class="ds-h3 ds-script__head" id="h-script">
          {t.say} <span class="ds-quiet ds-small">{t.scriptVersion(script.version)}</span>
        </h2>
        <ol class="ds-script" id="script">
          {script.lines.map(line => (
            <li>
              <q>{said(line)}</q>
            </li>
          ))}
        </ol>
        <p class="ds-script__move" id="script-move" hidden>
          <button
            type="button"
            class="ds-link-button"
            id="script-next"
            data-next={t.nextLines}
            data-first={t.firstLines}
          >
            {t.nextLines}
          </button>{' '}
          <span class="ds-kbd" aria-hidden="true">
            S
          </span>
          <span class="ds-quiet ds-small" id="script-at" aria-live="polite" data-words={t.lines} />
        </p>
        <Danger pack={pack} />
      </div>
    </section>
  )
}

/** Danger to life: the numbers that are right for this hazard. */
function Danger({ pack }: { pack: HazardPack }) {
  const { heading, lines, numbers } = pack.danger
  return (
    <div class="ds-care">
      <h3 class="ds-h3">{heading}</h3>
      {lines.map(line => (
        <p>{line}</p>
      ))}
      <ul class="ds-danger">
        {numbers.map(({ label, number }) => (
          <li>
            {label}: <a href={`tel:${number.replaceAll(' ', '')}`}>{number}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
