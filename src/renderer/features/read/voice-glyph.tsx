import type { ReactNode } from 'react'
import type { Voice } from '#shared/domain/voice.ts'

const SIGNS: Readonly<Record<Voice, string>> = { narration: 'A', direct: '“', indirect: '…', scare: '‘’' }

/** The sign of a voice, in the voice's form; beside words that say the same. */
export function VoiceGlyph({ voice }: { readonly voice: Voice }): ReactNode {
  return (
    <span className={`glyph ${voice}`} aria-hidden="true">
      {SIGNS[voice]}
    </span>
  )
}
