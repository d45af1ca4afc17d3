import type { Token } from './document.ts'
import { fold } from './fold.ts'

// Order matters: an address before a word, a dotted acronym before a word, a number before a mark.
const TOKEN = new RegExp(
  [
    String.raw`((?:https?:\/\/|www\.)[^\s<>«»“”"]+|[\p{L}\p{N}_.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)`,
    String.raw`([@#][\p{L}\p{N}_]+|(?:\p{Lu}\.){2,}(?!\p{L})|\p{L}[\p{L}\p{M}\p{N}\u00AD]*(?:[-\u2010\u2011'\u2019\u02BC.][\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD]*)*)`,
    String.raw`(\p{N}+(?:[.,:]\p{N}+)*(?:-?(?:[\p{L}\p{M}]+))?)`,
    String.raw`(\.{2,}|[^\s\p{L}\p{N}])`,
  ].join('|'),
  'gu',
)

/** Cuts a text into words, numbers and marks, with their exact places. `sentenceAt` gives the sentence at an offset. */
export function tokenise(text: string, sentenceAt: (offset: number) => number = () => 0): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const start = match.index
    let raw = match[0]
    const kind = match[3] !== undefined ? 'number' : match[4] !== undefined ? 'punctuation' : 'word'
    if (match[1] !== undefined) raw = raw.replace(/[.,;:!?)\]]+$/, '')
    tokens.push({
      start,
      end: start + raw.length,
      kind,
      text: raw,
      norm: folded(raw),
      sentence: sentenceAt(start),
    })
  }
  return tokens
}

const MOST_KEPT = 200_000
const memory = new Map<string, string>()

/** `fold`, remembered: a text's words are mostly words met before. */
function folded(word: string): string {
  let norm = memory.get(word)
  if (norm === undefined) {
    norm = fold(word)
    if (memory.size > MOST_KEPT) memory.clear()
    memory.set(word, norm)
  }
  return norm
}
