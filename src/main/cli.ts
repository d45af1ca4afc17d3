import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command, CommanderError } from 'commander'
import { stringify } from 'csv-stringify/sync'
import { compilePattern } from '#shared/analysis/framing/compile.ts'
import { findPattern } from '#shared/analysis/framing/match.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import { ParallaxError } from '#shared/contract/errors.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import { openKept } from './engine/keep.ts'
import { loadLexicons } from './engine/lexicons/load.ts'
import { loadLanguages } from './engine/load-languages.ts'
import { articleJson, counted, type Failure, outletFigures, scoreInputs } from './engine/scoring.ts'
import { rootFrom } from './hosts/shared/paths.ts'
import { readInputs } from './importing/read-inputs.ts'

// Exit status: 0 all scored, 1 some files failed, 2 wrong usage.
const root = rootFrom(import.meta.url)
const base = process.env.INIT_CWD ?? process.cwd()
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
const CONTEXT_CHARACTERS = 50

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as `head` has had enough.
  if (error.code === 'EPIPE') process.exit(0)
})
const print = (text: string): Promise<void> =>
  new Promise((done) => {
    process.stdout.write(text, () => done())
  })

let failures = 0
const failed = ({ message }: Failure) => {
  failures++
  process.stderr.write(`${message}\n`)
}

async function chosen(ids: readonly string[] | undefined): Promise<Lexicon[]> {
  const all = await loadLexicons(join(root, 'resources/lexicons'))
  if (ids === undefined) return all
  const unknown = ids.find((id) => !all.some((one) => one.id === id))
  if (unknown !== undefined) {
    throw new CommanderError(
      2,
      'lexicon',
      `There is no lexicon “${unknown}”. Known: ${all.map((one) => one.id).join(', ')}.`,
    )
  }
  // A pack is applied together with the one that it extends.
  const wanted = new Set(ids)
  for (const one of [...all].reverse())
    if (wanted.has(one.id) && one.extends !== undefined) wanted.add(one.extends)
  return all.filter((one) => wanted.has(one.id))
}

interface ScoreOptions {
  readonly json?: boolean
  readonly csv?: boolean
  readonly lexicon?: string[]
  readonly manifest?: string
  readonly clean: boolean
  readonly library?: string
}

/** `--lexicon a b PATH` reads PATH as a third id: what is no pack and is there as a file or folder is a path. */
async function sorted(
  paths: readonly string[],
  words: readonly string[] | undefined,
): Promise<{ readonly paths: readonly string[]; readonly lexicons: Lexicon[] }> {
  const known = new Set((await chosen(undefined)).map((one) => one.id))
  const isPath = (word: string) => !known.has(word) && existsSync(resolve(base, word))
  const all = [...paths, ...(words ?? []).filter(isPath)]
  if (all.length === 0) throw new CommanderError(2, 'usage', 'Name at least one file or folder to score.')
  return { paths: all, lexicons: await chosen(words?.filter((word) => !isPath(word))) }
}

async function score(given: string[], options: ScoreOptions): Promise<void> {
  if (options.json && options.csv) throw new CommanderError(2, 'usage', 'Choose --json or --csv, not both.')
  const { paths, lexicons } = await sorted(given, options.lexicon)
  await loadLanguages()
  const keepIn = options.library === undefined ? null : resolve(base, options.library)
  const library = keepIn === null ? null : openKept(keepIn, await chosen(undefined))
  const manifest = options.manifest === undefined ? {} : { manifest: resolve(base, options.manifest) }
  const articles = []
  const rows: unknown[][] = []
  const header = { version, lexicons: lexicons.map(({ id, version: v }) => ({ id, version: v })) }
  let started = false
  for await (const article of scoreInputs(
    paths,
    { base, clean: options.clean, ...manifest },
    lexicons,
    failed,
  )) {
    articles.push(counted(article))
    const same = library?.keep(article, options.lexicon === undefined)
    if (same) process.stderr.write(`${article.draft.file} is in the library already, as “${same}”.\n`)
    if (options.json) {
      // Written article by article, so that thousands need no memory.
      const lead = started ? ',' : `${JSON.stringify(header).slice(0, -1)},"articles":[`
      started = true
      await print(lead + JSON.stringify(articleJson(article)))
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
      const own = analysis.mentions.filter((one) => one.voice === 'narration').length
      await print(
        `${draft.file}  ${draft.language}  ${draft.outlet ?? '–'}  ${draft.published ?? '–'}  ${analysis.words} words, ${analysis.mentions.length} mentions (${own} in the outlet's own words)\n`,
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
  for await (const input of readInputs(paths, { base, clean: options.clean })) {
    if (input.kind === 'failed') {
      failed(input)
      continue
    }
    const { draft } = input
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
  .option('--lexicon <id...>', 'only these lexicons')
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
  .action(async () => {
    for (const one of await chosen(undefined)) await print(`${one.id} ${one.version}  ${one.label.en}\n`)
  })

try {
  await program.parseAsync(process.argv)
  process.exitCode = failures > 0 ? 1 : 0
} catch (error) {
  if (error instanceof ParallaxError) {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
  if (!(error instanceof CommanderError)) throw error
  if (error.code === 'lexicon' || error.code === 'usage') process.stderr.write(`${error.message}\n`)
  process.exitCode = error.exitCode === 0 ? 0 : 2
}
