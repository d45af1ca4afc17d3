import { type Cues, wordSet, words } from '../../quotations/cue-types.ts'
import { PLACES } from './places.ts'
import { BARE, BARE_SURE, NAMING, PROMISING, URGING, VERBS, WEAK } from './verbs.ts'

const phrases = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((one) => words(one))

export const englishCues: Cues = {
  verbs: VERBS,
  weak: WEAK,
  bare: BARE,
  bareSure: BARE_SURE,
  promising: PROMISING,
  urging: URGING,
  naming: NAMING,
  impersonal: new Set(),
  states: wordSet(
    'confident sure certain convinced adamant hopeful afraid optimistic concerned worried clear aware doubtful sceptical skeptical',
  ),
  nouns: wordSet(
    `statement claim report announcement assertion allegation view opinion belief warning suggestion assurance promise pledge
    accusation rumour rumor news conclusion insistence admission denial hope fear confidence concern remark comment theory
    frustration anger criticism regret outrage dismay disappointment demand argument charge complaint contention speculation suspicion worry impression idea notion message argument prediction`,
  ),
  openers: wordSet('that whether'),
  questions: wordSet('if why how when where what who whom which whose'),
  sourcePhrases: phrases(`according to
    in the words of
    in the opinion of
    in the view of
    in the opinion
    in the eyes of
    in the judgment of
    in the estimation of`),
  joiners: wordSet('and but while yet or'),
  roles:
    wordSet(`minister president chairman chairwoman chairperson chair mayor governor spokesman spokeswoman spokesperson official officer general colonel major
    captain lieutenant sergeant commander chief head director manager owner founder cofounder leader member deputy senator lawmaker legislator mp congressman
    congresswoman ambassador envoy diplomat adviser advisor aide secretary judge prosecutor lawyer attorney solicitor barrister professor
    scientist sociologist economist historian analyst expert researcher scholar author writer journalist reporter correspondent editor
    columnist blogger activist campaigner organiser organizer volunteer doctor nurse surgeon teacher student worker miner driver baker farmer
    shopkeeper trader businessman businesswoman entrepreneur resident witness eyewitness neighbour neighbor mother father brother sister wife husband son
    daughter widow uncle aunt protester protestor demonstrator source insider negotiator mediator bishop priest imam reverend pope king queen prince princess
    coach singer actor actress artist musician pensioner veteran soldier policeman policewoman investigator detective
    administrator coordinator representative delegate councillor councilman councilwoman politician premier chancellor speaker rapporteur critic
    supporter opponent rival colleague friend relative passenger customer client participant user candidate inspector
    commissioner monk nun warden sheriff marshal admiral brigadier corporal ombudsman parliamentarian strategist pundit specialist engineer
    designer builder fisherman sailor pilot refugee migrant parent child woman man boy girl people person staff executive nominee
    republican democrat conservative liberal voter pollster consultant counsel juror magistrate justice academic sociologist biologist physicist
    chemist psychologist psychiatrist physician paramedic firefighter guard commentator anchor host presenter producer publisher
    filmmaker photographer translator biographer novelist poet playwright critic curator archaeologist archeologist geologist
    meteorologist epidemiologist virologist statistician banker broker investor trader auditor accountant landlord tenant
    villager townsman local survivor victim hostage prisoner detainee inmate suspect defendant plaintiff claimant accuser whistleblower
    informant spy agent operative militant rebel fighter insurgent gunman warlord elder chieftain sheikh ayatollah rabbi cleric
    pastor preacher cardinal archbishop chaplain theologian philosopher ceo cfo coo owner boss chairperson treasurer
    undersecretary minister-designate vice-president viceroy emir sultan shah monarch duke lord lady sir dame baron baroness
    player striker midfielder goalkeeper captain champion athlete runner swimmer boxer umpire referee`),
  epithets:
    wordSet(`editor manager owner founder coach bishop priest sheriff captain colonel major barrister expert analyst politician official diplomat lawmaker legislator senator congressman congresswoman parliamentarian minister president
    premier leader spokesman spokeswoman spokesperson lawyer attorney economist scientist activist researcher professor author historian governor
    mayor chief director commander general ambassador envoy negotiator sociologist commentator columnist chairman chairwoman secretary
    chancellor prosecutor judge scholar campaigner candidate admiral marshal brigadier inspector detective reverend pastor rabbi imam
    cardinal archbishop cleric nominee contender mogul tycoon financier whistleblower filmmaker photographer billionaire magnate pontiff monarch doctor`),
  definite: wordSet('the'),
  generic: wordSet(
    'expert analyst politician official diplomat activist researcher scholar specialist commentator campaigner parliamentarian lawmaker statesman',
  ),
  synonyms: new Map([
    ['parliamentarian', ['deputy', 'mp', 'senator', 'lawmaker', 'member']],
    ['lawmaker', ['deputy', 'mp', 'senator', 'congressman', 'congresswoman', 'representative']],
    ['premier', ['minister']],
    ['lawyer', ['attorney', 'solicitor', 'barrister']],
    ['attorney', ['lawyer']],
    ['leader', ['president', 'chairman', 'chancellor', 'premier']],
    ['chairman', ['head', 'chair']],
  ]),
  organisations:
    wordSet(`ministry government department agency police army military council committee commission parliament court
    party union association federation organisation organization foundation fund company firm corporation bank institute university
    college school hospital clinic office administration secretariat service authority authorities board bureau watchdog group movement opposition coalition
    alliance pact bloc embassy consulate kremlin pentagon house downing media newspaper daily outlet channel broadcaster station television radio website portal
    agency tabloid magazine command headquarters prosecution defence defense team club community congress senate assembly cabinet
    regime state church charity centre center think-tank chamber guild syndicate tribunal intelligence campaign panel
    press network operator airline manufacturer retailer regulator supplier contractor consortium lobby ngo un eu nato who times post guardian journal
    force forces navy guard inquiry jury league society trust studio startup bbc cnn reuters afp tass`),
  documents: wordSet(
    `statement report letter document text decree note notice release ruling indictment communique communiqué article post tweet
    message poster placard sign banner slogan survey study record poll memo editorial filing affidavit complaint lawsuit petition
    resolution verdict transcript memorandum audit review assessment dispatch bulletin biography manifesto dossier summary caption headline bill law constitution treaty agreement book paper email analysis`,
  ),
  pronouns: new Map([
    ['he', { gender: 'masculine', number: 'singular' }],
    ['she', { gender: 'feminine', number: 'singular' }],
    ['they', { gender: null, number: 'plural' }],
    ['it', { gender: null, number: 'singular' }],
    ['i', { gender: null, number: 'singular' }],
    ['we', { gender: null, number: 'plural' }],
  ]),
  possessives: new Map([
    ['him', { gender: 'masculine', number: 'singular' }],
    ['her', { gender: 'feminine', number: 'singular' }],
    ['them', { gender: null, number: 'plural' }],
  ]),
  namedThings:
    wordSet(`newspaper paper daily weekly magazine journal website portal channel programme program show series film movie play novel book song album
    band group ship vessel ferry yacht boat trawler submarine train operation festival exhibition party movement foundation fund company firm
    agency radio station television restaurant cafe café hotel theatre theater cinema club team brand game prize award project campaign centre center
    concern factory plant mine shop store hospital school institute organisation organization battalion brigade regiment unit ballet opera poem story
    cartoon podcast blog titled entitled novel adaptation documentary musical software app bloc alliance coalition
    single track episode memoir essay sculpture painting hit comedy drama thriller sitcom anthem operetta frigate cruiser tanker`),
  slogans: wordSet(
    'slogan chant cry shout banner placard poster sign graffiti hashtag inscription sticker motto',
  ),
  bearers: wordSet('placard banner poster sign sticker leaflet flyer plaque billboard'),
  times:
    wordSet(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december minutes hours moments christmas easter today yesterday tomorrow earlier later meanwhile`),
  turns: wordSet(
    'earlier later meanwhile previously separately elsewhere however since afterwards yesterday',
  ),
  places: PLACES,
  inflected: false,
  capitalNouns: false,
}
