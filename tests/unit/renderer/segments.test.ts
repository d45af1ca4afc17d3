import { describe, expect, it } from 'vitest'
import { articleBlocks, type Block, type Paragraph } from '#renderer/features/read/segments.ts'
import type { LeftOut } from '#shared/domain/article.ts'
import type { Quotation, QuotationKind } from '#shared/domain/quotation.ts'
import type { Span } from '#shared/domain/span.ts'

/** The span of the first `words` in a text (from an offset). */
function span(text: string, words: string, from = 0): Span {
  const start = text.indexOf(words, from)
  if (start === -1) throw new Error(`“${words}” is not in the text`)
  return { start, end: start + words.length }
}

function quotation(at: Span, kind: QuotationKind, speaker: string | null = null): Quotation {
  return {
    ...at,
    kind,
    speaker,
    speakerSpan: null,
    person: null,
    cue: null,
    cueSpan: null,
    confidence: 0.9,
    why: { rule: 'narration.no-marks', values: {} },
  }
}

const leftOut = (at: number, originalStart: number): LeftOut => ({
  at,
  originalStart,
  originalEnd: originalStart + 5,
  text: 'Share',
  reason: 'share-bar',
})

interface Given {
  readonly text: string
  readonly title?: string
  readonly quotations?: readonly Quotation[]
  readonly mentions?: readonly Span[]
  readonly leftOut?: readonly LeftOut[]
}

const blocksOf = (given: Given, rankOf?: (mention: Span) => number): readonly Block[] =>
  articleBlocks({ title: '', quotations: [], mentions: [], leftOut: [], ...given }, rankOf)

const paragraphsOf = (blocks: readonly Block[]): Paragraph[] =>
  blocks.filter((block) => block.kind === 'paragraph')

/** A paragraph as text: marks in [0 …], runs parted by |, each run followed by its quotations. */
function drawn(text: string, paragraph: Paragraph): string {
  const run = (one: Span & { quotations: readonly number[] }) =>
    text.slice(one.start, one.end) + (one.quotations.length > 0 ? `{${one.quotations.join()}}` : '')
  return paragraph.segments
    .map((segment) =>
      segment.kind === 'text'
        ? run(segment.run)
        : `[${[segment.mention, ...segment.others].join('+')} ${segment.runs.map(run).join('|')}]`,
    )
    .join('')
}

const drawnAll = (given: Given, rankOf?: (mention: Span) => number): string[] =>
  paragraphsOf(blocksOf(given, rankOf)).map((paragraph) => drawn(given.text, paragraph))

