import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryTidier } from '#main/engine/tidy-memory.ts'

const MB = 1e6

describe('tidying memory', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** A heap of 100 MB at first, of 90 MB whenever it was cleared. */
  function heap() {
    const state = { used: 100 * MB, cleared: 0 }
    const tidier = createMemoryTidier(
      () => {
        state.cleared++
        state.used = 90 * MB
      },
      () => state.used,
    )
    const call = (grows: number, ms = 0) =>
      tidier.during(async () => {
        state.used += grows * MB
        if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms))
      })
    return { state, tidier, call }
  }

  it('clears once all is quiet where much has gathered, and not again for nothing', async () => {
    const { state, call } = heap()
    await call(60)
    expect(state.cleared).toBe(0)
    await vi.advanceTimersByTimeAsync(2000)
    expect(state).toEqual({ used: 90 * MB, cleared: 1 })
    await call(40)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(state.cleared).toBe(1)
  })

  it('waits while a call is under way and while one follows the other', async () => {
    const { state, call } = heap()
    await call(60)
    const long = call(0, 5000)
    await vi.advanceTimersByTimeAsync(4900)
    expect(state.cleared).toBe(0)
    await vi.advanceTimersByTimeAsync(100)
    await long
    for (let at = 0; at < 5; at++) {
      await call(0)
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(state.cleared).toBe(0)
    await vi.advanceTimersByTimeAsync(1000)
    expect(state.cleared).toBe(1)
  })

  it('clears after much work though the process holds no more', async () => {
    const { state, call } = heap()
    await Promise.all([call(0, 600), vi.advanceTimersByTimeAsync(600)])
    await vi.advanceTimersByTimeAsync(5000)
    expect(state.cleared).toBe(0)
    await Promise.all([call(0, 500), vi.advanceTimersByTimeAsync(500)])
    await vi.advanceTimersByTimeAsync(5000)
    expect(state.cleared).toBe(1)
  })

  it('hands on what a call answers or throws, and stops', async () => {
    const { state, tidier } = heap()
    expect(await tidier.during(async () => 7)).toBe(7)
    const fails = () => tidier.during(() => Promise.reject(new Error('no')))
    await expect(fails()).rejects.toThrow('no')
    state.used = 300 * MB
    tidier.stop()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(state.cleared).toBe(0)
  })
})
