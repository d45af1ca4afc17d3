import { ActionIcon, Popover } from '@mantine/core'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleView } from '#shared/domain/library.ts'
import { isCounted } from '#shared/domain/voice.ts'
import { useEngineQuery } from '../../platform/engine.tsx'
import { useUiLanguage } from '../../strings/use-language.ts'
import { Icon } from '../../ui/icons.tsx'
import { whySentence } from '../../ui/why-sentence.ts'
import { useAnchorBox } from './anchor-box.ts'
import { UNCERTAIN_BELOW } from './article-text.tsx'
import { type Concept, isStruckOut } from './concepts.ts'
import { CorrectNaming } from './correct-naming.tsx'
import classes from './popover.module.css'
import text from './read.module.css'
import { reveal } from './reveal.ts'
import type { useCorrections } from './use-corrections.ts'
import { VoiceGlyph } from './voice-glyph.tsx'

type ViewedMention = ArticleView['mentions'][number]
type Concepts = ReadonlyMap<string, Concept>

/** Sentences this near to 0 are called neutral. */
const NEUTRAL_TONE = 0.05

/** More alternatives of a term's word than this are cut: the term is named, not listed. */
const MOST_ALTERNATIVES = 3

/** Between the mark, the popover and the lower edge of the text. */
const ROOM_PX = 24

/**
 * What is known of one mention, under the last line of its mark. One popover serves all marks: an empty box is laid over
 * the mark that is open, and the popover hangs on it.
 */
