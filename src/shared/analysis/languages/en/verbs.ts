import { type CueKind, wordSet, words } from '../../quotations/cue-types.ts'

const of = (kind: CueKind, text: string) => words(text).map((one) => [one, kind] as const)

/** Verbs of speech and opinion, each with the distance that the writer takes by choosing it. */
export const VERBS: ReadonlyMap<string, CueKind> = new Map<string, CueKind>([
  ...of(
    'neutral',
    `say tell add note state report explain announce comment remark observe mention reply answer respond write continue
    conclude recall describe ask inquire enquire specify clarify inform indicate point testify declare summarise summarize quote
    read relate recount tweet retweet post repeat reiterate restate elaborate propose suggest predict forecast estimate expect hope
    think believe consider feel reckon understand argue maintain hold hear decide find rule learn advise recommend guess wonder
    doubt fear promise pledge vow swear caution joke speculate stipulate signal notify brief counter object agree disagree opine
    muse volunteer interject speak talk discuss address broadcast publish text email cable telegraph phone preach lecture teach
    narrate begin start finish end interrupt interpose deliver pronounce proclaim profess assess judge calculate conjecture
    express voice surmise deduce infer envisage envision foresee anticipate project theorise theorize hypothesise hypothesize posit postulate
    order command instruct direct request invite offer call appeal threaten refuse decline accept advocate back support
    allow imagine suppose know see realise realize remember regret see want prefer intend plan resolve determine conclude
    confide counsel outline detail set sum lay go put cite credit attribute record document certify advertise toast thank
    welcome greet congratulate apologise apologize console reason retell paraphrase translate dictate recite sing chant`,
  ),
  ...of(
    'doubting',
    `claim allege assert contend purport insist hint imply suspect assume deny dispute reject dismiss presume
    pretend rumour rumor gossip intimate insinuate question challenge contest rebut refute disavow`,
  ),
  ...of(
    'endorsing',
    `confirm acknowledge admit concede reveal disclose prove establish demonstrate show stress emphasise emphasize underline
    underscore warn remind affirm reaffirm assure reassure convince persuade attest verify vouch corroborate guarantee highlight
    divulge recognise recognize confess`,
  ),
  ...of(
    'emotive',
    `exclaim complain lament cry shout scream fume rage boast brag gush thunder blast slam lash plead beg urge demand protest
    whisper mutter grumble quip snap sneer scoff bemoan yell accuse blame retort storm rail moan groan sigh sob weep bark bellow
    roar growl hiss howl shriek wail jeer taunt mock deride ridicule crow gloat rant fulminate seethe bristle grouse gripe carp
    fault chastise admonish implore beseech exhort decry deplore denounce condemn lambast lambaste castigate excoriate berate scold chide rebuke
    laugh giggle chuckle smile grin wince blurt stammer drawl murmur mumble tease warble enthuse rejoice marvel hail applaud`,
  ),
])

export const WEAK =
  wordSet(`show find decide learn hear see prove fear expect hope consider doubt know realise realize want prefer
  intend plan resolve determine establish demonstrate support back accept allow imagine suppose start begin end finish record
  document hold rule project set lay go put credit attribute offer refuse decline order direct deliver address discuss detail outline
  judge suspect assume presume feel understand estimate agree speak talk call regret cite welcome greet thank see hail applaud
  express voice recognise recognize reject dismiss contest challenge question indicate signal suggest imply publish promise`)

export const BARE =
  wordSet(`say believe think insist claim argue warn add note hope estimate suggest tell report allege fear promise
  acknowledge admit confirm concede declare announce maintain predict state stress conclude reckon feel suspect assume
  understand deny swear vow pledge expect write complain contend assert mean guess explain remember doubt agree show
  imagine suppose tweet signal reveal decide recall boast indicate reply respond caution emphasise emphasize hear learn find`)

/** Of the bare ones: verbs that seldom take a plain object, so that any verb after the noun that follows is a clause's. */
export const BARE_SURE = wordSet(
  'say believe think insist argue tell warn hope suggest add allege swear contend reckon guess mean complain',
)

export const PROMISING = wordSet(
  'vow promise pledge threaten swear offer propose claim undertake profess purport',
)

export const URGING = wordSet(
  'urge ask order call appeal beg implore instruct advise warn tell request exhort command invite encourage beseech press counsel direct',
)

export const NAMING = wordSet(
  `call describe dub label brand term denounce condemn hail portray refer characterise characterize name style decry liken
  compare criticise criticize deem bill blast slam dismiss praise depict cast paint tout mock deride ridicule lambast lambaste
  accuse nickname christen designate class classify categorise categorize regard view see consider cite use prefer reject speak
  warn boast complain talk urge`,
)
