// Which of the homes that we know is theirs? Chosen from a list, so that nobody lands nowhere.
import { isId } from '../../kernel/ids.ts'
import { Radios } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { findHome, homesLike, homesMax, type KnownHome } from '../../places/index.ts'
import { type Ctx, type Form, reading } from '../../web/request.ts'
import { homeStrings } from './home-strings.ts'
import type { Answers } from './person-answers.ts'

/** The homes to choose from, once somebody asked for them. */
export type Homes = readonly KnownHome[] | undefined

export function isAskingForHomes(form: Form): boolean {
  return form.text('step') === 'homes'
}

/** Only where the reader may add or correct. */
export function homesFor(c: Ctx, may: string, answers: Answers): Promise<readonly KnownHome[]> {
  return reading(c, may, (tx, scope) => homesLike(tx, scope, answers))
}

type Choosing = { readonly may: string; readonly form: Form }

/** What was typed, with the address of the home that was chosen, if one was. */
export async function withChosenHome(c: Ctx, { may, form }: Choosing, answers: Answers) {
  const id = form.text('home')
  const home = isId(id) && (await reading(c, may, (tx, scope) => findHome(tx, scope, id)))
  if (!home) return { answers, uprn: null }
  const { address, postcode, uprn } = home
  return { answers: { ...answers, address, postcode }, uprn }
}

/** Below the boxes of the address. Works without scripts: the page comes again with the homes. */
export function HomePicker({ homes }: { homes: Homes }) {
  const t = homeStrings(useLang())
  return (
    <>
      {homes?.length === 0 && <p role="status">{t.none}</p>}
      {homes && homes.length > 0 && (
        <Radios
          name="home"
          fieldset={{ legend: { text: t.which } }}
          hint={homes.length === homesMax ? t.more : ''}
          items={[
            ...homes.map(home => ({ value: home.id, text: lineOf(home) })),
            { divider: t.or },
            { value: 'typed', text: t.asTyped },
          ]}
        />
      )}
      <p>
        <button class="ds-button ds-button--second" type="submit" name="step" value="homes">
          {t.show}
        </button>
      </p>
    </>
  )
}

/** The Enter key presses the first button of a form: that one saves. */
export function FirstButton() {
  const t = homeStrings(useLang())
  return (
    <button class="ds-hide" type="submit" tabindex={-1}>
      {t.save}
    </button>
  )
}

function lineOf({ address, postcode }: KnownHome): string {
  return [address, postcode].filter(Boolean).join(', ')
}
