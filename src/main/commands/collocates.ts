import { type Command, Option } from 'commander'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { scoreInputs } from '#main/engine/scoring.ts'
import { type CompiledPattern, compilePattern } from '#shared/analysis/framing/compile.ts'
import { findPattern } from '#shared/analysis/framing/match.ts'
import { findQuotations } from '#shared/analysis/quotations/quotations.ts'
import { COLLOCATE_DEFAULTS, createCollocateCounter } from '#shared/analysis/statistics/collocates.ts'
import { PARTS_OF_SPEECH, type PartOfSpeech } from '#shared/analysis/text/document.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import type { CollocateOptions } from '#shared/domain/collocates.ts'
import {
  chosen,
  collect,
  columns,
  drafts,
  failed,
  outletOf,
  print,
  type ReadingOptions,
  reading,
  wholeNumber,
} from './shared.ts'

interface CollocatesCommandOptions extends ReadingOptions {
  readonly within: CollocateOptions['within']
  readonly window: number
  readonly lemma?: boolean
  readonly pos?: readonly string[]
  readonly minCount: number
  readonly outlet?: readonly string[]
  readonly json?: boolean
}

/** `concept:foreign-troops` or `concept:foreign-troops/occupation`: the namings of a concept, or of one frame of it. */
function namings(term: string): { readonly concept: string; readonly frame: string | null } | null {
  const match = /^concept:([a-z0-9-]+)(?:\/([a-z0-9-]+))?$/.exec(term)
  return match === null ? null : { concept: match[1]!, frame: match[2] ?? null }
}

const SHOWN = 30

async function run(term: string, paths: string[], options: CollocatesCommandOptions): Promise<void> {
  await loadLanguages()
  const settings: CollocateOptions = {
    within: options.within,
    window: options.window,
    unit: options.lemma ? 'lemma' : 'form',
    pos: (options.pos as readonly PartOfSpeech[] | undefined) ?? null,
    minCount: options.minCount,
  }
  const counter = createCollocateCounter(settings)
  const named = namings(term)
  if (named !== null) {
    const lexicons = await chosen(undefined)
    for await (const { draft, analysis } of scoreInputs(paths, reading(options), lexicons, failed)) {
      if (options.outlet !== undefined && !options.outlet.includes(outletOf(draft))) continue
      const nodes = analysis.mentions.filter(
        ({ concept, frame }) => concept === named.concept && (named.frame ?? frame) === frame,
      )
      counter.add(prepare(draft.text, draft.language), nodes, analysis.quotations)
    }
  }
  const patterns = new Map<string, readonly CompiledPattern[]>()
  for await (const draft of named === null ? drafts(paths, options) : []) {
    if (options.outlet !== undefined && !options.outlet.includes(outletOf(draft))) continue
    const { text, language, title, outlet, byline } = draft
    const document = prepare(text, language)
    const pattern = patterns.get(language) ?? compilePattern(term, language)
    patterns.set(language, pattern)
    const quotations =
      settings.within === 'quotation' ? findQuotations(document, { title, outlet, byline }).quotations : []
    counter.add(document, findPattern(document, pattern), quotations)
  }
  const rows = counter.rows()
  if (options.json) {
    await print(
      `${JSON.stringify({ term, settings: { ...settings, outlets: options.outlet ?? null }, nodes: counter.nodes(), rows })}\n`,
    )
    return
  }
  await print(
    columns([
      ['word', 'near', 'in all', 'left', 'right', 'G²', 'log Dice', 'articles'],
      ...rows
        .slice(0, SHOWN)
        .map((one) => [
          one.word,
          String(one.count),
          String(one.total),
          String(one.left),
          String(one.right),
          one.g2.toFixed(2),
          one.logDice.toFixed(2),
          String(one.articles),
        ]),
    ]),
  )
  process.stderr.write(`${counter.nodes()} occurrences of “${term}”, ${rows.length} words near it\n`)
}

export function addCollocates(program: Command): void {
  program
    .command('collocates')
    .description('words that stand near a word or phrase, in any of its forms')
    .argument('<term>', 'as in a lexicon: words in dictionary form; or concept:ID, concept:ID/FRAME')
    .argument('<path...>', 'files or folders')
    .addOption(
      new Option('--within <unit>', 'what counts as near')
        .choices(['window', 'sentence', 'quotation'])
        .default(COLLOCATE_DEFAULTS.within),
    )
    .option(
      '--window <n>',
      'words to either side, within the sentence',
      wholeNumber('--window', 1),
      COLLOCATE_DEFAULTS.window,
    )
    .option('--lemma', 'count dictionary forms')
    .addOption(new Option('--pos <part...>', 'only these parts of speech').choices(PARTS_OF_SPEECH))
    .option(
      '--min-count <n>',
      'a word must stand near so often',
      wholeNumber('--min-count', 1),
      COLLOCATE_DEFAULTS.minCount,
    )
    .option('--outlet <name>', 'only articles of this outlet; may be given again', collect)
    .option('--json', 'one JSON document')
    .option('--manifest <file>', 'table of what is known of the files')
    .option('--no-clean', 'take each text exactly as given')
    .action(run)
}
