import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Token } from '../../text/document.ts'
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
const PROPER = tagNumber('PROPN')
const PUNCTUATION = tagNumber('PUNCT')
const NUMERAL = tagNumber('NUM')
const PARTICLE = tagNumber('PART')
const SIZE = TAGS.length

/** What a word can be: the tag it has by itself first. */
type Choices = readonly number[]

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
const MOST_KEPT = 200_000
/** Longer "words" are data that came with a page, such as a picture in letters; wink's features take their square in time. */
const LONGEST_WORD = 60

const choices = new Map<string, Choices>()
// Loading the model takes some tens of milliseconds, so it is done once, when first needed.
let wink: ReturnType<typeof winkNLP> | null = null

/** Tags of all tokens; a token of several words ("counter-terrorist") has its last one's. */
export function tagTokens(tokens: readonly Token[]): Uint8Array {
  learn(tokens)
  const tags = new Uint8Array(tokens.length)
  // What the text also writes in small letters is no name, though a sentence begins with it.
  const small = new Set<string>()
  for (const { kind, text, norm } of tokens) if (kind === 'word' && text === norm) small.add(norm)
  let from = 0
  while (from < tokens.length) {
    const sentence = tokens[from]!.sentence
    let to = from + 1
    while (to < tokens.length && tokens[to]!.sentence === sentence) to++
    tagSentence(tokens, from, to, tags, small)
    from = to
  }
  return tags
}

const CAPITAL = /^\p{Lu}/u
const LOWER = /\p{Ll}/u

