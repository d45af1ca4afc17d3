import type { Analysis } from '#shared/domain/analysis.ts'
import { type Span, spanContains, spansOverlap } from '#shared/domain/span.ts'
import { VOICES, type Voice } from '#shared/domain/voice.ts'
import type { LabelledQuotation, LabelledText } from './markup.ts'

/** A count of right ones among all, or of found, expected and right ones. */
export interface Tally {
  right: number
  found: number
  expected: number
}

export interface Measured {
  readonly tallies: Map<string, Tally>
  /** Mentions: labelled voice → voice given → count. */
  readonly confusion: Map<Voice, Map<Voice, number>>
  readonly errors: string[]
}

export const newMeasured = (): Measured => ({
  tallies: new Map(),
  confusion: new Map(VOICES.map((voice) => [voice, new Map(VOICES.map((other) => [other, 0]))])),
  errors: [],
})

/** Length of the overlap over length of the union of two spans, 0…1. */
export function intersectionOverUnion(a: Span, b: Span): number {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
  return shared === 0 ? 0 : shared / (a.end - a.start + (b.end - b.start) - shared)
}

function tally(measured: Measured, name: string): Tally {
  let found = measured.tallies.get(name)
  if (found === undefined) {
    found = { right: 0, found: 0, expected: 0 }
    measured.tallies.set(name, found)
  }
  return found
}