describe('articleBlocks', () => {
  it('makes nothing of empty text', () => {
    expect(blocksOf({ text: '' })).toEqual([])
    expect(blocksOf({ text: ' \n\n\t\n' })).toEqual([])
  })

  it('makes a paragraph of each line that holds text, without the white space at its ends', () => {
    const text = 'One.\n\n  Two two. \r\nThree.\u2028Four.'
    expect(drawnAll({ text })).toEqual(['One.', 'Two two.', 'Three.', 'Four.'])
    expect(paragraphsOf(blocksOf({ text })).map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [8, 16],
      [19, 25],
      [26, 31],
    ])
  })

  it('marks mentions', () => {
    const text = 'The troops met the crowd.'
    expect(drawnAll({ text, mentions: [span(text, 'troops'), span(text, 'crowd')] })).toEqual([
      'The [0 troops] met the [1 crowd].',
    ])
  })

  it('marks a mention that is the whole text, and leaves an empty one out', () => {
    expect(drawnAll({ text: 'Riot', mentions: [{ start: 0, end: 4 }] })).toEqual(['[0 Riot]'])
    expect(drawnAll({ text: 'Riot', mentions: [{ start: 2, end: 2 }] })).toEqual(['Riot'])
  })

  it('shades quotations, a scare one inside a direct one', () => {
    const text = 'He said: “Their ‘mission’ is over.”'
    const quotations = [
      quotation(span(text, '“Their ‘mission’ is over.”'), 'direct', 'He'),
      quotation(span(text, '‘mission’'), 'scare'),
    ]
    expect(drawnAll({ text, quotations, mentions: [span(text, 'mission')] })).toEqual([
      'He said: “Their {0}‘{0,1}[0 mission{0,1}]’{0,1} is over.”{0}',
    ])
  })

  it('shades direct fragments inside a reported clause', () => {
    const text = 'She said the “guests” would leave.'
    const quotations = [
      quotation(span(text, 'the “guests” would leave'), 'indirect', 'She'),
      quotation(span(text, '“guests”'), 'direct', 'She'),
    ]
    expect(drawnAll({ text, quotations })).toEqual(['She said the {0}“guests”{0,1} would leave{0}.'])
  })

  it('tells quotations that overlap without one holding the other', () => {
    const text = 'abcdef'
    const quotations = [
      quotation({ start: 0, end: 4 }, 'indirect'),
      quotation({ start: 2, end: 6 }, 'direct'),
    ]
    expect(drawnAll({ text, quotations })).toEqual(['ab{0}cd{0,1}ef{1}'])
  })

  it('keeps a mention whole across the edge of a quotation', () => {
    const text = 'The “peace” keepers came.'
    const quotations = [quotation(span(text, '“peace”'), 'scare')]
    expect(drawnAll({ text, quotations, mentions: [span(text, 'peace” keepers')] })).toEqual([
      'The “{0}[0 peace”{0}| keepers] came.',
    ])
  })

  it('shades each paragraph of a quotation that runs over several', () => {
    const text = 'She said: “One.\n\n“Two.”'
    const quotations = [quotation(span(text, '“One.\n\n“Two.”'), 'direct', 'She')]
    expect(drawnAll({ text, quotations })).toEqual(['She said: “One.{0}', '“Two.”{0}'])
  })

  it('shows a mention over a line break in both lines', () => {
    const text = 'the landing\nforce came'
    expect(drawnAll({ text, mentions: [span(text, 'landing\nforce')] })).toEqual([
      'the [0 landing]',
      '[0 force] came',
    ])
  })

  it('shows the longer of two mentions in the same words, with the other along', () => {
    const text = 'foreign troops'
    const mentions = [span(text, 'troops'), span(text, 'foreign troops')]
    expect(drawnAll({ text, mentions })).toEqual(['[1+0 foreign troops]'])
  })

  it('shows the mention that comes first by choice, however short', () => {
    const text = 'foreign troops'
    const mentions = [span(text, 'foreign troops'), span(text, 'troops')]
    expect(drawnAll({ text, mentions }, (mention) => Number(mention === mentions[1]))).toEqual([
      'foreign [1+0 troops]',
    ])
  })

  it('puts a long mention over two chosen ones with the first of them', () => {
    const text = 'a b c'
    const mentions = [span(text, 'a b c'), span(text, 'a'), span(text, 'c')]
    expect(drawnAll({ text, mentions }, (mention) => Number(mention !== mentions[0]))).toEqual([
      '[1+0 a] b [2 c]',
    ])
  })

  it('counts in UTF-16 code units and keeps pairs whole', () => {
    const text = '🛳 The 𝒕roops 🛳 came.'
    expect(drawnAll({ text, mentions: [span(text, '𝒕roops')] })).toEqual(['🛳 The [0 𝒕roops] 🛳 came.'])
  })

  it('never loses or repeats a letter', () => {
    const text = 'Alpha “beta ‘gamma’ delta” epsilon.\nZeta eta “theta”.'
    const spans: Span[] = []
    for (let start = 0; start < text.length; start += 3)
      spans.push({ start, end: Math.min(text.length, start + 1 + ((start * 7) % 11)) })
    const given = {
      text,
      quotations: spans.filter((_, index) => index % 2 === 0).map((one) => quotation(one, 'direct')),
      mentions: spans.filter((_, index) => index % 3 === 0),
    }
    const back = paragraphsOf(blocksOf(given)).map(({ segments }) =>
      segments
        .flatMap((segment) => (segment.kind === 'text' ? [segment.run] : segment.runs))
        .map(({ start, end }) => text.slice(start, end))
        .join(''),
    )
    expect(back.join('\n')).toBe(text)
  })
})

