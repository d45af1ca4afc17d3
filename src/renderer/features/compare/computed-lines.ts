import type { ConceptFigure, FrameFigure, OutletFigure } from '#shared/domain/figures.ts'
import type { UiLanguage } from '../../strings/i18n.ts'
import type { Show } from './compare-address.ts'
import { type CompareT, number, outletName } from './compare-rows.ts'

/** The formula of one figure with its own numbers in it, one line each. */
export function computedLines(
  {
    figure,
    outlet,
    frame,
    show,
  }: {
    readonly figure: ConceptFigure
    readonly outlet: OutletFigure
    readonly frame: FrameFigure
    readonly show: Show
  },
  language: UiLanguage,
  t: CompareT,
): readonly string[] {
  if (show === 'rate')
    return [
      t('compare:panel.rate', {
        k: frame.count,
        words: outlet.words,
        rate: number(frame.perThousandWords, language, 2),
      }),
    ]
  if (show === 'count' || !outlet.enough || frame.share === null)
    return [t('compare:panel.count', { k: frame.count })]
  const share = number(frame.share, language, 3)
  const counts = figure.frames
    .map(({ id }) => outlet.frames.find((one) => one.frame === id)?.count ?? 0)
    .filter((count) => count > 0)
  return [
    counts.length > 1
      ? t('compare:panel.shareSum', {
          k: frame.count,
          sum: counts.map((count) => number(count, language)).join(' + '),
          share,
        })
      : t('compare:panel.share', { k: frame.count, n: outlet.count, share }),
    ...(frame.interval === null
      ? []
      : [
          t('compare:panel.wilson', {
            low: number(frame.interval.low, language, 3),
            high: number(frame.interval.high, language, 3),
          }),
        ]),
  ]
}

/** The same for the figure that rests on most namings of a concept, named by outlet and frame; nothing when there is none. */
export function exampleLines(
  figure: ConceptFigure,
  show: Show,
  language: UiLanguage,
  t: CompareT,
): readonly string[] {
  const most = figure.outlets
    .flatMap((outlet) => outlet.frames.map((frame) => ({ outlet, frame })))
    .filter(({ outlet }) => show !== 'share' || outlet.enough)
    .toSorted((a, b) => b.frame.count - a.frame.count)[0]
  if (most === undefined || most.frame.count === 0) return []
  const label = figure.frames.find(({ id }) => id === most.frame.frame)?.label[language] ?? most.frame.frame
  const lines = computedLines({ figure, show, ...most }, language, t)
  return lines.map((line) => `${outletName(most.outlet.outlet, t)}, ${label}: ${line}`)
}
