import type { ConceptFigure, OutletFigure } from '#shared/domain/figures.ts'
import { VOICES } from '#shared/domain/voice.ts'
import type { UiLanguage } from '../../strings/i18n.ts'
import type { Show, VoiceChoice } from './compare-address.ts'
import { type CompareT, number, outletName, percent } from './compare-rows.ts'

const IN_WORDS = 10

/**
 * What a concept's figures show, in words made from the figures: which frame is the majority of how many outlets' namings,
 * or how far rates and counts reach. It never judges.
 */
export function sentenceOf(
  figure: ConceptFigure,
  show: Show,
  voice: VoiceChoice,
  language: UiLanguage,
  t: CompareT,
): string {
  const total = figure.outlets.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return t(`compare:sentence.none.${voice}`)
  if (voice === 'split') return splitSentence(figure, total, language, t)
  const said =
    show === 'share'
      ? shareSentence(figure, total, language, t)
      : show === 'rate'
        ? rateSentence(figure, language, t)
        : countSentence(figure, total, language, t)
  return t(`compare:sentence.voice.${voice}`, { said })
}

/** The frame that more than half of the outlet's namings evoke, or null. */
export const majorityOf = (outlet: OutletFigure): string | null =>
  outlet.frames.find(({ count }) => count * 2 > outlet.count)?.frame ?? null

function shareSentence(figure: ConceptFigure, total: number, language: UiLanguage, t: CompareT): string {
  const all = figure.outlets
  const enough = all.filter((outlet) => outlet.enough)
  if (enough.length === 0) return t('compare:sentence.fewEverywhere', { count: total })
  const name = nameOf(figure, language)
  const only = enough[0]!
  if (all.length === 1) {
    const frame = majorityOf(only)
    const outlet = outletName(only.outlet, t)
    if (frame === null) return t('compare:sentence.oneMixed', { outlet, count: only.count })
    const k = only.frames.find((one) => one.frame === frame)?.count ?? 0
    return t('compare:sentence.oneMostly', {
      outlet,
      frame: name(frame),
      share: percent(k / only.count),
      k,
      count: only.count,
    })
  }
  const groups = figure.frames
    .map(({ id }) => ({ id, outlets: enough.filter((outlet) => majorityOf(outlet) === id).length }))
    .filter(({ outlets }) => outlets > 0)
    .toSorted((a, b) => b.outlets - a.outlets)
  const mixed = enough.filter((outlet) => majorityOf(outlet) === null).length
  const few = all.filter((outlet) => !outlet.enough && outlet.count > 0).length
  const silent = all.filter((outlet) => outlet.count === 0).length
  const parts: string[] = []
  if (groups.length > 0) {
    parts.push(
      listOf(
        groups.map(({ id, outlets }, index) =>
          index === 0
            ? outlets === all.length
              ? t(all.length === 2 ? 'compare:sentence.bothMostly' : 'compare:sentence.allMostly', {
                  count: all.length,
                  of: genitive(all.length, language, t),
                  frame: name(id),
                })
              : t('compare:sentence.mostly', {
                  count: outlets,
                  n: inWords(outlets, language, t),
                  of: genitive(all.length, language, t),
                  frame: name(id),
                })
            : t('compare:sentence.mostlyNext', { n: inWords(outlets, language, t), frame: name(id) }),
        ),
        language,
      ),
    )
  }
  const rest = (key: 'mixed' | 'few' | 'silent', count: number) => {
    if (count > 0)
      parts.push(
        t(`compare:sentence.${key}`, {
          count,
          n: inWords(count, language, t),
          of: genitive(count, language, t),
        }),
      )
  }
  if (mixed > 0 && mixed === all.length)
    parts.push(t('compare:sentence.allMixed', { of: genitive(mixed, language, t) }))
  else rest('mixed', mixed)
  rest('few', few)
  rest('silent', silent)
  return parts.join('; ')
}

function rateSentence(figure: ConceptFigure, language: UiLanguage, t: CompareT): string {
  const sorted = figure.outlets.toSorted((a, b) => b.perThousandWords - a.perThousandWords)
  const most = sorted[0]!
  const least = sorted.at(-1)!
  const high = number(most.perThousandWords, language, 1)
  if (sorted.length === 1)
    return t('compare:sentence.rateOne', { outlet: outletName(most.outlet, t), rate: high })
  return t('compare:sentence.rate', {
    low: number(least.perThousandWords, language, 1),
    lowOutlet: outletName(least.outlet, t),
    high,
    highOutlet: outletName(most.outlet, t),
  })
}

function countSentence(figure: ConceptFigure, total: number, language: UiLanguage, t: CompareT): string {
  const name = nameOf(figure, language)
  const frames = figure.frames
    .map(({ id }) => ({
      id,
      count: figure.outlets.reduce(
        (sum, { frames: own }) => sum + (own.find(({ frame }) => frame === id)?.count ?? 0),
        0,
      ),
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
  return t('compare:sentence.count', {
    count: total,
    frames: listOf(
      frames.map(({ id, count }) =>
        t('compare:sentence.countFrame', { n: number(count, language), frame: name(id) }),
      ),
      language,
    ),
  })
}

function splitSentence(figure: ConceptFigure, total: number, language: UiLanguage, t: CompareT): string {
  const parts = VOICES.map((voice) => ({
    voice,
    count: figure.outlets.reduce(
      (sum, { frames }) => sum + frames.reduce((inner, { byVoice }) => inner + byVoice[voice], 0),
      0,
    ),
  })).filter(({ count }) => count > 0)
  return t('compare:sentence.split', {
    count: total,
    voices: listOf(
      parts.map(({ voice, count }) =>
        t(`compare:sentence.splitVoice.${voice}`, { n: number(count, language) }),
      ),
      language,
    ),
  })
}

const listOf = (parts: readonly string[], language: UiLanguage): string =>
  new Intl.ListFormat(language === 'en' ? 'en-GB' : 'ru', { type: 'conjunction' }).format(parts)

/** A frame's name inside a sentence: its first letter small, unless the word is an abbreviation. */
function nameOf(figure: ConceptFigure, language: UiLanguage): (frame: string) => string {
  const labels = new Map(figure.frames.map(({ id, label }) => [id, inSentence(label[language], language)]))
  return (frame) => labels.get(frame) ?? frame
}

export const inSentence = (label: string, language: UiLanguage): string =>
  /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLocaleLowerCase(language) + label.slice(1)

type Numeral = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10
const isNumeral = (count: number): count is Numeral =>
  Number.isInteger(count) && count >= 1 && count <= IN_WORDS

/** Small numbers of outlets in words. */
const inWords = (count: number, language: UiLanguage, t: CompareT): string =>
  isNumeral(count) ? t(`compare:numeral.n${count}`) : number(count, language)

/** The same after "of": Russian "из пяти", "у двух". */
const genitive = (count: number, language: UiLanguage, t: CompareT): string =>
  isNumeral(count) ? t(`compare:numeralOf.n${count}`) : number(count, language)
