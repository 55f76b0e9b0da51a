// The public pages in Welsh: help, the accessibility statement, and who looked at what.

export const publicWelsh = {
  help: {
    title: 'Cymorth gyda Doorstep',
    start: {
      what: {
        heading: 'Beth yw Doorstep',
        says: {
          reach: 'Mewn argyfwng rhaid i gyngor gyrraedd pawb y gall fod angen cymorth arnynt.',
          prove:
            'Mae Doorstep yn dangos pwy a gyrhaeddwyd, pwy y rhoddwyd cynnig arnynt, a phwy na ' +
            'roddwyd cynnig arnynt.',
          plan:
            'Mae hefyd yn cadw’r hyn sydd ei angen ar bob person, pwy fydd yn gofalu amdano, ' +
            'ac erbyn pryd.',
        },
      },
      signIn: {
        heading: 'Sut i fewngofnodi',
        says: {
          doors:
            'Defnyddiwch eich cyfrif cyngor, cod-allwedd neu god drwy e-bost, fel y cynigir. ' +
            'Neu agorwch ddolen a roddwyd i chi. Nid oes angen cyfrinair arnoch.',
        },
        items: {
          once: 'Mae dolen yn gweithio unwaith, o fewn 24 awr.',
          long: 'Byddwch wedi mewngofnodi am hyd at 12 awr, neu nes i chi wneud dim am 30 munud.',
          next: 'Dewiswch eich enw, ar y dde uchaf, i weld ble rydych wedi mewngofnodi.',
          shared: 'Ar gyfrifiadur a rennir, pwyswch “Allgofnodi” pan fyddwch yn gorffen.',
        },
      },
    },
    roles: 'Beth i’w wneud gyntaf',
    first: {
      'hub-manager':
        'Agorwch “Rhestrau” i lwytho pwy i’w cyrraedd. Yna agorwch “Ymgyrchoedd” i weld pwy ' +
        'sydd ar ôl.',
      'call-handler':
        'Agorwch “Galwadau” a ffoniwch y person a ddangosir. Cadwch yr hyn a ddigwyddodd, a ' +
        'daw’r nesaf.',
      'village-coordinator':
        'Agorwch “Pentrefi” a dewiswch eich un chi. Chwiliwch am strydoedd a chamau nad oes ' +
        'neb wedi’u cymryd.',
      officer:
        'Agorwch “Ymgyrchoedd” i weld beth sy’n hwyr. Yna penderfynwch beth sy’n aros yn ' +
        '“Parau amheus”.',
      'data-protection-officer':
        'Agorwch “Pwy edrychodd” i weld pwy agorodd pa gofnod, pryd, ac at ba ddiben.',
      'system-administrator':
        'Agorwch “Pobl sy’n mewngofnodi”. Ychwanegwch bob person, yna gwnewch ddolen a’i rhoi ' +
        'iddynt.',
      councillor:
        'Agorwch “Pentrefi” a dewiswch eich un chi. Gwelwch pa mor bell yw pob cylch; ni allwch ' +
        'gymryd copi.',
      'village-group':
        'Darllenwch y cytundeb a’i dderbyn. Yna agorwch “Galwadau” a ffoniwch y person a ' +
        'ddangosir.',
      volunteer: 'Agorwch “Fy nhasgau”. Dywedwch ie i un, a gwelwch yr enw a’r cyfeiriad.',
    },
    more: {
      keys: {
        heading: 'Bysellau',
        says: {
          all:
            'Mae bysellau’n arbed amser. Beth bynnag a wnânt, mae botwm neu ddolen ' +
            'yn ei wneud hefyd.',
        },
        items: {
          find: 'Pwyswch {slash} i ddod o hyd i berson.',
          list: 'Pwyswch {question} i weld holl fysellau’r dudalen yr ydych arni.',
          typing: 'Nid yw’r bysellau hyn yn gwneud dim tra byddwch yn teipio mewn blwch.',
        },
      },
      ask: {
        heading: 'Pwy i’w holi',
        items: {
          signIn: 'Am fewngofnodi, neu dudalen sydd ar goll: eich gweinyddwr system.',
          record: 'Am berson, rhestr neu ymgyrch: rheolwr eich canolfan.',
          privacy: 'Am bwy gaiff weld beth: swyddog diogelu data eich cyngor.',
        },
        after: { danger: 'Os oes rhywun mewn perygl nawr, ffoniwch 999 yn gyntaf.' },
      },
    },
  },
  accessibility: {
    title: 'Datganiad hygyrchedd Doorstep',
    wcag: 'Canllawiau Hygyrchedd Cynnwys Gwe fersiwn 2.2',
    abilitynet: 'Mae gan AbilityNet gyngor',
    eass: 'Gwasanaeth Cynghori a Chymorth Cydraddoldeb',
    sections: {
      about: {
        heading: 'Am y datganiad hwn',
        says: {
          who:
            'Mae’n cwmpasu tudalennau Doorstep, y mae eich cyngor yn eu defnyddio ac ' +
            'yn atebol amdanynt.',
          law:
            'Fe’i gwneir o dan Reoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a ' +
            'Rhaglenni Symudol) (Rhif 2) 2018.',
          want: 'Rydym am i bawb allu defnyddio’r tudalennau hyn.',
        },
        items: {
          zoom: 'Dylech allu defnyddio pob tudalen ar sgrin 360 picsel o led.',
          keys: 'Dylech allu gwneud popeth â bysellfwrdd yn unig.',
          scripts: 'Dylech allu gwneud popeth gyda JavaScript wedi’i ddiffodd.',
        },
        after: { device: '{abilitynet} ar wneud eich dyfais yn haws ei defnyddio.' },
      },
      status: {
        heading: 'I ba raddau y mae Doorstep yn cydymffurfio',
        says: {
          partial:
            'Mae Doorstep yn cydymffurfio’n rhannol â’r {wcag}, lefel AA. Mae’r rhesymau isod.',
        },
      },
      known: {
        heading: 'Beth nad yw’n hygyrch',
        items: {
          squares:
            'Mae’r sgwariau ar y map o bentrefi o dan 24 picsel. Mae’r un dolenni yn y teils ' +
            'wrth ei ochr ac yn y tabl oddi tano.',
          links: 'Mae lluniau o ddosbarth mawr yn dal dros 100 o ddolenni yn olynol.',
          zoom: 'Gall labeli mewn lluniau fod yn llai na’r geiriau o’u cwmpas.',
        },
      },
      machine: {
        heading: 'Beth a brofwyd gan beiriant',
        says: {
          only: 'Mae peiriannau’n canfod rhai problemau, byth y cyfan.',
          how: 'Profwyd yn Chromium, 1280 a 360 picsel o led.',
        },
        items: {
          axe:
            'Rheolau axe ar gyfer WCAG 2.2, lefelau A ac AA, ar y rhan fwyaf o dudalennau, ' +
            'llydan a chul.',
          keyboard:
            'Y bysellfwrdd: symud drwy dudalennau cyhoeddus, a’r bysellau y mae Doorstep yn ' +
            'eu hychwanegu.',
          narrow: 'Dim sgrolio i’r ochr ar 360 picsel.',
          scripts: 'Rhai ffurflenni heb JavaScript: eu llenwi, eu hanfon, a chywiro camgymeriadau.',
        },
      },
      untested: {
        heading: 'Beth na phrofwyd eto',
        says: {
          honest: 'Ni allwn ddweud bod y rhain yn gweithio. Nid oes neb wedi’u profi â llaw.',
        },
        items: {
          readers: 'Darllenwyr sgrin, megis NVDA, JAWS, VoiceOver a TalkBack.',
          contrast: 'Themâu cyferbyniad uchel yn Windows.',
          text: 'Testun wedi’i chwyddo i 200%.',
          keyboard: 'Pob tudalen o’r dechrau i’r diwedd â bysellfwrdd yn unig.',
          people: 'Defnydd gan bobl anabl, â’u dyfeisiau eu hunain.',
        },
      },
      report: {
        heading: 'Rhoi gwybod am broblem, neu ofyn am fformat arall',
        says: {
          how:
            'Dywedwch wrth y cyngor sy’n defnyddio Doorstep. Mae ei wefan yn dweud sut i ' +
            'ysgrifennu ato neu ei ffonio.',
          what:
            'Dywedwch pa dudalen oedd hi, beth y ceisioch ei wneud, a beth a ddefnyddiwch i’w ' +
            'darllen.',
          staff: 'Os ydych yn gweithio gyda Doorstep, dywedwch wrth eich gweinyddwr system.',
        },
      },
      enforcement: {
        heading: 'Os nad ydych yn fodlon ar yr ateb',
        says: {
          ehrc:
            'Y Comisiwn Cydraddoldeb a Hawliau Dynol (EHRC) sy’n gorfodi’r rheoliadau hyn. ' +
            'Cysylltwch â’r {eass} (EASS).',
        },
      },
      prepared: {
        heading: 'Pryd yr ysgrifennwyd hwn',
        says: { day: 'Paratowyd y datganiad hwn ar {day}, o’n profion ein hunain.' },
      },
    },
  },
  privacy: {
    title: 'Pwy edrychodd ar beth',
    ico: 'Swyddfa’r Comisiynydd Gwybodaeth',
    sections: {
      why: {
        heading: 'Pam mae’r cyngor yn dal hyn',
        says: {
          purpose:
            'Mae’r cyngor yn defnyddio Doorstep i gyrraedd pobl y gall fod angen cymorth ' +
            'arnynt mewn argyfwng.',
          law:
            'Tasg gyhoeddus yw hon: erthygl 6(1)(e) o GDPR y DU. Mae hysbysiad preifatrwydd ' +
            'eich cyngor yn enwi’r cyfreithiau y tu ôl iddi.',
          consent: 'Nid yw’n dibynnu ar eich caniatâd, felly ni ofynnwyd i chi amdano.',
        },
      },
      what: {
        heading: 'Beth y mae’n ei ddal',
        items: {
          who: 'Eich enw, cyfeiriad, dyddiad geni, rhifau ffôn a chyfeiriad e-bost.',
          lists: 'Pa restrau yr ydych arnynt, a’ch rhif GIG os rhoddodd rhestr ef.',
          calls: 'Pryd y ceisiodd rhywun eich cyrraedd, a beth ddaeth o hynny.',
          needs: 'Beth a ddywedoch sydd ei angen arnoch, a phwy fydd yn gofalu amdano erbyn pryd.',
        },
      },
      seen: {
        heading: 'Pwy gaiff ei weld',
        says: {
          staff: 'Dim ond pobl y mae eu gwaith yn galw amdano, yn y lleoedd y maent yn gweithio.',
          reason: 'Rhoddwyd mynediad i bob un ohonynt at ddiben penodol.',
          dpo:
            'Mae’r swyddog diogelu data yn gwirio pwy edrychodd, yn ôl cyfeirnodau ' +
            'yn lle enwau.',
        },
      },
      recorded: {
        heading: 'Cofnodir pob agoriad',
        says: {
          each:
            'Mae Doorstep yn cofnodi bob tro y bydd rhywun yn agor, chwilio, rhestru, argraffu ' +
            'neu allforio pobl.',
          kept: 'Mae’n cadw pwy edrychodd, pryd, ar bwy, ac at ba ddiben.',
          staff:
            'Os ydych yn gweithio yma: agorwch gofnod dim ond pan fo’ch gwaith yn galw am hynny.',
        },
      },
      ask: {
        heading: 'Gweld pwy edrychodd ar eich cofnod',
        says: {
          whom: 'Gofynnwch i swyddog diogelu data eich cyngor am eich adroddiad eich hun.',
          prove: 'Yn gyntaf byddant yn sicrhau mai chi sy’n gofyn.',
          month: 'Gallwch hefyd ofyn am gopi o’r hyn a ddelir. Mae’r gyfraith yn caniatáu un mis.',
        },
      },
      erase: {
        heading: 'Ei gywiro, neu ei ddileu',
        says: {
          right: 'Dywedwch wrth unrhyw un sy’n eich ffonio, neu’r cyngor, ac fe’i cywirir.',
          erase: 'I gael dileu eich cofnod, gofynnwch i’r swyddog diogelu data.',
          what: 'Yna bydd eich enw, cyfeiriad, rhifau ffôn a nodiadau’n mynd.',
          stays: 'Mae’r hyn sy’n aros yn dweud y gwnaed galwad, heb ddweud pwy ydych chi.',
          refuse:
            'Caiff y cyngor wrthod tra bo cyfraith yn ei orfodi i’w cadw, a rhaid iddo ddweud ' +
            'pam.',
        },
      },
      cookie: {
        heading: 'Cwcis',
        says: {
          one: 'Mae un cwci yn cadw staff wedi mewngofnodi am 12 awr ar y mwyaf.',
          language: 'Mae un yn cadw’r iaith a ddewisoch, am flwyddyn.',
          none: 'Nid yw’n dilyn neb, ac ni chaiff dim ei nôl o wefannau eraill.',
        },
      },
      complain: {
        heading: 'Os nad ydych yn fodlon ar yr ateb',
        says: { ico: 'Cewch gwyno i {ico}.' },
      },
    },
  },
} as const
