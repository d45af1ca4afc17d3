import { Recent } from '../../text/recent.ts'
import { germanStem } from './lemmas.ts'

/** A shorter word at a compound's end may be chance: "Gesamt" holds no office. */
const SHORTEST_TAIL = 5

/**
 * A set of nouns that also holds their compounds by the last part ("Polizeisprecherin" through "Sprecherin") and asks by
 * stem, so that inflected forms are held too.
 */
class CompoundSet extends Set<string> {
  private readonly answers = new Recent<string, boolean>()
  private readonly tails: readonly string[]

  constructor(words: readonly string[]) {
    super(words.flatMap((one) => [one, germanStem(one)]))
    this.tails = words.map(germanStem).filter((one) => one.length >= SHORTEST_TAIL)
  }

  override has(word: string): boolean {
    if (super.has(word)) return true
    let answer = this.answers?.get(word)
    if (answer === undefined) {
      const stem = germanStem(word)
      answer =
        super.has(stem) ||
        this.tails.some(
          (tail) => (stem.endsWith(tail) || word.endsWith(tail)) && stem.length - tail.length >= 2,
        )
      // Bounded: words of a large library.
      this.answers.set(word, answer)
    }
    return answer
  }
}

/** Nouns and their compounds. */
export const compounds = (text: string): ReadonlySet<string> => new CompoundSet(text.trim().split(/\s+/))

/** The same, and the feminine of each: Sprecher, Sprecherin. */
export const compoundsWithFeminine = (text: string): ReadonlySet<string> =>
  new CompoundSet(
    text
      .trim()
      .split(/\s+/)
      .flatMap((one) => [one, `${one.replace(/e$/, '').replace(/(arzt|anwalt|rat)$/, umlauted)}in`]),
  )

const umlauted = (word: string): string => word.replace('a', 'ä')
