import type { Command } from 'commander'
import { DUPLICATE_DEFAULTS, findDuplicates, type Passage } from '#shared/analysis/statistics/duplicates.ts'
import { firstPublished } from '#shared/analysis/statistics/repeats.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import type { ArticleDraft } from '#shared/domain/article.ts'
import { drafts, outletOf, print, type ReadingOptions, usage, wholeNumber } from './shared.ts'

interface DuplicatesCommandOptions extends ReadingOptions {
  readonly sentences?: boolean
  readonly similarity: number
  readonly minWords: number
  readonly json?: boolean
}

interface NamedPassage extends Passage {
  readonly file: string
  readonly outlet: string
  readonly published: string | null
}

function share(text: string): number {
  const number = Number(text)
  if (!(number > 0 && number <= 1))
    throw usage(`--similarity wants a number over 0 and up to 1, not “${text}”.`)
  return number
}

async function run(paths: string[], options: DuplicatesCommandOptions): Promise<void> {
  const passages: NamedPassage[] = []
  const unit = options.sentences ? 'sentence' : 'paragraph'
  const read: ArticleDraft[] = []
  for await (const draft of drafts(paths, options)) read.push(draft)
  // What was published first leads its group, as on screen.
  for (const [article, draft] of firstPublished(read).entries()) {
    const { file, published, text, language } = draft
    const { sentences, paragraphs } = prepare(text, language)
    for (const { start, end } of unit === 'sentence' ? sentences : paragraphs) {
      passages.push({
        article,
        file,
        outlet: outletOf(draft),
        published,
        start,
        end,
        text: text.slice(start, end),
      })
    }
  }
  const settings = {
    ...DUPLICATE_DEFAULTS,
    unit,
    similarity: options.similarity,
    minWords: options.minWords,
  }
  const groups = findDuplicates(passages, settings)
  if (options.json) {
    await print(`${JSON.stringify({ settings, groups })}\n`)
    return
  }
  for (const { passages: alike } of groups) {
    await print(`${alike[0]!.text.replace(/\s+/g, ' ')}\n`)
    for (const one of alike)
      await print(`  ${one.similarity.toFixed(2)}  ${one.outlet}  ${one.published ?? '–'}  ${one.file}\n`)
  }
  process.stderr.write(`${groups.length} groups of passages that are nearly the same\n`)
}

export function addDuplicates(program: Command): void {
  program
    .command('duplicates')
    .description('passages that several articles share, word for word or nearly')
    .argument('<path...>', 'files or folders')
    .option('--sentences', 'compare sentences, not paragraphs')
    .option(
      '--similarity <part>',
      'shared part of all word runs, 0 to 1',
      share,
      DUPLICATE_DEFAULTS.similarity,
    )
    .option(
      '--min-words <n>',
      'leave shorter passages aside',
      wholeNumber('--min-words', 1),
      DUPLICATE_DEFAULTS.minWords,
    )
    .option('--json', 'one JSON document')
    .option('--manifest <file>', 'table of what is known of the files')
    .option('--no-clean', 'take each text exactly as given')
    .action(run)
}
