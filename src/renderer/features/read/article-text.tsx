import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ArticleView } from '#shared/domain/library.ts'
import type { ArticleRepeat } from '#shared/domain/repeats.ts'
import { isCounted } from '#shared/domain/voice.ts'
import { useUiLanguage } from '../../strings/use-language.ts'
import { cutAtWord } from '../../ui/cut-in-middle.tsx'
import { formatDay } from '../../ui/dates.ts'
import { type Concept, type Frame, isStruckOut } from './concepts.ts'
import classes from './read.module.css'
import type { Paragraph, Run, Segment, Voiced } from './segments.ts'

/** Under this confidence a mark is drawn thinner. */
export const UNCERTAIN_BELOW = 0.6
/** A longer name or office is cut in the margin; whole it stands on hover, and under "Who speaks". */
const NAME_LETTERS = 60
const ROLE_LETTERS = 44
/** More speakers than this in one paragraph are counted, not named: the margin stays beside its words. */
const MOST_SPEAKERS = 3

export type Open = (mention: number) => void

interface ParagraphProps {
  readonly article: ArticleView
  readonly paragraph: Paragraph
  readonly concept: Concept | null
  /** Whether to say that the outlet speaks itself: where that begins. */
  readonly saysOwnWords: boolean
  /** That other articles of the story have it too. */
  readonly repeat: ArticleRepeat | undefined
  /** The mention the address points at, when it stands in this paragraph. */
  readonly selected: number | null
  readonly opened: boolean
  readonly onOpen: Open
}

/** One paragraph with its marks, and who speaks in it beside it. Memoised: an article may have hundreds. */
export const ParagraphView = memo(function ParagraphView(props: ParagraphProps): ReactNode {
  const { article, paragraph, saysOwnWords } = props
  const Tag = paragraph.headline ? 'h1' : 'p'
  return (
    <>
      {paragraph.headline ? null : (
        <Speakers
          article={article}
          speakers={paragraph.speakers}
          saysOwnWords={saysOwnWords}
          repeat={props.repeat}
        />
      )}
      <Tag
        className={paragraph.headline ? classes.headline : classes.paragraph}
        lang={article.language}
        data-start={paragraph.start}
        data-end={paragraph.end}
      >
        {paragraph.segments.map((segment) => (
          <SegmentView
            key={segment.kind === 'text' ? segment.run.start : segment.runs[0]!.start}
            {...props}
            segment={segment}
          />
        ))}
      </Tag>
    </>
  )
})

function Speakers({
  article,
  speakers,
  saysOwnWords,
  repeat,
}: {
  readonly article: ArticleView
  readonly speakers: readonly Voiced[]
  readonly saysOwnWords: boolean
  readonly repeat: ArticleRepeat | undefined
}): ReactNode {
  const { t } = useTranslation('read')
  const shared = repeat === undefined ? null : <Shared article={article} repeat={repeat} />
  if (speakers.length === 0)
    return saysOwnWords || shared !== null ? (
      <div className={classes.who}>
        {saysOwnWords ? t('ownWords') : null}
        {shared}
      </div>
    ) : null
  const shown = speakers.slice(0, MOST_SPEAKERS)
  return (
    <div className={classes.who}>
      {shown.map(({ quotation, kinds }) => {
        const { speaker, person } = article.quotations[quotation]!
        const role = person === null ? null : (article.people[person]?.role ?? null)
        const told = kinds.map((kind) => t(kind === 'direct' ? 'quoted' : 'reported')).join(', ')
        return (
          <div key={quotation} className={classes.speaker}>
            <b lang={article.language} title={speaker ?? undefined}>
              {speaker === null ? t('somebody') : cutAtWord(speaker, NAME_LETTERS)}
            </b>
            {role === null || shown.length > 1 ? null : (
              <span lang={article.language} title={role} className={classes.role}>
                {cutAtWord(role, ROLE_LETTERS)}
              </span>
            )}
            <span className={classes.told}>{told}</span>
          </div>
        )
      })}
      {speakers.length > shown.length ? (
        <span className={classes.told}>{t('moreSpeakers', { count: speakers.length - shown.length })}</span>
      ) : null}
      {shared}
    </div>
  )
}

