/**
 * The notation of patterns, read only to be checked: the matcher compiles patterns on its own. A pattern is words
 * divided by spaces; a word is alternatives divided by `|`; an alternative may start with `=` (exactly this form) or
 * end in `*` (any ending); `{a,b}` between two words allows a to b words between them.
 */

/** Longest gap that still reads as one naming. */
const MAX_GAP = 6
/** A shorter stem before `*` would match half the dictionary. */
const MIN_STEM = 3
/** Beyond this many readings, duplicates are no longer looked for in a pattern. */
const MAX_READINGS = 4_000

const GAP = /^\{(\d+),(\d+)\}$/
const WORD = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*$/u

/** One fault of a pattern: its rule and what it found, and the end of an English sentence on it. */
export interface PatternFault {
  readonly rule: PatternRule
  readonly found: string
  readonly words: string
}
export type PatternRule =
  | 'spaces'
  | 'gap'
  | 'gapOrder'
  | 'gapWidth'
  | 'gapPlace'
  | 'nothing'
  | 'both'
  | 'word'
  | 'stem'

const fault = (rule: PatternRule, found: string, words: string): PatternFault => ({ rule, found, words })

/** Says in plain words what is wrong with a pattern; an empty list for a good one. */
export const patternProblems = (pattern: string): readonly string[] =>
  patternFaults(pattern).map(({ words }) => words)

/** What is wrong with a pattern; an empty list for a good one. */
export function patternFaults(pattern: string): readonly PatternFault[] {
  if (pattern.trim() !== pattern || /\s{2,}/.test(pattern)) {
    return [fault('spaces', pattern, 'has stray spaces')]
  }
  const faults: PatternFault[] = []
  const parts = pattern.split(' ')
  for (const [index, part] of parts.entries()) {
    if (part.includes('{') || part.includes('}')) {
      const gap = GAP.exec(part)
      if (!gap) {
        faults.push(fault('gap', part, `has the gap “${part}”, which should look like {0,2}`))
        continue
      }
      if (Number(gap[1]) > Number(gap[2]))
        faults.push(fault('gapOrder', part, `has the gap “${part}”, whose ends are the wrong way round`))
      if (Number(gap[2]) > MAX_GAP)
        faults.push(fault('gapWidth', part, `has the gap “${part}”, wider than ${MAX_GAP} words`))
      if (index === 0 || index === parts.length - 1)
        faults.push(fault('gapPlace', part, 'starts or ends with a gap'))
      continue
    }
    for (const alternative of part.split('|')) faults.push(...wordFaults(alternative))
  }
  return faults
}

function wordFaults(word: string): readonly PatternFault[] {
  if (word === '' || word === '=' || word === '*') return [fault('nothing', word, 'has an empty alternative')]
  const exact = word.startsWith('=')
  const prefix = word.endsWith('*')
  if (exact && prefix)
    return [fault('both', word, `has “${word}”: a word is either exact (=) or a stem (*), not both`)]
  const bare = prefix ? word.slice(0, -1) : exact ? word.slice(1) : word
  if (!WORD.test(bare)) return [fault('word', word, `has “${word}”, which is not a word`)]
  if (prefix && [...bare].length < MIN_STEM)
    return [fault('stem', word, `has the stem “${word}”, shorter than ${MIN_STEM} letters`)]
  return []
}

/** All readings of a pattern without `|`, folded; an empty list where there are too many. */
export function readings(pattern: string): readonly string[] {
  const folded = pattern.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'")
  let all = ['']
  for (const part of folded.split(' ')) {
    const options = part.startsWith('{') ? [part] : [...new Set(part.split('|'))]
    if (all.length * options.length > MAX_READINGS) return []
    all = all.flatMap((start) => options.map((option) => (start === '' ? option : `${start} ${option}`)))
  }
  return all
}