export function MentionPopover({
  article,
  concepts,
  mention: index,
  others,
  corrections,
  mark,
  within,
  onClose,
  onGone,
  onStep,
}: {
  readonly article: ArticleView
  readonly concepts: Concepts
  readonly mention: number
  readonly others: readonly number[]
  readonly corrections: ReturnType<typeof useCorrections>
  /** Finds the mark in the page. */
  readonly mark: () => HTMLElement | null
  /** The popover stays between the sides of this, so that it does not cover the panel. */
  readonly within: HTMLElement | null
  readonly onClose: () => void
  /** The naming is there no more. */
  readonly onGone: () => void
  readonly onStep: (by: 1 | -1) => void
}): ReactNode {
  const { t } = useTranslation(['read', 'common'])
  const box = useAnchorBox(mark, index, article)
  const dropdown = useRef<HTMLDivElement>(null)
  // The form belongs to one naming: a step to another one folds it.
  const [edited, setEdited] = useState<string | null>(null)
  const mention = article.mentions[index]!
  const key = `${mention.start} ${mention.end} ${mention.concept}`
  const editing = edited === key

  // Unfolded, it needs more room below its line.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form unfolds.
  useLayoutEffect(() => {
    const element = mark()
    if (!editing || element === null || dropdown.current === null) return
    reveal(element, dropdown.current.offsetHeight + ROOM_PX)
  }, [editing])

  if (box === null) return null
  return (
    <Popover
      opened
      onChange={(opened) => {
        if (!opened) onClose()
      }}
      onClose={onClose}
      position="bottom-start"
      offset={8}
      // Never over its own line: the text scrolls to make room below instead.
      middlewares={{ flip: false, shift: { padding: 12, ...(within === null ? {} : { boundary: within }) } }}
      width={384}
      radius="lg"
      trapFocus
      // What is typed is not lost by a click beside it; Escape leaves the form first.
      closeOnClickOutside={!editing}
      closeOnEscape={!editing}
      // The roles would name the dialog after the empty box.
      withRoles={false}
      keepMounted={false}
    >
      <Popover.Target>
        <span className={text.anchor} style={box} />
      </Popover.Target>
      <Popover.Dropdown
        ref={dropdown}
        className={classes.popover}
        role="dialog"
        aria-label={t('read:naming')}
      >
        <div className={classes.popoverTools}>
          <ActionIcon size={24} aria-label={t('read:previousNaming')} onClick={() => onStep(-1)}>
            <Icon name="up" size={16} />
          </ActionIcon>
          <ActionIcon size={24} aria-label={t('read:nextNaming')} onClick={() => onStep(1)}>
            <Icon name="down" size={16} />
          </ActionIcon>
          <ActionIcon size={24} aria-label={t('common:close')} onClick={onClose} data-autofocus>
            <Icon name="close" size={16} />
          </ActionIcon>
        </div>
        <Explained article={article} concepts={concepts} mention={mention} />
        <CorrectNaming
          key={key}
          article={article}
          mention={mention}
          corrections={corrections}
          editing={editing}
          onGone={onGone}
          onEdit={(wished) => setEdited(wished ? key : null)}
        />
        {others.length === 0 ? null : (
          <div className={classes.also}>
            {t('read:alsoCounts')}:
            {others.map((other) => (
              <FramePath key={other} concepts={concepts} mention={article.mentions[other]!} />
            ))}
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function FramePath({
  concepts,
  mention,
}: {
  readonly concepts: Concepts
  readonly mention: ViewedMention
}): ReactNode {
  const language = useUiLanguage()
  const concept = concepts.get(mention.concept)
  const frame = concept?.frames.find(({ id }) => id === mention.frame)
  return (
    <div className={classes.path}>
      <b lang={mention.language} className={isStruckOut(mention) ? classes.struckText : undefined}>
        {mention.text}
      </b>
      <span className="quiet"> · {concept?.label[language] ?? mention.concept} → </span>
      <span className={`m f${frame?.colour ?? 5} ${classes.frameName}`}>
        {frame?.label[language] ?? mention.frame}
      </span>
    </div>
  )
}

function Explained({
  article,
  concepts,
  mention,
}: {
  readonly article: ArticleView
  readonly concepts: Concepts
  readonly mention: ViewedMention
}): ReactNode {
  const { t, i18n } = useTranslation(['read', 'why'])
  // What the reader corrected has no rule to explain it: that is said below.
  const added = mention.correction?.kind === 'missed'
  const revoiced = mention.correction?.kind === 'voice'
  const lexicon = useEngineQuery('lexicons.get', { id: mention.lexicon }, { enabled: !added }).data
  const term = lexicon?.concepts
    .find(({ id }) => id === mention.concept)
    ?.frames.find(({ id }) => id === mention.frame)
    ?.terms[mention.language]?.find(({ id }) => id === mention.term)
  const role = mention.person === null ? null : (article.people[mention.person]?.role ?? null)
  const spoken = mention.voice === 'direct' || mention.voice === 'indirect'
  const tone =
    mention.tone > NEUTRAL_TONE ? 'positive' : mention.tone < -NEUTRAL_TONE ? 'negative' : 'neutral'
  const value = new Intl.NumberFormat(i18n.language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'exceptZero',
  })
    .format(mention.tone)
    .replace('-', '−')
  return (
    <>
      <FramePath concepts={concepts} mention={mention} />
      <dl className={classes.facts}>
        {term === undefined ? null : (
          <>
            <dt>{t('read:term')}</dt>
            <dd lang={mention.language}>{termInWords(term.pattern)}</dd>
          </>
        )}
        {lexicon == null ? null : (
          <>
            <dt>{t('read:lexicon')}</dt>
            <dd>
              {lexicon.label[i18n.language === 'ru' ? 'ru' : 'en']}{' '}
              {article.lexicons.find(({ id }) => id === mention.lexicon)?.version}
            </dd>
          </>
        )}
        <dt>{t('read:voiceLabel')}</dt>
        <dd className={classes.withGlyph}>
          <VoiceGlyph voice={mention.voice} />
          {t(`read:voice.${mention.voice}`)}
        </dd>
        {spoken ? (
          <>
            <dt>{t('read:speaker')}</dt>
            <dd>
              {mention.speaker === null ? (
                <span className="quiet">{t('read:unknownSpeaker')}</span>
              ) : (
                <span lang={article.language}>
                  {role === null ? mention.speaker : t('read:withRole', { name: mention.speaker, role })}
                </span>
              )}
            </dd>
          </>
        ) : null}
        {mention.cue === null || revoiced ? null : (
          <>
            <dt>{t('read:cue')}</dt>
            <dd lang={article.language}>{mention.cue}</dd>
          </>
        )}
        {mention.naming === null ? null : (
          <>
            <dt>{t('read:namingAct')}</dt>
            <dd lang={article.language}>
              {[mention.naming.by, mention.naming.verb, mention.naming.whom].filter(Boolean).join(' · ')} →{' '}
              {mention.text}
            </dd>
          </>
        )}
        <dt>{t('read:tone')}</dt>
        <dd>{t(`read:toneOf.${tone}`, { value })}</dd>
      </dl>
      {mention.negated ? (
        <p className={classes.negated}>
          <b>{t('read:negated')}</b> {t('read:negatedHint')}
        </p>
      ) : null}
      {isCounted(mention) ? null : (
        <p className={classes.negated}>
          <b>{t('read:repeated')}</b> {t('read:repeatedHint')}
        </p>
      )}
      {added || revoiced ? null : <p className={classes.why}>{whySentence(i18n, mention.why)}</p>}
      {mention.confidence < UNCERTAIN_BELOW && !isStruckOut(mention) ? (
        <p className={classes.uncertain}>{t('read:uncertain')}</p>
      ) : null}
    </>
  )
}

/** A term's pattern as a reader may see it: "occupy/occupation … force/troop/army/…". */
function termInWords(pattern: string): string {
  return pattern
    .split(/\s+/)
    .map((word) => {
      if (/^\{\d+,\d+\}$/.test(word)) return '…'
      const alternatives = word.replace(/[=*]/g, '').split('|')
      const shown = alternatives.slice(0, MOST_ALTERNATIVES).join('/')
      return alternatives.length > MOST_ALTERNATIVES ? `${shown}/…` : shown
    })
    .join(' ')
}
