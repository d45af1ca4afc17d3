import { readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { loadLanguages } from '../load-languages.ts'
import { checkLexicons } from './check.ts'
import { renderLexicons } from './docs.ts'
import { loadLexicons, readLexiconFiles } from './load.ts'

const ROOT = join(import.meta.dirname, '../../../..')
const PACKS = join(ROOT, 'resources/lexicons')
const DOCS = join(ROOT, 'docs/lexicons.md')

/** Checks the shipped packs and writes the docs from them; with `--check` the docs are compared and left alone. */
async function run(checkOnly: boolean): Promise<number> {
  await loadLanguages()
  const files = (await readLexiconFiles(PACKS)).map((one) => ({ ...one, file: relative(ROOT, one.file) }))
  const problems = checkLexicons(files)
  for (const { file, line, message } of problems) console.error(`${file}:${line}: ${message}`)
  if (problems.length > 0) {
    console.error(`${problems.length} ${problems.length === 1 ? 'fault' : 'faults'} in the lexicons.`)
    return 1
  }
  const lexicons = await loadLexicons(PACKS)
  const text = renderLexicons(lexicons)
  const stored = await readFile(DOCS, 'utf8').catch(() => '')
  if (checkOnly && stored !== text) {
    console.error('docs/lexicons.md is not up to date: run npm run lexicons.')
    return 1
  }
  if (stored !== text) await writeFile(DOCS, text)
  const changed = stored === text ? 'docs/lexicons.md is up to date' : 'docs/lexicons.md written'
  console.log(`${lexicons.length} lexicons checked; ${changed}.`)
  return 0
}

process.exitCode = await run(process.argv.includes('--check'))
