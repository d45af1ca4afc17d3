import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { LeftOut } from '#shared/domain/article.ts'
import type { ArticleView, LexiconSummary } from '#shared/domain/library.ts'
import { callKey, useEngine, useEngineQuery } from '../../platform/engine.tsx'
import { useSetting } from '../../platform/settings.ts'
import { useErrorText } from '../../ui/error-text.ts'
import { frameOf, ParagraphView } from './article-text.tsx'
import { type Concept, conceptCounts, conceptsOf, countedMentions, isStruckOut } from './concepts.ts'
import { CorrectionNote } from './correction-note.tsx'
import { LeftOutBox } from './left-out.tsx'
import { MentionPopover } from './mention-popover.tsx'
import { MaybeGuessed, MetaLine } from './meta-line.tsx'
import { MissedNaming } from './missed-naming.tsx'
import classes from './read.module.css'
import { useReadAddress } from './read-address.ts'
import { ReadPanel } from './read-panel.tsx'
import { reveal } from './reveal.ts'
import { articleBlocks, type Block } from './segments.ts'
import { Strip } from './strip.tsx'
import { useCorrections } from './use-corrections.ts'
import { usePlace } from './use-place.ts'

const TEXT_ID = 'read-text'
/** Room that an open popover needs under its mark. */
const POPOVER_PX = 340

