import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'

const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Cuts a long name in the middle, so that both its ends stay readable: "Evening Chronicle of …thern Harbour". */
export function cutInMiddle(text: string, most: number): string {
  const letters = [...segments.segment(text)].map(({ segment }) => segment)
  if (letters.length <= most) return text
  const tail = Math.floor((most - 1) / 2)
  const head = most - 1 - tail
  return `${letters.slice(0, head).join('').trimEnd()}…${letters
    .slice(letters.length - tail)
    .join('')
    .trimStart()}`
}

/** Cuts a long text after its last word that finds room: "secretary of the dockers…". */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text
  const room = text.slice(0, most)
  return `${room.replace(/[\s,;:–—-]+\S*$/u, '')}…`
}

/**
 * A name of at most `most` letters; a longer one is cut in the middle and shown whole on hover and focus. Screen readers
 * always get the whole name.
 */
export function CutInMiddle({ text, most }: { readonly text: string; readonly most: number }): ReactNode {
  const short = cutInMiddle(text, most)
  if (short === text) return text
  return (
    <Tooltip label={text} multiline maw={360}>
      <span>
        <span aria-hidden="true">{short}</span>
        <span className="visually-hidden">{text}</span>
      </span>
    </Tooltip>
  )
}
