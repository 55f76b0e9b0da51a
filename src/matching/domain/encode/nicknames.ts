// Which first names are one name? Short forms, old abbreviations, and the same name in English,
// Welsh, Irish, Scots, Polish and South Asian spelling. Long, because it is a list: a line per
// name, and a name may stand in more than one. The last two are forms that are names as well.

const lines = `
aaron arron ronnie aron
abigail abby abbie gail abi
abdul abdool abdal
abraham abe bram ibrahim ebrahim
adam adamski ad
adelaide addie ada adele
agnes aggie nancy agnieszka aga
ahmed ahmad ahmet achmed
aisha ayesha aysha aisha aishah
alan allan allen alun al
albert al bert bertie alb
alexander alex alec sandy alasdair alistair alastair alasteir aleksander olek sasha xander zander
alexandra alex sandra alexa sandy aleksandra ola lexi
alfred alf alfie fred freddie
ali aly alli
alice ally allie alys alicja elsie
alison ali allison alyson
amanda mandy
amelia amy millie mia
andrew andy drew andreas andrzej andras andro
angela angie ange aniela
ann anne anna annie nan nancy hannah ania anya anita ana anne-marie hanna
anthony antony tony ant antoni anton
antoinette toni nettie
archibald archie arch baldie
arthur art artie artur arth
augustus gus august augustin
barbara barb babs barbie basia
bartholomew bart bartek barth batt
beatrice bea trixie beatrix beattie
benjamin ben benny benj beniamin
bernard bernie barney
bernadette bernie
bridget bridie biddy brigid brighid brid
bronwen bron bronwyn
cameron cam
caroline carol carrie caro carolyn karolina lina
catherine cathy kate katie katherine kathryn kathleen kitty cath kath kay katarzyna kasia
+ caitlin catrin cat katharine catharine kathy kit katy
cecilia cecily celia cissie sheila sile
charles charlie chas chuck karol siarl chaz charley
charlotte charlie lottie lotte charly
christian chris christy krystian
christine chris chrissie christina tina krystyna kirsty kirsten krysia chrissy
christopher chris kit topher krzysztof christy xpher krzys
clara clare claire klara
constance connie
cornelius con neil corny
cynthia cindy
daniel dan danny deiniol danno
daphne daff
david dave davy dai dafydd dewi dawid taffy
deborah deb debbie debra debs
denis dennis den denny
desmond des
diana di diane dianne
dominic dom nick dominik
donald don donnie domhnall
dorothy dot dottie dolly dora dorota dorothea
douglas doug dougie
duncan dunc
edith edie
edmund ed eddie ned ted edmond
edward ed eddie ned ted teddy iorwerth edw edwd
edwin ed eddie
eileen aileen eibhlin
eleanor ellie nell nora elinor elin ella ellen nelly eleanora elena lenore
elizabeth liz beth betty eliza lizzie libby elsie lisa bess betsy bessie elspeth elzbieta
+ ela bethan eliz elisabeth lizbeth lilibet elsbeth
emily em emmy emilia emma millie
emma em emmy ema
eric erik rick
ernest ernie ern
esther essie hester ester hetty
eugene gene owen eoghan
eva eve evie ewa
evan ieuan iwan ifan ianto
evelyn eve evie evelina
ezekiel zeke
fatima fatema fatimah fathima
felicity flick fliss
florence flo florrie flossie
frances fran fanny frankie francesca franciszka
francis frank frankie fran frances franciszek francie
frederick fred freddie fredrick frederic fryderyk fredk
gabriel gabe gabby
gabrielle gabby gabi gabriela
gareth gary gaz
geoffrey geoff jeff jeffrey jeffery geoffry
george georgie geo jerzy geordie siors jurek seoirse
georgina georgie gina georgiana georgia
gerald gerry jerry ged
gerard gerry ged jerry gerrard
gertrude gertie trudy trude
gilbert gil bert gib
gillian gill jill gillie jillian
gladys gwladys
graham graeme grahame
gregory greg grzegorz gregor grzes
gwendoline gwen gwendolyn gwenda wendy gwendolen gwenllian
gwilym william wil gwil
hamza hamzah
harold harry hal haroldas harald
harriet hattie harriett harrie hetty
harry henry hari
hassan hasan
helen nell ellen helena lena elena halina nellie helene
henrietta etta hetty henny
henry harry hal hank henryk hen hy hal
herbert bert herb bertie
horace horry
howard howie
hubert bert hugh
hugh hughie huw hugo aodh shug
humphrey humph wmffre
hussain hussein husain hussayn husein
ian iain iwan
imran emran
irene rene renie irena
isaac ike isac ishaq
isabella bella isabel izzy isobel belle isabelle ishbel isla isa
ivor ifor
jack john jackie jock jac
jacob jake jakub jacub kuba yaqub yakub
jacqueline jackie jacqui jacquie
james jim jimmy jamie jem hamish seamus shamus iago jas jakub
jane janie jenny janet jean joan sian sinead sine jayne
janet jan jenny jessie janette
janice jan
jason jase
jean jeanie jeannie sheena jeanne
jennifer jen jenny jenni jennie
jeremiah jerry jeremy
jeremy jez jerry jem
jerome jerry
jessica jess jessie jessy
joan joanie siobhan joanna johanna
joanna jo joanne anna joasia joann
john jack johnny jon ian sean jan shaun shawn sion ieuan evan ewan jonny eoin jno johnnie
+ hans juan jean giovanni ivan johann jock
jonathan jon jonny nathan jonathon johnathan jono
joseph joe joey jozef josef jos yusuf yousef youssef jo
josephine jo josie posy jozefa fifi
joshua josh
joyce joy
judith judy jude judit
julia julie jules juliet julianna
julian jules jools julius
karen kaz karin
kayleigh kay kaylee kelly
kenneth ken kenny kenn
kevin kev caoimhin
khalid khaled kaleed
kimberley kim kimberly
krishna krish kishan
lakshmi laxmi lakshmy
lancelot lance
laura laurie lori laurel
laurence larry laurie lawrence lars wawrzyniec lol lorenzo
leonard len lenny leo lennie
leonora nora leonie
leslie les lesley
lewis lou louis lew llewelyn ludwik louie
lilian lily lil lilly lillian lillie
linda lynn lin lindy lynda lyn lynne
louisa louise lou lulu luisa
lucy lou lulu lucia lucinda luce lucie
luke lukasz luc lucas
lydia lyddie
mabel mab amabel
madeleine maddie madeline madge maddy
magdalena magda lena maddie
mahmood mahmud mahmoud
malcolm mal malc calum
malgorzata gosia margaret
manuel manny
marcus marc mark marek
margaret maggie meg peg peggy madge greta rita daisy mags marge margery marjorie mairead
+ megan marged margo gretel margt margot maisie
maria mary marie ria mair maire maura moira marysia
marion marian mary marianne
mark marc marek marcus markus
martha mattie patty marta marthe
martin marty marcin martyn
mary molly polly mae may mamie minnie marie maria mair mhairi mairi moll
mathilda matilda tilly mattie maud tilda
matthew matt matty mateusz mathew mat matthias mateus
maurice mo morris moss maurycy meurig
maxwell max
maximilian max
maxine max
melanie mel
melissa mel missy lissa
mercy mercia
michael mike mick mickey micky michal mikey mihangel micheal mikolaj mitch mich
michelle shelly chelle shell
mildred millie milly
miriam mimi mirjam maryam mariam myriam
mohammed muhammad mohamed mohammad mohamad muhammed mohd md muhamad mo mehmet mahomed
montague monty
montgomery monty
morgan morgana
moses moe musa mosze
mustafa mustapha moustafa
myfanwy myf fanny
nancy nan nance
natalie nat nathalie natalia natasha
nathaniel nat nathan nate nathanael
neil neal niall nial
nicholas nick nicky nicolas mikolaj nico klaus colin nich nicol
nicola nicky nikki nicole
nigel nige
noor nur nour
norah nora honora noreen
norman norm normie
oliver ollie noll olivier olly
olivia liv livvy ollie oliwia
omar umar omer umer
oswald oz ossie
owen owain eoin eugene
pamela pam pammie
patricia pat patsy tricia patti trish paddy patty patrycja
patrick pat paddy rick padraig patryk padraic pad
paul pauly pawel pol paulie
pauline paula polly paulina
penelope penny pen
percival percy perce
peter pete piotr pedr petr pierre
philip phil pip phillip filip pip philippe
philippa pippa pip phillipa
phyllis phyl phillis
priscilla cilla prissy
priya pria
rachel rach rae rachael raquel
rajesh raj raja
rajinder raj rajender
ralph rafe raph rolf
ramesh ram
raymond ray redmond rajmund
rebecca becky becca beck rebekah reba
reginald reg reggie rex
rhiannon rhian
rhys rees reece reese rhy
richard rick dick rich ricky richie dickie ryszard rys ric ritchie rhisiart
robert rob bob bobby robbie bert robin rupert rab roberto rabbie robt
roberta bobbie berta robbie
roderick rod rory rhodri roddy
rodney rod
roger rodge hodge rodger
roland rollo roly rowland
ronald ron ronnie
rosalind ros rosie lindy
rose rosie rosemary rosa roza roisin rosy
rosemary rosie romy rosemarie
roy rory
russell russ
samantha sam sammy
samuel sam sammy sami saml
sandra sandy cassandra
sarah sally sadie sara sal zara
saeed said sayed saeeda syed sayyid
sean shaun shawn shane john
sheila shelagh sile sheelagh
sidney sid sydney syd
silas sylvanus
simon sim si szymon simeon
sophia sophie sofia zofia zosia sofie
stanley stan stanislaw staszek
stephanie steph stefania stephy
stephen steve steven stefan szczepan stevie steffan ste stephan steph
stuart stewart stu stew
susan sue susie susanna suzanne sukie zuzanna susannah suzie suzanna zuza
sylvia silvia sylvie
teresa terry tess theresa tessa tereska treasa
terence terry terrence tel
thaddeus tad tadeusz thady
theodore ted teddy theo
thomas tom tommy tomasz twm tam thos tomas tomos tommie
timothy tim timmy tymoteusz
tobias toby
tracey tracy
ursula urszula
usman osman uthman othman
valerie val valery
veronica ronnie vera weronika nicky
victor vic wiktor
victoria vicky tori vic viktoria wiktoria queenie vikki vickie
vincent vince vinny wincenty vin
violet vi viola
virginia ginny ginger
vijay bijay
walter wally walt wat gwallter
wilfred wilf fred wilfrid
wilhelmina mina minnie billie wilma
william will bill billy willie wm gwilym liam wil willy bil guillaume wilhelm wilem uilliam
winifred win winnie freda winnifred gwenfrewi
yasmin jasmine yasmine jasmin
yvonne evonne
zachary zach zack zak zac zacharias zakariya
zainab zaynab zeinab
kathleen kath cathleen kathy katy
marjorie marjory margery marge
`

