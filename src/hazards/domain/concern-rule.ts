// When does a kind of emergency make a welfare concern by itself, and how soon must it be answered?
import { z } from 'zod'
import { needMarks } from './need-marks.ts'
import { coreOutcomes } from './terms.ts'

/** How grave it is: danger now, a worry that somebody has, or tries that nobody answered. */
export const severities = ['danger', 'worry', 'no-answer'] as const
export type Severity = (typeof severities)[number]

const Clock = z.strictObject({
  /** By then somebody of the desk has it in hand. */
  answerMinutes: z.number().int().positive(),
  /** By then it is ended, or it climbs again. */
  endMinutes: z.number().int().positive(),
})

const triesMax = z.number().int().min(1).max(10)

/** All that it names must be so: one of the marks, one of the flags, and the age. */
const Ground = z
  .strictObject({
    /** What a list says that they depend on. */
    marks: z.array(z.enum(needMarks)).min(1).optional(),
    flags: z.array(z.string()).min(1).optional(),
    ageFrom: z.number().int().min(1).max(130).optional(),
    /** Where they cannot wait as long as others. */
    triesMax: triesMax.optional(),
  })
  .refine(({ marks, flags, ageFrom }) => marks ?? flags ?? ageFrom, 'it names nobody')

export const ConcernRule = z.strictObject({
  /** With any of these flags nobody may be left unanswered. */
  atRiskFlags: z.array(z.string()).min(1),
  /** Nor anybody of whom one of these holds. */
  atRisk: z.array(Ground).default([]),
  /** So many tries without answer in a round are used up. */
  triesMax,
  unanswered: z.array(z.enum(coreOutcomes)).min(1),
  /** Outcomes that are a worry at once: for anybody, or for those at risk. */
  worries: z
    .array(z.strictObject({ outcome: z.enum(coreOutcomes), of: z.enum(['anybody', 'at-risk']) }))
    .default([]),
  /** Words of the pack that mean danger whoever says them. */
  dangerWords: z.array(z.string()),
  clocks: z.strictObject({ danger: Clock, worry: Clock, 'no-answer': Clock }),
})
export type ConcernRule = z.infer<typeof ConcernRule>

/** For packs that say nothing of their own, and for a worry outside any campaign. */
export const usualConcernRule: ConcernRule = {
  atRiskFlags: ['lives-alone'],
  atRisk: [],
  triesMax: 3,
  unanswered: ['no_answer', 'voicemail_left', 'wrong_number'],
  worries: [],
  dangerWords: [],
  clocks: {
    danger: { answerMinutes: 15, endMinutes: 120 },
    worry: { answerMinutes: 60, endMinutes: 1_440 },
    'no-answer': { answerMinutes: 240, endMinutes: 1_440 },
  },
}
