// The words of adding somebody by hand, and of doubting that two records are two people.
import { defineStrings } from '../../pages/strings/index.ts'

export const addStrings = defineStrings('people add', {
  en: {
    parted: 'Parted. Both records are as they were.',
    add: 'Add a person',
    addLink: 'Add a person who is not here',
    lead: 'Look for them first: most people are here already.',
    leadLink: 'Find a person',
    uprn: 'Property number, if there is no address (UPRN, optional)',
    uprnHint: 'Up to 12 digits',
    uprnWrong: 'Enter the property number in digits only, 12 or fewer',
    source: 'How do we know of them?',
    sources: {
      'own-call': 'They rang us',
      'other-call': 'Somebody rang about them',
      door: 'We met them at the door',
      referral: 'Another service told us',
    },
    sourceMissing: 'Choose how we know of them',
    purpose: 'What do we keep their details for?',
    purposes: {
      'asked-for-help': 'They asked for help',
      'worried-about': 'Somebody is worried about them',
      'at-risk': 'They may be at risk in an emergency',
      'same-household': 'They live with somebody we help',
    },
    purposeMissing: 'Choose what we keep their details for',
    placeMissing:
      'Enter a postcode or property number in a place that you look after. Others are for the ' +
      'hub manager to add.',
    willDo:
      'Saving puts them on the register at once. No list named them, so no campaign rings them: ' +
      'plan what they need on their page.',
    save: 'Add this person',
    known: 'Is it one of these?',
    knownBody: 'Open a record to go on with it. What you typed stays below until then.',
    noneOfThese: 'None of these: add a new person',
    noneThen: 'Where much is the same, a colleague compares the two records afterwards.',
    added: 'Added. Nothing else was changed.',
    addedDoubt: 'Added. A colleague compares this record with the one that is much alike.',
    doubted: 'Thank you. A colleague compares the two records.',
    alike: 'May be the same person',
    alikeLink: 'This may be the same person as…',
    alikeTitle: 'Which record may be the same person?',
    alikeBody: 'Nothing is joined now. A hub manager or an officer compares the two and decides.',
    alikeLabel: 'Find the other record by name, phone, postcode or record number',
    alikeFind: 'Find',
    alikeNobody: 'No other record found. Try fewer words.',
    alikeChoose: 'The same person',
    alikeNote: 'Why you think so (optional)',
    judge: 'Compare and decide',
    waits: 'A colleague will compare the two.',
    backToPerson: 'Back to this person',
  },
})
