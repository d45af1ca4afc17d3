import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient, type EngineClient, type Transport } from '#shared/contract/client.ts'
import { ParallaxError } from '#shared/contract/errors.ts'

/** What must hold over every transport. `make` starts an engine on the sample story. */
export function contractSuite(
  name: string,
  make: () => Promise<Transport & { close(): Promise<void> }>,
): void {
  describe(`contract over ${name}`, () => {
    let transport: Transport & { close(): Promise<void> }
    let client: EngineClient
    beforeAll(async () => {
      transport = await make()
      client = createClient(transport)
    })
    afterAll(() => transport.close())

    const raw = async (request: unknown) =>
      JSON.parse(await transport.send(typeof request === 'string' ? request : JSON.stringify(request)))

    it('answers a call', async () => {
      const state = await client['app.state']({})
      expect(state.articles).toBeGreaterThanOrEqual(12)
      expect(state.sampleOnly).toBe(true)
    })

    it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'no.such', ''])(
      'knows no call “%s”',
      async (call) => {
        expect(await raw({ call, input: {} })).toMatchObject({ ok: false, error: { code: 'unknown-call' } })
      },
    )

    it('refuses bad input in a plain sentence', async () => {
      expect(await raw({ call: 'articles.get', input: { id: 'one' } })).toMatchObject({
        error: { code: 'bad-input' },
      })
      expect(await raw({ call: 'app.state', input: { extra: 1 } })).toMatchObject({
        error: { code: 'bad-input' },
      })
      expect(await raw('not json')).toMatchObject({ error: { code: 'bad-input' } })
      await expect(client['articles.get']({ id: -1 })).rejects.toBeInstanceOf(ParallaxError)
    })

    it('answers null for an article that is not there', async () => {
      expect(await client['articles.get']({ id: 9999 })).toBeNull()
    })

    it('gives as many lines as the figure counts', async () => {
      const filter = { storyId: 1 }
      const { concepts } = await client['figures.compare']({
        filter,
        lexicon: 'conflict-and-protest',
        voice: 'narration',
      })
      expect(concepts.length).toBeGreaterThan(2)
      for (const concept of concepts) {
        for (const outlet of concept.outlets) {
          const { total, lines } = await client['figures.mentions']({
            filter,
            concept: concept.concept,
            outlet: outlet.outlet,
            voice: 'narration',
            sort: 'newest',
            offset: 0,
            limit: 1000,
          })
          expect([concept.concept, outlet.outlet, total, lines.length]).toEqual([
            concept.concept,
            outlet.outlet,
            outlet.count,
            outlet.count,
          ])
        }
      }
    })

    it('lists in the concordance as many lines as it counts, and as the figure counts', async () => {
      const page = { filter: { storyId: 1 }, sort: 'right1', offset: 0, limit: 1000 } as const
      const found = await client['concordance.search']({
        ...page,
        find: { kind: 'words', text: 'protest', match: 'lemma' },
      })
      expect(found.total).toBeGreaterThan(5)
      expect(found.lines.length).toBe(found.total)
      expect(found.perOutlet.reduce((sum, { lines }) => sum + lines, 0)).toBe(found.total)
      const { concepts } = await client['figures.compare']({
        filter: page.filter,
        lexicon: 'conflict-and-protest',
        voice: 'all',
      })
      for (const { concept, outlets } of concepts) {
        const { perOutlet } = await client['concordance.search']({
          ...page,
          find: { kind: 'mentions', concept, voice: 'all' },
        })
        expect(perOutlet.map(({ outlet, lines }) => [outlet, lines]).sort()).toEqual(
          outlets
            .filter(({ count }) => count > 0)
            .map(({ outlet, count }) => [outlet, count])
            .sort(),
        )
      }
      expect(
        await raw({
          call: 'concordance.search',
          input: { ...page, find: { kind: 'words', text: '(', match: 'regex' } },
        }),
      ).toMatchObject({ ok: false, error: { code: 'bad-expression' } })
    })

    it('gives mentions whose offsets are their words', async () => {
      const ids = await client['articles.ids']({ filter: {}, sort: 'published', descending: false })
      for (const id of ids) {
        const article = await client['articles.get']({ id })
        for (const mention of article!.mentions) {
          expect(article!.text.slice(mention.start, mention.end)).toBe(mention.text)
        }
      }
    })
  })
}
