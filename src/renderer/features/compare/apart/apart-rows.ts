import type { OutletPair } from '#shared/domain/apart.ts'
import type { Interval, OutletFigure } from '#shared/domain/figures.ts'
import { MIN_MENTIONS_FOR_SHARE } from '#shared/domain/figures.ts'
import type { UiLanguage } from '../../../strings/i18n.ts'
import { byName, number } from '../compare-rows.ts'

/** Where a value of −1…1 stands on an axis of 0…1. */
export const onAxis = (value: number): number => (value + 1) / 2

/** A number with its sign, the minus as long as a plus: "−12", "+5", "0". */
export function signed(value: number, language: UiLanguage, digits = 0): string {
  const text = number(value, language, digits).replace('-', '−')
  return Number(value.toFixed(digits)) > 0 ? `+${text}` : /[1-9]/.test(text) ? text : text.replace('−', '')
}

/** Points of a hundred: "+37". */
export const points = (difference: number, language: UiLanguage): string => signed(100 * difference, language)

/** The interval that is drawn: over articles where there are enough of them, else over namings. */
export const drawnInterval = (one: {
  readonly interval: Interval
  readonly articleInterval: Interval | null
}): Interval => one.articleInterval ?? one.interval

export const isEnough = ({ countA, countB }: OutletPair): boolean =>
  Math.min(countA, countB) >= MIN_MENTIONS_FOR_SHARE

/**
 * Pairs in the order of the list: what differs most clearly first, then what differs most; by a frame: its largest
 * difference first. Pairs with too few namings come last.
 */
export function pairOrder(pairs: readonly OutletPair[], frame: string | null): readonly OutletPair[] {
  const off = (pair: OutletPair): number =>
    Math.abs(pair.frames.find((one) => one.frame === frame)?.difference ?? 0)
  const by = (a: OutletPair, b: OutletPair): number =>
    frame !== null
      ? off(b) - off(a)
      : (a.pAdjusted ?? 2) - (b.pAdjusted ?? 2) || (b.cramersV ?? 0) - (a.cramersV ?? 0)
  return pairs.toSorted((a, b) => Number(isEnough(b)) - Number(isEnough(a)) || by(a, b))
}

/** The two outlets and the frame that lie farthest apart among pairs with enough namings; null: there are none. */
export function farthest(
  pairs: readonly OutletPair[],
): { readonly pair: OutletPair; readonly frame: OutletPair['frames'][number] } | null {
  const all = pairs.filter(isEnough).flatMap((pair) => pair.frames.map((frame) => ({ pair, frame })))
  return all.reduce<(typeof all)[number] | null>(
    (most, one) =>
      most === null || Math.abs(one.frame.difference) > Math.abs(most.frame.difference) ? one : most,
    null,
  )
}

/** Pairs of one outlet, which then stands first in each: its share minus the other's. */
export const pairsOf = (pairs: readonly OutletPair[], outlet: string): readonly OutletPair[] =>
  pairs.flatMap((pair) => (pair.a === outlet ? pair : pair.b === outlet ? turned(pair) : []))

const turned = (pair: OutletPair): OutletPair => ({
  ...pair,
  a: pair.b,
  b: pair.a,
  countA: pair.countB,
  countB: pair.countA,
  frames: pair.frames.map((one) => ({
    ...one,
    a: one.b,
    b: one.a,
    difference: -one.difference,
    interval: mirrored(one.interval),
    articleInterval: one.articleInterval === null ? null : mirrored(one.articleInterval),
  })),
})

const mirrored = ({ low, high }: Interval): Interval => ({ low: -high, high: -low })

/** Rows of outlets by name, or by what is drawn for a frame, largest first. */
export function outletRows<Row extends { readonly outlet: string; readonly frame: string }>(
  outlets: readonly OutletFigure[],
  rows: readonly Row[],
  sort: { readonly frame: string; readonly value: (row: Row) => number | null } | null,
  language: UiLanguage,
): readonly string[] {
  const names = outlets.map(({ outlet }) => outlet).toSorted(byName(language))
  if (sort === null) return names
  const valueIn = (outlet: string): number => {
    const row = rows.find((one) => one.outlet === outlet && one.frame === sort.frame)
    return (row === undefined ? null : sort.value(row)) ?? Number.NEGATIVE_INFINITY
  }
  return names.toSorted((a, b) => valueIn(b) - valueIn(a) || 0)
}