/** An article that is here: text, strip and panel, and the keys that go through them. */
export function ArticleReader({
  article,
  lexicons,
}: {
  readonly article: ArticleView
  readonly lexicons: readonly LexiconSummary[]
}): ReactNode {
  const { t } = useTranslation(['read', 'common'])
  const errorText = useErrorText()
  const address = useReadAddress()
  const { place, go: goTo } = usePlace(address.at, address.goTo)
  const scroller = useRef<HTMLDivElement>(null)
  const concepts = useMemo(() => conceptsOf(lexicons), [lexicons])
  const counts = useMemo(() => conceptCounts(countedMentions(article.mentions)), [article])
  const { concept, choose } = useConcept(article, concepts, counts)
  const blocks = useMemo(
    // One that is struck out goes behind those that count.
    () =>
      articleBlocks(article, (mention) =>
        isStruckOut(mention) ? -1 : Number(mention.concept === concept?.id),
      ),
    [article, concept],
  )
  const selected = useMemo(
    () => (address.at === null ? null : mentionAt(article, address.at, concept)),
    [article, address.at, concept],
  )
  const marks = useMemo(() => marksOf(blocks), [blocks])
  const [opened, setOpened] = useState(false)
  const story = useNeighbours(article)
  const putBack = usePutBack(article)
  const corrections = useCorrections(article)
  const repeats = useEngineQuery('articles.repeats', { id: article.id }).data

  const markOf = useCallback(
    (mention: number): HTMLElement | null => {
      const shown = marks.find(({ all }) => all.includes(mention))?.mention
      return shown === undefined
        ? null
        : (scroller.current?.querySelector<HTMLElement>(`[data-mention="${shown}"]`) ?? null)
    },
    [marks],
  )

  // The arrow and page keys scroll the text from the start, and after J or K has replaced what had the focus.
  useEffect(() => {
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
  }, [])

  // Before the first paint: an article opened at a naming stands there at once.
  useLayoutEffect(() => {
    if (address.at === null) return
    const target = (selected === null ? null : markOf(selected)) ?? paragraphAt(scroller.current, address.at)
    if (target !== null) reveal(target, opened ? POPOVER_PX : 0)
  }, [address.at, selected, markOf, opened])

  const open = useCallback(
    (mention: number) => {
      goTo(article.mentions[mention]!.start)
      setOpened(true)
    },
    [article, goTo],
  )
  const close = () => {
    setOpened(false)
    if (selected !== null) markOf(selected)?.focus({ preventScroll: true })
  }
  const step = (by: 1 | -1) => {
    const counted = marks.filter(({ mention }) => !isStruckOut(article.mentions[mention]!))
    const coloured = counted.filter(({ mention }) => frameOf(concept, article.mentions[mention]!) !== null)
    const line = coloured.length > 0 ? coloured : counted
    const here = place.current ?? -1
    const startOf = (mark: (typeof line)[number]) => article.mentions[mark.mention]!.start
    const next =
      by === 1 ? line.find((mark) => startOf(mark) > here) : line.findLast((mark) => startOf(mark) < here)
    // Past the last one comes the first.
    const target = next ?? (by === 1 ? line[0] : line.at(-1))
    if (target === undefined) return
    goTo(startOf(target))
    if (!opened) markOf(target.mention)?.focus({ preventScroll: true })
  }
  // By the place of the key, so that they work in a Cyrillic layout too.
  const letter = { usePhysicalKeys: true, preventDefault: false }
  const unlessTyping = (act: () => void) => (event: KeyboardEvent) => {
    // The concept's box is an input that only shows what is chosen: letters mean nothing to it.
    if (!(event.target instanceof HTMLInputElement) || event.target.readOnly) act()
  }
  useHotkeys(
    [
      ['N', unlessTyping(() => step(1)), letter],
      ['P', unlessTyping(() => step(-1)), letter],
      ['J', unlessTyping(() => story.go(story.next)), letter],
      ['K', unlessTyping(() => story.go(story.previous)), letter],
    ],
    ['TEXTAREA', 'SELECT'],
  )

  const hasHeadline = blocks.some((block) => block.kind === 'paragraph' && block.headline)
  const ownWords = useMemo(() => ownWordsBegin(blocks), [blocks])
  const others = selected === null ? [] : (marks.find(({ all }) => all.includes(selected))?.all ?? [])
  return (
    <div className={classes.read}>
      <div ref={scroller} className={classes.scroller} data-region tabIndex={-1}>
        <article id={TEXT_ID} className={classes.text} data-marks aria-label={article.title}>
          <MetaLine
            article={article}
            onShowLeftOut={() => {
              const box = scroller.current?.querySelector<HTMLElement>('[data-left-out]')
              if (!box) return
              reveal(box, 0)
              box.querySelector('button')?.focus({ preventScroll: true })
            }}
          />
          {hasHeadline ? null : (
            <h1 className={classes.headline} lang={article.language} data-title>
              <MaybeGuessed article={article} field="title">
                {article.title}
              </MaybeGuessed>
            </h1>
          )}
          {putBack.done.length > 0 || putBack.error !== null ? (
            <div className={classes.note} role={putBack.error === null ? 'status' : 'alert'}>
              <span>
                {putBack.error === null
                  ? t('read:putBackDone', { count: putBack.done.length })
                  : errorText(putBack.error)}
              </span>
              {putBack.error === null ? <Button onClick={putBack.undo}>{t('common:undo')}</Button> : null}
              <Button variant="subtle" onClick={putBack.dismiss}>
                {t('common:dismiss')}
              </Button>
            </div>
          ) : null}
          {blocks.length === 0 ? <p className={classes.none}>{t('read:emptyText')}</p> : null}
          {blocks.map((block, index) =>
            block.kind === 'gap' ? (
              <LeftOutBox
                key={`gap ${block.leftOut.join()}`}
                passages={block.leftOut.map((one) => article.leftOut[one]!)}
                language={article.language}
                busy={putBack.busy}
                onPutBack={putBack.run}
              />
            ) : (
              <ParagraphView
                key={block.start}
                article={article}
                paragraph={block}
                concept={concept}
                repeat={repeats?.find((one) => holds(block, one))}
                saysOwnWords={ownWords.has(index)}
                selected={selected !== null && holds(block, article.mentions[selected]!) ? selected : null}
                opened={opened && selected !== null && holds(block, article.mentions[selected]!)}
                onOpen={open}
              />
            ),
          )}
          {opened && selected !== null ? (
            <MentionPopover
              article={article}
              concepts={concepts}
              mention={selected}
              others={others.filter((one) => one !== selected)}
              corrections={corrections}
              mark={() => markOf(selected)}
              within={scroller.current}
              onClose={close}
              onGone={() => {
                setOpened(false)
                scroller.current?.focus({ preventScroll: true })
              }}
              onStep={step}
            />
          ) : null}
          <MissedNaming
            article={article}
            blocks={blocks}
            lexicons={lexicons}
            concept={concept}
            corrections={corrections}
            scroller={scroller}
            from={address.at}
            covered={opened && selected !== null}
            onAdded={(start) => {
              goTo(start)
              setOpened(true)
            }}
          />
        </article>
      </div>
      <CorrectionNote corrections={corrections} />
      <Strip
        scroller={scroller}
        textId={TEXT_ID}
        contents={blocks}
        colourOf={(mention) => {
          // The strip may still hold a mark that was taken out of the text.
          const marked = article.mentions[mention]
          return marked === undefined ? null : (frameOf(concept, marked)?.colour ?? null)
        }}
        onJump={(mention) => {
          goTo(article.mentions[mention]!.start)
          markOf(mention)?.focus({ preventScroll: true })
        }}
      />
      <ReadPanel
        article={article}
        concepts={concepts}
        counts={counts}
        concept={concept}
        onConcept={choose}
        onGoTo={goTo}
        previous={story.previous}
        next={story.next}
        addressOf={story.addressOf}
      />
    </div>
  )
}

const holds = (block: { start: number; end: number }, mention: { start: number; end: number }): boolean =>
  mention.start < block.end && block.start < mention.end

