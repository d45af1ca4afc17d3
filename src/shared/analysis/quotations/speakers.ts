import type { Person } from '#shared/domain/quotation.ts'
import type { Span } from '#shared/domain/span.ts'
import { getLanguage } from '../languages/index.ts'
import type { Document } from '../text/document.ts'
import { cuesOf } from './cues.ts'

/** Somebody named by a noun phrase of the text. */
export interface Actor {
  readonly name: string
  readonly span: Span
  readonly kind: Person['kind']
  readonly pronoun: {
    readonly gender: 'masculine' | 'feminine' | null
    readonly number: 'singular' | 'plural'
  } | null
}

const PARTICLES = new Set(['de', 'van', 'von', 'bin', 'al', 'la', 'del', 'der', 'ди', 'де', 'фон', 'ван'])

/** The actors of a stretch of tokens, in order: names, roles, organisations and pronouns that can speak. */
export function actorsBetween(document: Document, from: number, to: number): Actor[] {
  const { tokens, language } = document
  const cues = cuesOf(language)
  const actors: Actor[] = []
  for (let index = from; index < to; index++) {
    const token = tokens[index]!
    if (token.kind !== 'word') continue
    const pronoun = cues.pronouns.get(token.norm)
    if (pronoun !== undefined) {
      actors.push({ name: token.text, span: { start: token.start, end: token.end }, kind: 'person', pronoun })
      continue
    }
    const end = nameEnd(document, index, to)
    if (end > index) {
      actors.push(actor(document, index, end, kindOf(document, index, end)))
      index = end - 1
      continue
    }
    const role = roleAt(document, index)
    if (role === null) continue
    const phrase = phraseEnd(document, index, to)
    actors.push(actor(document, phraseStart(document, index, from), phrase, role))
    index = phrase - 1
  }
  return actors
}

/** Role or organisation noun at `index`, or null. In Russian it must be able to be a subject. */
function roleAt(document: Document, index: number): Person['kind'] | null {
  const cues = cuesOf(document.language)
  const lemmas = document.lemmas(index)
  const bare = document.tokens[index]!.norm.split('-').at(-1)!
  const is = (set: ReadonlySet<string>) => lemmas.some((one) => set.has(one)) || set.has(bare)
  if (is(cues.roles)) return 'unnamed'
  if (is(cues.organisations) || is(cues.documents)) return 'organisation'
  return null
}

function phraseStart(document: Document, index: number, from: number): number {
  let start = index
  while (start > from && start > index - 4) {
    const before = document.tokens[start - 1]!
    const { pos } = document.reading(start - 1)
    if (before.kind !== 'word' || !['adjective', 'noun', 'name', 'participle'].includes(pos)) break
    if (document.language === 'ru' && pos !== 'adjective') break
    start--
  }
  return start
}

function phraseEnd(document: Document, index: number, to: number): number {
  let end = index + 1
  if (document.language === 'ru') {
    // "министерство внутренних дел": what follows in the genitive belongs to it.
    while (end < to && document.tokens[end]!.kind === 'word') {
      const reading = document.reading(end)
      if (!['adjective', 'noun'].includes(reading.pos) || reading.name !== null) break
      if (reading.cases[0] !== 'genitive' || /^\p{Lu}\p{Ll}/u.test(document.tokens[end]!.text)) break
      end++
    }
  }
  return end
}

/** End of the run of capitalised words that begins at `index`; `index` itself when none does. */
function nameEnd(document: Document, index: number, to: number): number {
  const { tokens, language } = document
  let end = index
  while (end < to) {
    const token = tokens[end]!
    if (token.kind === 'word' && isNameWord(document, end, end === index)) end++
    else if (end > index && PARTICLES.has(token.norm) && isNameWord(document, end + 1, false)) end++
    else if (end > index && token.text === '.' && /^\p{Lu}$/u.test(tokens[end - 1]!.text)) end++
    else break
  }
  if (end === index) return index
  if (
    language === 'en' &&
    end === index + 1 &&
    document.reading(index).pos !== 'name' &&
    startsSentence(document, index)
  )
    return index
  return end
}

const startsSentence = (document: Document, index: number): boolean =>
  index === 0 || document.tokens[index - 1]!.sentence !== document.tokens[index]!.sentence

function isNameWord(document: Document, index: number, first: boolean): boolean {
  const token = document.tokens[index]
  if (token === undefined || token.kind !== 'word') return false
  if (/^@/.test(token.text)) return true
  if (!/^\p{Lu}/u.test(token.text)) return false
  const reading = document.reading(index)
  if (first && startsSentence(document, index)) {
    if (getLanguage(document.language).sentenceStarters.has(token.norm)) return false
    if (document.language === 'ru' && reading.name === null && !/^\p{Lu}{2,}$/u.test(token.text))
      return reading.pos === 'other'
  }
  return ['name', 'noun', 'other', 'adjective'].includes(reading.pos)
}

function kindOf(document: Document, from: number, to: number): Person['kind'] {
  const cues = cuesOf(document.language)
  for (let index = from; index < to; index++) {
    if (document.lemmas(index).some((one) => cues.organisations.has(one))) return 'organisation'
  }
  return 'person'
}

const TITLES =
  /^(?:mr|mrs|ms|dr|president|minister|prime|deputy|general|major|colonel|captain|mayor|governor|senator|judge|professor|prof|councillor|reverend|sir|former|ex-president|the|mp|lieutenant|police)$/i

function actor(document: Document, from: number, to: number, kind: Person['kind']): Actor {
  let start = from
  if (kind === 'person' && document.language === 'en') {
    while (start + 1 < to && TITLES.test(document.tokens[start]!.text)) start++
    while (start < to && document.tokens[start]!.text === '.') start++
  }
  const name = getLanguage(document.language).nominative(document.tokens, start, to)
  return {
    name,
    span: { start: document.tokens[start]!.start, end: document.tokens[to - 1]!.end },
    kind,
    pronoun: null,
  }
}

/** One list of the article's people: a surname alone is the person whose full name stands elsewhere. */
export class People {
  private readonly list: { name: string; aliases: Set<string>; kind: Person['kind'] }[] = []

  constructor(actors: readonly Actor[]) {
    const named = actors.filter((one) => one.pronoun === null)
    for (const one of [...named].sort((a, b) => b.name.split(' ').length - a.name.split(' ').length))
      this.add(one)
  }

  private add(actor: Actor): void {
    const index = this.find(actor.name)
    if (index === null) this.list.push({ name: actor.name, aliases: new Set(), kind: actor.kind })
    else if (this.list[index]!.name !== actor.name) this.list[index]!.aliases.add(actor.name)
  }

  /** Index of the person that a name means, or null. */
  find(name: string): number | null {
    const wanted = comparable(name)
    const exact = this.list.findIndex((one) => comparable(one.name) === wanted || one.aliases.has(name))
    if (exact !== -1) return exact
    const last = wanted.split(' ').at(-1)!
    const bySurname = this.list.findIndex(
      (one) => one.kind === 'person' && comparable(one.name).split(' ').at(-1) === last && last.length > 2,
    )
    return bySurname === -1 ? null : bySurname
  }

  name(index: number): string {
    return this.list[index]!.name
  }

  toPersons(): Person[] {
    return this.list.map(({ name, aliases, kind }) => ({ name, aliases: [...aliases], role: null, kind }))
  }
}

const comparable = (name: string): string => name.toLowerCase().replace(/ё/g, 'е').replace(/dzh/g, 'j')
