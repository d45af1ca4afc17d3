import type { Span } from '#shared/domain/span.ts'
import type { SequenceWord, WordSequence } from '#shared/domain/words.ts'
import type { Document, Token } from './document.ts'

/**
 * All words of a text in order, in the runs within which n-grams are counted. `wordRuns` over everything or over the
 * outlet's own words gives the same runs as `runsOf` does from this.
 * @param quotations passages in others' words, in order of start; they may nest
 */
export function wordSequence(document: Document, quotations: readonly Span[]): WordSequence {
  const runs: SequenceWord[][] = []
  let run: SequenceWord[] = []
  let sentence = -1
  let next = 0
  let covered = -1
  const end = () => {
    if (run.length > 0) runs.push(run)
    run = []
  }
  const { tokens } = document
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    for (; next < quotations.length && quotations[next]!.start <= token.start; next++)
      covered = Math.max(covered, quotations[next]!.end)
    if (token.sentence !== sentence || token.kind === 'punctuation') end()
    sentence = token.sentence
    if (token.kind !== 'punctuation')
      run.push(wordOf(token, document.reading(index).lemma, token.start >= covered))
  }
  end()
  return runs
}

/** A word in the sequence; places where it is read alike share one value. */
function wordOf({ spelling }: Token, lemma: string, own: boolean): SequenceWord {
  const known = own ? spelling.own : spelling.others
  if (known !== null && known.lemma === lemma) return known
  const word: SequenceWord = { form: spelling.norm, lemma, own }
  if (own) spelling.own = word
  else spelling.others = word
  return word
}

/** The runs of one unit, over all words or the outlet's own: others' words end a run. */
export function runsOf(
  sequence: WordSequence,
  unit: 'form' | 'lemma',
  voices: 'all' | 'narration',
): readonly (readonly string[])[] {
  const runs: string[][] = []
  for (const words of sequence) {
    let run: string[] = []
    for (const word of words) {
      if (voices === 'all' || word.own) run.push(word[unit])
      else if (run.length > 0) {
        runs.push(run)
        run = []
      }
    }
    if (run.length > 0) runs.push(run)
  }
  return runs
}
