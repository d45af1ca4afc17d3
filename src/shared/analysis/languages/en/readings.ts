import type { PartOfSpeech, Reading, Token } from '../../text/document.ts'
import type { Spelling } from '../../text/spellings.ts'
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
  const readings: Reading[] = []
  for (let index = 0; index < tokens.length; index++) {
    const { spelling } = tokens[index]!
    const tag = tags[index]!
    let reading = spelling.readings[tag]
    if (reading === undefined) {
      reading = readingOf(spelling, TAGS[tag]!)
      spelling.readings[tag] = reading
    }
    readings.push(reading)
  }
  return readings
}

function readingOf(token: Spelling, tag: Tag): Reading {
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
