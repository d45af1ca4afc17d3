import type { Command } from 'commander'
import { stringify } from 'csv-stringify/sync'
import { findFacts, lineUpFacts, type OutletFact } from '#shared/analysis/statistics/facts.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import { drafts, outletOf, print, type ReadingOptions, usage } from './shared.ts'

interface FactsCommandOptions extends ReadingOptions {
  readonly json?: boolean
  readonly csv?: boolean
}

interface FileFact extends OutletFact {
  readonly file: string
  readonly title: string
}

const SIGNS = { exactly: '', atLeast: '≥ ', about: '≈ ', atMost: '≤ ' } as const

async function run(paths: string[], options: FactsCommandOptions): Promise<void> {
  if (options.json && options.csv) throw usage('Choose --json or --csv, not both.')
  const facts: FileFact[] = []
  const outlets = new Set<string>()
  for await (const draft of drafts(paths, options)) {
    const outlet = outletOf(draft)
    outlets.add(outlet)
    const { file, title, published } = draft
    for (const fact of findFacts(prepare(draft.text, draft.language)))
      facts.push({ ...fact, outlet, published, file, title })
  }
  const lines = lineUpFacts(facts, [...outlets])
  if (options.json) {
    await print(`${JSON.stringify({ outlets: [...outlets], kinds: lines })}\n`)
    return
  }
  if (options.csv) {
    const rows = lines.flatMap(({ kind, outlets: all }) =>
      all.flatMap(({ outlet, facts: theirs }) =>
        theirs.map((one) => [
          kind,
          outlet,
          one.published,
          one.value,
          one.qualifier,
          one.text,
          one.start,
          one.end,
          one.file,
        ]),
      ),
    )
    const head = ['kind', 'outlet', 'published', 'value', 'qualifier', 'text', 'start', 'end', 'file']
    await print(stringify([head, ...rows]))
    return
  }
  for (const { kind, outlets: all } of lines) {
    await print(`${kind}\n`)
    for (const { outlet, facts: theirs } of all) {
      if (theirs.length === 0) await print(`  ${outlet}: no such figure\n`)
      for (const one of theirs) {
        const text = one.text.replace(/\s+/g, ' ')
        await print(`  ${outlet}  ${one.published ?? '–'}  ${SIGNS[one.qualifier]}${one.value}  “${text}”\n`)
      }
    }
  }
  process.stderr.write(`${facts.length} figures in ${outlets.size} outlets\n`)
}

export function addFacts(program: Command): void {
  program
    .command('facts')
    .description('figures of people killed, injured, detained, missing or displaced, outlet beside outlet')
    .argument('<path...>', 'files or folders')
    .option('--json', 'one JSON document')
    .option('--csv', 'one line a figure')
    .option('--manifest <file>', 'table of what is known of the files')
    .option('--no-clean', 'take each text exactly as given')
    .action(run)
}
