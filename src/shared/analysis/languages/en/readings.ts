import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { PartOfSpeech, Reading, Token } from '../../text/document.ts'
import { englishLemmas } from './lemmas.ts'

const POS: Readonly<Record<string, PartOfSpeech>> = {
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
  SPACE: 'other',
}
// Loading the model takes some tens of milliseconds, so it is done once, when first needed.
let wink: ReturnType<typeof winkNLP> | null = null

/** Readings from wink-nlp's tagger, laid over our own tokens by place in the text. */
export function englishReadings(tokens: readonly Token[], text: string): readonly Reading[] {
  wink ??= winkNLP(model, ['sbd', 'pos'])
  const { its } = wink
  const doc = wink.readDoc(text)
  const values = doc.tokens().out(its.value) as string[]
  const tags = doc.tokens().out(its.pos) as string[]
  const readings: Reading[] = []
  let index = 0
  let from = 0
  let place = -1
  const advance = () => {
    const value = values[index]!
    const found = text.indexOf(value, from)
    place = found === -1 ? from : found
    from = found === -1 ? from : found + value.length
  }
  if (values.length > 0) advance()
  for (const token of tokens) {
    // The first of wink's tokens that starts within ours gives the tag; a noun tail of a compound wins over its head.
    let tag: string | undefined
    while (index < values.length && place < token.end) {
      if (place + values[index]!.length > token.start) {
        const here = tags[index]!
        if (tag === undefined || (here !== 'PUNCT' && here !== 'PART' && token.norm.includes('-'))) tag = here
      }
      index++
      if (index < values.length) advance()
    }
    readings.push(readingOf(token, tag))
  }
  return readings
}

function readingOf(token: Token, tag: string | undefined): Reading {
  const pos =
    token.kind === 'punctuation'
      ? 'punctuation'
      : token.kind === 'number'
        ? 'numeral'
        : (POS[tag ?? 'X'] ?? 'other')
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
