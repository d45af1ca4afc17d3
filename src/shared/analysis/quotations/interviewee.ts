import { getLanguage } from '../languages/index.ts'
import { fold } from '../text/fold.ts'
import type { Actor } from './actors.ts'
import type { Scene } from './scene.ts'

/**
 * Who answers: of those named in full before the first answer, the one whom the headline names, the questions address,
 * the introduction comes back to, or its last paragraph names first.
 */
export function intervieweeOf(scene: Scene, offset: number): Actor | null {
  const { document, outer, actors } = scene
  const { paragraphs, text } = document
  const named = labelled(scene, offset)
  if (named !== null) return named
  const first = outer.find((one) => one.style === 'answer')?.start ?? offset
  const people = actors.filter((one) => one.kind === 'person' && one.pronoun === null && !one.quoted)
  const isQuestion = (at: number) => {
    const paragraph = paragraphs[document.paragraphAt(at)]!
    const line = text.slice(paragraph.start, paragraph.end)
    return /^[—–-]|\?\s*$|^[«“"]?\p{Lu}{1,6}[»”"]?\s*:/u.test(line)
  }
  const { nameStem } = getLanguage(document.language)
  const surname = (one: Actor) => nameStem(fold(one.name).split(' ').at(-1) ?? '')
  const told = people.filter((one) => one.span.end <= first && !isQuestion(one.span.start))
  const full = told.filter((one) => one.name.includes(' '))
  if (full.length === 0) return told.at(-1) ?? people.find((one) => one.span.end <= first) ?? null
  const lastParagraph = document.paragraphAt(full.at(-1)!.span.start)
  // An interview at the end of a report is with whom the report named last.
  const nearness = first > text.length * 0.35 ? 5 : 1.5
  let best = full[0]!
  let top = Number.NEGATIVE_INFINITY
  for (const one of full) {
    const key = surname(one)
    let score = Math.min(3, told.filter((other) => surname(other) === key).length)
    if (told.some((other) => surname(other) === key && document.paragraphAt(other.span.start) === 0))
      score += 2
    if (document.paragraphAt(one.span.start) === lastParagraph) score += nearness
    if (
      people.some(
        (other) => other.span.start < first + 4000 && surname(other) === key && isQuestion(other.span.start),
      )
    )
      score += 1
    if (one.subject) score += 0.5
    if (score > top) {
      top = score
      best = one
    }
  }
  return best
}

/** "Ilves: It became one …": the one whose surname the answer is labelled with, by the fullest name in the article. */
function labelled(scene: Scene, offset: number): Actor | null {
  const { document, actors } = scene
  const { start } = document.paragraphs[document.paragraphAt(offset)]!
  const label = /^(?:\p{Lu}[\p{L}.’'-]* ){0,3}(\p{Lu}[\p{L}’'-]+)(?=\s*:)/u.exec(
    document.text.slice(start, start + 80),
  )?.[1]
  if (label === undefined || label === label.toUpperCase()) return null
  const { nameStem } = getLanguage(document.language)
  const key = nameStem(fold(label))
  const own = actors.filter(
    (one) =>
      one.kind === 'person' &&
      one.pronoun === null &&
      nameStem(fold(one.name).split(' ').at(-1) ?? '') === key,
  )
  return own.find((one) => one.name.includes(' ')) ?? own[0] ?? null
}
