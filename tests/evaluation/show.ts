import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadLexicons } from '#main/engine/lexicons/load.ts'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { rootFrom } from '#main/hosts/shared/paths.ts'
import { analyse } from '#shared/analysis/analyse.ts'
import { compileLexicons } from '#shared/analysis/framing/compile.ts'

// Prints a text with its quotations marked in place, for reading by eye: node tests/evaluation/show.ts en file.txt
const [language = 'en', file = ''] = process.argv.slice(2)
const root = rootFrom(new URL('../../src/main/cli.ts', import.meta.url).href)
await loadLanguages()
const lexicons = await loadLexicons(join(root, 'resources/lexicons'))
const text = readFileSync(file, 'utf8').trim()
const { quotations } = analyse(text, {
  language,
  context: { title: text.split('\n', 1)[0] ?? null, outlet: null, byline: null },
  lexicons: compileLexicons(lexicons, language),
})
const marks: { at: number; order: number; text: string }[] = []
for (const one of quotations) {
  const letter = { direct: 'D', indirect: 'I', scare: 'S' }[one.kind]
  marks.push({ at: one.start, order: 1, text: `[${letter}:${one.speaker ?? '–'}| ` })
  marks.push({ at: one.end, order: 0, text: ` |${one.why.rule.split('.')[1]}]` })
}
let shown = ''
let last = 0
for (const mark of marks.sort((a, b) => a.at - b.at || a.order - b.order)) {
  shown += text.slice(last, mark.at) + mark.text
  last = mark.at
}
console.log(shown + text.slice(last))
