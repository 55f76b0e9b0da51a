// What do referrals add to a person's page? Those that are open, the way to send one, their line.
import { format } from '../../pages/format.ts'
import type { Line, PersonAsk, PersonPart } from '../../people/index.ts'
import { openStates } from '../domain/terms.ts'
import { type Referral, referralsAbout } from '../store/queries.ts'
import { isLate } from './state-shown.tsx'
import { referralStrings } from './strings.ts'

type Words = ReturnType<typeof referralStrings>

export async function referralSection(ask: PersonAsk): Promise<PersonPart> {
  const { tx, person, now, lang } = ask
  const scope = ask.scopeFor('referrals.read')
  if (!scope.everywhere && scope.places.length === 0) return {}
  const t = referralStrings(lang)
  const found = await referralsAbout(tx, scope, person)
  const open = found.filter(one => openStates.includes(one.state))
  const { near } = format(lang)
  return {
    main: open.length > 0 && (
      <section class="ds-section">
        <h2 class="ds-h2">{t.sectionTitle}</h2>
        <ul class="ds-done">
          {open.map(one => (
            <li>
              <a href={`/referrals/${one.id}`}>{one.partner}</a>
              <span>
                {isLate(one, now) ? (
                  <b class="ds-status--attention">{t.isLate}</b>
                ) : (
                  t.states[one.state]
                )}
                {one.state === 'sent' && `, ${near(one.answerBy, now)}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
    ),
    actions: <a href={`/referrals/new?person=${person}`}>{t.refer}</a>,
    lines: found.map(one => lineOf(t, one)),
  }
}

function lineOf(t: Words, { stateAt, state, partner, reply }: Referral): Line {
  return {
    at: stateAt,
    group: 'jobs',
    icon: state === 'done' ? 'tick' : 'later',
    what: t.lineOf(partner, t.states[state]),
    ...(reply ? { said: reply } : {}),
  }
}
