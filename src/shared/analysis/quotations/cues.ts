import { getLanguage } from '../languages/index.ts'
import type { Document, Token } from '../text/document.ts'
import { wordTest } from '../text/word-test.ts'
import { KNOWN, MAKING, NAMED, STATES, WRITTEN } from './cue-forms.ts'
import type { Cues } from './cue-types.ts'
import { CUE, kindsAt } from './word-kinds.ts'

/** The cues of a language; none where the language has no list of its own. */
export const cuesOf = (language: string): Cues => getLanguage(language).cues

/** A verb (or "уверен", "сообщается") that says that somebody speaks, and how much it says alone. */
export interface CueVerb {
  readonly index: number
  readonly lemma: string
  /** Says that somebody speaks even without "that": said, рассказал. */
  readonly strong: boolean
  readonly naming: boolean
  /** Has no subject that speaks: "it is reported", "сообщается". */
  readonly impersonal: boolean
  /** "adding", "добавив": the subject is that of the verb before it. */
  readonly gerund: boolean
}

const SURE_ENGLISH = /^(?:said|says|told|tells|called|wrote|writes|added|adds|asked|insists|claims|warns)$/
/** Words that the tagger takes for prepositions though a clause may follow them: "as reported", "after announced". */
const CLAUSE_PREPOSITIONS = /^(?:as|than|like|after|before|since|until|because|that|while)$/
const isMaking = wordTest(MAKING)
const BE = new Set(['be', 'been', 'is', 'are', 'was', 'were', 'being', "'s", "'re"])
const isState = wordTest(STATES)

const isWritten = wordTest(WRITTEN)

const isNamed = wordTest(NAMED)

/** The document that was asked of last, and what its words were found to be: many rules ask of the same ones. */
let lastDocument: Document | null = null
let lastFound: (CueVerb | null | undefined)[] = []

/** The cue verb at token `index`, or null. */
export function cueVerbAt(document: Document, index: number, cues: Cues): CueVerb | null {
  const token = document.tokens[index]
  if (token === undefined || token.kind !== 'word') return null
  const { grammar } = getLanguage(document.language)
  if (grammar !== null) return grammar.cueVerbAt(document, index, cues)
  if ((kindsAt(document, token, cues) & CUE) === 0) return null
  if (document !== lastDocument) {
    lastDocument = document
    lastFound = []
  }
  const known = lastFound[index]
  if (known !== undefined) return known
  const found = cues.inflected ? casedCue(document, index, cues) : plainCue(document, index, token, cues)
  lastFound[index] = found
  return found
}