/** A passage that other articles have too, word for word or nearly: where, and a way there. */
function Shared({
  article,
  repeat: { others },
}: {
  readonly article: ArticleView
  readonly repeat: ArticleRepeat
}): ReactNode {
  const { t } = useTranslation(['read', 'common'])
  const language = useUiLanguage()
  const [first] = others
  if (first === undefined) return null
  const places = others.map(
    (one) =>
      `${one.outlet || t('common:noOutlet')}, ${one.published === null ? t('common:noDate') : formatDay(one.published, language)}`,
  )
  return (
    <Link
      className={classes.shared}
      to={
        others.length === 1
          ? `/read/${first.articleId}?at=${first.start}`
          : `/compare/${article.storyId}?view=repeats`
      }
      title={places.join('; ')}
    >
      {others.length === 1
        ? t('read:alsoIn', { outlet: first.outlet || t('common:noOutlet') })
        : t('read:alsoInMany', { count: others.length })}
    </Link>
  )
}

function SegmentView({
  article,
  segment,
  concept,
  selected,
  opened,
  onOpen,
}: ParagraphProps & { readonly segment: Segment }): ReactNode {
  if (segment.kind === 'text') return <RunView article={article} run={segment.run} />
  const inside = segment.runs.map((run) => <RunView key={run.start} article={article} run={run} />)
  const isSelected = selected === segment.mention || (selected !== null && segment.others.includes(selected))
  return (
    <Mark
      article={article}
      mention={segment.mention}
      concept={concept}
      quoted={segment.runs.every(({ quotations }) => quotations.length > 0)}
      selected={isSelected}
      opened={isSelected && opened}
      onOpen={onOpen}
    >
      {inside}
    </Mark>
  )
}

function RunView({ article, run }: { readonly article: ArticleView; readonly run: Run }): ReactNode {
  const text = article.text.slice(run.start, run.end)
  return run.quotations.length === 0 ? text : <span className={classes.quoted}>{text}</span>
}

/** The frame's colour number within the chosen concept; null for mentions of another one. */
export const frameOf = (
  concept: Concept | null,
  mention: { readonly concept: string; readonly frame: string },
): Frame | null =>
  concept === null || mention.concept !== concept.id
    ? null
    : (concept.frames.find(({ id }) => id === mention.frame) ?? null)

/** A mark in words: what it says, in whose voice, as which frame, and what the reader made of it. */
function useSpoken(mention: ArticleView['mentions'][number], concept: Concept | null): string {
  const { t } = useTranslation(['read', 'correct'])
  const language = useUiLanguage()
  const { text, speaker, correction } = mention
  if (isStruckOut(mention)) return t('correct:spokenStruck', { text })
  const voice = t(`read:spoken.${mention.voice}`, {
    text,
    speaker: speaker ?? '',
    ...(speaker === null ? { context: 'nobody' } : {}),
  })
  const frame = frameOf(concept, mention)
  const named = frame === null ? voice : t('read:spokenFrame', { mark: voice, frame: frame.label[language] })
  const mark = isCounted(mention) ? named : t('read:spokenRepeated', { mark: named })
  return correction === null ? mark : t('correct:spokenCorrected', { mark })
}

function Mark({
  article,
  mention: index,
  concept,
  quoted,
  selected,
  opened,
  onOpen,
  children,
}: {
  readonly article: ArticleView
  readonly mention: number
  readonly concept: Concept | null
  /** Whether all of it stands inside quotations. */
  readonly quoted: boolean
  readonly selected: boolean
  readonly opened: boolean
  readonly onOpen: Open
  readonly children: ReactNode
}): ReactNode {
  const spoken = useSpoken(article.mentions[index]!, concept)
  const mention = article.mentions[index]!
  const frame = frameOf(concept, mention)
  const struck = isStruckOut(mention)
  const form = struck
    ? `other ${classes.struck}`
    : `${frame === null ? 'other' : `f${frame.colour}`} ${mention.voice}`
  return (
    // A real button cannot break over two lines, as words in a paragraph must.
    // biome-ignore lint/a11y/useSemanticElements: see above.
    <span
      role="button"
      tabIndex={0}
      className={`m ${form} ${classes.mark}`}
      data-mention={index}
      data-quoted={(quoted && !struck) || undefined}
      data-struck={struck || undefined}
      data-selected={selected || undefined}
      data-uncertain={(!struck && mention.confidence < UNCERTAIN_BELOW) || undefined}
      aria-haspopup="dialog"
      aria-expanded={opened}
      aria-label={spoken}
      onClick={(event) => {
        // Words of the mark that were selected are meant for something else.
        const selection = getSelection()
        if (selection?.isCollapsed === false && selection.containsNode(event.currentTarget, true)) return
        onOpen(index)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onOpen(index)
      }}
    >
      {children}
    </span>
  )
}
