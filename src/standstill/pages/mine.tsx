// What is stopped where I work, and what am I asked? "I know", and "I am safe home".
import { type Id, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { acknowledgeStop, saySafeHome } from '../domain/answer-stop.ts'
import { type Mine, standstillsFor } from '../store/queries.ts'
import { AllStopped } from './stop-block.tsx'
import { standstillStrings } from './strings.ts'

/** GET /stopped */
export async function showMine(c: Ctx) {
  const seen = await reading(c, 'standstill.hear', async (tx, scope, now) => ({
    found: await standstillsFor(tx, scope),
    now,
  }))
  const context = await pageContext(c, '/stopped')
  const t = standstillStrings(context.lang)
  return c.html(
    <Page context={context} title={t.title}>
      <LangContext.Provider value={context.lang}>
        {c.req.query('saved') === '1' && (
          <p class="ds-next" role="status">
            {t.saved}
          </p>
        )}
        <h1 class="ds-h1">{seen.found.length === 0 ? t.none : t.mine}</h1>
        {seen.found.length === 0 && <p>{t.noneBody}</p>}
        {seen.found.map(one => (
          <OneStop one={one} now={seen.now} />
        ))}
      </LangContext.Provider>
    </Page>,
  )
}

function OneStop({ one, now }: { one: Mine; now: number }) {
  const lang = useLang()
  const t = standstillStrings(lang)
  const place = one.placeName ?? t.wholeCouncil
  return (
    <section class="ds-section">
      {one.liftedAt ? (
        <p>{t.lifted(place, one.liftedBy ?? '', format(lang).near(one.liftedAt, now))}</p>
      ) : (
        <AllStopped stopped={{ ...one, standstill: one.id }} now={now} lang={lang} />
      )}
      {one.isAway && <p>{t.out}</p>}
      <div class="ds-acts">
        {one.mustAcknowledge && !one.liftedAt && (
          <Answer id={one.id} to="acknowledge" words={t.acknowledge} />
        )}
        {one.isAway && <Answer id={one.id} to="home" words={t.home} />}
      </div>
      {!one.mustAcknowledge && !one.isAway && <p class="ds-quiet">{t.acknowledged}</p>}
    </section>
  )
}

function Answer({ id, to, words }: { id: Id; to: string; words: string }) {
  return (
    <form method="post" action={`/stopped/${id}/${to}`}>
      <input type="hidden" name="command" value={newId()} />
      <button type="submit" class="ds-button">
        {words}
      </button>
    </form>
  )
}

/** POST /stopped/:standstill/acknowledge */
export async function acknowledgeHere(c: Ctx) {
  const standstill = c.req.param('standstill')
  return answer(c, acknowledgeStop, { standstill })
}

/** POST /stopped/:standstill/home */
export async function sayHome(c: Ctx) {
  const standstill = c.req.param('standstill')
  return answer(c, saySafeHome, { standstill, user: c.var.actor.id, saidBy: '' })
}

/** Said twice is said once. */
async function answer(c: Ctx, command: { readonly name: string }, input: object) {
  const form = await formOf(c)
  const done = await actFor(c, command, { id: form.commandId(), input })
  if (isRefusal(done) && done.refused !== 'already-done') return refusalPage(c, done)
  return c.redirect('/stopped?saved=1', 303)
}