function plainCue(document: Document, index: number, token: Token, cues: Cues): CueVerb | null {
  if (isMaking(token)) return makesClear(document, index)
  const { spelling } = token
  if (spelling.said === null) {
    const lemmas = document.lemmas(index)
    spelling.said =
      lemmas.find((one) => cues.verbs.has(one)) ?? lemmas.find((one) => cues.naming.has(one)) ?? ''
  }
  const lemma = spelling.said
  if (lemma === '') {
    if (!document.lemmas(index).some((one) => cues.states.has(one))) return null
    const before = document.tokens[index - 1]
    if (before === undefined || !BE.has(before.norm)) return null
    return { index, lemma: token.norm, strong: false, naming: false, impersonal: false, gerund: false }
  }
  // "point out" says something, "point to" does not.
  if (lemma === 'point' && document.tokens[index + 1]?.norm !== 'out') return null
  const { pos } = document.reading(index)
  if (isOffice(document, index, lemma, cues)) return null
  if (
    pos !== 'verb' &&
    !isSaying(document, index) &&
    !isMisread(document, index, pos) &&
    !(SURE_ENGLISH.test(token.norm) && pos !== 'noun')
  ) {
    // After a closing mark and before a name the tagger takes verbs for nouns or adjectives: `“…,” fumed pensioner`.
    if (!/(?:ed|said)$/.test(token.norm) || !/^["”'’,]$/.test(document.tokens[index - 1]?.text ?? ''))
      return null
  }
  const before = document.tokens[index - 1]
  if (before?.norm === 'to' || (before?.norm === 'not' && document.tokens[index - 2]?.norm === 'to')) {
    // "wanted to know why"
    const wonders = token.norm === 'know' && /^want/.test(document.tokens[index - 2]?.norm ?? '')
    const after = document.tokens[index + 1]
    // "continued to insist", "went as far as to suggest the wall would fall"
    const goesOn = /^(?:continu(?:e|es|ed|ing)|on|began|begun)$/.test(document.tokens[index - 2]?.norm ?? '')
    const opens =
      /^(?:suggest|argue|insist|allege)$/.test(lemma) &&
      after !== undefined &&
      ['determiner', 'pronoun', 'name'].includes(document.reading(index + 1).pos)
    if (after?.norm !== 'that' && !wonders && !goesOn && !opens) return null
  }
  // "the minister's promise": what somebody has is no verb.
  if (
    before !== undefined &&
    token.norm === lemma &&
    /(?:['’]s?|^(?:his|her|their|its|our|my))$/.test(before.norm)
  )
    return null
  // "in pledged delegates": an attribute after a preposition.
  if (
    before !== undefined &&
    /ed$/.test(token.norm) &&
    document.reading(index - 1).pos === 'preposition' &&
    !CLAUSE_PREPOSITIONS.test(before.norm)
  )
    return null
  // "the said man", "a called meeting": no verbs.
  if (before !== undefined && document.reading(index - 1).pos === 'determiner' && token.norm !== 'says')
    return null
  let back = index - 1
  while (back > 0 && document.reading(back).pos === 'adverb') back--
  const passive =
    BE.has(document.tokens[back]?.norm ?? '') &&
    /(?:ed|said|told|known|thought|held|heard|shown|seen)$/.test(token.norm)
  return {
    index,
    lemma,
    strong: cues.verbs.has(lemma) && !cues.weak.has(lemma),
    naming: cues.naming.has(lemma),
    impersonal: passive || isAsked(document, index),
    gerund: /ing$/.test(token.norm) && !BE.has(document.tokens[back]?.norm ?? ''),
  }
}

/** `… “wreckers,” saying calling them so …`: after a comma or a closing mark it is no noun. */
function isSaying(document: Document, index: number): boolean {
  return (
    document.tokens[index]!.norm === 'saying' && /^[,"”'’—–-]$/.test(document.tokens[index - 1]?.text ?? '')
  )
}

/** "trial counsel Ann Lee", "the independent counsel who": a noun that is a verb elsewhere. */
function isOffice(document: Document, index: number, lemma: string, cues: Cues): boolean {
  if (!cues.roles.has(lemma) || document.tokens[index]!.norm !== lemma) return false
  const before = document.tokens[index - 1]
  if (before === undefined || before.norm === 'to') return false
  return (
    ['adjective', 'noun', 'name', 'determiner'].includes(document.reading(index - 1).pos) &&
    !/s$/.test(before.norm)
  )
}

/** "Asked whether …, he said", "when asked how …": a participle; who asked is not said. */
function isAsked(document: Document, index: number): boolean {
  const { tokens } = document
  const token = tokens[index]!
  const before = tokens[index - 1]
  if (token.norm !== 'asked') return false
  return (
    before === undefined ||
    before.sentence !== token.sentence ||
    (before.kind === 'punctuation' && !/^["”’']$/.test(before.text)) ||
    /^(?:when|if|once)$/.test(before.norm) ||
    (/^(?:and|but)$/.test(before.norm) &&
      !['determiner', 'name', 'pronoun'].includes(document.reading(index + 1).pos))
  )
}

/** "made clear that", "makes it plain that": a verb of speech in two words. */
function makesClear(document: Document, index: number): CueVerb | null {
  const { tokens } = document
  const { norm } = tokens[index]!
  const at = tokens[index + 1]?.norm === 'it' ? index + 2 : index + 1
  const word = tokens[at]?.norm
  if (word !== 'clear' && word !== 'plain') return null
  return {
    index,
    lemma: 'make clear',
    strong: true,
    naming: false,
    impersonal: false,
    gerund: norm === 'making',
  }
}

/** The tagger takes a present tense for a plural noun: "Godwin notes.", "local media report,", "As Tokayev states,". */
function isMisread(document: Document, index: number, pos: string): boolean {
  const { tokens } = document
  if (pos !== 'noun' && pos !== 'name') return false
  const token = tokens[index]!
  const before = tokens[index - 1]
  const after = tokens[index + 1]
  if (before === undefined || !/^\p{Ll}/u.test(token.text)) return false
  // "Moravia pledges to leave", "the ministry hints at what": an "s" and what only a verb takes.
  const next = document.tokens[index + 2]
  const takes =
    (after?.norm === 'to' && next !== undefined && document.reading(index + 2).pos === 'verb') ||
    (/^(?:at|about)$/.test(after?.norm ?? '') && /^(?:what|how|why|whether)$/.test(next?.norm ?? ''))
  if (
    takes &&
    /[^s]s$/.test(token.norm) &&
    ['noun', 'name'].includes(document.reading(index - 1).pos) &&
    !/['’]s?$/.test(before.text) &&
    (/^\p{Lu}/u.test(before.text) || /^(?:at|about)$/.test(after?.norm ?? ''))
  )
    return true
  const closes = after === undefined || /^[.,:]$/.test(after.text) || after.norm === 'that'
  if (!closes) return false
  if (
    /^(?:media|agencies|outlets|newspapers|papers|sources|officials|analysts|experts|critics)$/.test(
      before.norm,
    )
  )
    return true
  return /s$/.test(token.norm) && /^\p{Lu}/u.test(before.text) && !/['’]s?$/.test(before.text)
}

/** «Стало известно» with the one who came to know it named after it. */
const becameKnown = (document: Document, index: number): CueVerb | null =>
  /^ста(?:ло|новится)$/.test(document.tokens[index - 1]?.norm ?? '') &&
  /^(?:[«"„]|\p{Lu})/u.test(document.tokens[index + 1]?.text ?? '')
    ? { index, lemma: KNOWN, strong: true, naming: false, impersonal: true, gerund: false }
    : null

function casedCue(document: Document, index: number, cues: Cues): CueVerb | null {
  const token = document.tokens[index]!
  if (isState(token))
    return { index, lemma: token.norm, strong: true, naming: false, impersonal: false, gerund: false }
  if (isWritten(token))
    return { index, lemma: token.norm, strong: true, naming: false, impersonal: true, gerund: false }
  if (isNamed(token))
    return { index, lemma: token.norm, strong: false, naming: true, impersonal: true, gerund: false }
  if (token.norm === KNOWN) return becameKnown(document, index)
  if ((kindsAt(document, token, cues) & CUE) === 0) return null
  const reading = document.reading(index)
  if (reading.pos !== 'verb' && reading.pos !== 'gerund') return null
  const lemmas = [reading.lemma, ...document.lemmas(index)]
  if (lemmas.some((one) => cues.impersonal.has(one)))
    return { index, lemma: reading.lemma, strong: true, naming: false, impersonal: true, gerund: false }
  if (reading.lemma === 'следовать' && document.tokens[index + 1]?.norm === 'из')
    return { index, lemma: 'следовать', strong: true, naming: false, impersonal: true, gerund: false }
  const lemma = lemmas.find((one) => cues.verbs.has(one)) ?? lemmas.find((one) => cues.naming.has(one))
  if (lemma === undefined) return null
  // An infinitive has no subject of its own.
  if (reading.pos === 'verb' && reading.tense === null && reading.number === null) return null
  // "Напомним, …" is the outlet speaking.
  if (
    /^(?:напомним|добавим|отметим|заметим|скажем|уточним|поясним|подчеркнем|говорим|считаем|сообщаем|предположим|допустим|думаю|считаю|говорю|полагаю|напоминаем|пишем|сообщайте|пишите|узнаем|ждем|знаем)$/.test(
      token.norm,
    )
  )
    return null
  return {
    index,
    lemma,
    strong: cues.verbs.has(lemma) && !cues.weak.has(lemma),
    naming: cues.naming.has(lemma),
    // What "is called" so is called so by others.
    impersonal: lemma === 'именоваться',
    gerund: reading.pos === 'gerund',
  }
}

/** True when token `index` is a verb of speech or opinion, or one that names. */
export const isCueVerb = (document: Document, index: number, cues: Cues): boolean =>
  cueVerbAt(document, index, cues) !== null
