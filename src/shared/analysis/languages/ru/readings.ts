import type { Reading, Token } from '../../text/document.ts'
import { CAPITAL } from '../../text/spellings.ts'
import { analyseForm, type RussianParse } from './morphology.ts'

const CASE_OF_PREPOSITION: Readonly<Record<string, readonly string[]>> = Object.assign(Object.create(null), {
  без: ['genitive'],
  до: ['genitive'],
  из: ['genitive'],
  от: ['genitive'],
  у: ['genitive'],
  для: ['genitive'],
  после: ['genitive'],
  против: ['genitive'],
  среди: ['genitive'],
  со: ['genitive', 'instrumental'],
  с: ['genitive', 'instrumental'],
  к: ['dative'],
  ко: ['dative'],
  по: ['dative', 'prepositional', 'accusative'],
  в: ['accusative', 'prepositional'],
  во: ['accusative', 'prepositional'],
  на: ['accusative', 'prepositional'],
  о: ['prepositional'],
  об: ['prepositional'],
  при: ['prepositional'],
  про: ['accusative'],
  через: ['accusative'],
  над: ['instrumental'],
  под: ['instrumental', 'accusative'],
  перед: ['instrumental'],
  между: ['instrumental'],
  за: ['accusative', 'instrumental'],
})

/** Picks for each token the parse that its neighbours make likeliest: prepositions, agreement, capitals. */
export function russianReadings(tokens: readonly Token[], _text: string): readonly Reading[] {
  const chosen: RussianParse[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    if (token.kind !== 'word') {
      chosen.push({
        ...PLAIN,
        lemma: token.norm,
        nominative: token.norm,
        pos: token.kind === 'number' ? 'numeral' : 'punctuation',
      })
      continue
    }
    chosen.push(best(tokens, index, chosen))
  }
  return chosen
}

const PLAIN: RussianParse = {
  lemma: '',
  pos: 'other',
  name: null,
  animate: null,
  gender: null,
  number: null,
  cases: [],
  tense: null,
  score: 0,
  nominative: '',
  geographic: false,
  short: false,
}

function best(tokens: readonly Token[], index: number, before: readonly RussianParse[]): RussianParse {
  const token = tokens[index]!
  const { spelling } = token
  spelling.parses ??= analyseForm(token.norm)
  const parses = spelling.parses as readonly RussianParse[]
  if (parses.length === 1) return parses[0]!
  const capital = (spelling.shape & CAPITAL) !== 0
  const first = index === 0 || tokens[index - 1]!.sentence !== token.sentence
  const previous = before[index - 1]
  const governed = previous?.pos === 'preposition' ? CASE_OF_PREPOSITION[tokens[index - 1]!.norm] : undefined
  const next = tokens[index + 1]
  let winner = parses[0]!
  let top = Number.NEGATIVE_INFINITY
  for (const parse of parses) {
    let score = parse.score
    if (parse.geographic && capital && parse.score >= 0.3) score += 0.1
    if (parse.name !== null) score += capital ? (first ? 0.3 : 0.8) : -1
    if (governed !== undefined && parse.cases.length > 0)
      score += governed.includes(parse.cases[0]!) ? 0.6 : -0.6
    if (previous !== undefined && previous.cases.length > 0 && parse.cases.length > 0) {
      const agrees = previous.cases[0] === parse.cases[0] && previous.number === parse.number
      if (previous.pos === 'adjective' || previous.pos === 'participle') score += agrees ? 0.5 : -0.2
      if (previous.name !== null && parse.name !== null)
        score += agrees && previous.gender === parse.gender ? 0.8 : -0.4
    }
    if (parse.pos === 'adjective' && (next === undefined || next.kind !== 'word')) score -= 0.25
    if (score > top) {
      top = score
      winner = parse
    }
  }
  return winner
}
