import { type Command, Option } from 'commander'
import { stringify } from 'csv-stringify/sync'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { counted, scoreInputs } from '#main/engine/scoring.ts'
import { DEFAULT_REPLICATES } from '#shared/analysis/statistics/bootstrap.ts'
import { type ComparedConcept, compareOutlets } from '#shared/analysis/statistics/compare.ts'
import { mentionsByDay, salience } from '#shared/analysis/statistics/prominence.ts'
import { DEFAULT_SEED } from '#shared/analysis/statistics/random.ts'
import { inPlaces, repeatedPlaces, wordsIn } from '#shared/analysis/statistics/repeats.ts'
import { coverOf, type HeldArticle, heldIn, silencesFrom } from '#shared/analysis/statistics/silences.ts'
import { toneAround } from '#shared/analysis/statistics/tone-around.ts'
import { speakerTable, voiceTable } from '#shared/analysis/statistics/voices.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import type { Interval } from '#shared/domain/figures.ts'
import type { Mention } from '#shared/domain/mention.ts'
import { isCounted, VOICE_FILTERS, type VoiceFilter } from '#shared/domain/voice.ts'
import { columns, failed, print, type ReadingOptions, reading, sorted, usage, wholeNumber } from './shared.ts'

interface CompareCommandOptions extends ReadingOptions {
  readonly voice: VoiceFilter
  readonly lexicon?: string[]
  readonly seed: number
  readonly replicates: number
  readonly once?: boolean
  readonly json?: boolean
  readonly csv?: boolean
}

type ReadMention = Pick<Mention, 'concept' | 'frame' | 'term' | 'voice' | 'speaker' | 'section' | 'tone'>
interface ReadArticle extends HeldArticle {
  readonly words: number
  readonly published: string | null
  readonly mentions: readonly ReadMention[]
}

async function run(given: string[], options: CompareCommandOptions): Promise<void> {
  if (options.json && options.csv) throw usage('Choose --json or --csv, not both.')
  const { paths, lexicons } = await sorted(given, options.lexicon)
  await loadLanguages()
  const read: {
    readonly text: string
    readonly language: string
    readonly published: string | null
    readonly starts: readonly number[]
  }[] = []
  let articles: ReadArticle[] = []
  for await (const article of scoreInputs(paths, reading(options), lexicons, failed)) {
    const { outlet, words } = counted(article)
    const mentions = article.analysis.mentions
      .filter(isCounted)
      .map(({ concept, frame, term, voice, speaker, section, tone }) => ({
        concept,
        frame,
        term,
        voice,
        speaker,
        section,
        tone,
      }))
    const { published, language } = article.draft
    const { facts = [] } = article.analysis
    articles.push({ outlet, words, published, language, facts, mentions })
    const { text } = article.draft
    read.push({
      text,
      language,
      published,
      starts: article.analysis.mentions.filter(isCounted).map(({ start }) => start),
    })
  }
  const silent = silencesFrom(heldIn(articles), articles, { covers: coverOf(lexicons) })
  if (options.once) {
    // Each passage that articles share counts only where it was published first.
    const places = repeatedPlaces(read)
    articles = articles.map((one, at) => {
      const { text, language, starts } = read[at]!
      const mine = places.get(at) ?? []
      const left = wordsIn(prepare(text, language), mine).reduce(
        (sum, { firstWord, endWord }) => sum + endWord - firstWord,
        0,
      )
      return {
        ...one,
        words: one.words - left,
        mentions: one.mentions.filter((_, index) => !inPlaces(mine, starts[index]!)),
      }
    })
  }
  const settings = {
    voice: options.voice,
    seed: options.seed,
    replicates: options.replicates,
    once: options.once === true,
  }
  const concepts = compareOutlets(articles, lexicons, settings)
  if (options.json) {
    const document = {
      settings,
      lexicons: lexicons.map(({ id, version }) => ({ id, version })),
      articles: articles.length,
      concepts,
      voices: voiceTable(articles),
      speakers: speakerTable(articles),
      salience: salience(articles, options.voice, settings),
      silences: silent,
      days: mentionsByDay(articles, options.voice),
      tone: toneAround(articles, settings),
    }
    await print(`${JSON.stringify(document)}\n`)
  } else if (options.csv) await print(csv(concepts))
  else for (const concept of concepts) await print(plain(concept))
}

