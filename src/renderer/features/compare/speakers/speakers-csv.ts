import type { ConceptFigure } from '#shared/domain/figures.ts'
import type { SpeakerFigures } from '#shared/domain/story-figures.ts'
import type { UiLanguage } from '../../../strings/i18n.ts'
import { type CompareT, outletName } from '../compare-rows.ts'
import { csvOf } from '../views-csv.ts'

/** One line for each speaker, outlet, frame and voice; the empty speaker is one who is not named. */
export const speakersCsv = (
  figure: ConceptFigure,
  speakers: SpeakerFigures['speakers'],
  language: UiLanguage,
  t: CompareT,
): string => {
  const labels = new Map(figure.frames.map(({ id, label }) => [id, label[language]]))
  return csvOf([
    ['concept', 'speaker', 'outlet', 'frame', 'voice', 'mentions'],
    ...speakers.flatMap(({ speaker, cells }) =>
      cells.map((cell) => [
        figure.label[language],
        speaker ?? '',
        outletName(cell.outlet, t),
        labels.get(cell.frame) ?? cell.frame,
        cell.voice,
        cell.count,
      ]),
    ),
  ])
}