/** The word by which a folded word is looked up: the last of a compound, without a possessive or a contracted verb. */
function wordOf(norm: string): string {
  const tail = norm.lastIndexOf('-')
  const word = tail > 0 && tail < norm.length - 1 ? norm.slice(tail + 1) : norm
  return word.replace(/'(?:s|d|ll|re|ve|m)?$/, '')
}

/** Asks wink of the words that were not met before, all of a text at once. */
function learn(tokens: readonly Token[]): void {
  const norms = new Set<string>()
  for (const { kind, norm } of tokens) if (kind === 'word' && !choices.has(norm)) norms.add(norm)
  if (norms.size === 0) return
  const unknown = new Set(
    [...norms].map(wordOf).filter((word) => word !== '' && word.length <= LONGEST_WORD && !choices.has(word)),
  )
  if (unknown.size > 0) ask([...unknown])
  for (const norm of norms) {
    const word = wordOf(norm)
    choices.set(norm, word === '' ? ONLY_PARTICLE : (choices.get(word) ?? NOTHING))
  }
}

/** Tags words in the frames, all in one document, and keeps what each can be. */
function ask(words: readonly string[]): void {
  wink ??= winkNLP(model, ['sbd', 'pos'])
  if (choices.size > MOST_KEPT) choices.clear()
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
  let asked = 0
  for (const word of words) {
    const mine: number[] = []
    for (let frame = 0; frame < FRAMES.length; frame++) {
      const wanted = places[asked++]!
      while (at < wanted && index + 1 < values.length) {
        at += values[index]!.length
        index++
        place()
      }
      const tag = tagNumber(found[index]!)
      if (!mine.includes(tag)) mine.push(tag)
    }
    choices.set(word, mine)
  }
}

const NOTHING: Choices = [TAGS.length - 1]
const ONLY_PUNCTUATION: Choices = [PUNCTUATION]
const ONLY_NUMERAL: Choices = [NUMERAL]
const ONLY_PROPER: Choices = [PROPER]
const ONLY_PARTICLE: Choices = [PARTICLE]
const VERB = tagNumber('VERB')
const AUXILIARY = tagNumber('AUX')
const PRONOUN = tagNumber('PRON')
const POSSESSIVES = new Set(['my', 'your', 'his', 'its', 'our', 'their', 'whose'])
const ONLY_DETERMINER: Choices = [tagNumber('DET')]
const ONLY_VERB: Choices = [VERB]
const ONLY_AUXILIARY: Choices = [AUXILIARY]
const ONLY_SUBORDINATING: Choices = [tagNumber('SCONJ')]
/** After "that", these begin a clause; a noun or an adjective is what it points at. */
const BEGINS_CLAUSE = new Set([tagNumber('DET'), tagNumber('PRON'), PROPER])
const CLOSED = new Set(['PRON', 'AUX', 'ADP', 'CCONJ', 'SCONJ', 'PART', 'DET'].map(tagNumber))
const OPENING = /^[“"'‘«„([{—–-]$/

function choicesOf(token: Token, first: boolean, nextIsName: boolean, small: ReadonlySet<string>): Choices {
  if (token.kind === 'punctuation') return ONLY_PUNCTUATION
  if (token.kind === 'number') return ONLY_NUMERAL
  const known = choices.get(token.norm) ?? NOTHING
  if (!CAPITAL.test(token.text)) return known
  // A capital inside a sentence makes a name, but for the small words of titles and words written in capitals.
  if (CLOSED.has(known[0]!)) return known
  if (!first) return LOWER.test(token.text) || token.text.length <= 5 ? ONLY_PROPER : known
  // Of a word that is a noun and nothing else, wink may know nothing: then it is a name at a sentence's beginning too.
  const mayBeName =
    known[0] === PROPER ||
    (known.length === 1 && known[0] === 0 && !small.has(token.norm)) ||
    (nextIsName && known[0] === 0)
  return mayBeName ? [PROPER, ...known.filter((one) => one !== PROPER)] : known
}

/** The likeliest sequence of tags (Viterbi), from what each word can be. */
function tagSentence(
  tokens: readonly Token[],
  from: number,
  to: number,
  tags: Uint8Array,
  small: ReadonlySet<string>,
): void {
  const length = to - from
  const options: Choices[] = new Array(length)
  let first = true
  let plain = true
  let infinitive = false
  for (let index = from; index < to; index++) {
    const token = tokens[index]!
    const next = index + 1 < to ? tokens[index + 1]! : null
    const nextIsName = next !== null && next.kind === 'word' && CAPITAL.test(next.text)
    let here = choicesOf(token, first, nextIsName, small)
    if (here.includes(AUXILIARY)) here = ONLY_AUXILIARY
    // A possessive is a pronoun to wink, but what follows it follows an article.
    else if (POSSESSIVES.has(token.norm)) here = ONLY_DETERMINER
    else if (infinitive) here = here.includes(VERB) ? ONLY_VERB : here
    infinitive = false
    if (next !== null && next.kind === 'word' && !nextIsName) {
      if (token.norm === 'to' && choicesOf(next, false, false, small).includes(VERB)) {
        here = ONLY_PARTICLE
        infinitive = true
      } else if (token.norm === 'that' && BEGINS_CLAUSE.has(choicesOf(next, false, false, small)[0]!)) {
        here = ONLY_SUBORDINATING
      }
    } else if (nextIsName && token.norm === 'that') here = ONLY_SUBORDINATING
    options[index - from] = here
    if (here.length > 1) plain = false
    first =
      token.kind === 'punctuation' ? first || OPENING.test(token.text) || /[:.!?]$/.test(token.text) : false
  }
  const tag = (index: number, found: number) => {
    tags[from + index] = POSSESSIVES.has(tokens[from + index]!.norm) ? PRONOUN : found
  }
  if (plain) {
    for (let index = 0; index < length; index++) tag(index, options[index]![0]!)
    return
  }
  // Costs so far by choice, and where each came from. Only runs of ambiguous words branch.
  const came: number[][] = new Array(length)
  let before: number[] = [0]
  let beforeTags: Choices = ONLY_PUNCTUATION
  for (let index = 0; index < length; index++) {
    const here = options[index]!
    const costs: number[] = []
    const back: number[] = []
    for (let choice = 0; choice < here.length; choice++) {
      const column = here[choice]!
      let best = Number.NEGATIVE_INFINITY
      let bestBefore = 0
      for (let previous = 0; previous < beforeTags.length; previous++) {
        const score = before[previous]! + NEXT_TAG[beforeTags[previous]! * SIZE + column]!
        if (score > best) {
          best = score
          bestBefore = previous
        }
      }
      costs.push(best + (choice === 0 && here.length > 1 ? OWN_TAG : 0))
      back.push(bestBefore)
    }
    came[index] = back
    before = costs
    beforeTags = here
  }
  let choice = before.indexOf(Math.max(...before))
  for (let index = length - 1; index >= 0; index--) {
    tag(index, options[index]![choice]!)
    choice = came[index]![choice]!
  }
}
