// What does the caller say, and whom do they ring when there is danger? The pack's words.
import { WorryFields } from '../../concerns/index.ts'
import type { HazardPack } from '../../hazards/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { callStrings } from './strings.ts'

/** The form outside the call's own that says that the caller is worried. */
export const worryForm = 'worry'

/** `about` is what the caller calls the person. */
type ScriptProps = {
  pack: HazardPack
  caller: string
  council: string
  about: string
  /** What the person speaks, where a list says it. */
  language: string | null
}

export function Script({ pack, caller, council, about, language }: ScriptProps) {
  const lang = useLang()
  const t = callStrings(lang)
  const { script } = pack
  const inWelsh = language === null ? lang === 'cy' : speaksWelsh(language)
  const welsh = inWelsh ? script.cy : undefined
  const said = (line: string) => line.replace('{caller}', caller).replace('{council}', council)
  return (
    <section class="ds-call__script" aria-labelledby="h-script">
      <div class="ds-panel">
        <h2 class="ds-h3 ds-script__head" id="h-script">
          {t.say} <span class="ds-quiet ds-small">{t.scriptVersion(script.version)}</span>
        </h2>
        <ol class="ds-script" id="script" lang={welsh ? 'cy' : 'en-GB'}>
          {(welsh ?? script.lines).map(line => (
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
        <Danger pack={pack} about={about} />
      </div>
    </section>
  )
}

/** Lists say a language in words or as a code. */
const speaksWelsh = (language: string) => /^(cy|welsh|cymraeg)\b/i.test(language)

/** Danger to life: the numbers that are right for this hazard. */
function Danger({ pack, about }: Pick<ScriptProps, 'pack' | 'about'>) {
  const lang = useLang()
  const { heading, lines, numbers, cy } = pack.danger
  return (
    <div class="ds-care" {...(lang === 'cy' && !cy ? { lang: 'en-GB' } : {})}>
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
      <WorryFields name={about} form={worryForm} lang={lang} />
    </div>
  )
}
