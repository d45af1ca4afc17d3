// A quick look whether any alternative of some long patterns may begin in a text, so that the patterns themselves run over
// few lines only.

/** So many letters of an alternative are looked at. */
const DEPTH = 7
/** Letters that the tree tells apart: Latin and Cyrillic small letters, digits, a space, a hyphen. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789 -абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ'
const SIZE = ALPHABET.length + 1

/** Number of each UTF-16 code in the alphabet; 0 for any other. Capitals are as small letters, odd spaces as a space. */
const NUMBERS = new Uint8Array(0x10000)
for (let code = 0; code < NUMBERS.length; code++) {
  const small = String.fromCharCode(code).toLowerCase()
  // The long s matches an s where case does not matter.
  NUMBERS[code] = 1 + ALPHABET.indexOf(small === 'ſ' ? 's' : /^\s$/.test(small) ? ' ' : small)
}

/** Finds which of up to 30 lists of alternatives may have one in a text. */
export class Leads {
  /** Children of each node by letter; node 0 is the root. */
  private readonly next: number[] = new Array<number>(SIZE).fill(0)
  /** Lists of which some beginning ends at the node, as bits. */
  private readonly ends: number[] = [0]

  /** @param lists alternatives of regular expressions, each of which begins with a letter or a digit */
  constructor(lists: readonly (readonly string[])[]) {
    for (const [index, list] of lists.entries())
      for (const alternative of list)
        for (const beginning of beginningsOf(alternative)) this.add(beginning, 1 << index)
  }

  private add(beginning: string, list: number): void {
    let node = 0
    for (const letter of beginning) {
      const edge = node * SIZE + NUMBERS[letter.charCodeAt(0)]!
      if (this.next[edge] === 0) {
        this.next[edge] = this.ends.length
        this.ends.push(0)
        for (let one = 0; one < SIZE; one++) this.next.push(0)
      }
      node = this.next[edge]!
    }
    this.ends[node]! |= list
  }

  /** Lists of which an alternative may begin at `at`, as bits; never less than there are. */
  from(text: string, at: number): number {
    const { next, ends } = this
    let found = 0
    let node = 0
    for (let place = at; place < text.length; place++) {
      node = next[node * SIZE + NUMBERS[text.charCodeAt(place)]!]!
      if (node === 0) break
      found |= ends[node]!
    }
    return found
  }
}

/** What an alternative may begin with: letters up to the first thing that stands for many. */
export function beginningsOf(alternative: string): string[] {
  const reader = new Reader(alternative)
  return [...new Set(reader.choice().map(({ letters }) => letters))]
}

interface Beginning {
  readonly letters: string
  /** More letters may be added; else anything may follow. */
  readonly open: boolean
}

const cut = (letters: string, open: boolean): Beginning => ({
  letters: letters.slice(0, DEPTH),
  open: open && letters.length < DEPTH,
})

/** Reads the little of regular expressions that the word lists use: letters, groups, sets, and what may be left out. */
class Reader {
  private readonly source: string
  private at = 0

  constructor(source: string) {
    this.source = source
  }

  choice(): Beginning[] {
    const found = this.sequence()
    while (this.source[this.at] === '|') {
      this.at++
      found.push(...this.sequence())
    }
    return found
  }

  private sequence(): Beginning[] {
    let found: Beginning[] = [{ letters: '', open: true }]
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at]!)) {
      const part = this.part()
      found = found.flatMap((one) =>
        one.open ? part.map(({ letters, open }) => cut(one.letters + letters, open)) : [one],
      )
    }
    return found
  }

  /** One letter, set or group, with what says how often. */
  private part(): Beginning[] {
    const found = this.atom()
    const times = this.source[this.at] ?? ''
    if (!'?*+{'.includes(times) || times === '') return found
    if (times === '{') this.at = this.source.indexOf('}', this.at)
    this.at++
    const none: Beginning = { letters: '', open: true }
    if (times === '?') return [none, ...found]
    const some = found.map(({ letters }) => cut(letters, false))
    return times === '+' ? some : [{ letters: '', open: false }, ...some]
  }

  private atom(): Beginning[] {
    const letter = this.source[this.at++]!
    if (letter === '(') {
      this.at = this.source.startsWith('?:', this.at) ? this.at + 2 : this.at
      const found = this.choice()
      this.at++
      return found
    }
    if (letter === '[') {
      const end = this.source.indexOf(']', this.at)
      const set = this.source.slice(this.at, end)
      this.at = end + 1
      return /[\\^]|.-./.test(set) ? [cut('', false)] : [...set].map((one) => cut(one, true))
    }
    if (letter === '\\') {
      const escaped = this.source[this.at++]!
      if (escaped === 'p') this.at = this.source.indexOf('}', this.at) + 1
      return /[pswdWSD]/.test(escaped) ? [cut('', false)] : [cut(escaped, true)]
    }
    return letter === '.' ? [cut('', false)] : [cut(letter, true)]
  }
}