/** The mention at an offset: one that starts there, else one around it; of the chosen concept where there is a choice. */
function mentionAt(article: ArticleView, at: number, concept: Concept | null): number | null {
  const found = article.mentions
    .map((mention, index) => ({ mention, index }))
    .filter(({ mention }) => mention.start <= at && at < mention.end)
    .sort(
      (a, b) =>
        Number(b.mention.start === at) - Number(a.mention.start === at) ||
        Number(b.mention.concept === concept?.id) - Number(a.mention.concept === concept?.id) ||
        b.mention.end - a.mention.end,
    )[0]
  return found?.index ?? null
}

/** The marks of the text in order, each with all mentions in its words. */
function marksOf(blocks: readonly Block[]): { readonly mention: number; readonly all: readonly number[] }[] {
  const seen = new Set<number>()
  return blocks
    .flatMap((block) => (block.kind === 'paragraph' ? block.segments : []))
    .flatMap((segment) => {
      if (segment.kind === 'text' || seen.has(segment.mention)) return []
      seen.add(segment.mention)
      return [{ mention: segment.mention, all: [segment.mention, ...segment.others] }]
    })
}

/** Indexes of the paragraphs in which the outlet begins to speak itself, after somebody else or at the start. */
function ownWordsBegin(blocks: readonly Block[]): ReadonlySet<number> {
  const begin = new Set<number>()
  let own = false
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'gap' || block.headline) continue
    const quoted = block.segments.some((segment) =>
      (segment.kind === 'text' ? [segment.run] : segment.runs).some((run) => run.quotations.length > 0),
    )
    const speaks = block.speakers.length === 0 && !quoted
    if (speaks && !own) begin.add(index)
    own = speaks
  }
  return begin
}

function paragraphAt(scroller: HTMLElement | null, offset: number): HTMLElement | null {
  const paragraphs = [...(scroller?.querySelectorAll<HTMLElement>('[data-start]') ?? [])]
  return paragraphs.findLast(({ dataset }) => Number(dataset.start) <= offset) ?? paragraphs[0] ?? null
}

/** What is coloured: the address's concept, else that of the naming it points at, else the remembered one where the text has it, else the most named. */
function useConcept(
  article: ArticleView,
  concepts: ReadonlyMap<string, Concept>,
  counts: ReadonlyMap<string, number>,
): { readonly concept: Concept | null; readonly choose: (id: string) => void } {
  const address = useReadAddress()
  const [remembered, remember] = useSetting('concept')
  // What the article had when it was opened counts: a correction must not change what is coloured.
  const [initial] = useState(counts)
  const known = (id: string | undefined | null) => (id == null ? undefined : concepts.get(id))
  // Held from when the article was opened: a step to another naming must not change what is coloured.
  const [opening] = useState(() =>
    address.at === null ? undefined : article.mentions[mentionAt(article, address.at, null) ?? -1]?.concept,
  )
  const concept =
    known(address.concept) ??
    known(opening) ??
    (initial.has(remembered ?? '') || counts.has(remembered ?? '') ? known(remembered) : undefined) ??
    [...initial.keys(), ...counts.keys()].map(known).find((one) => one !== undefined) ??
    null
  return {
    concept,
    choose: (id) => {
      remember(id)
      address.chooseConcept(id)
    },
  }
}

/** The articles before and after this one in its story, by date. */
function useNeighbours(article: ArticleView) {
  const navigate = useNavigate()
  const { concept } = useReadAddress()
  const ids = useEngineQuery(
    'articles.ids',
    { filter: { storyId: article.storyId }, sort: 'published', descending: false },
    { enabled: article.storyId !== null },
  ).data
  const here = ids?.indexOf(article.id) ?? -1
  const addressOf = (id: number) =>
    `/read/${id}${concept === null ? '' : `?concept=${encodeURIComponent(concept)}`}`
  return {
    previous: here > 0 ? (ids?.[here - 1] ?? null) : null,
    next: here >= 0 ? (ids?.[here + 1] ?? null) : null,
    addressOf,
    go: (id: number | null) => {
      if (id !== null) void navigate(addressOf(id))
    },
  }
}

/** Puts passages back into the text, and leaves them out again. The text shows as soon as the engine has scored it anew. */
function usePutBack(article: ArticleView) {
  const client = useEngine()
  const queries = useQueryClient()
  const [done, setDone] = useState<readonly number[]>([])
  const change = useMutation({
    mutationFn: async ({ starts, keep }: { readonly starts: readonly number[]; readonly keep: boolean }) => {
      for (const originalStart of starts) {
        const view = await client['articles.putBack']({ id: article.id, originalStart, keep })
        queries.setQueryData(callKey('articles.get', { id: article.id }), view)
      }
    },
    onSuccess: (_nothing, { starts, keep }) => setDone(keep ? starts : []),
  })
  return {
    done,
    busy: change.isPending,
    error: change.error,
    run: (passages: readonly LeftOut[]) =>
      change.mutate({ starts: passages.map(({ originalStart }) => originalStart), keep: true }),
    undo: () => change.mutate({ starts: done, keep: false }),
    dismiss: () => {
      change.reset()
      setDone([])
    },
  }
}
