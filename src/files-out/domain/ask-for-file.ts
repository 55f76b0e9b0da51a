// More people than one pair of eyes should send out: somebody asks, and says why.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import { councilCopy, fileAsked } from './events.ts'
import { formats } from './table.ts'

export const whyCharactersMax = 500
export const Why = z.string().trim().min(10).max(whyCharactersMax)

const texts = z.record(z.string().max(60), z.string().max(200))

export const AskForList = z.strictObject({
  file: z.uuid(),
  of: z.string().max(200),
  params: texts,
  query: texts,
  format: z.enum(formats),
  people: z.int().min(0),
  title: z.string().max(300),
  why: Why,
})
export type AskForList = z.infer<typeof AskForList>

export const AskForCouncil = z.strictObject({
  file: z.uuid(),
  people: z.int().min(0),
  title: z.string().max(300),
  why: Why,
})
export type AskForCouncil = z.infer<typeof AskForCouncil>

export const askForList = command<AskForList, null>({
  name: 'files-out.ask-for-list',
  input: AskForList,
  may: 'files-out.take',
  decide: (_state, { title, why, ...body }) => [
    fileAsked({ subjects: [], body, words: { title, why } }),
  ],
})

export const askForCouncil = command<AskForCouncil, null>({
  name: 'files-out.ask-for-council',
  input: AskForCouncil,
  may: 'files-out.export',
  decide: (_state, { title, why, file, people }) => {
    const body = { file, people, of: councilCopy, params: {}, query: {} }
    return [
      fileAsked({ subjects: [], body: { ...body, format: 'archive' }, words: { title, why } }),
    ]
  },
})
