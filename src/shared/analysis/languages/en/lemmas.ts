import { Recent } from '../../text/recent.ts'
import { internal } from '../../text/spellings.ts'

// Regular inflection backwards, by rule, with the irregular forms that matter. Several candidates may come out; matching
// compares candidate sets of the same rules on both sides, so a wrong stem matters only where two words share it.
const IRREGULAR: Readonly<Record<string, readonly string[]>> = Object.assign(Object.create(null), {
  men: ['man'],
  women: ['woman'],
  children: ['child'],
  people: ['people', 'person'],
  persons: ['person'],
  wives: ['wife'],
  lives: ['life', 'live'],
  thieves: ['thief'],
  leaves: ['leaf', 'leave'],
  wolves: ['wolf'],
  was: ['be'],
  were: ['be'],
  is: ['be'],
  are: ['be'],
  been: ['be'],
  being: ['be'],
  am: ['be'],
  "'s": ['be', 'have'],
  had: ['have'],
  has: ['have'],
  having: ['have'],
  did: ['do'],
  does: ['do'],
  done: ['do'],
  said: ['say'],
  says: ['say'],
  told: ['tell'],
  wrote: ['write'],
  written: ['write'],
  spoke: ['speak'],
  spoken: ['speak'],
  went: ['go'],
  gone: ['go'],
  came: ['come'],
  made: ['make'],
  took: ['take'],
  taken: ['take'],
  gave: ['give'],
  given: ['give'],
  got: ['get'],
  gotten: ['get'],
  thought: ['think'],
  knew: ['know'],
  known: ['know'],
  saw: ['see', 'saw'],
  seen: ['see'],
  found: ['find', 'found'],
  left: ['leave', 'left'],
  felt: ['feel'],
  held: ['hold'],
  kept: ['keep'],
  led: ['lead'],
  fought: ['fight'],
  shot: ['shoot', 'shot'],
  shed: ['shed'],
  slain: ['slay'],
  slew: ['slay'],
  stood: ['stand'],
  sent: ['send'],
  brought: ['bring'],
  bought: ['buy'],
  put: ['put'],
  read: ['read'],
  laid: ['lay'],
  lay: ['lie', 'lay'],
  paid: ['pay'],
  met: ['meet'],
  lost: ['lose'],
  began: ['begin'],
  begun: ['begin'],
  broke: ['break'],
  broken: ['break'],
  arose: ['arise'],
  arisen: ['arise'],
  rose: ['rise', 'rose'],
  risen: ['rise'],
  overthrew: ['overthrow'],
  overthrown: ['overthrow'],
  threw: ['throw'],
  thrown: ['throw'],
  fell: ['fall'],
  fallen: ['fall', 'fallen'],
  died: ['die'],
  dying: ['die'],
  dies: ['die'],
  tied: ['tie'],
  lying: ['lie'],
  swore: ['swear'],
  sworn: ['swear'],
  heard: ['hear'],
  struck: ['strike'],
  stricken: ['strike'],
  beat: ['beat'],
  beaten: ['beat'],
  burnt: ['burn'],
  sought: ['seek'],
  taught: ['teach'],
  meant: ['mean'],
  won: ['win'],
  ran: ['run'],
  drove: ['drive'],
  driven: ['drive'],
  crises: ['crisis'],
  coups: ['coup'],
  media: ['medium', 'media'],
  forces: ['force'],
  news: ['news'],
  politics: ['politics'],
  bodies: ['body'],
  armies: ['army'],
  enemies: ['enemy'],
  parties: ['party'],
  better: ['good', 'well'],
  worse: ['bad'],
  worst: ['bad'],
  best: ['good', 'well'],
  guerrillas: ['guerrilla'],
  guerillas: ['guerrilla'],
  guerilla: ['guerrilla'],
  mutinies: ['mutiny'],
  mutinied: ['mutiny'],
  mobs: ['mob'],
  corps: ['corps'],
  dead: ['dead'],
  deceased: ['deceased'],
})
const NEVER_CUT = new Set([
  'this',
  'his',
  'its',
  'us',
  'as',
  'yes',
  'thus',
  'plus',
  'bus',
  'gas',
  'lens',
  'series',
  'species',
  'always',
  'perhaps',
  'besides',
  'chaos',
  'news',
  'crisis',
  'basis',
  'virus',
  'campus',
  'status',
  'bring',
  'thing',
  'king',
  'spring',
  'string',
  'sing',
  'ring',
  'during',
  'evening',
  'morning',
  'nothing',
  'something',
  'anything',
  'everything',
  'need',
  'seed',
  'feed',
  'speed',
  'indeed',
  'hundred',
  'red',
  'bed',
  'shed',
  'united',
])
const VOWEL = /[aeiouy]/
const memory = new Recent<string, readonly string[]>()

/** Irregular forms of a word that the list above has; empty for a regular one. */
export const irregularForms = (lemma: string): readonly string[] =>
  Object.keys(IRREGULAR).filter((form) => form !== lemma && IRREGULAR[form]![0] === lemma)

/** True for words whose ending is not one: "news", "series", "crisis". */
export const hasNoEnding = (word: string): boolean => NEVER_CUT.has(word) || /(?:ss|is|ics)$/.test(word)

/** Dictionary forms that an English word can have, folded; at least one. */
export function englishLemmas(norm: string): readonly string[] {
  let found = memory.get(norm)
  if (found === undefined) {
    found = compute(norm).map(internal)
    memory.set(norm, found)
  }
  return found
}

function compute(norm: string): readonly string[] {
  const word = norm.replace(/'s$|'$/, '')
  const hyphen = word.lastIndexOf('-')
  if (hyphen > 0) {
    const head = word.slice(0, hyphen + 1)
    return englishLemmas(word.slice(hyphen + 1)).map((tail) => head + tail)
  }
  const irregular = IRREGULAR[word]
  if (irregular !== undefined) return irregular.includes(word) ? irregular : [...irregular, word]
  const lemmas = new Set([word])
  if (word.length < 4 || NEVER_CUT.has(word)) return [...lemmas]
  // Servicemen, gunmen, spokeswomen.
  if (word.endsWith('men') && word.length > 5) lemmas.add(`${word.slice(0, -2)}an`)
  if (word.endsWith('ies') && word.length > 4) lemmas.add(`${word.slice(0, -3)}y`)
  else if (/(?:s|x|z|ch|sh|o)es$/.test(word)) {
    lemmas.add(word.slice(0, -2))
    lemmas.add(word.slice(0, -1))
  } else if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) lemmas.add(word.slice(0, -1))
  if (word.endsWith('ied') && word.length > 4) lemmas.add(`${word.slice(0, -3)}y`)
  else if (word.endsWith('ed')) addStems(lemmas, word.slice(0, -2))
  if (word.endsWith('ing') && word.length > 5) addStems(lemmas, word.slice(0, -3))
  return [...lemmas]
}

function addStems(lemmas: Set<string>, stem: string): void {
  if (!VOWEL.test(stem) || stem.length < 2) return
  lemmas.add(stem)
  lemmas.add(`${stem}e`)
  const last = stem[stem.length - 1]!
  if (last === stem[stem.length - 2] && !'aeiouls'.includes(last)) lemmas.add(stem.slice(0, -1))
  else if (last === 'l' && stem.endsWith('ll')) lemmas.add(stem.slice(0, -1))
}
