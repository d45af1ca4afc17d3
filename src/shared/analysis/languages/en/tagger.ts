import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Token } from '../../text/document.ts'
import { Recent } from '../../text/recent.ts'
import { CAPITAL, HYPHENATED, type Spelling } from '../../text/spellings.ts'
import { NEXT_TAG } from './transitions.ts'

/**
 * A tagger over wink-nlp's word list. Which parts of speech a word can have is asked of wink once per word, by tagging it
 * in a few frames ("the …", "they … it"); which of them it has in its sentence is the likeliest sequence under a bigram
 * model of wink's own tags (`transitions.ts`, counted by `tests/evaluation/train-tagger.ts`). So a text costs one look-up
 * a word instead of wink's whole pipe.
 */

/** Wink's universal tags, in the order of the rows and columns of NEXT_TAG. */
export const TAGS = [
  'NOUN',
  'PROPN',
  'PRON',
  'VERB',
  'AUX',
  'ADJ',
  'ADV',
  'ADP',
  'CCONJ',
  'SCONJ',
  'PART',
  'DET',
  'NUM',
  'INTJ',
  'PUNCT',
  'SYM',
  'X',
] as const
export type Tag = (typeof TAGS)[number]

const NUMBER_OF_TAG: ReadonlyMap<string, number> = new Map(TAGS.map((tag, index) => [tag, index]))
const tagNumber = (tag: string): number => NUMBER_OF_TAG.get(tag) ?? TAGS.length - 1
const NOUN = tagNumber('NOUN')
const PROPER = tagNumber('PROPN')
const PUNCTUATION = tagNumber('PUNCT')
const PRONOUN = tagNumber('PRON')
const VERB = tagNumber('VERB')
const AUXILIARY = tagNumber('AUX')
const SIZE = TAGS.length
const NEXT = Int16Array.from(NEXT_TAG)

/** What a word can be: the tag it has by itself first. There is one such value for each list of tags. */
export interface Choices {
  readonly tags: readonly number[]
  /** The same as bits. */
  readonly mask: number
}

const lists = new Map<string, Choices>()

function choicesFor(tags: readonly number[]): Choices {
  const key = tags.join()
  let choices = lists.get(key)
  if (choices === undefined) {
    choices = { tags, mask: tags.reduce((mask, tag) => mask | (1 << tag), 0) }
    lists.set(key, choices)
  }
  return choices
}

// No full stop after the word: with one, “in.” and “no.” are abbreviations.
const FRAMES: readonly (readonly [string, string])[] = [
  ['', ' !'],
  ['the ', ' !'],
  ['they ', ' it !'],
  ['a very ', ' man !'],
  ['to ', ' !'],
]
/** A word's own tag is this much likelier (in the table's units, hundredths of a nat) than its others. */
const OWN_TAG = 75
/** Longer "words" are data that came with a page, such as a picture in letters; wink's features take their square in time. */
const LONGEST_WORD = 60

/** Asking is slow and an answer takes no room, so many are kept. */
const asked = new Recent<string, Choices>(50_000)
// Loading the model takes some tens of milliseconds, so it is done once, when first needed.
let wink: ReturnType<typeof winkNLP> | null = null

