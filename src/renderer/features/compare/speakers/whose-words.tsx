import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConceptFigure, FrameFigure } from '#shared/domain/figures.ts'
import type { Story } from '#shared/domain/library.ts'
import type { SpeakerFigures } from '#shared/domain/story-figures.ts'
import { VOICES } from '#shared/domain/voice.ts'
import { useUiLanguage } from '../../../strings/use-language.ts'
import { CutInMiddle } from '../../../ui/cut-in-middle.tsx'
import { byName, outletName } from '../compare-rows.ts'
import { FrameHeads, ScrollTable } from '../scroll-table.tsx'
import { ViewCard } from '../view-card.tsx'
import classes from '../views.module.css'
import { csvOf } from '../views-csv.ts'

const SPEAKERS_SHOWN = 3

/** Of the frames that an outlet prints: which are in its own words, which only in others', and whose. */
export function WhoseWords({
  story,
  figure,
  speakers,
}: {
  readonly story: Story
  readonly figure: ConceptFigure
  readonly speakers: SpeakerFigures
}): ReactNode {
  const { t } = useTranslation(['compare', 'common', 'views'])
  const language = useUiLanguage()
  const outlets = figure.outlets.toSorted((a, b) => byName(language)(a.outlet, b.outlet))
  const whose = (outlet: string, frame: string): string => {
    const names = speakers.speakers
      .filter(({ speaker, cells }) =>
        speaker === null ? false : cells.some((cell) => cell.outlet === outlet && cell.frame === frame),
      )
      .map(({ speaker }) => speaker)
    const more = names.length - SPEAKERS_SHOWN
    return [...names.slice(0, SPEAKERS_SHOWN), ...(more > 0 ? [t('views:more', { count: more })] : [])].join(
      ', ',
    )
  }
  const cell = (outlet: string, { frame, count, byVoice }: FrameFigure): ReactNode => {
    if (count === 0) return <span className={classes.quiet}>0</span>
    const others = byVoice.direct + byVoice.indirect
    const parts = [
      byVoice.narration > 0 ? t('views:speakers.own', { count: byVoice.narration }) : null,
      others > 0 ? t('views:speakers.others', { count: others }) : null,
      byVoice.scare > 0 ? t('views:speakers.scare', { count: byVoice.scare }) : null,
    ].filter((one) => one !== null)
    // As docs/method.md has it: own, both, others', or at a distance only.
    const endorsed =
      byVoice.narration > 0
        ? others + byVoice.scare > 0
          ? ''
          : t('views:speakers.onlyOwn')
        : others > 0
          ? t('views:speakers.onlyOthers')
          : t('views:speakers.distanced')
    const names = others > 0 ? whose(outlet, frame) : ''
    return (
      <>
        {parts.join(' · ')}
        <small>{[endorsed, names].filter((one) => one !== '').join(': ')}</small>
      </>
    )
  }
  return (
    <ViewCard
      title={t('views:speakers.whose')}
      sentence={t('views:speakers.whoseSentence')}
      fileName={`parallax-voices-${figure.concept}`}
      notes={[t('views:speakers.formula'), story.title]}
      formula={
        <>
          <p>{t('views:speakers.formula')}</p>
          <p>{story.title}</p>
        </>
      }
      csv={() =>
        csvOf([
          ['concept', 'outlet', 'frame', ...VOICES, 'speakers'],
          ...outlets.flatMap((outlet) =>
            outlet.frames.map((frame, index) => [
              figure.label[language],
              outletName(outlet.outlet, t),
              figure.frames[index]?.label[language] ?? frame.frame,
              ...VOICES.map((voice) => frame.byVoice[voice]),
              whose(outlet.outlet, frame.frame),
            ]),
          ),
        ])
      }
    >
      <ScrollTable label={t('views:speakers.whose')}>
        <thead>
          <tr>
            <th scope="col">{t('compare:outlet')}</th>
            <FrameHeads frames={figure.frames} />
          </tr>
        </thead>
        <tbody>
          {outlets.map((outlet) => (
            <tr key={outlet.outlet}>
              <th scope="row">
                <CutInMiddle text={outletName(outlet.outlet, t)} most={28} />
              </th>
              {outlet.count === 0 ? (
                <td colSpan={figure.frames.length} className={classes.quiet}>
                  {t('views:speakers.neither')}
                </td>
              ) : (
                outlet.frames.map((frame) => <td key={frame.frame}>{cell(outlet.outlet, frame)}</td>)
              )}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </ViewCard>
  )
}
