// The words of what is mine today, for coordinators and councillors.
import { defineStrings, plural } from '../../pages/strings/index.ts'

const many = (n: number, one: string, other: string) => plural(n, { one, other })

export const mineWords = defineStrings('today.mine', {
  en: {
    title: 'Today',
    left: (n: number) => `{left} ${many(n, 'person', 'people')} left to reach, of {listed}.`,
    nothingCounted: 'Nobody is listed in your places yet.',
    jobs: (n: number) =>
      n === 0 ? 'No job waits.' : `${n} ${many(n, 'job waits', 'jobs wait')} for somebody.`,
    handled: (n: number) =>
      n === 0 ? 'No worry is open.' : `${n} ${many(n, 'person is', 'people are')} being handled.`,
    more: (n: number, shown: string) => `${shown} more ${many(n, 'village', 'villages')}`,
    since: (when: string) => `Being handled since ${when}`,
    worryNote: 'The safeguarding desk has it. You need not do more, nor go in by yourself.',
    unnamed: 'Somebody',
    due: (when: string) => `Due ${when}.`,
    late: 'Late',
    askAbout: (name: string) => `Ask the council for help with ${name}`,
    allJobs: 'Every step that nobody has',
    asked: (n: number) =>
      n === 0
        ? 'You wait for no answer.'
        : `You wait for ${n} ${many(n, 'answer', 'answers')} from the council.`,
    forMe: (n: number) => `${n} ${many(n, 'question waits', 'questions wait')} for your answer`,
    with: (who: string) => `With ${who}.`,
    nobody: 'nobody',
    answerBy: (when: string) => `Due by ${when}.`,
    askFor: (village: string) => `Ask for help for ${village}`,
    askPerson: 'Ask for help with one person: find them',
  },
})
