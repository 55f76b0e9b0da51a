// How does a referral stand, in a word; and is it late?
import { useLang } from '../../pages/strings/index.ts'
import type { Referral } from '../store/queries.ts'
import { referralStrings } from './strings.ts'

type Standing = Pick<Referral, 'state' | 'answerBy'>

export function isLate({ state, answerBy }: Standing, now: number): boolean {
  return state === 'sent' && answerBy.getTime() <= now
}

export function StateShown({ referral, now }: { referral: Standing; now: number }) {
  const t = referralStrings(useLang())
  return (
    <>
      <b>{t.states[referral.state]}</b>
      {isLate(referral, now) && (
        <>
          {' '}
          <b class="ds-status--attention">{t.isLate}</b>
        </>
      )}
    </>
  )
}
