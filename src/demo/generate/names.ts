// What are invented people called? A British mix, kept as their owners would write it.
import { at, type Random } from './random.ts'

const split = (words: string) => words.trim().split(/\s+/)

const older = {
  f: split(`Margaret Jean Mary Joan Patricia Sheila Barbara Doreen June Maureen Brenda Pamela Edna
    Ivy Sylvia Beryl Hazel Audrey Rita Marjorie Vera Gwen Olive Winifred Eileen Josephine
    Kathleen Dorothy Betty Rosemary Shirley Norma Daphne Muriel Phyllis Mary-Jane Ann-Marie`),
  m: split(`John Peter Brian Kenneth Ronald Derek Roy Dennis Raymond Gordon Stanley Arthur Albert
    Frank Leonard Harold Walter Ernest Norman Reginald Douglas Bernard Cyril Maurice Leslie Geoffrey
    Donald Alan Trevor Keith Graham Malcolm Clive Roger Jean-Paul Colin Eric Hugh`),
}
const younger = {
  f: split(`Sarah Emma Claire Nicola Rachel Laura Amy Charlotte Sophie Jessica Hannah Lucy Chloe
    Grace Alice Zoe Ruth Helen Karen Tracey Joanne Lisa Michelle Donna Julie Samantha Kelly`),
  m: split(`David Andrew Mark Paul Stephen Ian James Daniel Thomas Matthew Luke Adam Jack Ben Oliver
    Harry Samuel Joseph Simon Martin Neil Gareth Stuart Darren Lee Craig Jamie Ryan`),
}
const english = split(`Smith Taylor Brown Wilson Johnson Wright Walker White Green Hall Wood Harris
  Martin Jackson Clarke Cooper Ward Turner Hill Moore Baker King Carter Parker Bennett Cook Shaw
  Chapman Webb Palmer Mills Knight Barker Dixon Hunt Wells Pratt Gunn Larkin Moss Finch Whitby
  Ogden Penn Frost Bates Prior Lowe Dunn Cole Hart Keane Marsh Amadi Peachey Chivers Papworth
  Unwin Haylock Norden Pettit Stearn Fordham Thoday Warboys Cutter Coe Hale Lamb Doyle Fairweather
  Smith-Jones Ashby-Cole Hartley-Wood Ellis Kirk Sharp Reed Fox Lane Rose Day Page Bell Long Gray`)
const scottishIrish = split(`McDonald McKenzie MacLeod O'Brien O'Neill O'Connor Murphy Kelly Ryan
  McCarthy McGrath Fitzgerald Campbell Stewart Fraser Sinclair D'Arcy MacGregor Byrne Gallagher`)

type Tradition = { f: string[]; m: string[]; surnames: string[]; language: string | null }

const traditions: (readonly [Tradition | null, number])[] = [
  [null, 78],
  [
    {
      f: split('Siân Megan Rhiannon Carys Eirlys Bronwen Nerys Gwenllian'),
      m: split('Gareth Dafydd Rhys Emyr Owain Iwan Huw Geraint'),
      surnames: split('Jones Davies Evans Thomas Llewellyn Morgan Prys ap-Gwilym Cadwaladr'),
      language: 'Welsh',
    },
    3,
  ],
  [
    {
      f: split('Agnieszka Katarzyna Małgorzata Zofia Halina Danuta Ewa'),
      m: split('Piotr Tomasz Krzysztof Stanisław Andrzej Józef Marek'),
      surnames: split('Nowak Kowalski Wiśniewski Wójcik Zieliński Lewandowski Kamiński Mazur'),
      language: 'Polish',
    },
    5,
  ],
  [
    {
      f: split('Asha Sunita Priya Meena Kamala Fatima Nasreen Shabnam Harpreet Lakshmi'),
      m: split('Dev Rajesh Amir Imran Suresh Harbhajan Mohammed Anil Tariq Gurdeep'),
      surnames: split('Patel Shah Khan Singh Kaur Begum Rao Nair Ahmed Chowdhury Sethi Malik'),
      language: 'Gujarati',
    },
    7,
  ],
  [
    {
      f: split('Mei Xiu-Ying Ling Wai-Ling Jing Siu-Fong'),
      m: split('Wei Ka-Ming Jun Chi-Keung Hao Kwok-Wah'),
      surnames: split('Chan Wong Li Zhang Cheung Tran Ng Lau'),
      language: 'Cantonese',
    },
    4,
  ],
  [
    {
      f: split('Adaeze Folake Blessing Abena Comfort Joy'),
      m: split('Chidi Kwame Emeka Kofi Tunde Babatunde'),
      surnames: split('Okafor Adeyemi Mensah Boateng Okonkwo Idowu'),
      language: null,
    },
    3,
  ],
]

export type Naming = { tradition: Tradition | null; surname: string }

/** A household's usual surname, and where its first names come from. */
export function householdNaming(random: Random): Naming {
  const tradition = random.weighted(traditions)
  if (tradition) return { tradition, surname: random.pick(tradition.surnames) }
  return { tradition, surname: random.pick(random.chance(0.12) ? scottishIrish : english) }
}

export function firstName(naming: Naming, who: { sex: 'f' | 'm'; age: number }, random: Random) {
  const pool = naming.tradition ?? (who.age >= 58 ? older : younger)
  return random.pick(pool[who.sex])
}

/** The few who have one name only: the surname cell is then empty. */
export const singleNames = split('Suharto Govinda Thiha Sukarno Madhuri Tenzin')

export function staffName(index: number, random: Random): string {
  const first = index % 2 ? younger.f : younger.m
  const surname = random.chance(0.15) ? random.pick(at(traditions, 3)[0]?.surnames ?? english) : ''
  return `${random.pick(first)} ${surname || random.pick(english)}`
}
