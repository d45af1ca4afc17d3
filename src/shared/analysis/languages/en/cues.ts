import { type CueKind, type Cues, words } from '../../quotations/cue-types.ts'

const verbs = new Map<string, CueKind>([
  ...words(`say tell add note state report explain announce comment remark observe mention reply answer respond write continue
    conclude recall describe ask inquire specify clarify inform indicate point testify declare summarise summarize quote read relate recount
    tweet post repeat reiterate elaborate propose suggest predict estimate forecast expect hope think believe consider feel reckon
    understand argue maintain hold hear decide find rule learn advise recommend think guess wonder doubt fear promise pledge vow
    caution joke speculate stipulate signal notify brief counter object agree disagree opine muse volunteer interject`).map(
    (one) => [one, 'neutral'] as const,
  ),
  ...words(
    'claim allege assert contend purport insist profess hint imply suspect assume deny dispute reject dismiss',
  ).map((one) => [one, 'doubting'] as const),
  ...words(
    'confirm acknowledge admit concede reveal disclose prove establish demonstrate show stress emphasise emphasize underline underscore warn remind',
  ).map((one) => [one, 'endorsing'] as const),
  ...words(`exclaim complain lament cry shout scream fume rage boast brag gush thunder blast slam lash plead beg urge demand protest
    whisper mutter grumble quip snap sneer scoff bemoan yell accuse blame retort storm rail`).map(
    (one) => [one, 'emotive'] as const,
  ),
])

export const englishCues: Cues = {
  verbs,
  naming: new Set(
    words(
      'call describe dub label brand term denounce condemn hail portray refer characterise characterize name style decry liken compare criticise criticize deem bill',
    ),
  ),
  nouns: new Set(
    words(
      'statement claim report announcement assertion allegation view opinion belief warning suggestion assurance promise pledge accusation rumour rumor news conclusion insistence admission denial hope fear',
    ),
  ),
  sourcePhrases: [
    ['according', 'to'],
    ['in', 'the', 'words', 'of'],
    ['in', 'the', 'opinion', 'of'],
    ['in', 'the', 'view', 'of'],
    ['in', 'the', 'opinion'],
    ['citing'],
    ['referring', 'to'],
    ['per'],
  ],
  roles: new Set(
    words(`minister president chairman chairwoman chairperson chair mayor governor spokesman spokeswoman spokesperson official officer general colonel major
    captain lieutenant sergeant commander chief head director manager owner founder leader member deputy senator lawmaker legislator mp congressman
    congresswoman ambassador envoy diplomat adviser advisor aide secretary judge prosecutor lawyer attorney solicitor professor
    scientist sociologist economist historian analyst expert observer researcher scholar author writer journalist reporter correspondent editor
    columnist blogger activist campaigner organiser organizer volunteer doctor nurse surgeon teacher student worker miner driver baker farmer
    shopkeeper trader businessman businesswoman entrepreneur resident witness eyewitness neighbour neighbor mother father brother sister wife husband son
    daughter widow uncle aunt protester demonstrator source insider negotiator mediator bishop priest imam reverend pope king queen prince
    coach captain singer actor actress artist musician pensioner veteran soldier policeman policewoman investigator detective
    administrator coordinator representative delegate councillor councilman politician premier chancellor speaker rapporteur critic
    supporter opponent rival colleague friend relative passenger customer client participant user speaker candidate chairperson inspector
    commissioner monk nun warden sheriff marshal admiral brigadier corporal ombudsman parliamentarian expert strategist pundit specialist engineer
    designer builder fisherman sailor pilot refugee migrant parent child woman man boy girl people person staff manager executive`),
  ),
  organisations: new Set(
    words(`ministry government department agency police army military council committee commission parliament court
    party union association federation organisation organization foundation fund company firm corporation bank institute university
    college school hospital clinic office administration secretariat service authority authorities board bureau watchdog group movement opposition coalition
    alliance pact bloc embassy consulate kremlin pentagon white house downing media newspaper daily outlet channel broadcaster station television radio website portal
    agency tabloid magazine command headquarters staff prosecution defence defense team club community congress senate assembly cabinet
    regime state church charity centre center think-tank chamber guild syndicate tribunal intelligence organiser organizer city hall source`),
  ),
  documents: new Set(
    words(
      'statement report letter document text decree note notice release ruling indictment communique communiqué article post tweet message poster placard sign banner slogan survey study record',
    ),
  ),
  pronouns: new Map([
    ['he', { gender: 'masculine', number: 'singular' }],
    ['she', { gender: 'feminine', number: 'singular' }],
    ['they', { gender: null, number: 'plural' }],
    ['it', { gender: null, number: 'singular' }],
    ['i', { gender: null, number: 'singular' }],
    ['we', { gender: null, number: 'plural' }],
  ]),
  namedThings: new Set(
    words(`newspaper paper daily weekly magazine journal website portal channel programme program show series film movie play novel book song album
    band group ship vessel ferry yacht boat trawler submarine train operation festival exhibition party movement foundation fund company firm
    agency radio station television restaurant cafe café hotel theatre theater cinema club team brand game prize award project campaign centre center
    concern factory plant mine shop store hospital school institute organisation organization battalion brigade regiment unit ballet opera poem story
    cartoon podcast blog called titled named entitled novel adaptation documentary musical software app`),
  ),
}
