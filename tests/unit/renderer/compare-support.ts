import i18next from 'i18next'
import { compareFigures } from '#shared/analysis/statistics/figures.ts'
import type { ConceptFigure } from '#shared/domain/figures.ts'
import type { Lexicon } from '#shared/domain/lexicon.ts'
import type { Voice, VoiceFilter } from '#shared/domain/voice.ts'
import type { CompareT } from '../../../src/renderer/features/compare/compare-rows.ts'
import { en } from '../../../src/renderer/strings/en/index.ts'
import { ru } from '../../../src/renderer/strings/ru/index.ts'

/** The interface's strings in one language, as a screen gets them. */
export async function stringsIn(language: 'en' | 'ru'): Promise<CompareT> {
  const strings = i18next.createInstance()
  await strings.init({
    resources: { en, ru },
    lng: language,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  })
  return strings.getFixedT(language, ['compare', 'common']) as unknown as CompareT
}

const FRAMES = [
  { id: 'peace', label: { en: 'Peacekeeping', ru: 'Миротворцы' } },
  { id: 'occupation', label: { en: 'Occupation', ru: 'Оккупация' } },
  { id: 'troops', label: { en: 'Troops (plain)', ru: 'Войска (нейтрально)' } },
] as const

const LEXICON: Lexicon = {
  id: 'test',
  version: '1.0.0',
  label: { en: 'Test', ru: 'Проба' },
  note: { en: 'Test', ru: 'Проба' },
  source: 'ours',
  licence: 'MIT',
  concepts: [
    {
      id: 'troops',
      label: { en: 'The foreign troops', ru: 'Иностранные войска' },
      note: 'n',
      source: 's',
      frames: FRAMES.map((frame) => ({ ...frame, note: 'n', source: 's', terms: {} })),
    },
  ],
}

/** Namings by outlet: how often each of the three frames stands in each voice. */
export type Namings = Readonly<Record<string, Readonly<Partial<Record<Voice, readonly number[]>>>>>

/** The figure that the engine gives for such namings; each outlet has one article of 1,000 words. */
export function figureOf(namings: Namings, voice: VoiceFilter = 'narration'): ConceptFigure {
  const articles = Object.entries(namings).map(([outlet, byVoice]) => ({
    outlet,
    words: 1000,
    mentions: Object.entries(byVoice).flatMap(([voiceOf, counts]) =>
      counts.flatMap((count, index) =>
        Array.from({ length: count }, () => ({
          concept: 'troops',
          frame: FRAMES[index]!.id,
          voice: voiceOf as Voice,
        })),
      ),
    ),
  }))
  // A concept that nobody names is left out by the engine; one naming in another voice keeps it.
  const figure = compareFigures(
    [
      ...articles,
      { outlet: '\u0000', words: 0, mentions: [{ concept: 'troops', frame: 'peace', voice: 'scare' }] },
    ],
    [LEXICON],
    voice,
  )[0]!
  return { ...figure, outlets: figure.outlets.filter(({ outlet }) => outlet !== '\u0000') }
}
