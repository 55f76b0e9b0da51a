// The words of organisations and settings in a village.
import { defineStrings, plural } from '../../pages/strings/index.ts'

export const organisationStrings = defineStrings('places.organisations', {
  en: {
    villages: 'Villages',
    title: 'Organisations in a village',
    headline: (n: number, shown: string, village: string) =>
      n === 0
        ? `${village}: no organisation is known yet.`
        : `${shown} ${plural(n, { one: 'organisation', other: 'organisations' })} in ${village}.`,
    lead: 'Shops, care homes, schools and halls. A campaign can reach them as it reaches people.',
    name: 'Name',
    nameHint: 'As people in the village call it',
    kind: 'Kind',
    kindNone: 'Choose a kind',
    kinds: {
      shop: 'Shop',
      business: 'Business',
      'care-home': 'Care home',
      school: 'School',
      hall: 'Hall',
      'park-home-site': 'Park home site',
      other: 'Other',
    },
    street: 'Street',
    streetUnknown: 'Street not known',
    phone: 'Phone',
    phoneHint: 'Leave empty if there is none',
    noPhone: 'No phone',
    change: 'Change',
    changeThis: (name: string) => `Change ${name}`,
    add: 'Add an organisation',
    addButton: 'Add it',
    changed: 'Change an organisation',
    save: 'Save',
    wrong: {
      nameMissing: 'Enter the name',
      nameLong: 'The name must be 200 letters or fewer',
      kindMissing: 'Choose the kind',
      placeUnknown: 'Choose a street of this village',
      phoneWrong: 'Enter a phone number, like 01632 960 142, or leave it empty',
    },
  },
})
