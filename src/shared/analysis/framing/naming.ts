import type { NamingAct } from '#shared/domain/mention.ts'
import type { Span } from '#shared/domain/span.ts'
import { getLanguage } from '../languages/index.ts'
import type { Document, PartOfSpeech } from '../text/document.ts'

/** How many words back from a mention its naming verb may stand: "called the men who held the bridge terrorists". */
const REACH = 9
const MARKS = /^[«»„“”"'‘’,]$/
const LINKS = new Set(['as', 'a', 'an', 'the', 'als', 'как', 'не', 'not'])
const VERBAL: ReadonlySet<PartOfSpeech> = new Set(['verb', 'participle', 'gerund'])
const NOMINAL: ReadonlySet<PartOfSpeech> = new Set([
  'noun',
  'name',
  'pronoun',
  'adjective',
  'participle',
  'determiner',
  'numeral',
  'other',
])

/**
 * The act of naming that a mention stands in, where the pattern is explicit: a verb of naming, whom it names, and the
 * mention as the name given: "the minister called the protesters terrorists", «назвал протестующих террористами».
 * @param by whose act it is, when the mention's speaker is known
 */
export function namingAct(document: Document, mention: Span, by: string | null): NamingAct | null {
  const { callingVerbs } = getLanguage(document.language)
  if (callingVerbs.size === 0) return null
  const { tokens } = document
  const first = document.tokenAt(mention.start)
  const sentence = tokens[first]?.sentence
  for (let index = first - 1, words = 0; index >= 0 && words < REACH; index--) {
    const token = tokens[index]!
    if (token.sentence !== sentence) return null
    if (token.kind === 'punctuation') {
      if (MARKS.test(token.text)) continue
      return null
    }
    words++
    const isNaming = document.lemmas(index).some((one) => callingVerbs.has(one))
    const { pos } = document.reading(index)
    // "has branded": a participle that a tagger takes for an adjective.
    const verbal =
      VERBAL.has(pos) || (pos === 'adjective' && index > 0 && document.reading(index - 1).pos === 'verb')
    if (isNaming && verbal) {
      const whom = namedBetween(document, index + 1, first)
      if (whom === null || !isComplement(document, first)) return null
      return { by, verb: token.text, whom }
    }
    if (!NOMINAL.has(pos) && !LINKS.has(token.norm)) return null
  }
  return null
}

/** Whom the words between verb and name mean: a pronoun alone, else up to the last noun before the name's own modifiers. */
function namedBetween(document: Document, from: number, to: number): string | null {
  const { tokens, text } = document
  let end = from
  // "протестующих": a participle that stands for a noun, when no noun follows.
  let otherwise = from
  for (let index = from; index < to; index++) {
    const token = tokens[index]!
    if (token.kind !== 'punctuation' && !LINKS.has(token.norm)) otherwise = index + 1
    if (token.kind === 'punctuation') {
      if (end > from) break
      continue
    }
    const { pos } = document.reading(index)
    if (pos === 'pronoun' && end === from) {
      end = index + 1
      break
    }
    if (end > from && LINKS.has(token.norm)) break
    if (pos === 'noun' || pos === 'name') end = index + 1
  }
  if (end === from) end = otherwise
  return end === from ? null : text.slice(tokens[from]!.start, tokens[end - 1]!.end).trim()
}

/** Where words have cases, a name that is given stands in the instrumental. */
function isComplement(document: Document, index: number): boolean {
  const { cases } = document.reading(index)
  return cases.length === 0 || cases.includes('instrumental')
}
