// What are the invented people of the labelled lists called, and how else are they written? Five
// traditions, each with its short forms and spellings: none of these makes another person.
import type { Random } from '../demo/generate/random.ts'

const list = (words: string) => words.trim().split(/\s+/)

/** `Margaret=Peggy/Maggie`: a name, and the other ways in which lists have it. */
type Name = { readonly usual: string; readonly others: readonly string[] }

const names = (words: string): Name[] =>
  list(words).map(word => {
    const [usual = '', others] = word.replaceAll('_', ' ').split('=')
    return { usual, others: others?.split('/') ?? [] }
  })

type Tradition = { readonly f: Name[]; readonly m: Name[]; readonly surnames: Name[] }

const british: Tradition = {
  f: names(`Margaret=Peggy/Maggie/Meg Elizabeth=Betty/Liz/Beth/Elisabeth Patricia=Pat/Trish
    Kathleen=Kath/Cathleen Dorothy=Dot/Dolly Catherine=Kate/Kathy/Katherine/Catharine Jean
    Barbara=Babs Susan=Sue Christine=Chris/Christina Jacqueline=Jackie Deborah=Debbie/Debra
    Victoria=Vicky Rebecca=Becky Jennifer=Jenny Ann=Anne Mary-Jane=Mary/Mary_Jane Sheila=Shelagh
    Joan Doreen Maureen=Mo Sylvia=Silvia Teresa=Theresa/Terry Sarah=Sara/Sally Hannah=Hanna Lucy
    Charlotte=Lottie Florence=Flo Winifred=Win Eleanor=Nell/Elinor Frances=Fran Gillian=Gill
    Pamela=Pam Valerie=Val Marjorie=Marjory Lesley=Leslie Hilary=Hillary Ruth Audrey June`),
  m: names(`William=Bill/Will Robert=Bob/Rob Richard=Dick/Rick James=Jim/Jimmy John=Jack
    Edward=Ted/Ned/Eddie Henry=Harry Albert=Bert Frederick=Fred/Frederic Ronald=Ron Kenneth=Ken
    Leonard=Len Thomas=Tom Michael=Mick/Mike Anthony=Tony/Antony Stephen=Steven/Steve
    Geoffrey=Jeffrey/Geoff Philip=Phillip/Phil Alan=Allan/Alun Stuart=Stewart Graham=Graeme
    Raymond=Ray Stanley=Stan Ernest=Ernie Walter=Wally Christopher=Chris Peter=Pete David=Dave
    Andrew=Andy Derek=Derrick Keith Norman Jean-Paul=Jean_Paul Reginald=Reg Lawrence=Laurence
    Matthew=Mathew Nicholas=Nicolas/Nick Daniel=Dan Samuel=Sam Joseph=Joe Brian=Bryan Eric=Erik`),
  surnames: names(`Smith=Smyth Taylor=Tayler Brown=Browne Wilson=Willson Clarke=Clark Cooper=Couper
    Green=Greene Reed=Reid/Read White=Whyte Shepherd=Sheppard Thompson=Thomson Johnson=Johnston
    Baker Hall Wood=Woods Harris=Harries Hughes Turner Hill Moore=More Allen=Allan King Carter
    Bennett=Bennet Cook=Cooke Philips=Phillips Davison=Davidson Stevens=Stephens Matthews=Mathews
    Smith-Jones=Smith_Jones/Jones Ashby-Cole=Ashby/Ashby_Cole Hartley-Wood=Wood/Hartley Chapman
    Webb Palmer Mills Knight Barker Dixon=Dickson Hunt Wells Pratt Gunn Moss Finch Frost Bates Lowe
    Dunn Hart Marsh Peachey Chivers Papworth Unwin Haylock Pettit=Pettitt Stearn=Stern Fordham
    McDonald=MacDonald/Mcdonald McKenzie=MacKenzie Fairweather Hale Lamb Fox=Foxe Page=Paige Bell`),
}
const southAsian: Tradition = {
  f: names(`Fatima=Fathima/Fatimah Nasreen=Nasrin Shabnam=Shabnum Aisha=Ayesha/Aysha
    Khadija=Khadijah
    Sunita=Suneeta Priya Meena=Mina Kamala=Kamla Harpreet=Harprit Lakshmi=Laxmi Jaswinder=Jas
    Parveen=Parvin Rukhsana=Ruksana Zainab=Zaynab Asha Geeta=Gita Sadia=Sadiya Yasmin=Yasmeen
    Gurpreet=Gurprit Noor=Nur Shazia Farida=Fareeda Rehana=Rihana Balwinder Razia`),
  m: names(`Mohammed=Muhammad/Mohammad/Md/Mo Ahmed=Ahmad Imran Tariq=Tarik Rajesh=Raj Suresh
    Harbhajan Anil Gurdeep=Gurdip Yusuf=Yousuf/Yousaf Hussain=Husain/Hussein Ali=Aly Abdul
    Iqbal Ranjit=Ranjeet Sanjay=Sunjay Vijay Amir=Aamir/Ameer Bilal Khalid=Khaled Zubair Rashid
    Jaswant Mukesh Naveed=Navid Shahid=Shaheed Usman=Osman Faisal=Faysal Dilip=Dileep`),
  surnames: names(`Patel Shah Khan Singh Kaur Begum=Begom Rao Nair Ahmed=Ahmad Chowdhury=Choudhury
    Malik=Mallick Hussain=Husain/Hussein Akhtar=Akhter Rahman=Rehman Miah=Mia Uddin=Udin Ali Islam
    Bibi Sharma Gill Sandhu Mistry Desai Qureshi=Kureshi Sheikh=Shaikh/Sheik Bhatti Mahmood=Mahmud
    Iqbal Aziz Sethi Dhillon=Dhilon Chaudhry=Chaudhary Joshi Mirza Siddiqui=Siddiqi Bose Das`),
}
const polish: Tradition = {
  f: names(`Agnieszka=Aga Katarzyna=Kasia Małgorzata=Gosia/Malgorzata Zofia=Zosia/Sofia Halina
    Ewa=Eva
    Danuta Anna=Ania Joanna=Asia Barbara=Basia Magdalena=Magda Krystyna=Krysia Elżbieta=Ela/Elzbieta
    Teresa Jadwiga Aleksandra=Ola/Alexandra Maria=Marysia Irena Beata Dorota Wanda Monika=Monica`),
  m: names(`Piotr=Peter Tomasz=Tomek/Thomas Krzysztof=Krzysiek/Kris Stanisław=Staszek/Stanislaw
    Andrzej=Andrew Józef=Jozef/Joseph Marek=Mark Jan=Jon Paweł=Pawel/Paul Wojciech=Wojtek
    Michał=Michal Grzegorz=Greg Jacek Zbigniew=Zbyszek Ryszard=Richard Kazimierz Łukasz=Lukasz
    Marcin=Martin Henryk=Henry Tadeusz=Tadek Dariusz=Darek Adam Mariusz Rafał=Rafal`),
  surnames: names(`Nowak=Novak Kowalski=Kowalska Wiśniewski=Wisniewski/Wisniewska Wójcik=Wojcik
    Zieliński=Zielinski/Zielinska Lewandowski=Lewandowska Kamiński=Kaminski/Kaminska Mazur
    Dąbrowski=Dabrowski Kozłowski=Kozlowski Jankowski Szymański=Szymanski Woźniak=Wozniak Krawczyk
    Piotrowski Grabowski Pawłowski=Pawlowski Michalski Król=Krol Wieczorek Jabłoński=Jablonski
    Majewski Olszewski Stępień=Stepien Malinowski Jaworski Adamczyk Dudek Górski=Gorski Pawlak`),
}
const welsh: Tradition = {
  f: names(`Siân=Sian Megan=Meg Rhiannon Carys=Cerys Eirlys Bronwen=Bron Nerys Gwenllian=Gwen
    Myfanwy=Myf Angharad=Haf Catrin=Katrin Ffion=Fion Lowri=Lowrie Menna Eleri Delyth Glenys=Glenis
    Mair Olwen Elin=Elen Rhian Sioned Tegwen Heledd`),
  m: names(`Gareth=Gaz Dafydd=Dai/David Rhys=Rees/Reece Emyr Owain=Owen Iwan=Ifan/Ewan Huw=Hugh
    Geraint
    Llywelyn=Llewelyn/Llew Ieuan=Iwan Aled Gwilym=William Emlyn Dewi Alun=Alan Idris Tudur=Tudor
    Meirion Hywel=Howell Eifion Sion=Siôn Gethin Bryn Elwyn`),
  surnames:
    names(`Jones Davies=Davis Evans Thomas Llewellyn=Llewelyn Morgan=Morgans Prys=Price/Pryce
    ap-Gwilym=ap_Gwilym/Gwilym Cadwaladr=Cadwallader Williams=William Roberts Griffiths=Griffith
    Lloyd=Loyd Rees=Rhys Powell=Powel Howells=Howell Jenkins=Jenkin Parry Bowen Vaughan=Vaughn Pugh
    Owen=Owens Edwards Lewis=Louis Phillips=Philips Gwynne=Gwyn Probert Bevan=Bevans Hopkins`),
}
const irish: Tradition = {
  f: names(`Siobhán=Siobhan/Shivaun Aoife=Eefa Niamh=Neve Sinéad=Sinead Bridget=Bridie/Brigid
    Gráinne=Grainne Róisín=Roisin Maeve=Meadhbh Ciara=Kiera/Keira Caitríona=Catriona/Katrina
    Oonagh=Una Nuala Máire=Maire/Mary Noreen=Norah Colleen Deirdre Orla=Orlagh Fionnuala=Finola
    Kathleen=Kath Eileen=Aileen Assumpta Concepta Philomena=Phil Attracta`),
  m: names(`Seán=Sean/Shaun/Shane Pádraig=Padraig/Patrick/Paddy Liam=William Ciarán=Ciaran/Kieran
    Eoin=Owen/Eoghan Séamus=Seamus/Shamus Brendan Diarmuid=Dermot Fergal=Fearghal Declan Colm=Colum
    Cormac Niall=Neil Donal=Daniel Aidan=Aodhan Conor=Connor Finbar=Finbarr Malachy Rory=Ruairi
    Gerard=Gerry Oisín=Oisin Tadhg=Tim Cathal Kevin=Caoimhin Michael=Mick/Micheál`),
  surnames:
    names(`O'Brien=OBrien/O_Brien/Brien O'Neill=ONeill/O'Neil O'Connor=OConnor/Connor Murphy Kelly
    McCarthy=MacCarthy/Mccarthy McGrath=Magrath Fitzgerald=FitzGerald Byrne=Byrnes/Burne
    Gallagher=Gallaher Ryan Walsh=Walshe/Welsh Doyle Kennedy Lynch Quinn=Quin Moran Nolan Daly=Daley
    Connolly=Connelly Doherty=Dougherty/O'Doherty Reilly=O'Reilly/Riley Hayes=Hays Burke=Bourke
    Kavanagh=Cavanagh Maguire=McGuire Sweeney=McSweeney Donnelly=Donnolly Keane=Kane Brennan`),
}

const traditions: readonly (readonly [Tradition, number])[] = [
  [british, 60],
  [southAsian, 16],
  [polish, 8],
  [welsh, 8],
  [irish, 8],
]

export type Family = { readonly tradition: Tradition; readonly surname: Name }

export function someFamily(random: Random): Family {
  const tradition = random.weighted(traditions)
  return { tradition, surname: somePopular(tradition.surnames, random) }
}

export function someFirstName({ tradition }: Family, sex: 'f' | 'm', random: Random): Name {
  return somePopular(tradition[sex], random)
}

/** A few names are much commoner than the rest, as everywhere. */
function somePopular(all: readonly Name[], random: Random): Name {
  const at = Math.floor(all.length * random.next() ** 1.6)
  return all[at] ?? random.pick(all)
}

export function otherForm({ usual, others }: Name, random: Random): string {
  return others.length ? random.pick(others) : usual
}

export type { Name }
