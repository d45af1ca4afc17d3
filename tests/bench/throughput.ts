import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { createScorer } from '#main/engine/scorer.ts'
import { cleanText } from '#main/importing/clean.ts'
import { compileLexicons } from '#shared/analysis/framing/compile.ts'
import { matchTerms } from '#shared/analysis/framing/match.ts'
import { findQuotations } from '#shared/analysis/quotations/quotations.ts'
import { findFacts } from '#shared/analysis/statistics/facts.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import { wordSequence } from '#shared/analysis/text/word-sequence.ts'
import type { ArticleDraft } from '#shared/domain/article.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import { syntheticDrafts } from './texts.ts'

/** Articles of each language: half are the first of the process, half are measured warm. */
const ARTICLES = 60
/** Runs over the same text before a warm figure, on both sides alike, and runs of which it is the median. */
const WARM_UP = 60
const RUNS = 15

/** Takes one figure: its name, its own time and that of what it is compared with. */
export type Note = (name: string, ms: number, baselineMs: number, ratio: number) => void

/**
 * From cleaning to mentions against wink-nlp's default pipe over the same English texts in the same process; Russian per
 * character against the English figure. Both sides see each text equally often before it is timed, and take turns.
 */
export function measureThroughput(
  sample: readonly ArticleDraft[],
  lexicons: readonly Lexicon[],
  note: Note,
  say: (line: string) => void,
): void {
  const wink = winkNLP(model)
  const scorer = createScorer(lexicons)
  const pipe = (drafts: readonly ArticleDraft[]) => () =>
    drafts.map((one) => wink.readDoc(one.text).tokens().length())
  const ours = (drafts: readonly ArticleDraft[]) => () =>
    drafts.map((one) => scorer.score({ ...one, text: cleaned(one) }))
  const of = (language: string) => [
    ...syntheticDrafts(
      sample.filter((one) => one.language === language),
      ARTICLES,
    ),
  ]
  const [english, russian] = [of('en'), of('ru')]
  const [first, second] = [english.slice(0, ARTICLES / 2), english.slice(ARTICLES / 2)]
  say(
    `Text: ${second.length} articles a measurement, ${characters(second)} characters of English and ` +
      `${characters(russian.slice(ARTICLES / 2))} of Russian, paragraphs of the sample story drawn by chance.`,
  )
  say('From cleaning to mentions, as a multiple of wink-nlp’s default pipe (more is better)')
  const cold = once(ours(first))
  const coldPipe = once(pipe(first))
  note('English, first articles of a process', cold, coldPipe, coldPipe / cold)
  const [warm, warmPipe] = inTurns(ours(second), pipe(second))
  note('English, warm', warm, warmPipe, warmPipe / warm)
  const perCharacter = warmPipe / characters(second)
  const russianFirst = russian.slice(0, ARTICLES / 2)
  const coldRussian = once(ours(russianFirst))
  const coldBaseline = perCharacter * characters(russianFirst)
  note(
    'Russian, first articles of a process (per character)',
    coldRussian,
    coldBaseline,
    coldBaseline / coldRussian,
  )
  const russianSecond = russian.slice(ARTICLES / 2)
  const [warmRussian] = inTurns(ours(russianSecond))
  const baseline = perCharacter * characters(russianSecond)
  note('Russian, warm (per character)', warmRussian, baseline, baseline / warmRussian)

  for (const [language, drafts] of [
    ['English', second],
    ['Russian', russianSecond],
  ] as const) {
    const code = drafts[0]!.language
    const compiled = compileLexicons(lexicons, code)
    // Documents anew for each run, read as far as the stage before reads them.
    const documents = () => drafts.map((one) => prepare(one.text, code))
    const read = () => {
      const made = documents()
      for (const one of made) one.reading(0)
      return made
    }
    const stages: Readonly<Record<string, readonly [() => ReturnType<typeof documents>, Stage]>> = {
      cleaning: [() => [], () => drafts.map(cleaned)],
      'words and sentences': [() => [], documents],
      'parts of speech': [documents, (made) => made.map((one) => one.reading(0))],
      'quotations and speakers': [read, (made) => made.map((one, at) => findQuotations(one, drafts[at]!))],
      'matching terms': [read, (made) => made.map((one) => matchTerms(one, compiled))],
      'figures of people': [read, (made) => made.map(findFacts)],
      'words in order': [read, (made) => made.map((one) => wordSequence(one, []))],
    }
    const whole = perCharacter * characters(drafts)
    say(`\nStages, ${language}, as shares of wink-nlp’s pipe over as much English (less is better)`)
    for (const [name, [before, run]] of Object.entries(stages)) {
      const times: number[] = []
      for (let round = 0; round < WARM_UP + RUNS; round++) {
        const made = before()
        times.push(once(() => run(made)))
      }
      const ms = middle(times.slice(WARM_UP))
      note(name, ms, whole, ms / whole)
    }
  }
}

type Stage = (made: ReturnType<typeof prepare>[]) => unknown

const cleaned = (one: ArticleDraft): string =>
  cleanText(one.text, { title: one.title, language: one.language }).text

const characters = (drafts: readonly ArticleDraft[]) => drafts.reduce((sum, one) => sum + one.text.length, 0)

function once(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** Medians of several works that take turns, after the same warm-up: what slows the machine for a while slows all. */
function inTurns<Works extends readonly (() => unknown)[]>(
  ...works: Works
): { [Key in keyof Works]: number } {
  const times = works.map((): number[] => [])
  for (let round = 0; round < WARM_UP + RUNS; round++)
    for (const [index, work] of works.entries()) times[index]!.push(once(work))
  return times.map((one) => middle(one.slice(WARM_UP))) as { [Key in keyof Works]: number }
}

const middle = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!
