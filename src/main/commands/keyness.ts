import type { Command } from 'commander'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { findQuotations } from '#shared/analysis/quotations/quotations.ts'
import { KEYNESS_DEFAULTS, keyness } from '#shared/analysis/statistics/keyness.ts'
import { repeatedPlaces } from '#shared/analysis/statistics/repeats.ts'
import { createWordCounter, wordRuns } from '#shared/analysis/statistics/words.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import type { ArticleDraft } from '#shared/domain/article.ts'
import type { Span } from '#shared/domain/span.ts'
import {
  collect,
  columns,
  drafts,
  outletOf,
  print,
  type ReadingOptions,
  usage,
  wholeNumber,
} from './shared.ts'

interface KeynessCommandOptions extends ReadingOptions {
  readonly target?: readonly string[]
  readonly reference?: string
  readonly ngrams: { readonly from: number; readonly to: number }
  readonly lemma?: boolean
  readonly minCount: number
  readonly minArticles: number
  readonly narration?: boolean
  readonly absent?: boolean
  readonly once?: boolean
  readonly json?: boolean
}

/** `1`, `2` or `3`, or a range such as `1-3`. */
function ngrams(text: string): { readonly from: number; readonly to: number } {
  const match = /^([1-3])(?:-([1-3]))?$/.exec(text)
  const from = Number(match?.[1])
  const to = Number(match?.[2] ?? match?.[1])
  if (match === null || from > to)
    throw usage(`--ngrams wants 1, 2 or 3, or a range such as 1-3, not “${text}”.`)
  return { from, to }
}

const SHOWN = 30

/** Drafts with the passages to leave aside: none, or the later places of those that articles share. */
async function* placed(
  paths: string[],
  options: KeynessCommandOptions,
): AsyncGenerator<{ readonly draft: ArticleDraft; readonly repeated: readonly Span[] }> {
  if (options.once !== true) {
    for await (const draft of drafts(paths, options)) yield { draft, repeated: [] }
    return
  }
  const read: ArticleDraft[] = []
  for await (const draft of drafts(paths, options)) read.push(draft)
  const places = repeatedPlaces(read)
  for (const [at, draft] of read.entries()) yield { draft, repeated: places.get(at) ?? [] }
}

async function run(paths: string[], options: KeynessCommandOptions): Promise<void> {
  await loadLanguages()
  const counter = createWordCounter(options.ngrams)
  const outlets = new Set<string>()
  for await (const { draft, repeated } of placed(paths, options)) {
    const { text, language, title, outlet, byline } = draft
    const document = prepare(text, language)
    const others = options.narration ? findQuotations(document, { title, outlet, byline }).quotations : []
    const without = [...others, ...repeated].sort((a, b) => a.start - b.start)
    counter.add(outletOf(draft), wordRuns(document, { unit: options.lemma ? 'lemma' : 'form', without }))
    outlets.add(outletOf(draft))
  }
  const targets = options.target ?? [...outlets]
  const unknown = [...targets, options.reference].find((one) => one !== undefined && !outlets.has(one))
  if (unknown !== undefined && outlets.size > 0)
    throw usage(`No article is by “${unknown}”. Outlets here: ${[...outlets].join(', ')}.`)
  if (options.reference !== undefined && targets.includes(options.reference))
    throw usage(`“${options.reference}” cannot be compared with itself.`)
  const settings = {
    reference: options.reference ?? null,
    ngrams: [options.ngrams.from, options.ngrams.to],
    unit: options.lemma ? 'lemma' : 'form',
    voice: options.narration ? 'narration' : 'all',
    minCount: options.minCount,
    minArticles: options.minArticles,
    absent: options.absent ?? false,
    once: options.once ?? false,
    priorWords: KEYNESS_DEFAULTS.priorWords,
  } as const
  const found = outlets.size === 0 ? [] : keyness(counter.table(), targets, settings)
  for (const { outlet, rows } of found) {
    if (rows.length === 0)
      process.stderr.write(
        `No word of “${outlet}” reaches the minima; lower --min-count or --min-articles.\n`,
      )
  }
  if (options.json) {
    await print(`${JSON.stringify({ settings, targets: found })}\n`)
    return
  }
  for (const { outlet, rows } of found) {
    await print(`${outlet} against ${options.reference ?? 'the rest'}: ${rows.length} words\n`)
    await print(
      columns([
        ['word', 'target', 'reference', 'G²', 'log ratio', 'log-odds', 'z', 'adjusted p', 'articles', 'DP'],
        ...rows
          .slice(0, SHOWN)
          .map((one) => [
            one.word,
            String(one.target),
            String(one.reference),
            one.g2.toFixed(2),
            one.logRatio.toFixed(2),
            one.logOdds.toFixed(2),
            one.z.toFixed(2),
            one.pAdjusted.toPrecision(2),
            String(one.articles),
            one.dp === null ? '–' : one.dp.toFixed(2),
          ]),
      ]),
    )
    if (rows.length > SHOWN) await print(`… and ${rows.length - SHOWN} more; --json gives all.\n`)
    await print('\n')
  }
}

export function addKeyness(program: Command): void {
  program
    .command('keyness')
    .description('words that set an outlet apart from another, or from all the rest')
    .argument('<path...>', 'files or folders')
    .option(
      '--target <outlet>',
      'the outlet to describe; may be given again; without it every outlet',
      collect,
    )
    .option('--reference <outlet>', 'the outlet to compare with; without it all the rest')
    .option('--ngrams <n>', 'runs of 1, 2 or 3 words, or a range such as 1-3', ngrams, { from: 1, to: 1 })
    .option('--lemma', 'count dictionary forms')
    .option(
      '--min-count <n>',
      'a word must occur so often in the target',
      wholeNumber('--min-count', 1),
      KEYNESS_DEFAULTS.minCount,
    )
    .option(
      '--min-articles <n>',
      'a word must stand in so many of the target’s articles',
      wholeNumber('--min-articles', 1),
      KEYNESS_DEFAULTS.minArticles,
    )
    .option('--narration', 'only the outlets’ own words')
    .option('--absent', 'also words that reach these minima in the reference alone')
    .option('--once', 'count a passage that articles share only where it was published first')
    .option('--json', 'one JSON document')
    .option('--manifest <file>', 'table of what is known of the files')
    .option('--no-clean', 'take each text exactly as given')
    .action(run)
}