function csv(concepts: readonly ComparedConcept[]): string {
  const head = [
    'concept',
    'outlet',
    'articles',
    'mentioning',
    'words',
    'n',
    'frame',
    'count',
    'share',
    'low',
    'high',
    'articles_low',
    'articles_high',
    'pooled',
    'pooled_low',
    'pooled_high',
    'weight',
    'per_thousand_words',
  ]
  const rows = concepts.flatMap((concept) =>
    concept.outlets.flatMap((outlet) =>
      outlet.frames.map((one) => [
        concept.concept,
        outlet.outlet,
        outlet.articles,
        outlet.mentioning,
        outlet.words,
        outlet.count,
        one.frame,
        one.count,
        one.share,
        one.interval?.low,
        one.interval?.high,
        one.articleInterval?.low,
        one.articleInterval?.high,
        one.pooled,
        one.pooledInterval?.low,
        one.pooledInterval?.high,
        outlet.pooledWeight,
        one.perThousandWords,
      ]),
    ),
  )
  return stringify([head, ...rows])
}

const between = (interval: Interval | null): string =>
  interval === null ? '–' : `${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}`

function plain({ label, outlets, frames, test, pairs }: ComparedConcept): string {
  const named = new Map(frames.map((frame) => [frame.id, frame.label.en]))
  const rows = outlets.flatMap((outlet) =>
    outlet.frames
      .filter((one) => one.count > 0)
      .map((one) => [
        outlet.outlet,
        named.get(one.frame)!,
        `${one.count} of ${outlet.count}`,
        outlet.enough ? one.share!.toFixed(2) : 'too few',
        outlet.enough ? between(one.interval) : '–',
        between(outlet.enough ? one.articleInterval : null),
        one.pooled!.toFixed(2),
      ]),
  )
  const apart = pairs.flatMap((one) =>
    one.pAdjusted === null || one.pAdjusted >= 0.05
      ? []
      : `  ${one.a} and ${one.b} differ: p = ${one.pAdjusted.toPrecision(2)} after Holm’s adjustment\n`,
  )
  const all =
    test === null
      ? '  All outlets alike: cannot be tested here.\n'
      : `  All outlets alike: p = ${test.p.toPrecision(2)} over ${test.articles} articles, corrected V = ${test.cramersV.toFixed(2)}\n`
  return `${label.en}\n${columns([
    ['outlet', 'frame', 'mentions', 'share', '95 % over mentions', 'over articles', 'pooled'],
    ...rows,
  ])}${all}${apart.join('')}\n`
}

export function addCompare(program: Command): void {
  program
    .command('compare')
    .description('shares of each frame per outlet, with intervals, tests and differences')
    .argument('[path...]', 'files or folders')
    .addOption(new Option('--voice <voice>', 'whose words count').choices(VOICE_FILTERS).default('narration'))
    .option('--lexicon <id or file...>', 'only these lexicons, by id or as a file')
    .option('--seed <n>', 'seed of what is drawn at random', wholeNumber('--seed', 0), DEFAULT_SEED)
    .option(
      '--replicates <n>',
      'draws of articles behind each interval',
      wholeNumber('--replicates', 100),
      DEFAULT_REPLICATES,
    )
    .option('--once', 'count a passage that articles share only where it was published first')
    .option('--json', 'one JSON document')
    .option('--csv', 'one line an outlet and frame')
    .option('--manifest <file>', 'table of what is known of the files')
    .option('--no-clean', 'take each text exactly as given')
    .action(run)
}
