import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { TAGS, tagTokens } from '#shared/analysis/languages/en/tagger.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import { parseLabelled } from './markup.ts'

// Counts how wink-nlp's tags follow each other in the English texts of the project, and writes the table that the tagger
// uses (`transitions.ts`). With a folder of plain texts after `--`, prints how often the tagger agrees with wink on them.
const root = new URL('../../', import.meta.url).pathname
const wink = winkNLP(model, ['sbd', 'pos'])
const { its } = wink

const labelled = readdirSync(join(root, 'tests/evaluation'))
  .filter((name) => /^texts-.*-en\.txt$/.test(name))
  .flatMap((name) => parseLabelled(readFileSync(join(root, 'tests/evaluation', name), 'utf8')))
  .map((one) => one.text)
const sample = readdirSync(join(root, 'seeds/articles')).map((name) =>
  readFileSync(join(root, 'seeds/articles', name), 'utf8'),
)
const texts = [...labelled, ...sample.filter((text) => !/[а-я]{3}/.test(text))]

/** Tags of wink's own tokens, sentence by sentence. */
function winkTags(text: string): string[][] {
  const sentences: string[][] = []
  wink
    .readDoc(text)
    .sentences()
    .each((sentence: { tokens(): { out(what: unknown): unknown } }) => {
      sentences.push(sentence.tokens().out(its.pos) as string[])
    })
  return sentences
}

const folder = process.argv[2]
if (folder === undefined) {
  const counts = TAGS.map(() => TAGS.map(() => 0.5))
  const number = (tag: string) => Math.max(0, (TAGS as readonly string[]).indexOf(tag))
  for (const text of texts) {
    for (const tags of winkTags(text)) {
      let before = number('PUNCT')
      for (const tag of tags.filter((one) => one !== 'SPACE')) {
        const here = number(tag)
        counts[before]![here]!++
        before = here
      }
    }
  }
  const rows = counts.map((row) => {
    const total = row.reduce((sum, one) => sum + one, 0)
    return `  ${row.map((one) => Math.round(100 * Math.log(one / total))).join(', ')},`
  })
  writeFileSync(
    join(root, 'src/shared/analysis/languages/en/transitions.ts'),
    `/** Log probability, in hundredths of a nat, of a tag (column) after a tag (row), in the order of TAGS. Written by tests/evaluation/train-tagger.ts. */\n// biome-ignore format: a table, one row a line.\nexport const NEXT_TAG: readonly number[] = [\n${rows.join('\n')}\n]\n`,
  )
  console.log(`Counted ${texts.length} texts.`)
} else {
  let same = 0
  let all = 0
  const confusions = new Map<string, number>()
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8')
    if (/[а-я]{3}/.test(text.slice(0, 2000))) continue
    const document = prepare(text, 'en')
    const ours = tagTokens(document.tokens)
    const doc = wink.readDoc(text)
    const values = doc.tokens().out(its.value) as string[]
    const tags = doc.tokens().out(its.pos) as string[]
    const at = new Map<number, string>()
    let from = 0
    values.forEach((value, index) => {
      const place = text.indexOf(value, from)
      if (place < 0) return
      at.set(place, tags[index]!)
      from = place + value.length
    })
    document.tokens.forEach((token, index) => {
      const wanted = at.get(token.start)
      if (wanted === undefined || token.kind !== 'word') return
      all++
      const got = TAGS[ours[index]!]!
      if (got === wanted) same++
      else confusions.set(`${wanted}>${got}`, (confusions.get(`${wanted}>${got}`) ?? 0) + 1)
    })
  }
  console.log(`${((100 * same) / all).toFixed(1)} % of ${all} words tagged as wink tags them`)
  console.log([...confusions].sort((a, b) => b[1] - a[1]).slice(0, 15))
}
