// The words of help, of the accessibility statement, and of who looked at what.
import { defineStrings } from '../../pages/strings/index.ts'
import { publicWelsh } from './welsh.ts'

export const publicStrings = defineStrings('public', {
  en: {
    help: {
      title: 'Help with Doorstep',
      start: {
        what: {
          heading: 'What Doorstep is',
          says: {
            reach: 'In an emergency a council must reach everyone who may need help.',
            prove:
              'Doorstep shows who has been reached, who was tried, and who has not been tried.',
            plan: 'It also keeps what each person needs, who will see to it, and by when.',
          },
        },
        signIn: {
          heading: 'How to sign in',
          says: {
            doors:
              'Use your council account, a passkey or a code by email, whichever is offered. ' +
              'Or open a link that you were given. You need no password.',
          },
          items: {
            once: 'A link works once, within 24 hours.',
            long: 'You stay signed in for up to 12 hours, or until you do nothing for 30 minutes.',
            next: 'Choose your name, top right, to see where you are signed in.',
            shared: 'On a shared computer, press “Sign out” when you stop.',
          },
        },
      },
      roles: 'What to do first',
      first: {
        'hub-manager':
          'Open “Lists” to load whom to reach. Then open “Campaigns” to see who is left.',
        'call-handler':
          'Open “Calls” and ring the person shown. Save what happened, and the next one comes.',
        'village-coordinator':
          'Open “Villages” and choose yours. Look for streets and steps that nobody has taken.',
        officer:
          'Open “Campaigns” to see what is late. Then decide what waits in “Doubtful matches”.',
        'data-protection-officer':
          'Open “Who looked” to see who opened which record, when, and what for.',
        'system-administrator':
          'Open “People who sign in”. Add each person, then make a link and give it to them.',
        councillor: 'Open “Villages” and choose yours. You see how far each round is.',
        'village-group':
          'Read the agreement and accept it. Then open “Calls” and ring the person shown.',
        volunteer: 'Open “My jobs”. Say yes to one, and you see the name and the address.',
      },
      more: {
        keys: {
          heading: 'Keys',
          says: { all: 'Keys save time. Whatever they do, a button or a link does too.' },
          items: {
            find: 'Press {slash} to find a person.',
            list: 'Press {question} to see all the keys of the page that you are on.',
            typing: 'These keys do nothing while you type in a box.',
          },
        },
        ask: {
          heading: 'Who to ask',
          items: {
            signIn: 'About signing in, or a page that is missing: your system administrator.',
            record: 'About a person, a list or a campaign: your hub manager.',
            privacy: 'About who may see what: your council’s data protection officer.',
          },
          after: { danger: 'If somebody is in danger now, ring 999 first.' },
        },
      },
    },
    accessibility: {
      title: 'Accessibility statement for Doorstep',
      wcag: 'Web Content Accessibility Guidelines version 2.2',
      abilitynet: 'AbilityNet has advice',
      eass: 'Equality Advisory and Support Service',
      sections: {
        about: {
          heading: 'About this statement',
          says: {
            who: 'It covers the pages of Doorstep, which your council uses and answers for.',
            law:
              'It is made under the Public Sector Bodies (Websites and Mobile Applications) ' +
              '(No. 2) Accessibility Regulations 2018.',
            want: 'We want everyone to be able to use these pages.',
          },
          items: {
            zoom: 'You should be able to use every page on a screen 360 pixels wide.',
            keys: 'You should be able to do everything with a keyboard alone.',
            scripts: 'You should be able to do everything with JavaScript switched off.',
          },
          after: { device: '{abilitynet} on making your device easier to use.' },
        },
        status: {
          heading: 'How far Doorstep complies',
          says: {
            partial:
              'Doorstep partially complies with the {wcag}, level AA. The reasons stand below.',
          },
        },
        known: {
          heading: 'What is not accessible',
          items: {
            squares:
              'The squares on the map of villages are under 24 pixels. The same links are in ' +
              'the tiles beside it and in the table below it.',
            links: 'The pictures of a large district hold over 100 links in a row.',
            zoom: 'Labels inside pictures can be smaller than the words around them.',
          },
        },
        machine: {
          heading: 'What was tested by machine',
          says: {
            only: 'Machines find some problems, never all of them.',
            how: 'We tested in Chromium, 1280 and 360 pixels wide.',
          },
          items: {
            axe: 'The axe rules for WCAG 2.2, levels A and AA, on most pages, wide and narrow.',
            keyboard: 'The keyboard: moving through public pages, and the keys that Doorstep adds.',
            narrow: 'No sideways scrolling at 360 pixels.',
            scripts:
              'Some forms without JavaScript: filling them in, sending them, mending mistakes.',
          },
        },
        untested: {
          heading: 'What was not tested yet',
          says: { honest: 'We cannot say that these work. Nobody has tried them by hand.' },
          items: {
            readers: 'Screen readers, such as NVDA, JAWS, VoiceOver and TalkBack.',
            contrast: 'High contrast themes in Windows.',
            text: 'Text enlarged to 200%.',
            keyboard: 'Every page from start to end with a keyboard alone.',
            people: 'Use by disabled people, with their own devices.',
          },
        },
        report: {
          heading: 'Report a problem, or ask for another format',
          says: {
            how:
              'Tell the council that uses Doorstep. Its website says how to write to it or ' +
              'ring it.',
            what: 'Say which page it was, what you tried to do, and what you use to read it.',
            staff: 'If you work with Doorstep, tell your system administrator.',
          },
        },
        enforcement: {
          heading: 'If you are not happy with the answer',
          says: {
            ehrc:
              'The Equality and Human Rights Commission (EHRC) enforces these regulations. ' +
              'Contact the {eass} (EASS).',
          },
        },
        prepared: {
          heading: 'When this was written',
          says: { day: 'This statement was prepared on {day}, from our own tests.' },
        },
      },
    },
    privacy: {
      title: 'Who looked at what',
      ico: 'Information Commissioner’s Office',
      sections: {
        why: {
          heading: 'Why the council holds this',
          says: {
            purpose: 'The council uses Doorstep to reach people who may need help in an emergency.',
            law:
              'This is a public task: article 6(1)(e) of the UK GDPR. Your council’s privacy ' +
              'notice names the laws behind it.',
            consent: 'It does not rest on your consent, so you were not asked for it.',
          },
        },
        what: {
          heading: 'What it holds',
          items: {
            who: 'Your name, address, date of birth, phone numbers and email address.',
            lists: 'Which lists you are on, and your NHS number if a list gave it.',
            calls: 'When somebody tried to reach you, and what came of it.',
            needs: 'What you said you need, and who will see to it by when.',
          },
        },
        seen: {
          heading: 'Who may see it',
          says: {
            staff: 'Only people whose work needs it, for the places they work in.',
            reason: 'Each of them was let in for a stated purpose.',
            dpo: 'The data protection officer checks who looked, by references instead of names.',
          },
        },
        recorded: {
          heading: 'Every opening is recorded',
          says: {
            each:
              'Doorstep records each time somebody opens, searches, lists, prints or ' +
              'exports people.',
            kept: 'It keeps who looked, when, at whom, and what for.',
            staff: 'If you work here: open a record only when your work needs it.',
          },
        },
        ask: {
          heading: 'See who looked at your record',
          says: {
            whom: 'Ask your council’s data protection officer for your own report.',
            prove: 'They will first make sure that it is you who asks.',
            month: 'You can also ask for a copy of what is held. The law allows one month.',
          },
        },
        erase: {
          heading: 'Have it put right, or erased',
          says: {
            right: 'Tell anyone who rings you, or the council, and it will be put right.',
            erase: 'To have your record erased, ask the data protection officer.',
            what: 'Your name, address, phone numbers and notes then go.',
            stays: 'What stays says that a call was made, without saying who you are.',
            refuse: 'The council may refuse while a law makes it keep them, and must say why.',
          },
        },
        cookie: {
          heading: 'Cookies',
          says: {
            one: 'One cookie keeps staff signed in for at most 12 hours.',
            language: 'One keeps the language that you chose, for a year.',
            none: 'It follows nobody, and nothing is fetched from other sites.',
          },
        },
        complain: {
          heading: 'If you are not happy with the answer',
          says: { ico: 'You may complain to the {ico}.' },
        },
      },
    },
  },
  cy: publicWelsh,
})
