// The words of questions about looks.
import { defineStrings, plural } from '../../pages/strings/index.ts'

export const questionStrings = defineStrings('questions', {
  en: {
    questions: 'Questions about looks',
    lead:
      'Doorstep asks when a look is unusual. Most have a good reason. The person and their ' +
      'manager do not see this page.',
    none: 'There is no question.',
    waiting: (shown: string) => `Waiting for an answer: ${shown}`,
    caption: 'Questions, those that wait first',
    question: 'Question',
    who: 'Whose looks',
    age: 'Age',
    looks: 'Looks',
    state: 'Answer',
    noName: 'Name erased',
    rules: {
      'own-record': 'Looked at their own record',
      'same-surname': 'Looked up somebody with the same surname',
      neighbour: 'Looked up somebody who lives near them',
      mass: 'Saw more than 100 people within an hour',
      'out-of-zone': 'Opened somebody outside the places they look after',
      again: 'Opened one person again and again without doing anything',
      night: 'Looked at night, without work on record',
      export: 'Took people’s details in a file',
    },
    states: {
      open: 'Waits',
      explained: 'Explained',
      'look-into': 'To be looked into',
      serious: 'Serious',
    },
    onDay: (day: string) => `On ${day}`,
    count: (shown: string, n: number) => `${shown} ${plural(n, { one: 'look', other: 'looks' })}`,
    rests: 'The looks that it rests on',
    decide: 'What was it?',
    decideMissing: 'Choose what it was',
    note: 'How do you know?',
    noteMissing: 'Say how you know, in at least 5 letters',
    save: 'Save the answer',
    answered: (answer: string, by: string, at: string) => `${answer}. ${by}, ${at}.`,
  },
})
