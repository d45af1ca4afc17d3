import type { Command } from 'commander'
import { languageCandidates } from '#main/engine/discover.ts'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { createScorer } from '#main/engine/scorer.ts'
import { discover } from '#shared/analysis/statistics/discovery.ts'
import { type DiscoveryReading, readForDiscovery } from '#shared/analysis/statistics/discovery-reading.ts'
import { createDiscoveryTable, DISCOVERY_MINIMA } from '#shared/analysis/statistics/discovery-table.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import { type Candidate, NAMING_KINDS } from '#shared/domain/discovery.ts'
import {
  columns,
  drafts,
  outletOf,
  print,
  type ReadingOptions,
  sorted,
  usage,
  wholeNumber,
} from './shared.ts'

interface DiscoverOptions extends ReadingOptions {
  readonly concept?: string
  readonly lexicon?: string[]
  readonly limit: number
  readonly json?: boolean
}

const SHOWN = 20

async function run(given: string[], options: DiscoverOptions): Promise<void> {
  const { paths, lexicons } = await sorted(given, options.lexicon)
  const concepts = new Set(lexicons.flatMap((one) => one.concepts.map(({ id }) => id)))
  if (options.concept !== undefined && !concepts.has(options.concept))
    throw usage(`There is no concept “${options.concept}”. Known: ${[...concepts].sort().join(', ')}.`)
  await loadLanguages()
  const scorer = createScorer(lexicons)
  const files: string[] = []
  const readings: DiscoveryReading[] = []
  for await (const draft of drafts(paths, options)) {
    const { mentions, quotations, people } = scorer.score(draft)
    const document = prepare(draft.text, draft.language)
    const articleId = files.push(draft.file) - 1
    readings.push(
      readForDiscovery({ articleId, outlet: outletOf(draft), document, known: mentions, quotations, people }),
    )
  }
  const concept = options.concept ?? null
  const languages = [...Map.groupBy(readings, (one) => one.language)].map(([language, mine]) => {
    const table = createDiscoveryTable(mine)
    const { describe } = discover(table, concept)
    const answer = languageCandidates(language, table, concept, {
      isHidden: () => false,
      withHidden: false,
      limit: options.json ? Number.POSITIVE_INFINITY : options.limit,
    })
    return { ...answer, articles: mine.length, describe }
  })
  if (options.json) {
    const settings = { concept, lexicons: lexicons.map(({ id, version }) => ({ id, version })) }
    const all = languages.map(({ describe, candidates, hidden: _, ...one }) => ({
      ...one,
      candidates: candidates.map(({ hidden: _hidden, ...candidate }) => ({
        ...candidate,
        places: describe(candidate.key).places.map(({ articleId, start, end }) => ({
          file: files[articleId],
          start,
          end,
        })),
      })),
    }))
    await print(
      `${JSON.stringify({ settings: { ...settings, minima: DISCOVERY_MINIMA }, languages: all })}\n`,
    )
    return
  }
  for (const { language, articles, outlets, known, total, candidates } of languages) {
    await print(
      `${language}: ${articles} articles of ${outlets} outlets, ${known} known namings, ${total} candidates\n`,
    )
    if (candidates.length > 0)
      await print(
        columns([
          ['word', 'count', 'articles', 'outlets', 'why'],
          ...candidates.map((one) => [
            one.text,
            String(one.count),
            String(one.articles),
            String(one.outlets.filter(({ count }) => count > 0).length),
            reasons(one).join('; '),
          ]),
        ]),
      )
    if (total > candidates.length) await print(`… and ${total - candidates.length} more; --json gives all.\n`)
    await print('\n')
  }
  if (languages.every((one) => one.total === 0))
    process.stderr.write('No candidates: more articles, of two outlets or more, are needed.\n')
}

/** What speaks for a candidate, in words with their figures. */
function reasons({ likeness, keyness, naming }: Candidate): string[] {
  const found: string[] = []
  if (likeness !== null)
    found.push(
      `sits where “${likeness.like.text}” sits: ${likeness.sharedTotal} shared contexts, cosine ${likeness.cosine.toFixed(2)} (${likeness.concept})`,
    )
  if (keyness !== null) {
    const times =
      keyness.reference === 0
        ? 'only'
        : `${(2 ** keyness.logRatio).toFixed(1)} times as often, ${keyness.reference} elsewhere,`
    found.push(`${times} in ${keyness.outlet}: ${keyness.count}`)
  }
  if (naming !== null)
    found.push(
      NAMING_KINDS.filter((kind) => naming.acts[kind] > 0)
        .map((kind) => `${kind}: ${naming.acts[kind]}`)
        .join(', '),
    )
  return found
}

export function addDiscover(program: Command): void {
  program
    .command('discover')
    .description('candidates for rival terms that no lexicon lists yet')
    .argument('[path...]', 'files or folders')
    .option('--concept <id>', 'words that could name this concept; without it any')
    .option('--lexicon <id...>', 'only these lexicons’ terms are known')
    .option('--limit <n>', 'so many candidates of each language', wholeNumber('--limit', 1), SHOWN)
    .option('--json', 'one JSON document with all candidates and their places')
    .option('--manifest <file>', 'table of what is known of the files')
    .option('--no-clean', 'take each text exactly as given')
    .action(run)
}
