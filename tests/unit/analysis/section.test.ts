import { describe, expect, it } from 'vitest'
import { pullQuotes } from '#shared/analysis/framing/pull-quotes.ts'
import { sectionsOf } from '#shared/analysis/framing/section.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'

/** The section in which each paragraph of a text begins. */
function sections(
  paragraphs: readonly string[],
  captions: readonly string[] = [],
  language = 'en',
): string[] {
  const text = paragraphs.join('\n\n')
  const at = sectionsOf(prepare(text, language), paragraphs[0]!, captions)
  return paragraphs.map((one) => at(text.indexOf(one)))
}

const HEADLINE = 'Ferry town counts its strikers'
const LEAD = 'The harbour of Anselm stood still on Monday, and nobody could say for how long it would.'
const SAID =
  'Mira Tolstad has sold tickets here for thirty years. “We did not close the gates, the gates were closed on us,” she said, and locked the booth.'

describe('sections', () => {
  it('know a caption by its label or its credit, in two languages', () => {
    expect(
      sections([
        HEADLINE,
        LEAD,
        'Pictured: strikers at the north gate on Monday',
        'Strikers at the gate. (Reuters)',
        SAID,
      ]),
    ).toEqual(['headline', 'lead', 'caption', 'caption', 'body'])
    expect(
      sections(
        [
          'Порт встал',
          'Порт Ансельма в понедельник не работал, и никто не знал, надолго ли это.',
          'Фото: бастующие у ворот',
          'Бастующие у северных ворот / ТАСС',
          'Кассы закрыты, паром стоит.',
        ],
        [],
        'ru',
      ),
    ).toEqual(['headline', 'lead', 'caption', 'caption', 'body'])
  })

  it('take no caption under the headline for the lead', () => {
    expect(sections([HEADLINE, 'Photo: the north gate of the harbour, where it all began', LEAD])).toEqual([
      'headline',
      'caption',
      'lead',
    ])
  })

  it('know a caption that the page marks, whatever its shape', () => {
    const marked = 'Strikers at the north gate on Monday'
    expect(sections([HEADLINE, LEAD, marked, SAID], [marked])).toEqual([
      'headline',
      'lead',
      'caption',
      'body',
    ])
    expect(sections([HEADLINE, LEAD, marked, SAID])).toEqual(['headline', 'lead', 'body', 'body'])
  })

  it('take no paragraph of the article for a caption', () => {
    const told = 'Reuters reported on Monday that the photographs were taken at the north gate before noon.'
    expect(sections([HEADLINE, LEAD, told])).toEqual(['headline', 'lead', 'body'])
  })

  it('know a pull quote, before or after what it repeats, with a speaker under it or a word changed', () => {
    const quote = '“We did not close the gates, the gates were closed on us”'
    expect(sections([HEADLINE, LEAD, quote, SAID])).toEqual(['headline', 'lead', 'pull-quote', 'body'])
    expect(sections([HEADLINE, LEAD, SAID, `${quote} – Mira Tolstad`])).toEqual([
      'headline',
      'lead',
      'body',
      'pull-quote',
    ])
    // One of twelve words differs: eleven of twelve are more than 85 %.
    expect(sections([HEADLINE, LEAD, SAID, quote.replace('not', 'never')])[3]).toBe('pull-quote')
    expect(
      sections([HEADLINE, LEAD, SAID, '“We never shut those gates, the gates were locked on us”'])[3],
    ).toBe('body')
  })

  it('never take the lead or the headline for one', () => {
    expect(sections([HEADLINE, LEAD, `${LEAD} By noon three ships waited off the pier.`])).toEqual([
      'headline',
      'lead',
      'body',
    ])
  })
})

describe('pull quotes', () => {
  const any = () => true

  it('are the later one of two paragraphs of the same words', () => {
    const twice = 'They carried banners and they sang until the rain came'
    expect([...pullQuotes([twice, 'Something else was said.', twice], any)]).toEqual([2])
  })

  it('have at least six words', () => {
    expect(
      pullQuotes(['Nobody asked the old river', 'Nobody asked the old river, she said.'], any).size,
    ).toBe(0)
  })

  it('are none in texts of nothing, or of hostile words', () => {
    expect(pullQuotes([], any).size).toBe(0)
    expect(pullQuotes(['', '—', 'constructor __proto__ toString'], any).size).toBe(0)
  })
})
