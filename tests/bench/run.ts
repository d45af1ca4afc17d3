import { Command } from 'commander'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { loadLexicons } from '#main/engine/lexicons/load.ts'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { createScorer } from '#main/engine/scorer.ts'
import { storeDraft } from '#main/engine/store.ts'
import { cleanText } from '#main/importing/clean.ts'
import { openLibrary } from '#main/library/connection.ts'
import { articleFacets, articleRows, countSelected } from '#main/library/queries/articles.ts'
import { figureCounts, mentionLines } from '#main/library/queries/figures.ts'
import { createStory } from '#main/library/queries/stories.ts'
import { compileLexicons } from '#shared/analysis/framing/compile.ts'
import { matchTerms } from '#shared/analysis/framing/match.ts'
import { englishReadings } from '#shared/analysis/languages/en/readings.ts'
import { findQuotations } from '#shared/analysis/quotations/quotations.ts'
import { figuresFrom } from '#shared/analysis/statistics/figures.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import { median } from './median.ts'
import { measureScale } from './scale.ts'
import { sampleDrafts, syntheticDrafts } from './texts.ts'

// `npm run bench`: every figure is a ratio to a baseline measured in the same process, because absolute times say more of
// the machine than of the program. Throughput: to wink-nlp's default pipe over the same English texts (above 1 is faster).
// Latency: to a plain SQL count of the rows that are read (lower is better).
const root = new URL('../../', import.meta.url).pathname
const options = new Command('bench')
  .option('--json', 'print the figures as JSON')
  .option('--scale', 'measure a library of 10,000 articles instead')
  .parse()
  .opts<{ json?: boolean; scale?: boolean }>()

const figures: { name: string; ms: number; baselineMs: number; ratio: number }[] = []

function note(name: string, ms: number, baselineMs: number, ratio: number): void {
  figures.push({ name, ms, baselineMs, ratio })
  if (!options.json) console.log(`${name.padEnd(58)} ${ratio.toFixed(2).padStart(8)}`)
}

const sample = await sampleDrafts(root)
if (options.scale) {
  await measureScale(root, sample, options.json === true)
  process.exit(0)
}
const lexicons = await loadLexicons(`${root}resources/lexicons`)
await loadLanguages()

const once = (run: () => unknown): number => median(run, 1)
const wink = winkNLP(model)
const english = [
  ...syntheticDrafts(
    sample.filter((one) => one.language === 'en'),
    60,
  ),
]
const russian = [
  ...syntheticDrafts(
    sample.filter((one) => one.language === 'ru'),
    60,
  ),
]
const half = english.length / 2
const characters = (drafts: typeof english) => drafts.reduce((sum, one) => sum + one.text.length, 0)

if (!options.json) console.log('Throughput as a multiple of wink-nlp’s default pipe (more is better)')
const pipe = (drafts: typeof english) => drafts.map((one) => wink.readDoc(one.text).tokens().length())
const scorer = createScorer(lexicons)
const cold = once(() => english.slice(0, half).map(scorer.score))
const coldPipe = once(() => pipe(english.slice(0, half)))
note('English, first articles of a process', cold, coldPipe, coldPipe / cold)
const warmPipe = median(() => pipe(english.slice(half)), 5)
const warm = median(() => english.slice(half).map(scorer.score), 5)
note('English, warm', warm, warmPipe, warmPipe / warm)
const perCharacter = warmPipe / characters(english.slice(half))
for (const [name, drafts, times] of [
  ['Russian, first articles of a process', russian.slice(0, half), 1],
  ['Russian, warm', russian.slice(half), 5],
] as const) {
  const ms = median(() => drafts.map(scorer.score), times)
  const baseline = perCharacter * characters([...drafts])
  note(`${name} (per character)`, ms, baseline, baseline / ms)
}

if (!options.json)
  console.log(
    '\nStages of an English article, as shares of wink-nlp’s pipe over the same text (less is better)',
  )
const compiled = compileLexicons(lexicons, 'en')
const some = english.slice(half)
const stages = {
  cleaning: () => some.map((one) => cleanText(one.text, { title: one.title, language: one.language })),
  'words and sentences': () => some.map((one) => prepare(one.text, 'en')),
  'parts of speech': () => prepared.map((one) => englishReadings(one.tokens)),
  'quotations and speakers': () => prepared.map((one, at) => findQuotations(one, some[at]!)),
  'matching terms': () => prepared.map((one) => matchTerms(one, compiled)),
}
const prepared = some.map((one) => prepare(one.text, 'en'))
for (const [name, run] of Object.entries(stages)) {
  const ms = median(run, 5)
  note(name, ms, warmPipe, ms / warmPipe)
}

for (const size of [200, 5000]) {
  const db = openLibrary(':memory:')
  const storyId = createStory(db, 'Synthetic', '2031-03-01')
  const now = () => '2031-03-01T00:00:00Z'
  for (const draft of syntheticDrafts(sample, size)) storeDraft({ db, scorer, now }, draft, storyId)
  const filter = { storyId }
  const countRows = median(() => db.prepare('SELECT count(*), sum(words) FROM article').get())
  const countMentions = median(() => db.prepare('SELECT count(*), sum(tone) FROM mention').get())
  if (!options.json)
    console.log(
      `\nLatency at ${size} articles as a multiple of a plain count of the same rows (less is better)`,
    )
  const page = { sort: 'published', descending: true, offset: 0, limit: 100 } as const
  const list = median(() => [countSelected(db, filter), articleRows(db, filter, page, null)])
  note(`list, first page, ${size}`, list, countRows, list / countRows)
  const facets = median(() => articleFacets(db, filter))
  note(`filter lists, ${size}`, facets, countRows, facets / countRows)
  const search = median(() => {
    const found = { ...filter, query: 'harbour gate' }
    return [countSelected(db, found), articleRows(db, found, { ...page, sort: 'relevance' }, null)]
  })
  note(`search, first page, ${size}`, search, countRows, search / countRows)
  const compare = median(() => figuresFrom(figureCounts(db, filter, 'narration'), lexicons, 'narration'))
  note(`compare, ${size}`, compare, countMentions, compare / countMentions)
  const lines = median(() =>
    mentionLines(
      db,
      { filter, concept: 'foreign-troops', voice: 'narration' },
      { sort: 'newest', offset: 0, limit: 200 },
    ),
  )
  note(`mentions behind a figure, ${size}`, lines, countMentions, lines / countMentions)
  db.close()
}
if (options.json) console.log(JSON.stringify({ figures }))
