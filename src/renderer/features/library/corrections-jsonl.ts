import type { CallOutput } from '#shared/contract/contract.ts'

/** Readers' corrections as labelled data: one JSON object per line, with the words around each. */
export function correctionsJsonl(corrections: CallOutput<'corrections.list'>): string {
  return corrections
    .map((one) => {
      const {
        title,
        outlet,
        language,
        before,
        text,
        after,
        concept,
        frame,
        kind,
        voice,
        speaker,
        createdAt,
      } = one
      const line = {
        title,
        outlet,
        language,
        before,
        text,
        after,
        concept,
        frame,
        kind,
        voice,
        speaker,
        createdAt,
      }
      return `${JSON.stringify(line)}\n`
    })
    .join('')
}
