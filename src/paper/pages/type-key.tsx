// Before the lines of a sheet: of which day it is, and what may be typed into each box.
import { Input } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { tellsOf, typedKeys } from '../domain/outcome-keys.ts'
import { labelOf } from '../draw-key.ts'
import { typeStrings } from './strings.ts'
import type { TypeAnswers, TypeAsked } from './type-answers.ts'

type Props = { asked: TypeAsked; answers: TypeAnswers }

export function TypeKey({ asked: { pack, asks }, answers }: Props) {
  const lang = useLang()
  const t = typeStrings(lang)
  const keys = asks ? typedKeys(asks) : []
  const needs = (pack?.needKinds ?? []).map(({ key, label }) => `${key} ${label.toLowerCase()}`)
  const telling = (what: string) => keys.filter(key => tellsOf(key) === what).join(', ')
  return (
    <>
      <Input
        name="day"
        label={t.day}
        hint={t.dayHint}
        value={answers.day}
        classes="govuk-input--width-10"
        {...(answers.isDayWrong ? { errorMessage: t.wrong.day } : {})}
      />
      <p>
        <b>{t.keys}</b>:{' '}
        {asks && keys.map(key => `${key} ${labelOf(key, asks, lang).toLowerCase()}`).join(', ')}
      </p>
      {asks?.about === 'person' && (
        <p>
          <b>{t.needs}</b>: {needs.join(', ')}. {t.needsHint}
        </p>
      )}
      <p>
        <b>{t.tried}</b>: {t.triedHint} <b>{t.promise}</b>: {t.promiseHint}
      </p>
      <p>
        <b>{t.told}</b>: {t.toldHint(telling('until'), telling('since'))}{' '}
        {t.whereHint(telling('where'))}
      </p>
    </>
  )
}