const only = (tag: Tag): Choices => choicesFor([tagNumber(tag)])
const NOTHING = only('X')
const ONLY_PUNCTUATION = only('PUNCT')
const ONLY_NUMERAL = only('NUM')
const ONLY_PROPER = only('PROPN')
const ONLY_PARTICLE = only('PART')
const ONLY_DETERMINER = only('DET')
const ONLY_VERB = only('VERB')
const ONLY_AUXILIARY = only('AUX')
const ONLY_SUBORDINATING = only('SCONJ')
const POSSESSIVES = new Set(['my', 'your', 'his', 'its', 'our', 'their', 'whose'])
const bits = (...tags: readonly Tag[]): number => tags.reduce((mask, tag) => mask | (1 << tagNumber(tag)), 0)
/** After "that", these begin a clause; a noun or an adjective is what it points at. */
const BEGINS_CLAUSE = bits('DET', 'PRON', 'PROPN')
const CLOSED = bits('PRON', 'AUX', 'ADP', 'CCONJ', 'SCONJ', 'PART', 'DET')
const OPENING = /^[“"'‘«„([{—–-]$/
const LOWER = /\p{Ll}/u

/** Tags of all tokens; a token of several words ("counter-terrorist") has its last one's. */
export function tagTokens(tokens: readonly Token[]): Uint8Array {
  learn(tokens)
  const tags = new Uint8Array(tokens.length)
  let from = 0
  while (from < tokens.length) {
    const { sentence } = tokens[from]!
    let to = from + 1
    while (to < tokens.length && tokens[to]!.sentence === sentence) to++
    tagSentence(tokens, from, to, tags)
    from = to
  }
  return tags
}

/** What the tagger knows of a spelling, as bits beside its choices. */
const POSSESSIVE = 1
const TO = 2
const THAT = 4
/** In capitals throughout and longer than an acronym: as good as written small. */
const SHOUTED = 8
/** A mark after which a capital still begins a sentence. */
const LEAVES_FIRST = 16
/** Ends in a mark after which a sentence begins. */
const BEGINS_ANEW = 32

function traitsOf({ kind, text, norm }: Spelling): number {
  if (kind === 'punctuation')
    return (OPENING.test(text) ? LEAVES_FIRST : 0) | (/[:.!?]$/.test(text) ? BEGINS_ANEW : 0)
  return (
    (POSSESSIVES.has(norm) ? POSSESSIVE : 0) |
    (norm === 'to' ? TO : 0) |
    (norm === 'that' ? THAT : 0) |
    (LOWER.test(text) || text.length <= 5 ? 0 : SHOUTED)
  )
}

/** The word by which a folded word is looked up: the last of a compound, without a possessive or a contracted verb. */
function wordOf({ norm, shape }: Spelling): string {
  const tail = (shape & HYPHENATED) !== 0 ? norm.lastIndexOf('-') : -1
  const word = tail > 0 && tail < norm.length - 1 ? norm.slice(tail + 1) : norm
  return word.replace(/'(?:s|d|ll|re|ve|m)?$/, '')
}

/** Asks wink of the words that were not met before, all of a text at once. */
function learn(tokens: readonly Token[]): void {
  let unmet: Spelling[] | null = null
  for (let index = 0; index < tokens.length; index++) {
    const { spelling } = tokens[index]!
    if (spelling.choices === null) {
      unmet ??= []
      unmet.push(spelling)
    }
  }
  if (unmet === null) return
  const words = unmet.filter((one) => one.kind === 'word').map(wordOf)
  const unknown = new Set(
    words.filter((word) => word !== '' && word.length <= LONGEST_WORD && !asked.has(word)),
  )
  if (unknown.size > 0) ask([...unknown])
  for (const spelling of unmet) {
    const word = spelling.kind === 'word' ? wordOf(spelling) : ''
    spelling.traits = traitsOf(spelling)
    spelling.choices =
      spelling.kind === 'punctuation'
        ? ONLY_PUNCTUATION
        : spelling.kind === 'number'
          ? ONLY_NUMERAL
          : word === ''
            ? ONLY_PARTICLE
            : (asked.get(word) ?? NOTHING)
  }
}

/** Tags words in the frames, all in one document, and keeps what each can be. */
function ask(words: readonly string[]): void {
  wink ??= winkNLP(model, ['sbd', 'pos'])
  const { its } = wink
  // One document for all: each frame is a sentence of its own.
  const places: number[] = []
  let text = ''
  for (const word of words) {
    for (const [before, after] of FRAMES) {
      places.push(text.length + before.length)
      text += `${before}${word}${after}\n`
    }
  }
  const doc = wink.readDoc(text)
  const values = doc.tokens().out(its.value) as string[]
  const found = doc.tokens().out(its.pos) as string[]
  let at = 0
  let index = 0
  const place = () => {
    at = text.indexOf(values[index]!, at)
  }
  place()
  let next = 0
  for (const word of words) {
    const mine: number[] = []
    for (let frame = 0; frame < FRAMES.length; frame++) {
      const wanted = places[next++]!
      while (at < wanted && index + 1 < values.length) {
        at += values[index]!.length
        index++
        place()
      }
      const tag = tagNumber(found[index]!)
      if (!mine.includes(tag)) mine.push(tag)
    }
    asked.set(word, choicesFor(mine))
  }
}

/** Choices of the token at `index`, which may begin its sentence (`first`). */
function choicesOf(tokens: readonly Token[], index: number, first: boolean, nextIsName: boolean): Choices {
  const { spelling } = tokens[index]!
  const known = spelling.choices as Choices
  if (spelling.kind !== 'word' || (spelling.shape & CAPITAL) === 0) return known
  // A capital inside a sentence makes a name, but for the small words of titles and words written in capitals.
  const own = known.tags[0]!
  if ((CLOSED & (1 << own)) !== 0) return known
  if (!first) return (spelling.traits & SHOUTED) === 0 ? ONLY_PROPER : known
  // Of a word that is a noun and nothing else, wink may know nothing: then it is a name at a sentence's beginning too.
  const mayBeName =
    own === PROPER ||
    (nextIsName && own === NOUN) ||
    (known.tags.length === 1 && own === NOUN && !isWrittenSmall(tokens, spelling.norm))
  return mayBeName ? properFirst(known) : known
}

/** What the text also writes in small letters is no name, though a sentence begins with it. */
function isWrittenSmall(tokens: readonly Token[], norm: string): boolean {
  for (let index = 0; index < tokens.length; index++) {
    const { spelling } = tokens[index]!
    if (spelling.norm === norm && spelling.text === norm && spelling.kind === 'word') return true
  }
  return false
}

const asNames = new Map<Choices, Choices>()

/** The same choices with a name before them. */
function properFirst(known: Choices): Choices {
  let choices = asNames.get(known)
  if (choices === undefined) {
    choices = choicesFor([PROPER, ...known.tags.filter((one) => one !== PROPER)])
    asNames.set(known, choices)
  }
  return choices
}

/** What each token of the sentence in hand can be; used anew for each. */
const options: Choices[] = []

/** The likeliest sequence of tags (Viterbi), from what each word can be. */
function tagSentence(tokens: readonly Token[], from: number, to: number, tags: Uint8Array): void {
  let first = true
  let infinitive = false
  for (let index = from; index < to; index++) {
    const { spelling } = tokens[index]!
    const { traits } = spelling
    const next = index + 1 < to ? tokens[index + 1]!.spelling : null
    const nextIsWord = next !== null && next.kind === 'word'
    const nextIsName = nextIsWord && (next.shape & CAPITAL) !== 0
    let here = choicesOf(tokens, index, first, nextIsName)
    if ((here.mask & (1 << AUXILIARY)) !== 0) here = ONLY_AUXILIARY
    // A possessive is a pronoun to wink, but what follows it follows an article.
    else if ((traits & POSSESSIVE) !== 0) here = ONLY_DETERMINER
    else if (infinitive && (here.mask & (1 << VERB)) !== 0) here = ONLY_VERB
    infinitive = false
    if ((traits & (TO | THAT)) !== 0 && nextIsWord) {
      if (nextIsName) {
        if ((traits & THAT) !== 0) here = ONLY_SUBORDINATING
      } else {
        const following = next.choices as Choices
        if ((traits & TO) !== 0) {
          if ((following.mask & (1 << VERB)) !== 0) {
            here = ONLY_PARTICLE
            infinitive = true
          }
        } else if ((BEGINS_CLAUSE & (1 << following.tags[0]!)) !== 0) here = ONLY_SUBORDINATING
      }
    }
    options[index - from] = here
    first = spelling.kind === 'punctuation' && (first || (traits & (LEAVES_FIRST | BEGINS_ANEW)) !== 0)
  }
  // What a word can only be cuts the sentence: the words between two such are told by themselves.
  let before = PUNCTUATION
  for (let index = from; index < to; index++) {
    const { tags: mine } = options[index - from]!
    if (mine.length > 1) {
      let end = index + 1
      while (end < to && options[end - from]!.tags.length > 1) end++
      tagRun(index - from, end - from, before, end < to ? options[end - from]!.tags[0]! : -1, from, tags)
      index = end - 1
      before = tags[index]!
    } else {
      before = mine[0]!
      tags[index] = before
    }
  }
  for (let index = from; index < to; index++)
    if ((tokens[index]!.spelling.traits & POSSESSIVE) !== 0) tags[index] = PRONOUN
}

/** At most this many tags has a word: one from each frame, and that of a name. */
const MOST_CHOICES = 8
let costs = new Int32Array(64 * MOST_CHOICES)
let came = new Uint8Array(64 * MOST_CHOICES)

/** Tags a run of ambiguous words that stands between the tags `before` and `after` (−1: the sentence's end). */
function tagRun(
  start: number,
  end: number,
  before: number,
  after: number,
  from: number,
  tags: Uint8Array,
): void {
  if ((end - start) * MOST_CHOICES > costs.length) {
    costs = new Int32Array((end - start) * MOST_CHOICES * 2)
    came = new Uint8Array(costs.length)
  }
  for (let index = start; index < end; index++) {
    const { tags: here } = options[index]!
    const row = (index - start) * MOST_CHOICES
    for (let choice = 0; choice < here.length; choice++) {
      const column = here[choice]!
      let best = NEXT[before * SIZE + column]!
      let bestBefore = 0
      if (index > start) {
        const { tags: previous } = options[index - 1]!
        best = Number.NEGATIVE_INFINITY
        for (let one = 0; one < previous.length; one++) {
          const likely = costs[row - MOST_CHOICES + one]! + NEXT[previous[one]! * SIZE + column]!
          if (likely > best) {
            best = likely
            bestBefore = one
          }
        }
      }
      costs[row + choice] = best + (choice === 0 ? OWN_TAG : 0)
      came[row + choice] = bestBefore
    }
  }
  const { tags: last } = options[end - 1]!
  let row = (end - 1 - start) * MOST_CHOICES
  let choice = 0
  let best = Number.NEGATIVE_INFINITY
  for (let one = 0; one < last.length; one++) {
    const likely = costs[row + one]! + (after === -1 ? 0 : NEXT[last[one]! * SIZE + after]!)
    if (likely > best) {
      best = likely
      choice = one
    }
  }
  for (let index = end - 1; index >= start; index--) {
    tags[from + index] = options[index]!.tags[choice]!
    choice = came[row + choice]!
    row -= MOST_CHOICES
  }
}