const groupsMax = 4
let groupsOfName: Map<string, number[]> | undefined
let heads: readonly string[] | undefined

/** The groups that a folded first name belongs to; none for a name that has no other form. */
export function nicknameGroups(name: string): readonly number[] {
  groupsOfName ??= readGroups()
  return groupsOfName.get(name) ?? []
}

/** Groups by the name that stands for them: what is kept must outlive a new line in the list. */
export function nicknamesOf(name: string): readonly string[] {
  heads ??= headsOfRows()
  return nicknameGroups(name).map(group => heads?.[group] ?? '')
}

/** Peggy and Margaret: one is a form of the other, and no name of its own as Jean and Jane are. */
export function isFormOf(one: string, other: string): boolean {
  heads ??= headsOfRows()
  if (heads.includes(one) === heads.includes(other)) return false
  const groups = nicknameGroups(other)
  return nicknameGroups(one).some(
    group => groups.includes(group) && [one, other].includes(heads?.[group] ?? ''),
  )
}

function rows(): string[] {
  return lines.trim().replaceAll('\n+ ', ' ').split('\n')
}

function headsOfRows(): readonly string[] {
  return rows().map(row => row.slice(0, row.indexOf(' ')))
}

function readGroups(): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [group, line] of rows().entries()) {
    for (const name of new Set(line.split(' '))) {
      const known = groups.get(name) ?? []
      if (known.length < groupsMax) groups.set(name, [...known, group])
    }
  }
  return groups
}
