import { Button, Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ArticleView } from '#shared/domain/library.ts'
import { VOICES } from '#shared/domain/voice.ts'
import { useEngineQuery } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { formatDay } from '../../ui/dates.ts'
import {
  type Concept,
  countedMentions,
  type FrameCount,
  frameCounts,
  isStruckOut,
  speakerCounts,
} from './concepts.ts'
import classes from './panel.module.css'
import marks from './read.module.css'

/** More speakers than this are folded. */
const MOST_SPEAKERS = 8

interface PanelProps {
  readonly article: ArticleView
  readonly concepts: ReadonlyMap<string, Concept>
  readonly counts: ReadonlyMap<string, number>
  readonly concept: Concept | null
  readonly onConcept: (id: string) => void
  readonly onGoTo: (offset: number) => void
  readonly previous: number | null
  readonly next: number | null
  readonly addressOf: (id: number) => string
}

/** Beside the text: what is coloured, how to read the marks, this article's counts, who speaks, and where to go next. */
export function ReadPanel(props: PanelProps): ReactNode {
  const { t } = useTranslation(['read', 'correct'])
  const { article, concept } = props
  const struck = article.mentions.filter((mention) => isStruckOut(mention))
  const struckHere = struck.filter((mention) => mention.concept === concept?.id).length
  return (
    <aside className={classes.panel} aria-label={t('panel')}>
      <section>
        <h2>{t('coloured')}</h2>
        <ConceptChoice {...props} />
      </section>
      <section>
        <h2>{t('howToRead')}</h2>
        <Legend struck={struck.length > 0} />
      </section>
      {concept === null ? null : (
        <section>
          <h2>
            {t('inArticle')}{' '}
            <span className="quiet">· {t('namings', { count: props.counts.get(concept.id) ?? 0 })}</span>
          </h2>
          <Counts counts={frameCounts(concept, countedMentions(article.mentions))} />
          {struckHere === 0 ? null : (
            <p className={classes.struckCount}>{t('correct:struckCount', { count: struckHere })}</p>
          )}
        </section>
      )}
      <section>
        <h2>{t('whoSpeaks')}</h2>
        <WhoSpeaks article={article} onGoTo={props.onGoTo} />
      </section>
      {article.storyId === null ? null : (
        <section>
          <h2>{t('inStory')}</h2>
          {props.next === null && props.previous === null ? (
            <p className="quiet">{t('onlyOne')}</p>
          ) : (
            <ul className={classes.near}>
              <Neighbour id={props.next} kind="next" addressOf={props.addressOf} />
              <Neighbour id={props.previous} kind="previous" addressOf={props.addressOf} />
            </ul>
          )}
        </section>
      )}
      <p className={classes.keys}>{t('keys')}</p>
      <p className={classes.keys}>{t('correct:key')}</p>
    </aside>
  )
}

function ConceptChoice({ concepts, counts, concept, onConcept }: PanelProps): ReactNode {
  const { t } = useTranslation('read')
  const language = useUiLanguage()
  // The concepts of this text, the most often named first; and the chosen one, even where the text has none of it.
  const ids = [...counts.keys()].filter((id) => concepts.has(id))
  if (concept !== null && !ids.includes(concept.id)) ids.push(concept.id)
  if (ids.length === 0) return <p className="quiet">{t('noMentions')}</p>
  const data = ids.map((id) => ({ value: id, label: concepts.get(id)!.label[language] }))
  return (
    <Select
      aria-label={t('coloured')}
      data={data}
      value={concept?.id ?? null}
      onChange={(id) => {
        if (id !== null) onConcept(id)
      }}
      classNames={{ input: classes.conceptInput }}
      maxDropdownHeight={360}
      renderOption={({ option, checked }) => (
        <span className={classes.conceptOption} data-checked={checked || undefined}>
          <span>{option.label}</span>
          <span className="quiet">{counts.get(option.value) ?? 0}</span>
        </span>
      )}
    />
  )
}

