// What does a kind of emergency bring? Data only: needs, scripts, a ladder, words. No code.
import { z } from 'zod'
import { ConcernRule, usualConcernRule } from './concern-rule.ts'
import { coreOutcomes, stepNames } from './terms.ts'
import { usualSteps } from './usual-ladder.ts'

const stepsOn = ['ring', 'text', 'letter', 'door'] as const
const code = z.string().regex(/^[a-z][a-z0-9-]*$/)

export const NeedKind = z.strictObject({
  code,
  /** The digit that switches it on the call page. */
  key: z.number().int().min(1).max(9),
  label: z.string(),
  /** In Welsh. */
  cy: z.string().optional(),
  category: code,
})

export const OutcomeWord = z.strictObject({
  code,
  label: z.string(),
  /** In Welsh. */
  cy: z.string().optional(),
  core: z.enum(coreOutcomes),
})

const LadderStep = z.strictObject({
  step: z.enum(stepNames),
  afterMinutes: z.number().int().min(0),
  /** Ring at another part of the day than last time. */
  otherPartOfDay: z.boolean(),
})

const DangerNumber = z.strictObject({
  label: z.string(),
  /** In Welsh. */
  cy: z.string().optional(),
  number: z.string(),
})

/** What callers say, a line at a time. */
export const ScriptLines = z.array(z.string().trim().min(1).max(300)).min(3).max(12)

const Pack = z.strictObject({
  id: code,
  version: z.number().int().min(1),
  title: z.string(),
  purposes: z.array(z.string()).min(1),
  /** How long being reached lasts; null: for the whole round. */
  reachedLastsHours: z.number().positive().nullable(),
  ringAgainDays: z.number().int().positive(),
  needKinds: z.array(NeedKind).min(1).max(9),
  jobKinds: z.array(z.strictObject({ code, label: z.string() })),
  outcomeWords: z.array(OutcomeWord),
  /** Outcomes that are offered beside the ordinary ones. */
  outcomes: z.array(z.enum(coreOutcomes)).default([]),
  script: z.strictObject({
    version: z.number().int().min(1),
    /** `{caller}` and `{council}` are filled in. */
    lines: ScriptLines,
    /** The same in Welsh, for those who answer in it. */
    cy: ScriptLines.optional(),
  }),
  ladder: z.strictObject({
    attemptsMax: z.number().int().min(1).max(10),
    /** Somebody goes on: a person is never left with nothing to come. */
    afterAttempts: z.enum(stepsOn),
    noPhone: z.enum(stepsOn),
    /** Only what differs from the usual ladder. */
    steps: z
      .partialRecord(z.enum(coreOutcomes), LadderStep)
      .default({})
      .transform(own => ({ ...usualSteps, ...own })),
  }),
  /** When somebody becomes a welfare concern by itself. */
  concern: ConcernRule.default(usualConcernRule),
  danger: z.strictObject({
    heading: z.string(),
    lines: z.array(z.string()).min(1),
    /** The same in Welsh. */
    cy: z.strictObject({ heading: z.string(), lines: z.array(z.string()).min(1) }).optional(),
    numbers: z.array(DangerNumber).min(1),
  }),
})
/** What fits its form may still contradict itself. */
export const HazardPack = Pack.superRefine((pack, { addIssue }) => {
  const wrong = (path: string, message: string) =>
    addIssue({ code: 'custom', path: [path], message })
  const { needKinds, outcomeWords, outcomes, concern, danger } = pack
  if (isTwice(needKinds.map(({ key }) => key)) || isTwice(needKinds.map(one => one.code))) {
    wrong('needKinds', 'each need has a key and a code of its own')
  }
  if (isTwice([...outcomes, ...outcomeWords.map(one => one.code)])) {
    wrong('outcomeWords', 'each outcome and each word is offered once')
  }
  for (const word of concern.dangerWords) {
    if (!outcomeWords.some(one => one.code === word)) wrong('concern', `there is no word ${word}`)
  }
  if (!danger.numbers.some(({ number }) => number === '999')) {
    wrong('danger', 'the numbers must say 999')
  }
})

const isTwice = (all: readonly unknown[]) => new Set(all).size < all.length

export type HazardPack = z.infer<typeof HazardPack>
export type OutcomeWord = z.infer<typeof OutcomeWord>
export type NeedKind = z.infer<typeof NeedKind>
