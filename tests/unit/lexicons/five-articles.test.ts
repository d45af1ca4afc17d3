import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadLexicons } from '#main/engine/lexicons/load.ts'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { compileLexicons } from '#shared/analysis/framing/compile.ts'
import { matchTerms } from '#shared/analysis/framing/match.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'

// What a careful reader counts in five real articles: by article, line and words. The articles are not part of the project.
const FOLDER = '../shared/seeds'
const MAIN_CONCEPTS = new Set(['foreign-troops', 'people-in-the-streets', 'events', 'state-action'])

type Expected = Readonly<Record<number, string>>
const EXPECTED: Readonly<Record<string, Expected>> = {
  '000': {
    1: 'peacekeeping: peacekeepers',
    3: 'peacekeeping: peacekeepers',
    6: 'peacekeeping: peacekeepers | crackdown: quell the riots | disorder: riots | occupation: occupation',
    10: 'plain: events',
    12: 'troops: soldiers | occupation: occupation | occupation: occupation',
    14: 'peacekeeping: peacekeeping operation',
    20: 'terror: terrorist attacks',
    40: 'occupation: occupation',
    42: 'troops: Russian soldiers',
    44: 'coup: coup',
  },
  '001': {
    10: 'operation: special operations | disorder: participants in the riots | disorder: riots',
    12: 'disorder: participating in mass riots | disorder: mass riots | terror: act of terrorism',
    16: 'disorder: riots | terror: ISIS followers',
    18: 'disorder: riots | terror: assault on the building | terror: radicals',
    20: 'terror: terrorists | terror: snipers',
    22: 'disorder: rioters | troops: the military',
    24: 'operation: operation against the militants | terror: militants | terror: terrorist attack | crime: 20 thousand bandits',
    26: 'disorder: riots | plain: tragedy',
    28: 'help: request for help | troops: CSTO forces',
    30: 'troops: air group | troops: Russian contingent | troops: Russian Airborne Forces',
    32: 'troops: CSTO contingent | troops: units from Belarus | troops: CSTO soldiers | plain: hostilities | peacekeeping: CSTO peacekeepers',
    34: 'help: Our military assistance | peacekeeping: peacekeepers',
    36: 'troops: our army | troops: Russian military | troops: operation in Kazakhstan',
    40: 'disorder: riots',
    42: 'troops: main forces | protest: mass protest | protest: protest',
    46: 'coup: intra-elite clashes',
    48: 'disorder: mass riots | disorder: large-scale riots | coup: Maidan developments',
    50: 'coup: color revolutions',
    52: 'protest: protests | plain: latest events',
    54: 'plain: these events',
  },
  '002': {
    1: 'peacekeeping: миротворцев | occupation: оккупантами',
    4: 'peacekeeping: миротворцев | occupation: оккупантами',
    6: 'troops: российские военные | help: союзнические обязательства',
    8: 'intervention: военное вмешательство | help: военную помощь | troops: иностранный вооруженный контингент',
    10: 'occupation: оккупация | intervention: военное вмешательство | occupation: агрессию',
    14: 'disorder: акты насилия | disorder: вандализма | protest: демонстрантов | help: помощи властям | operation: стабилизации ситуации | peacekeeping: миротворческий',
    16: 'peacekeeping: коллективные миротворческие силы ОДКБ',
    18: 'occupation: агрессии | terror: вооруженного нападения | help: союзническим обязательствам | disorder: ростом насилия',
    20: 'plain: события | terror: попытку насильственным путем подорвать безопасность',
    22: 'protest: протесты | disorder: беспорядки',
    24: 'disorder: беспорядков | protest: протестующих',
    26: 'peacekeeping: миротворцы | troops: военные из других стран ОДКБ',
    28: 'protest: акции протеста | protest: протесты | protest: протесты | protest: протестов',
  },
  '003': {
    9: 'crackdown: crackdown | protest: protesters',
    11: 'crackdown: crackdown',
    13: 'crackdown: crackdown | protest: protesters',
    15: 'crackdown: ongoing Kazakhstan crackdown | troops: troops of the Collective Security Treaty Organization',
    17: 'troops: deployment of Russian troops',
    23: 'people: Kazakh people | uprising: uprisings',
    27: 'operation: bring order | crackdown: silence the Kazakhs | occupation: Russian bullets',
    29: 'crackdown: crackdown | people: Kazakh people',
    31: 'crackdown: suppress the freedom | intervention: intervention forces',
    37: 'troops: deployment of Russian troops',
    39: 'troops: deployment of foreign troops | crackdown: punitive action | occupation: invaders',
    41: 'troops: deployment | uprising: insurgents | troops: soldiers | troops: armed forces | occupation: external aggression',
    45: 'plain: events',
    47: 'protest: Protests | protest: protesters | protest: protests | plain: clashes | protest: protesters | uprising: opponents seized',
    49: 'troops: special forces | help: military assistance | peacekeeping: peacekeeping force | troops: Armenian troops',
    51: 'troops: military personnel | troops: the military',
    53: 'protest: protesters | crime: gangsters | terror: terrorists | force: ordered the army and law enforcement units to shoot',
    55: 'disorder: looting | disorder: rampaging | plain: fighting | troops: airborne units',
    59: 'protest: protests | protest: protesters | plain: clashes',
    61: 'protest: anti-government protests',
  },
  '004': {
    1: 'protest: Protests | coup: technologies of the Ukrainian Maidan',
    6: 'protest: Protests | coup: technologies of the Ukrainian Maidan',
    8: 'disorder: unrest | terror: terrorist | terror: extremist and criminal groups',
    12: 'disorder: participants in the riots | disorder: riots',
    14: 'troops: military personnel | peacekeeping: peacekeeping contingent | counter-terrorism: counter-terrorist operation',
    16: 'disorder: riots | coup: coup | terror: foreign fighters | protest: protests | terror: terrorists',
    18: 'disorder: organizers of the riots | disorder: riots | coup: Maidan technologies',
    20: 'disorder: riots',
    26: 'protest: demonstrators',
    28: 'protest: protests',
    32: 'coup: attempted coup',
    34: 'protest: protests | disorder: unrest | coup: attempt at a coup | operation: constitutional order | terror: aggression” against the country',
    36: 'protest: participants in protests | protest: protests | disorder: zone of chaos | coup: seizure of power',
    38: 'terror: terrorists | terror: foreign fighters | terror: aggression against Kazakhstan',
    40: 'disorder: unrest | protest: spontaneous protests',
    42: 'disorder: riots',
    44: 'disorder: rioters',
    46: 'troops: CSTO military',
    48: 'plain: events | terror: attack on the country | uprising: those who took up arms',
    50: 'protest: protests | coup: Maidan technologies',
    52: 'terror: groups of militants | terror: terrorists',
    54: 'troops: CSTO forces | troops: mission | troops: contingent',
    60: 'troops: the military',
    62: 'protest: protests | protest: protests | protest: protests | plain: clashes | disorder: seizure of state administrations | plain: street battles',
    64: 'people: people who took to the streets | disorder: destructive forces | terror: conspirators | terror: international terrorist gangs',
    66: 'plain: events | terror: terrorist attacks | coup: struggle for power',
    68: 'protest: protesters',
    70: 'protest: protests',
    72: 'protest: demonstrators',
    74: 'terror: Groups of armed people',
    76: 'terror: people with machine guns | crime: organized groups | disorder: looters | protest: protest',
    77: 'protest: Demonstrators',
    79: 'terror: armed groups | protest: protests | coup: struggle for power',
    81: 'crime: 20 thousand bandits',
    82: 'terror: Islamic State militants',
    84: 'terror: militants',
    86: 'terror: radical Islamists | terror: terrorists',
    90: 'terror: radical Islamists | terror: groups of militants | plain: confrontation',
    94: 'protest: protests',
    95: 'protest: Protests | troops: troops',
    96: 'protest: Rally | protest: protests',
    97: 'protest: protests',
    98: 'force: shoot without warning | crackdown: quell the violent protests | protest: protests',
    108: 'protest: protests',
  },
}

const lexicons: Lexicon[] = []
beforeAll(async () => {
  await loadLanguages()
  lexicons.push(...(await loadLexicons('resources/lexicons')))
})

describe.skipIf(!existsSync(FOLDER))('the five real articles (skipped: ../shared/seeds is absent)', () => {
  for (const [prefix, expected] of Object.entries(EXPECTED)) {
    it(`finds in article ${prefix} what a reader counts, and nothing else`, () => {
      const name = readdirSync(FOLDER).find((one) => one.startsWith(prefix))
      const text = readFileSync(join(FOLDER, name!), 'utf8')
      const language = prefix === '002' ? 'ru' : 'en'
      const found = new Map<number, string[]>()
      for (const match of matchTerms(prepare(text, language), compileLexicons(lexicons, language))) {
        if (!MAIN_CONCEPTS.has(match.concept)) continue
        const line = text.slice(0, match.start).split('\n').length
        found.set(line, [...(found.get(line) ?? []), `${match.frame}: ${match.text}`])
      }
      const lines = Object.fromEntries([...found].map(([line, all]) => [line, all.join(' | ')]))
      expect(lines).toEqual(expected)
    })
  }
})
