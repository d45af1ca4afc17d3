import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadLexicons } from '#main/engine/lexicons/load.ts'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { rootFrom } from '#main/hosts/shared/paths.ts'
import { analyse } from '#shared/analysis/analyse.ts'
import { compileLexicons } from '#shared/analysis/framing/compile.ts'
import { knownLanguages } from '#shared/analysis/languages/index.ts'
import { wilsonInterval } from '#shared/analysis/statistics/wilson.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import { VOICES } from '#shared/domain/voice.ts'
import { reportCoverage } from './coverage.ts'
import { reportDiscovery } from './discovery.ts'
import { type LabelledText, parseLabelled } from './markup.ts'
import { type Measured, measureText, newMeasured, type Tally } from './measure.ts'

// `npm run eval`: figures on our own labelled texts, per language: those we develop on, those held back, and
// those written afresh, labelled before the analysis was run on them.
//   -- --set dev|held|fresh  one set only     -- --errors   print each error of the development and fresh sets in a line
//   -- --held-errors     print those of the held-back set too (for the report, never to develop on)
//   -- --write           put the table of figures into docs/method.md
const root = rootFrom(new URL('../../src/main/cli.ts', import.meta.url).href)
const folder = join(root, 'tests/evaluation')
const words = process.argv.slice(2)
const sets = words.includes('--set')
  ? [words[words.indexOf('--set') + 1]!]
  : ['dev', 'held', 'fresh', 'unseen']

await loadLanguages()
const lexicons = await loadLexicons(join(root, 'resources/lexicons'))
const files = readdirSync(folder)
const TITLES: Readonly<Record<string, string>> = {
  dev: 'texts developed on',
  held: 'texts held back',
  fresh: 'texts written afresh',
  unseen: 'texts once measured blind',
}
const columns: { readonly title: string; readonly tallies: ReadonlyMap<string, Tally> }[] = []

for (const set of sets) {
  for (const language of knownLanguages()) {
    const texts = files
      .filter((name) => name.startsWith(`texts-${set}`) && name.endsWith(`-${language}.txt`))
      .flatMap((name) => parseLabelled(readFileSync(join(folder, name), 'utf8')))
    if (texts.length === 0) continue
    const measured = newMeasured()
    const compiled = compileLexicons(lexicons, language)
    for (const labelled of texts) {
      const title = labelled.text.split('\n', 1)[0] ?? null
      const analysis = analyse(labelled.text, {
        language,
        context: { title, outlet: null, byline: null },
        lexicons: compiled,
      })
      measureText(labelled, analysis, measured)
    }
    measureSentences(set, language, measured)
    report(set, language, texts, measured)
    columns.push({ title: `${language}, ${TITLES[set] ?? set}`, tallies: measured.tallies })
  }
}
if (!words.includes('--set')) {
  reportCoverage()
  await reportDiscovery(root, lexicons, words.includes('--errors'))
}
if (words.includes('--write')) writeTable()

/** Puts a table of all figures between two marks in docs/method.md. */
function writeTable(): void {
  const names = [...new Set(columns.flatMap((one) => [...one.tallies.keys()]))]
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const table = [
    row(['what', ...columns.map((one) => one.title)]),
    row(['---', ...columns.map(() => '---')]),
    ...names.map((name) =>
      row([
        name,
        ...columns.map((one) => cell(one.tallies.get(name) ?? { right: 0, found: 0, expected: 0 })),
      ]),
    ),
  ].join('\n')
  const file = join(root, 'docs/method.md')
  const page = readFileSync(file, 'utf8')
  const [open, close] = ['<!-- eval -->', '<!-- /eval -->']
  const from = page.indexOf(open)
  const to = page.indexOf(close)
  if (from < 0 || to < from) throw new Error('docs/method.md has no place for the table.')
  writeFileSync(file, `${page.slice(0, from + open.length)}\n\n${table}\n\n${page.slice(to)}`)
}

/** F1 with the number labelled, or accuracy with its interval. */
function cell({ right, found, expected }: Tally): string {
  if (expected === 0 && found === 0) return '–'
  if (found === 0 && right > 0) {
    const { low, high } = wilsonInterval(right, expected)
    const share = (value: number) => value.toFixed(2)
    return `${(right / expected).toFixed(3)} (${share(low)}–${share(high)}), n ${expected}`
  }
  const f1 = right === 0 ? 0 : (2 * right) / (found + expected)
  return `F1 ${f1.toFixed(3)}, n ${expected}`
}

/** Rule cases: a case is right when exactly its sentences are found. */
function measureSentences(set: string, language: string, measured: Measured): void {
  const tally: Tally = { right: 0, found: 0, expected: 0 }
  measured.tallies.set('sentence cases', tally)
  const name = `sentences-${set}-${language}.txt`
  if (!files.includes(name)) return
  for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('# ')) continue
    const parts = line
      .replaceAll('⏎', '\n¦')
      .split('¦')
      .map((part) => part.trim())
      .filter(Boolean)
    const text = line.replaceAll(' ¦ ', ' ').replaceAll('⏎', '\n').trim()
    const given = prepare(text, language).sentences.map((one) => text.slice(one.start, one.end))
    tally.expected++
    if (JSON.stringify(given) === JSON.stringify(parts)) tally.right++
    else measured.errors.push(`sentences: ${given.join(' ¦ ')}  instead of  ${parts.join(' ¦ ')}`)
  }
}

function report(set: string, language: string, texts: readonly LabelledText[], measured: Measured): void {
  const mentions = texts.reduce((sum, one) => sum + one.mentions.length, 0)
  const quotations = texts.reduce((sum, one) => sum + one.quotations.length, 0)
  const title = `${language}, ${TITLES[set] ?? set}`
  console.log(`\n${title}: ${texts.length} texts, ${mentions} mentions, ${quotations} marked passages`)
  for (const [name, tally] of measured.tallies) console.log(`  ${name.padEnd(34)} ${figure(tally)}`)

  console.log('  voice, labelled (rows) against given:')
  console.log(`    ${''.padEnd(10)}${VOICES.map((voice) => voice.padStart(10)).join('')}`)
  for (const [voice, row] of measured.confusion) {
    console.log(
      `    ${voice.padEnd(10)}${VOICES.map((other) => String(row.get(other)).padStart(10)).join('')}`,
    )
  }
  const show = set === 'held' ? words.includes('--held-errors') : words.includes('--errors')
  if (show) for (const error of measured.errors) console.log(`  ✗ ${error}`)
  else console.log(`  ${measured.errors.length} errors`)
}

/** Accuracy with its Wilson interval, or precision, recall and F1 where things are found. */
function figure({ right, found, expected }: Tally): string {
  if (expected === 0 && found === 0) return '–'
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`
  if (found === 0 && right > 0) {
    const { low, high } = wilsonInterval(right, expected)
    return `${percent(right / expected)}  (${percent(low)} – ${percent(high)})  ${right} of ${expected}`
  }
  const precision = found === 0 ? 0 : right / found
  const recall = expected === 0 ? 0 : right / expected
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return `F1 ${f1.toFixed(3)}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  ${right} right, ${found} found, ${expected} labelled`
}
