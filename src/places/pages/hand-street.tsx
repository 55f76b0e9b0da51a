// A street is handed to somebody, by whoever organises its village.
import { type Id, isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button, ErrorSummary, Select } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { nameOwner } from '../domain/name-owner.ts'
import { type Hand, handsFor, villageOver } from '../store/hand-to.ts'
import { findPlace, type Place } from '../store/queries.ts'
import { handStrings } from './hand-strings.ts'

type Found = { readonly place: Place; readonly village: Id; readonly hands: readonly Hand[] }
type Answers = { readonly to: string; readonly isWrong: boolean }

const nobody = 'nobody'

/** GET /places/:place/hand */
export async function askWhoHas(c: Ctx) {
  const found = await findHere(c)
  return found ? handPage(c, found, { to: '', isWrong: false }) : notFoundPage(c)
}

/** POST /places/:place/hand. If another changed it meanwhile, nothing is overwritten. */
export async function handStreet(c: Ctx) {
  const found = await findHere(c)
  if (!found) return notFoundPage(c)
  const { place, village, hands } = found
  const form = await formOf(c)
  const [to, shown] = [form.text('to'), form.text('instead')]
  if (to !== nobody && !hands.some(({ id }) => id === to)) {
    return handPage(c, found, { to, isWrong: true })
  }
  const owner = to === nobody ? null : to
  const input = { place: place.id, owner, instead: isId(shown) ? shown : null }
  const done = await actFor(c, nameOwner, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/villages/${village}#street-${place.id}`, 303)
}

/** Streets only: a zone or a village is given with the work in it. */
function findHere(c: Ctx): Promise<Found | undefined> {
  const id = c.req.param('place')
  return reading(c, 'places.organise', async (tx, scope, now) => {
    if (!isId(id)) return undefined
    const place = await findPlace(tx, scope, id)
    const village = place?.kind === 'street' ? await villageOver(tx, scope, id) : undefined
    if (!place || !village) return undefined
    return { place, village, hands: await handsFor(tx, scope, { place: id, now }) }
  })
}

async function handPage(c: Ctx, found: Found, answers: Answers) {
  const context = await pageContext(c, '/villages')
  const t = handStrings(context.lang)
  const { place, village } = found
  const { isWrong } = answers
  const crumbs = [
    { href: '/villages', label: t.villages },
    { href: `/villages/${village}#street-${place.id}`, label: place.name },
  ]
  return c.html(
    <Page context={context} title={t.title} breadcrumbs={crumbs} hasErrors={isWrong}>
      <LangContext.Provider value={context.lang}>
        {isWrong && <ErrorSummary errorList={[{ text: t.wrong, href: '#to' }]} />}
        <h1 class="ds-h1">{t.headline(place.name)}</h1>
        <p class="ds-tight">{place.ownerName ? t.now(place.ownerName) : t.nobodyNow}</p>
        <HandForm found={found} answers={answers} />
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}

function HandForm({ found, answers }: { found: Found; answers: Answers }) {
  const t = handStrings(useLang())
  const { place, hands } = found
  const others = hands.filter(({ id }) => id !== place.owner)
  return (
    <form class="ds-form" method="post" action={`/places/${place.id}/hand`} novalidate>
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="instead" value={place.owner ?? ''} />
      <Select
        name="to"
        label={t.who}
        hint={t.hint}
        value={answers.to}
        items={[
          { value: '', text: t.choose },
          ...others.map(({ id, name, streets }) => ({ value: id, text: t.holds(name, streets) })),
          ...(place.owner ? [{ value: nobody, text: t.nobody }] : []),
        ]}
        {...(answers.isWrong ? { errorMessage: t.wrong } : {})}
      />
      <p>{t.effect}</p>
      <Button text={t.button} preventDoubleClick />
    </form>
  )
}
