import type { PartOfSpeech, Reading, Token } from '../../text/document.ts'
import { englishLemmas } from './lemmas.ts'
import { TAGS, type Tag, tagTokens } from './tagger.ts'

const POS: Readonly<Record<Tag, PartOfSpeech>> = {
  NOUN: 'noun',
  PROPN: 'name',
  PRON: 'pronoun',
  VERB: 'verb',
  AUX: 'verb',
  ADJ: 'adjective',
  ADV: 'adverb',
  ADP: 'preposition',
  CCONJ: 'conjunction',
  SCONJ: 'conjunction',
  PART: 'particle',
  DET: 'determiner',
  NUM: 'numeral',
  INTJ: 'interjection',
  PUNCT: 'punctuation',
  SYM: 'punctuation',
  X: 'other',
}

/** Readings of a text's tokens: the part of speech from the tagger, the lemma that fits it. */
export function englishReadings(tokens: readonly Token[]): readonly Reading[] {
  const tags = tagTokens(tokens)
  return tokens.map((token, index) => remembered(token, tags[index]!))
}

const MOST_KEPT = 200_000
/** A reading depends on the folded word, its kind and its tag alone, so that words met before share theirs. */
const memory = new Map<string, (Reading | undefined)[]>()

function remembered(token: Token, tag: number): Reading {
  let mine = memory.get(token.norm)
  if (mine === undefined) {
    if (memory.size > MOST_KEPT) memory.clear()
    mine = []
    memory.set(token.norm, mine)
  }
  const slot = token.kind === 'word' ? tag : token.kind === 'number' ? TAGS.length : TAGS.length + 1
  const known = mine[slot]
  if (known !== undefined) return known
  const made = readingOf(token, TAGS[tag]!)
  mine[slot] = made
  return made
}

function readingOf(token: Token, tag: Tag): Reading {
  const pos = token.kind === 'punctuation' ? 'punctuation' : token.kind === 'number' ? 'numeral' : POS[tag]
  const lemmas = englishLemmas(token.norm)
  const verbal = pos === 'verb'
  return {
    lemma:
      lemmas.length === 1 || !verbal
        ? pickNoun(token.norm, lemmas)
        : (lemmas.find((one) => one !== token.norm) ?? token.norm),
    pos,
    name: null,
    animate: null,
    gender: null,
    number: null,
    cases: [],
    tense: verbal && /(?:ed|said|told|wrote)$/.test(token.norm) ? 'past' : null,
  }
}

const pickNoun = (norm: string, lemmas: readonly string[]): string =>
  lemmas.find((one) => one !== norm && norm === `${one}s`) ??
  lemmas[lemmas.length > 1 && /(?:ies|es|s)$/.test(norm) ? 1 : 0] ??
  norm
