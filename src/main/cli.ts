import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command, CommanderError } from 'commander'
import { stringify } from 'csv-stringify/sync'
import { compilePattern } from '#shared/analysis/framing/compile.ts'
import { findPattern } from '#shared/analysis/framing/match.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import { ParallaxError } from '#shared/contract/errors.ts'
import { isCounted } from '#shared/domain/voice.ts'
import { addCollocates } from './commands/collocates.ts'
import { addCompare } from './commands/compare.ts'
import { addDiscover } from './commands/discover.ts'
import { addDuplicates } from './commands/duplicates.ts'
import { addFacts } from './commands/facts.ts'
import { addKeyness } from './commands/keyness.ts'
import {
  base,
  chosen,
  drafts,
  failed,
  print,
  reading,
  root,
  sorted,
  statusSoFar,
  usage,
} from './commands/shared.ts'
import { libraryPacks, openKept } from './engine/keep.ts'
import { loadLanguages } from './engine/load-languages.ts'
import { articleJson, counted, outletFigures, scoreInputs } from './engine/scoring.ts'

// Exit status: 0 all read, 1 some files failed, 2 wrong usage.
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
const CONTEXT_CHARACTERS = 50

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as `head` has had enough.
  if (error.code === 'EPIPE') process.exit(0)
})

interface ScoreOptions {
  readonly json?: boolean
  readonly csv?: boolean
  readonly lexicon?: string[]
  readonly manifest?: string
  readonly clean: boolean
  readonly library?: string
}

async function score(given: string[], options: ScoreOptions): Promise<void> {
  if (options.json && options.csv) throw usage('Choose --json or --csv, not both.')
  const { paths, lexicons } = await sorted(given, options.lexicon)
  await loadLanguages()
  const keepIn = options.library === undefined ? null : resolve(base, options.library)
  const library = keepIn === null ? null : openKept(keepIn, await chosen(undefined))
  const articles = []
  const rows: unknown[][] = []
  const header = { version, lexicons: lexicons.map(({ id, version: v }) => ({ id, version: v })) }
  let started = false
  for await (const article of scoreInputs(paths, reading(options), lexicons, failed)) {
    articles.push(counted(article))
    const kept = library?.keep(article, options.lexicon === undefined)
    if (kept?.same)
      process.stderr.write(`${article.draft.file} is in the library already, as “${kept.same}”.\n`)
    if (options.json) {
      // Written article by article, so that thousands need no memory.
      const lead = started ? ',' : `${JSON.stringify(header).slice(0, -1)},"articles":[`
      started = true
      await print(lead + JSON.stringify(articleJson(article, kept?.corrected)))
    } else if (options.csv) {
      for (const one of article.analysis.mentions) {
        rows.push([
          article.id,
          article.draft.file,
          article.draft.outlet,
          article.draft.published,
          one.start,
          one.end,
          one.text,
          one.concept,
          one.frame,
          one.term,
          one.voice,
          one.speaker,
          one.section,
          one.negated,
          one.tone,
        ])
      }
    } else {
      const { draft, analysis } = article
      const mentions = analysis.mentions.filter(isCounted)
      const own = mentions.filter((one) => one.voice === 'narration').length
      await print(
        `${draft.file}  ${draft.language}  ${draft.outlet ?? '–'}  ${draft.published ?? '–'}  ${analysis.words} words, ${mentions.length} mentions (${own} in the outlet's own words)\n`,
      )
    }
  }
  if (options.json) {
    if (!started) await print(`${JSON.stringify(header).slice(0, -1)},"articles":[`)
    await print(`],"outlets":${JSON.stringify(outletFigures(articles, lexicons))}}\n`)
  } else if (options.csv) {
    await print(
      stringify([
        [
          'id',
          'file',
          'outlet',
          'published',
          'start',
          'end',
          'text',
          'concept',
          'frame',
          'term',
          'voice',
          'speaker',
          'section',
          'negated',
          'tone',
        ],
        ...rows,
      ]),
    )
  }
  library?.close()
}

async function kwic(term: string, paths: string[], options: { clean: boolean }): Promise<void> {
  await loadLanguages()
  let lines = 0
  for await (const draft of drafts(paths, options)) {
    const document = prepare(draft.text, draft.language)
    for (const { start, end } of findPattern(document, compilePattern(term, draft.language))) {
      const one = (text: string) => text.replace(/\s+/g, ' ')
      const before = one(draft.text.slice(Math.max(0, start - CONTEXT_CHARACTERS), start)).padStart(
        CONTEXT_CHARACTERS,
      )
      const after = one(draft.text.slice(end, end + CONTEXT_CHARACTERS))
      await print(`${before}[${draft.text.slice(start, end)}]${after}  ${draft.file}\n`)
      lines++
    }
  }
  process.stderr.write(`${lines} lines\n`)
}

const program = new Command('parallax')
  .description('Scores how outlets frame an event: rival terms, and whose words they are.')
  .version(version)
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) })
program
  .command('score')
  .description('score files or folders')
  .argument('[path...]', 'files or folders')
  .option('--json', 'one JSON document')
  .option('--csv', 'one line a mention')
  .option('--lexicon <id or file...>', 'only these lexicons, by id or as a file')
  .option('--manifest <file>', 'table of what is known of the files')
  .option('--no-clean', 'take each text exactly as given')
  .option('--library <file>', 'also keep the articles in this library, which the app can open')
  .action(score)
program
  .command('kwic')
  .description('a word or phrase in context, in any of its forms')
  .argument('<term>', 'as in a lexicon: words in dictionary form')
  .argument('<path...>', 'files or folders')
  .option('--no-clean', 'take each text exactly as given')
  .action(kwic)
program
  .command('lexicons')
  .description('list the shipped lexicons')
  .option('--library <file>', 'also your own in this library, and which are switched off')
  .action(async (options: { readonly library?: string }) => {
    const shipped = await chosen(undefined)
    const file = options.library === undefined ? null : resolve(base, options.library)
    if (file !== null && !existsSync(file)) throw usage(`There is no library ${options.library}.`)
    const packs = file === null ? shipped : libraryPacks(file, shipped)
    for (const one of packs) {
      const notes = [
        'own' in one && one.own ? 'yours' : null,
        'enabled' in one && !one.enabled ? 'switched off' : null,
      ].filter((note) => note !== null)
      const said = notes.length === 0 ? '' : `  (${notes.join(', ')})`
      await print(`${one.id} ${one.version}  ${one.label.en}${said}\n`)
    }
  })
addCompare(program)
addKeyness(program)
addCollocates(program)
addFacts(program)
addDuplicates(program)
addDiscover(program)

try {
  await program.parseAsync(process.argv)
  process.exitCode = statusSoFar()
} catch (error) {
  if (error instanceof ParallaxError) {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
  if (!(error instanceof CommanderError)) throw error
  if (error.code === 'lexicon' || error.code === 'usage') process.stderr.write(`${error.message}\n`)
  process.exitCode = error.exitCode === 0 ? 0 : 2
}