describe('the headline', () => {
  const headlines = (text: string, title: string) =>
    paragraphsOf(blocksOf({ text, title })).map(({ headline }) => headline)

  it('is the first paragraph when it is the title, whatever its quotes, case and spaces', () => {
    expect(headlines('‘Occupation’ or help?\nText.', '"Occupation"  or HELP?')).toEqual([true, false])
  })

  it('may be cut, or carry the outlet’s name', () => {
    expect(
      headlines('Dockers weld harbour gates shut', 'Dockers weld harbour gates shut - Northern Wire'),
    ).toEqual([true])
  })

  it('is not a paragraph that merely begins alike, nor a whole article in one line', () => {
    expect(headlines('Riot police came.\nText.', 'Riot')).toEqual([false, false])
    expect(
      headlines(`Dockers weld harbour gates ${'and so on '.repeat(40)}`, 'Dockers weld harbour gates'),
    ).toEqual([false])
    expect(headlines('Text.', '')).toEqual([false])
  })
})

describe('speakers', () => {
  const speakersOf = (text: string, quotations: readonly Quotation[]) =>
    paragraphsOf(blocksOf({ text, quotations })).map(({ speakers }) =>
      speakers.map(({ quotation: index, kinds }) => `${quotations[index]!.speaker} ${kinds.join()}`),
    )

  it('stand where their words begin, once for each paragraph', () => {
    const text = '“One,” she said. “Two.” He said three.\n\n“Four.”'
    expect(
      speakersOf(text, [
        quotation(span(text, '“One,”'), 'direct', 'Morne'),
        quotation(span(text, '“Two.”'), 'direct', 'Morne'),
        quotation(span(text, 'three'), 'indirect', 'Auer'),
        quotation(span(text, '“Four.”'), 'direct', 'Morne'),
      ]),
    ).toEqual([['Morne direct', 'Auer indirect'], ['Morne direct']])
  })

  it('are told once when quoted and reported alike', () => {
    const text = '“One,” she said; it was two.'
    expect(
      speakersOf(text, [
        quotation(span(text, '“One,”'), 'direct', 'Morne'),
        quotation(span(text, 'it was two'), 'indirect', 'Morne'),
      ]),
    ).toEqual([['Morne direct,indirect']])
  })

  it('do not stand beside later paragraphs of the same quotation, nor beside scare quotes', () => {
    const text = '“One.\n“Two.” A ‘riot’.'
    expect(
      speakersOf(text, [
        quotation(span(text, '“One.\n“Two.”'), 'direct', 'Morne'),
        quotation(span(text, '‘riot’'), 'scare'),
      ]),
    ).toEqual([['Morne direct'], []])
  })

  it('leave the unnamed out where somebody is named', () => {
    const text = '“One.” “Two.”\n“Three.”'
    expect(
      speakersOf(text, [
        quotation(span(text, '“One.”'), 'direct'),
        quotation(span(text, '“Two.”'), 'direct', 'Auer'),
        quotation(span(text, '“Three.”'), 'direct'),
      ]),
    ).toEqual([['Auer direct'], ['null direct']])
  })
})

describe('what was left out', () => {
  const order = (given: Given) =>
    blocksOf(given).map((block) => (block.kind === 'gap' ? block.leftOut.join('+') : 'p'))

  it('stands between the paragraphs, in the order of the original', () => {
    const text = 'One.\n\nTwo.'
    expect(
      order({ text, leftOut: [leftOut(10, 40), leftOut(0, 0), leftOut(6, 20), leftOut(6, 25)] }),
    ).toEqual(['1', 'p', '2+3', 'p', '0'])
  })

  it('follows the paragraph in whose middle it stood', () => {
    const text = 'One one.\n\nTwo.'
    expect(order({ text, leftOut: [leftOut(4, 4)] })).toEqual(['p', '0', 'p'])
  })

  it('is shown when nothing else is left', () => {
    expect(order({ text: '', leftOut: [leftOut(0, 0)] })).toEqual(['0'])
  })
})
