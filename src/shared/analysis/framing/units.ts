import type { Document, Token } from '../text/document.ts'
import { HYPHENATED, type Spelling } from '../text/spellings.ts'
import { key } from './compile.ts'

/** A word, or one part of a hyphenated word, as the matcher sees it. */
export interface Unit {
  readonly start: number
  readonly end: number
  readonly token: number
  readonly sentence: number
  readonly form: string
  readonly lemmas: readonly string[]
  /** The spelling of a word that is no compound. */
  readonly spelling: Spelling | null
  /** The whole hyphenated word that begins here: its keys, and how many units it takes. */
  readonly whole: {
    readonly form: string
    readonly lemmas: readonly string[]
    readonly length: number
  } | null
  /** What stands between this unit and the one before: nothing that parts words, or a mark that does. */
  readonly joined: boolean
  /** Part of a compound that its first part turns into something else ("anti-riot police"). */
  readonly opposed: boolean
}

const OPPOSING = new Set(['anti', 'counter', 'non', 'анти', 'контр', 'не', 'экс', 'ex'])
/** Marks that may stand between the words of one term: quotation marks around a part of it, and hyphens. */
const BRIDGE = /^[\s«»„“”"'‘’\-‐‑\u00AD]*$/u

const SPACE = 32

/** The words of a document in order, compounds as their parts; those of tokens `from` up to `to` are added to `units`. */
export function addUnits(document: Document, from: number, to: number, units: Unit[]): void {
  const { text, tokens } = document
  let previousEnd = tokens[from]?.start ?? 0
  for (let index = from; index < to; index++) {
    const token = tokens[index]!
    if (token.kind === 'punctuation') continue
    const { spelling } = token
    const joined =
      (token.start === previousEnd + 1 && text.charCodeAt(previousEnd) === SPACE) ||
      BRIDGE.test(text.slice(previousEnd, token.start))
    const parts = (spelling.shape & HYPHENATED) !== 0 ? partsOf(token) : null
    if (parts === null)
      units.push({
        start: token.start,
        end: token.end,
        token: index,
        sentence: token.sentence,
        form: bare(token.norm),
        lemmas: document.lemmas(index),
        spelling,
        whole: null,
        joined,
        opposed: false,
      })
    else addParts(document, index, parts, joined, units)
    previousEnd = token.end
  }
}

function addParts(
  document: Document,
  index: number,
  parts: readonly Part[],
  joined: boolean,
  units: Unit[],
): void {
  const token = document.tokens[index]!
  const opposed = OPPOSING.has(parts[0]!.norm)
  for (const [place, part] of parts.entries()) {
    units.push({
      start: token.start + part.start,
      end: token.start + part.end,
      token: index,
      sentence: token.sentence,
      form: bare(part.norm),
      lemmas: document.lemmasOf(part.norm),
      spelling: null,
      whole:
        place === 0
          ? { form: key(token.norm), lemmas: document.lemmas(index).map(key), length: parts.length }
          : null,
      joined: place === 0 ? joined : true,
      opposed: opposed && place > 0,
    })
  }
}

interface Part {
  readonly norm: string
  readonly start: number
  readonly end: number
}

/** The parts of a hyphenated token with their places in it. */
function partsOf(token: Token): Part[] | null {
  const norms = token.norm.split('-')
  const parts: Part[] = []
  for (const match of token.text.matchAll(/[^-‐‑]+/g)) {
    const norm = norms[parts.length]
    if (norm === undefined || norm === '') return null
    parts.push({ norm, start: match.index, end: match.index + match[0].length })
  }
  return parts.length === norms.length && parts.length > 1 ? parts : null
}

/** Without a possessive ending: "protesters'" never carries one here, "council's" does. */
export const bare = (norm: string): string => (norm.endsWith("'s") ? norm.slice(0, -2) : norm)