function Legend({ struck }: { readonly struck: boolean }): ReactNode {
  const { t } = useTranslation(['read', 'correct'])
  return (
    <ul className={classes.legend}>
      {VOICES.map((voice) => (
        <li key={voice} data-voice={voice}>
          <span className={`m f2 ${voice} ${marks.mark}`}>{t(`voice.${voice}`)}</span>
        </li>
      ))}
      <li>
        <span className={`m f2 direct ${marks.mark}`} data-uncertain>
          {t('thinner')}
        </span>
      </li>
      <li>
        <span className={`m other narration ${marks.mark}`}>{t('greyMarks')}</span>
      </li>
      {struck ? (
        <li>
          <span className={`m other ${marks.struck} ${marks.mark}`}>{t('correct:legendStruck')}</span>
        </li>
      ) : null}
    </ul>
  )
}

/** Bars from zero in the four forms; the numbers beside them and, for screen readers, in words. */
function Counts({ counts }: { readonly counts: readonly FrameCount[] }): ReactNode {
  const { t } = useTranslation('read')
  const language = useUiLanguage()
  if (counts.length === 0) return <p className="quiet">{t('noneOfConcept')}</p>
  const most = Math.max(...counts.map(({ count }) => count))
  return (
    <ul className={classes.counts}>
      {counts.map(({ frame, count, byVoice }) => {
        const used = VOICES.filter((voice) => byVoice[voice] > 0)
        const split = used.map((voice) => `${byVoice[voice]} ${t(`voiceShort.${voice}`)}`).join(' · ')
        return (
          <li key={frame.id}>
            <span>{frame.label[language]}</span>
            <b>{count}</b>
            <span
              className={`${classes.bar} m f${frame.colour}`}
              style={{ width: `${(count / most) * 100}%` }}
              aria-hidden="true"
            >
              {used.map((voice) => (
                <i key={voice} data-voice={voice} style={{ flex: byVoice[voice] }} />
              ))}
            </span>
            <span className={classes.split}>{split}</span>
          </li>
        )
      })}
    </ul>
  )
}

function WhoSpeaks({
  article,
  onGoTo,
}: {
  readonly article: ArticleView
  readonly onGoTo: (offset: number) => void
}): ReactNode {
  const { t } = useTranslation('read')
  const [all, setAll] = useState(false)
  const speakers = speakerCounts(article)
  if (speakers.length === 0) return <p className="quiet">{t('nobodySpeaks')}</p>
  const shown = all ? speakers : speakers.slice(0, MOST_SPEAKERS)
  return (
    <>
      <ul className={classes.speakers}>
        {shown.map(({ name, role, direct, indirect, start }) => (
          <li key={name}>
            <button
              type="button"
              lang={article.language}
              title={t('goToWords', { name })}
              onClick={() => onGoTo(start)}
            >
              {role === null ? name : t('withRole', { name, role })}
            </button>
            <span className="quiet">
              {[
                ...(direct > 0 ? [t('quotations', { count: direct })] : []),
                ...(indirect > 0 ? [t('reportedCount', { count: indirect })] : []),
              ].join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {speakers.length > shown.length ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('showAllSpeakers', { count: speakers.length - shown.length })}
        </Button>
      ) : null}
    </>
  )
}

function Neighbour({
  id,
  kind,
  addressOf,
}: {
  readonly id: number | null
  readonly kind: 'next' | 'previous'
  readonly addressOf: (id: number) => string
}): ReactNode {
  const { t } = useTranslation(['read', 'common'])
  const language = useUiLanguage()
  // Asked for whole, so that it stands at once when it is opened.
  const article = useEngineQuery('articles.get', { id: id ?? 1 }, { enabled: id !== null }).data
  if (id === null || !article) return null
  const name = article.outlet ?? t('common:noOutlet')
  const day = article.published === null ? t('common:noDate') : formatDay(article.published, language)
  return (
    <li>
      <Link to={addressOf(id)} aria-keyshortcuts={kind === 'next' ? 'J' : 'K'}>
        <small>{t(kind === 'next' ? 'read:nextArticle' : 'read:previousArticle')}</small>
        <span>
          {name}, {day}
        </span>
      </Link>
      <kbd>{kind === 'next' ? 'J' : 'K'}</kbd>
    </li>
  )
}
