/** Median of several runs, in ms. */
export function median(run: () => unknown, times = 7): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return taken[Math.floor(times / 2)]!
}
