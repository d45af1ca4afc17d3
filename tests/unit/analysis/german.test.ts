import { describe, expect, test } from 'vitest'
import { analyse } from '#shared/analysis/analyse.ts'
import { compileLexicons } from '#shared/analysis/framing/compile.ts'
import { isNegated } from '#shared/analysis/framing/negation.ts'
import { getLanguage } from '#shared/analysis/languages/index.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'

const none = compileLexicons([], 'de')
const context = { title: null, outlet: null, byline: null }

/** The quotations of a text as "kind: speaker: words". */
const quoted = (text: string): string[] =>
  analyse(text, { language: 'de', context, lexicons: none }).quotations.map(
    (one) => `${one.kind}: ${one.speaker ?? '–'}: ${text.slice(one.start, one.end)}`,
  )

const sentences = (text: string): string[] =>
  prepare(text, 'de').sentences.map((one) => text.slice(one.start, one.end))

describe('German sentences', () => {
  test('ordinals and dates end none', () => {
    expect(sentences('Am 3. Oktober ruht der 2. Senat. Die Tore sind zu.')).toEqual([
      'Am 3. Oktober ruht der 2. Senat.',
      'Die Tore sind zu.',
    ])
  })

  test('abbreviations end none, unless a small word with a capital follows', () => {
    expect(sentences('Brot, Käse usw. Am Abend kam Dr. Lind, z. B. mit 14 Mio. Euro.')).toEqual([
      'Brot, Käse usw.',
      'Am Abend kam Dr. Lind, z. B. mit 14 Mio. Euro.',
    ])
  })

  test('a question in marks goes on with who asks', () => {
    expect(sentences('„Wer ist da?“, fragte sie. Niemand kam.')).toHaveLength(2)
  })
})

describe('German words', () => {
  const lemmas = (word: string) => getLanguage('de').lemmas(word)

  test('plurals share a stem, with the umlaut folded', () => {
    expect(lemmas('aufstände')).toEqual(lemmas('aufstand'))
    expect(lemmas('truppen')).toEqual(lemmas('truppe'))
  })

  test.each([
    ['sprach', 'sprechen'],
    ['genannt', 'nennen'],
    ['bezeichnete', 'bezeichnen'],
    ['mitgeteilt', 'mitteilen'],
    ['angekündigt', 'ankündigen'],
    ['hieß', 'heißen'],
    ['stimmte', 'stimmen'],
  ])('%s is a form of %s', (form, infinitive) => {
    expect(lemmas(form)).toContain(infinitive)
  })

  test('capitals make nouns, endings make verbs', () => {
    const document = prepare('Die Polizei räumte den Platz am Hafen.', 'de')
    expect(document.tokens.map((_, index) => document.reading(index).pos)).toEqual([
      'determiner',
      'noun',
      'verb',
      'determiner',
      'noun',
      'preposition',
      'noun',
      'punctuation',
    ])
  })

  test('“kein” negates, “nicht nur” does not', () => {
    const negated = (text: string, word: string) => {
      const start = text.indexOf(word)
      return isNegated(prepare(text, 'de'), { start, end: start + word.length })
    }
    expect(negated('Das ist keine Besatzung.', 'Besatzung')).toBe(true)
    expect(negated('Es handelt sich nicht um eine Besatzung.', 'Besatzung')).toBe(true)
    expect(negated('Das ist nicht nur eine Besatzung.', 'Besatzung')).toBe(false)
    expect(negated('Die Besatzung dauert nicht lange.', 'Besatzung')).toBe(false)
  })
})

describe('German quotation marks', () => {
  test.each([
    ['„Wir gehen nicht mehr zurück“, sagte Ida Roth.', '„Wir gehen nicht mehr zurück“'],
    ['»Wir gehen nicht mehr zurück«, sagte Ida Roth.', '»Wir gehen nicht mehr zurück«'],
    ['«Wir gehen nicht mehr zurück», sagte Ida Roth.', '«Wir gehen nicht mehr zurück»'],
    ['“Wir gehen nicht mehr zurück”, sagte Ida Roth.', '“Wir gehen nicht mehr zurück”'],
    ['"Wir gehen nicht mehr zurück", sagte Ida Roth.', '"Wir gehen nicht mehr zurück"'],
    ['‚Wir gehen nicht mehr zurück‘, sagte Ida Roth.', '‚Wir gehen nicht mehr zurück‘'],
  ])('%s', (text, marked) => {
    expect(quoted(text)).toEqual([`direct: Ida Roth: ${marked}`])
  })

  test('a name in marks is no quotation, “sogenannt” keeps its distance', () => {
    expect(quoted('Der Frachter „Nachtfähre“ lief ein.')).toEqual([])
    expect(quoted('Der sogenannte „Einsatz“ dauert an.')).toEqual(['scare: –: „Einsatz“'])
  })
})

describe('who speaks in German', () => {
  test.each([
    ['Ida Roth sagte, dass die Schule schließe.', 'indirect: Ida Roth: die Schule schließe'],
    ['Ida Roth sagte, die Schule sei zu.', 'indirect: Ida Roth: die Schule sei zu'],
    ['Die Schule sei zu, sagte Ida Roth.', 'indirect: Ida Roth: Die Schule sei zu'],
    ['Das Ministerium teilte mit, die Schule sei zu.', 'indirect: Ministerium: die Schule sei zu'],
    ['Wie die Polizei mitteilte, ist die Schule zu.', 'indirect: Polizei: ist die Schule zu'],
    ['Laut Polizei ist die Schule zu.', 'indirect: Polizei: ist die Schule zu'],
    ['Der Polizei zufolge ist die Schule zu.', 'indirect: Polizei: ist die Schule zu'],
    ['Nach Angaben von Ida Roth ist die Schule zu.', 'indirect: Ida Roth: ist die Schule zu'],
    ['Die Schule ist zu, so Ida Roth.', 'indirect: Ida Roth: Die Schule ist zu'],
    ['Ida Roth forderte, die Schule freizugeben.', 'indirect: Ida Roth: die Schule freizugeben'],
    [
      'Ida Roth, die seit Jahren dort lehrt, sagte, die Schule sei zu.',
      'indirect: Ida Roth: die Schule sei zu',
    ],
  ])('%s', (text, expected) => {
    expect(quoted(text)).toEqual([expected])
  })

  test('a sentence in the subjunctive goes on with who spoke last', () => {
    expect(quoted('Laut Polizei ist die Schule zu. Man habe sie geräumt. Die Straße ist leer.')).toEqual([
      'indirect: Polizei: ist die Schule zu',
      'indirect: Polizei: Man habe sie geräumt',
    ])
  })

  test('a participle behind a fragment names whose it is', () => {
    expect(quoted('Minister Paul Brandt hat sie als „Horde“ bezeichnet.')).toEqual([
      'direct: Paul Brandt: „Horde“',
    ])
  })

  test('an interview without marks or dashes: the answers are quoted, the questions are not', () => {
    const text = [
      'Der Forscher Andreas Kolm lebt am Hafen.',
      'Kurier: Herr Kolm, was sehen Sie?',
      'Ich sehe Rentner.',
      'Kurier: Und was hören Sie?',
      'Nichts.',
      'Das Gespräch wurde gekürzt.',
    ].join('\n\n')
    expect(quoted(text)).toEqual(['direct: Andreas Kolm: Ich sehe Rentner.', 'direct: Andreas Kolm: Nichts.'])
  })

  test('who acts and says nothing is quoted nowhere', () => {
    expect(quoted('Die Polizei räumte den Platz, und Ida Roth ging nach Hause.')).toEqual([])
  })
})
