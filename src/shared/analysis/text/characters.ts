// What a character is, by its UTF-16 code: one look-up in a table instead of a Unicode property in a pattern.

export const SPACE = 1
export const UPPER = 2
export const LETTER = 4
export const DIGIT = 8
/** Combining marks and the soft hyphen. */
export const MARK = 16
/** Stands inside a word: hyphens, apostrophes, full stop. */
export const JOINER = 32
export const UNDERSCORE = 64
export const LOWER = 128
/** May end a sentence. */
export const TERMINATOR = 256
/** A quotation mark or an apostrophe of any kind. */
export const QUOTE = 512
/** Ends a line. */
export const BREAK = 1024

/** Flags of every UTF-16 code. A half of a surrogate pair has none. */
export const CHARACTERS: Uint16Array = classesOfCharacters()

/** Letters and digits in their small form, ё as е, by UTF-16 code; 0 for anything else. */
export const SMALL_LETTERS: Uint16Array = smallLetters()

function smallLetters(): Uint16Array {
  const table = new Uint16Array(0x10000)
  for (let code = 0; code < 0x10000; code++)
    if ((CHARACTERS[code]! & (LETTER | DIGIT)) !== 0)
      table[code] = String.fromCharCode(code).toLowerCase().replace('ё', 'е').charCodeAt(0)
  return table
}

/** Flags of the character at `at`; 0 beyond the end. */
export const flagsAt = (text: string, at: number): number =>
  at < text.length ? CHARACTERS[text.charCodeAt(at)]! : 0

function classesOfCharacters(): Uint16Array {
  const table = new Uint16Array(0x10000)
  const add = (characters: string, flags: number) => {
    for (const one of characters) table[one.charCodeAt(0)]! |= flags
  }
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code)
    if (/\p{L}/u.test(character))
      table[code] = LETTER | (/\p{Lu}/u.test(character) ? UPPER : /\p{Ll}/u.test(character) ? LOWER : 0)
    else if (/\s/u.test(character)) table[code] = SPACE
    else if (/\p{N}/u.test(character)) table[code] = DIGIT
    else if (/\p{M}/u.test(character) || code === 0xad) table[code] = MARK
  }
  // The third apostrophe is a letter by its kind, yet an apostrophe by its use.
  add("-\u2010\u2011'\u2019\u02BC.", JOINER)
  add('_', UNDERSCORE)
  add('.!?…', TERMINATOR)
  add('«»„“”‟"‘’‚‛\'', QUOTE)
  add('\n\r', BREAK)
  return table
}
