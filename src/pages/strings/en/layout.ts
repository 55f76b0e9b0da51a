// The words of the frame around every page.
import { defineStrings } from '../strings.ts'

export const layoutStrings = defineStrings('layout', {
  en: {
    title: (page: string) => `${page}. Doorstep`,
    titleWithErrors: (page: string) => `Error: ${page}. Doorstep`,
    home: 'Doorstep: go to your first page',
    skip: 'Skip to main content',
    searchLabel: 'Find a person, phone, postcode or reference',
    searchHint: 'Find a person',
    account: (name: string, role: string) => `${name}, ${role}`,
    signOut: 'Sign out',
    language: 'Language',
    navigation: 'Main menu',
    practice: 'Practice data',
    practiceNote: 'Nothing here is real.',
    breadcrumb: 'Breadcrumb',
    footer: 'About this service',
    find: 'Find a person',
    help: 'Help',
    accessibility: 'Accessibility',
    privacy: 'Who looked at what',
    dayNumber: (day: number) => `Day ${day}`,
    keysTitle: 'Keys on this page',
    keysNote: 'They work when you are not typing in a box.',
    keyFind: 'Find a person',
    keyList: 'Show this list',
    close: 'Close',
  },
})
