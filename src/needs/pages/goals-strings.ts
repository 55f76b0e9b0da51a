// The words of what a plan is for, who helps already, and when it is looked at again.
import { defineStrings, plural } from '../../pages/strings/index.ts'

export const goalsStrings = defineStrings('plan goals', {
  en: {
    title: 'What the plan is for',
    none: 'Nobody has written down what this plan is for, or who helps already.',
    goalsAre: (words: string) => `They want: ${words}`,
    networkIs: (words: string) => `Who helps already: ${words}`,
    reviewedOn: (day: string) => `To be looked at again on ${day}.`,
    noReview: 'No day is named to look at it again.',
    setBy: (name: string, when: string) => `${name} wrote this ${when}`,
    change: 'Change what it is for and when it is looked at again',
    planOf: (name: string) => `Plan for ${name}`,
    goals: 'What they want to reach',
    goalsHint: 'In their own words, such as “to stay at home this winter”.',
    network: 'Who helps already',
    networkHint: 'Family, neighbours, carers: who they are to the person and what they do.',
    review: 'When to look at it again',
    reviewHint: 'A day after today. Leave empty if none is needed.',
    save: 'Save',
    goalsWrong: 'What they want must be 1,000 letters or fewer',
    networkWrong: 'Who helps already must be 1,000 letters or fewer',
    reviewWrong: 'Enter a real day after today and within two years, or nothing',
    due: (n: number, shown: string) =>
      `${shown} ${plural(n, { one: 'plan is', other: 'plans are' })} due to be looked at again.`,
    somebody: 'Somebody',
    somebodyAt: (street: string) => `Somebody in ${street}`,
    since: (day: string) => `since ${day}`,
  },
})
