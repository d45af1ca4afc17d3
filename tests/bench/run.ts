import { Command } from 'commander'
import { loadLexicons } from '#main/engine/lexicons/load.ts'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { createScorer } from '#main/engine/scorer.ts'
import { storeDraft } from '#main/engine/store.ts'
import { openLibrary } from '#main/library/connection.ts'
import { articleFacets, articleRows, countSelected } from '#main/library/queries/articles.ts'
import { figureCounts, mentionLines } from '#main/library/queries/figures.ts'
import { createStory } from '#main/library/queries/stories.ts'
import { figuresFrom } from '#shared/analysis/statistics/figures.ts'
import { median } from './median.ts'
import { measureScale } from './scale.ts'
import { sampleDrafts, syntheticDrafts } from './texts.ts'
import { measureThroughput } from './throughput.ts'

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

const say = (line: string) => {
  if (!options.json) console.log(line)
}
measureThroughput(sample, lexicons, note, say)
const scorer = createScorer(lexicons)

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
