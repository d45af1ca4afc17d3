import type { Token } from './document.ts'
import { fold } from './fold.ts'

// Order matters: an address before a word, a dotted acronym before a word, a number before a mark.
const TOKEN = new RegExp(
  [
    String.raw`(?<address>(?:https?:\/\/|www\.)[^\s<>«»“”"]+|[\p{L}\p{N}_.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)`,
    String.raw`(?<word>[@#][\p{L}\p{N}_]+|(?:\p{Lu}\.){2,}(?!\p{L})|\p{L}[\p{L}\p{M}\p{N}\u00AD]*(?:[-\u2010\u2011'\u2019\u02BC.][\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD]*)*)`,
    String.raw`(?<number>\p{N}+(?:[.,:]\p{N}+)*(?:-?(?:[\p{L}\p{M}]+))?)`,
    String.raw`(?<punctuation>\.{2,}|[^\s\p{L}\p{N}])`,
  ].join('|'),
  'gu',
)

/** Cuts a text into words, numbers and marks, with their exact places. `sentence` is filled in by `prepare`. */
export function tokenise(text: string): Omit<Token, 'sentence'>[] {
  const tokens: Omit<Token, 'sentence'>[] = []
  for (const match of text.matchAll(TOKEN)) {
    const groups = match.groups as Record<string, string | undefined>
    let raw = match[0]
    const kind =
      groups.number !== undefined ? 'number' : groups.punctuation !== undefined ? 'punctuation' : 'word'
    if (groups.address !== undefined) raw = raw.replace(/[.,;:!?)\]]+$/, '')
    tokens.push({ start: match.index, end: match.index + raw.length, kind, text: raw, norm: fold(raw) })
  }
  return tokens
}
