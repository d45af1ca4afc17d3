/** A word on the scatter: its rates in two groups, in the order of importance in which words are named. */
export interface ScatterWord {
  readonly word: string
  /** Per 1,000 words, 0 or more. */
  readonly across: number
  readonly up: number
}

/** An axis by factors, with a line of its own for what never occurs. */
export interface RateAxis {
  readonly ticks: readonly { readonly at: number; readonly rate: number }[]
  /** 0…1 along the axis; a rate of 0 stands at `NONE_AT`. */
  readonly placeOf: (rate: number) => number
}

/** Where words that never occur stand, and where the smallest rate does: the gap says that 0 is not on the scale. */
export const NONE_AT = 0.03
const SMALLEST_AT = 0.12
const LARGEST_AT = 0.97
const MOST_TICKS = 5

/** One axis for both groups, so that equal rates stand on a straight line. */
export function rateAxis(words: readonly ScatterWord[]): RateAxis {
  const rates = words.flatMap(({ across, up }) => [across, up]).filter((rate) => rate > 0)
  const low = rates.length === 0 ? 0 : Math.log10(Math.min(...rates))
  const high = Math.log10(Math.max(...rates, 10 ** low * 10))
  const placeOf = (rate: number): number =>
    rate <= 0 ? NONE_AT : SMALLEST_AT + ((Math.log10(rate) - low) / (high - low)) * (LARGEST_AT - SMALLEST_AT)
  const ticks = (steps: readonly number[]) => {
    const found: { at: number; rate: number }[] = []
    for (let decade = Math.floor(low); decade <= Math.ceil(high); decade++) {
      for (const step of steps) {
        const rate = Number((step * 10 ** decade).toPrecision(3))
        const at = placeOf(rate)
        if (at >= SMALLEST_AT - 0.005 && at <= 1) found.push({ at, rate })
      }
    }
    return found
  }
  const many = ticks([1, 2, 5])
  return {
    placeOf,
    ticks: many.length <= MOST_TICKS ? many : ticks([1]).length >= 3 ? ticks([1]) : ticks([1, 3]),
  }
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface PlacedLabel {
  readonly word: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

const HEIGHT = 14
const AWAY = 7
/** A dot with the room around it that no word may take. */
const DOT = 4

const meets = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/**
 * Where names of dots stand, so that none meets another, a dot or the edge: each dot in turn tries right, left, above,
 * below and aslant, and stays without a name when none is free.
 * @param dots in the order of importance, in pixels
 */
export function placeLabels(
  dots: readonly { readonly word: string; readonly x: number; readonly y: number }[],
  widthOf: (word: string) => number,
  area: Box,
): readonly PlacedLabel[] {
  const taken: Box[] = dots.map(({ x, y }) => ({
    left: x - DOT,
    right: x + DOT,
    top: y - DOT,
    bottom: y + DOT,
  }))
  const placed: PlacedLabel[] = []
  for (const { word, x, y } of dots) {
    const width = widthOf(word)
    const boxOf = (left: number, middle: number): Box => ({
      left,
      right: left + width,
      top: middle - HEIGHT / 2,
      bottom: middle + HEIGHT / 2,
    })
    const tries: readonly (PlacedLabel & { readonly box: Box })[] = [
      { word, x: x + AWAY, y, anchor: 'start', box: boxOf(x + AWAY, y) },
      { word, x: x - AWAY, y, anchor: 'end', box: boxOf(x - AWAY - width, y) },
      { word, x, y: y - 13, anchor: 'middle', box: boxOf(x - width / 2, y - 13) },
      { word, x, y: y + 13, anchor: 'middle', box: boxOf(x - width / 2, y + 13) },
      { word, x: x + 3, y: y - 13, anchor: 'start', box: boxOf(x + 3, y - 13) },
      { word, x: x + 3, y: y + 13, anchor: 'start', box: boxOf(x + 3, y + 13) },
      { word, x: x - 3, y: y - 13, anchor: 'end', box: boxOf(x - 3 - width, y - 13) },
      { word, x: x - 3, y: y + 13, anchor: 'end', box: boxOf(x - 3 - width, y + 13) },
    ]
    const free = tries.find(
      ({ box }) =>
        box.left >= area.left &&
        box.right <= area.right &&
        box.top >= area.top &&
        box.bottom <= area.bottom &&
        !taken.some((one) => meets(one, box)),
    )
    if (free === undefined) continue
    const { box, ...label } = free
    taken.push(box)
    placed.push(label)
  }
  return placed
}
