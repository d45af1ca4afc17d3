interface FramedConcept {
  readonly id: string
  readonly frames: readonly { readonly id: string }[]
}

/**
 * The concepts of all packs by id, in the packs' order. A concept that stands in several packs is the first one's, with the
 * frames that the others add behind its own, so that a frame keeps its place whichever packs are installed.
 */
export function mergedConcepts<Concept extends FramedConcept>(
  packs: readonly { readonly concepts: readonly Concept[] }[],
): ReadonlyMap<string, Concept> {
  const merged = new Map<string, Concept>()
  for (const concept of packs.flatMap(({ concepts }) => concepts)) {
    const before = merged.get(concept.id)
    const added = concept.frames.filter(({ id }) => !before?.frames.some((known) => known.id === id))
    merged.set(
      concept.id,
      before === undefined ? concept : { ...before, frames: [...before.frames, ...added] },
    )
  }
  return merged
}
