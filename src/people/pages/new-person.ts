// What a page of another capability needs to add somebody: the boxes, the reading, the question.
export { type Likely as LikelyPeople, MayBe } from './add-form.tsx'
export {
  type Answers as NewPerson,
  inputOf as describedIn,
  noAnswers as nobodyYet,
  type Problems as NewPersonProblems,
  problemsOf as wrongWith,
  typedAnswers as typedPerson,
} from './person-answers.ts'
export { PersonProblems, ShortFields } from './person-fields.tsx'
export { readLikely } from './read-likely.ts'
