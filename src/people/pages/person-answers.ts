// What was typed about somebody, what is wrong with it, and what it says once it is right?
import { typedDay } from '../../pages/typed-day.ts'
import type { Form } from '../../web/request.ts'
import type { Contact } from '../domain/add-person.ts'
import { phoneKey } from '../domain/keys.ts'
import { readNhsNumber } from '../domain/nhs-number.ts'
import type { Person } from '../store/queries.ts'

/** In the order of the form. The date of birth stands between the surname and the rest. */
export const nameFields = ['given', 'middle', 'family'] as const
export const wayFields = ['phone', 'otherPhone', 'email'] as const
export const homeFields = ['address', 'postcode'] as const
export const moreFields = ['nhs', 'language'] as const
const texts = [...nameFields, ...wayFields, ...homeFields, ...moreFields] as const
export type TextField = (typeof texts)[number]
export type Field = TextField | 'born'

export const bornParts = ['born-day', 'born-month', 'born-year'] as const
type BornPart = (typeof bornParts)[number]
export type Answers = Readonly<Record<TextField | BornPart, string>>

export type Problem =
  | 'familyMissing'
  | 'bornWrong'
  | 'bornAhead'
  | 'nhsWrong'
  | 'phoneWrong'
  | 'emailWrong'
  | 'tooLong'
export type Problems = Readonly<Partial<Record<Field, Problem>>>

export function typedAnswers(form: Form): Answers {
  const names = [...texts, ...bornParts]
  return Object.fromEntries(names.map(name => [name, form.text(name)])) as Answers
}

export const noAnswers = Object.fromEntries(
  [...texts, ...bornParts].map(name => [name, '']),
) as Answers

export function answersOf(person: Person): Answers {
  const { given, middle, family, address, postcode } = person
  const [year = '', month = '', day = ''] = person.born?.split('-') ?? []
  return {
    given,
    middle,
    family,
    address,
    postcode,
    'born-day': day.replace(/^0/, ''),
    'born-month': month.replace(/^0/, ''),
    'born-year': year,
    nhs: person.nhs ?? '',
    language: person.language ?? '',
    phone: '',
    otherPhone: '',
    email: '',
  }
}

export const lettersMax = (field: Field) => (field === 'postcode' ? 10 : 200)

export function problemsOf(answers: Answers, now: number): Problems {
  const problems: Partial<Record<Field, Problem>> = {}
  const { isEmpty, day } = bornOf(answers)
  if (answers.family === '') problems.family = 'familyMissing'
  if (!isEmpty && day === undefined) problems.born = 'bornWrong'
  if (day !== undefined && Date.parse(day) > now) problems.born = 'bornAhead'
  if (answers.nhs !== '' && !readNhsNumber(answers.nhs)) problems.nhs = 'nhsWrong'
  if (answers.email !== '' && !/^\S+@\S+\.\S+$/.test(answers.email)) problems.email = 'emailWrong'
  for (const field of ['phone', 'otherPhone'] as const) {
    if (answers[field] !== '' && !isPhone(answers[field])) problems[field] = 'phoneWrong'
  }
  for (const field of texts) {
    if (answers[field].length > lettersMax(field)) problems[field] = 'tooLong'
  }
  return problems
}

export function bornOf(answers: Answers) {
  return typedDay('born', field => answers[field as BornPart])
}

function isPhone(text: string): boolean {
  return /^\d{7,15}$/.test(phoneKey(text)) && !/[a-z]/i.test(text)
}

/** What both adding and correcting say; only asked for when there are no problems. */
export function inputOf(answers: Answers) {
  const { given, middle, family, address, postcode } = answers
  return {
    ...{ given, middle, family, address, postcode },
    born: bornOf(answers).day ?? null,
    nhs: answers.nhs || null,
    language: answers.language || null,
    contacts: contactsOf(answers),
  }
}

function contactsOf({ phone, otherPhone, email }: Answers): Contact[] {
  const phones = [...new Set([phone, otherPhone])].filter(value => value !== '')
  const called = phones.map(value => {
    const kind = phoneKey(value).startsWith('07') ? ('mobile' as const) : ('landline' as const)
    return { kind, value }
  })
  return email === '' ? called : [...called, { kind: 'email', value: email }]
}