const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[«»“”"'’]/g, '')
    .replace(/^(the|a|an)\s+/, '')
    .trim()

/** A speaker is right when it is one of the labelled names, or one of the two holds all words of the other. */
export function sameSpeaker(given: string | null, labelled: readonly string[]): boolean {
  if (given === null) return false
  const words = (name: string) => fold(name).split(/[\s-]+/)
  return labelled.some((one) => {
    const a = words(given)
    const b = words(one)
    return a.every((word) => b.includes(word)) || b.every((word) => a.includes(word))
  })
}

/** Compares one text's analysis with its labels, and adds to what was measured. */
export function measureText(labelled: LabelledText, analysis: Analysis, measured: Measured): void {
  const show = (span: Span) =>
    `“${labelled.text.slice(span.start, span.end).replace(/\s+/g, ' ').slice(0, 90)}”`
  const error = (what: string) => measured.errors.push(`${labelled.id}: ${what}`)

  measureMentions(labelled, analysis, measured, show, error)

  const direct = labelled.quotations.filter(
    (one) => one.kind === 'direct' && !isInside(one, labelled.quotations, 'direct'),
  )
  const given = analysis.quotations.filter((one) => one.kind === 'direct')
  const outer = given.filter((one) => !given.some((other) => other !== one && spanContains(other, one)))
  matchSpans(direct, outer, 0.8, tally(measured, 'direct quotation spans'), {
    missed: (span) => error(`quotation not found ${show(span)}`),
    extra: (span) => error(`no quotation there ${show(span)}`),
    pair: (label, found) => {
      if (label.speakers === null) return
      const name = label.pronoun ? 'speaker where a pronoun stands' : 'speaker named in the text'
      const one = tally(measured, name)
      one.expected++
      if (sameSpeaker(found.speaker, label.speakers)) one.right++
      else error(`speaker ${found.speaker ?? 'nobody'} instead of ${label.speakers[0]} for ${show(found)}`)
    },
  })

  const names = tally(measured, 'names in marks left alone')
  for (const name of labelled.quotations.filter((one) => one.kind === 'name')) {
    names.expected++
    const taken = analysis.quotations.find(
      (one) => one.kind !== 'indirect' && intersectionOverUnion(one, name) >= 0.8,
    )
    if (taken === undefined) names.right++
    else error(`name taken for ${taken.kind}: ${show(name)}`)
  }

  const scare = labelled.quotations.filter((one) => one.kind === 'scare')
  matchSpans(
    scare,
    analysis.quotations.filter((one) => one.kind === 'scare'),
    0.8,
    tally(measured, 'scare marks'),
    {
      missed: (span) => error(`scare marks not found ${show(span)}`),
      extra: (span) => error(`no scare marks there ${show(span)}`),
      pair: () => {},
    },
  )

  matchSpans(
    labelled.quotations.filter((one) => one.kind === 'indirect'),
    analysis.quotations.filter((one) => one.kind === 'indirect'),
    0.5,
    tally(measured, 'reported clauses'),
    {
      missed: (span) => error(`reported clause not found ${show(span)}`),
      extra: (span) => error(`no reported clause there ${show(span)}`),
      pair: (label, found) => {
        if (label.speakers === null) return
        const one = tally(measured, 'speaker of a reported clause')
        one.expected++
        if (sameSpeaker(found.speaker, label.speakers)) one.right++
        else
          error(
            `reported speaker ${found.speaker ?? 'nobody'} instead of ${label.speakers[0]} for ${show(found)}`,
          )
      },
    },
  )

  const words = tally(measured, 'voice of each word')
  for (const match of labelled.text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const span = { start: match.index, end: match.index + match[0].length }
    words.expected++
    if (voiceAt(span, labelled.quotations) === voiceAt(span, analysis.quotations)) words.right++
  }
}

function measureMentions(
  labelled: LabelledText,
  analysis: Analysis,
  measured: Measured,
  show: (span: Span) => string,
  error: (what: string) => void,
): void {
  const counted = tally(measured, 'framing mentions')
  const voices = tally(measured, 'voice of a mention')
  const left = new Set(analysis.mentions)
  for (const label of labelled.mentions) {
    counted.expected++
    const found = [...left].find((one) => spansOverlap(one, label))
    if (found === undefined) {
      error(`mention not found ${show(label)}`)
      continue
    }
    // A word that evokes frames of two concepts is one mention to a reader.
    for (const one of left) if (spansOverlap(one, label)) left.delete(one)
    counted.found++
    counted.right++
    voices.expected++
    const row = measured.confusion.get(label.voice)!
    row.set(found.voice, row.get(found.voice)! + 1)
    if (found.voice === label.voice) voices.right++
    else error(`voice ${found.voice} instead of ${label.voice} for ${show(found)} (${found.why.rule})`)
  }
  const seen: Span[] = []
  for (const extra of left) {
    if (seen.some((one) => spansOverlap(one, extra))) continue
    seen.push(extra)
    counted.found++
    error(`no mention there ${show(extra)} (${extra.term})`)
  }
}

interface MatchTalk<Found> {
  missed(span: LabelledQuotation): void
  extra(span: Found): void
  pair(label: LabelledQuotation, found: Found): void
}

/** Pairs labelled and found spans, best overlap first, each at most once. */
function matchSpans<Found extends Span>(
  labels: readonly LabelledQuotation[],
  given: readonly Found[],
  least: number,
  into: Tally,
  talk: MatchTalk<Found>,
): void {
  const pairs = labels
    .flatMap((label) =>
      given.map((found) => ({ label, found, overlap: intersectionOverUnion(label, found) })),
    )
    .filter((pair) => pair.overlap >= least)
    .sort((a, b) => b.overlap - a.overlap)
  const usedLabels = new Set<LabelledQuotation>()
  const usedFound = new Set<Found>()
  for (const { label, found } of pairs) {
    if (usedLabels.has(label) || usedFound.has(found)) continue
    usedLabels.add(label)
    usedFound.add(found)
    talk.pair(label, found)
  }
  into.right += usedLabels.size
  into.found += given.length
  into.expected += labels.length
  for (const label of labels) if (!usedLabels.has(label)) talk.missed(label)
  for (const found of given) if (!usedFound.has(found)) talk.extra(found)
}

const isInside = (one: LabelledQuotation, all: readonly LabelledQuotation[], kind: string): boolean =>
  all.some((other) => other !== one && other.kind === kind && spanContains(other, one))

function voiceAt(span: Span, quotations: readonly (Span & { kind: string })[]): Voice {
  const around = quotations.filter((one) => spanContains(one, span)).map((one) => one.kind)
  if (around.includes('direct')) return 'direct'
  if (around.includes('indirect')) return 'indirect'
  if (around.includes('scare')) return 'scare'
  return 'narration'
}
