import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type BrowserHost, startBrowserHost } from '#main/hosts/browser/server.ts'
import { type FakeTransport, fakeTransport } from '#tests/support/fake-transport.ts'

const TOKEN = 'a-token-of-the-test'
let host: BrowserHost | undefined

async function start(): Promise<{
  host: BrowserHost
  transport: FakeTransport
  base: string
  cookie: string
}> {
  const front = mkdtempSync(join(tmpdir(), 'parallax-front-'))
  mkdirSync(join(front, 'assets'))
  writeFileSync(join(front, 'index.html'), '<!doctype html><title>front</title>')
  writeFileSync(join(front, 'assets', 'a.js'), 'export {}')
  writeFileSync(join(front, '..', 'outside.html'), 'secret')
  const transport = fakeTransport()
  host = await startBrowserHost({ transport, front, port: 0, token: TOKEN })
  return { host, transport, base: `http://127.0.0.1:${host.port}`, cookie: `parallax-${host.port}=${TOKEN}` }
}

/** A raw request, because fetch does not let a test set Host or an unnormalised path. */
function raw(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  address = '127.0.0.1',
): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: address, port, path, method, headers }, (response) => {
      let body = ''
      response.on('data', (part: Buffer) => {
        body += part.toString()
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }))
    })
    request.on('error', reject)
    request.end()
  })
}

afterEach(async () => {
  await host?.close()
  host = undefined
})

describe('browser host', () => {
  it('trades the token of the address for a cookie', async () => {
    const { host: served, base } = await start()
    const answer = await fetch(served.address, { redirect: 'manual' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/')
    expect(answer.headers.get('set-cookie')).toBe(
      `parallax-${served.port}=${TOKEN}; HttpOnly; SameSite=Strict; Path=/`,
    )
    const page = await fetch(base, { headers: { cookie: `parallax-${served.port}=${TOKEN}` } })
    expect(await page.text()).toContain('<title>front</title>')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
  })

  it('refuses without or with a wrong token', async () => {
    const { base } = await start()
    expect((await fetch(base)).status).toBe(403)
    expect((await fetch(`${base}/?token=wrong`, { redirect: 'manual' })).status).toBe(403)
    expect((await fetch(`${base}/api/call`, { method: 'POST', body: '{}' })).status).toBe(403)
    expect((await fetch(`${base}/api/events`)).status).toBe(403)
  })

  it('refuses a foreign Host and a foreign Origin', async () => {
    const { host: served, cookie, transport } = await start()
    expect((await raw(served.port, '/', { host: 'evil.example', cookie })).status).toBe(421)
    expect((await raw(served.port, '/', { cookie, origin: 'https://evil.example' })).status).toBe(403)
    expect(transport.requests).toEqual([])
  })

  it('serves nothing outside the front', async () => {
    const { host: served, cookie } = await start()
    for (const path of [
      '/../outside.html',
      '/%2e%2e/outside.html',
      '/assets/../../outside.html',
      '/..%2foutside.html',
    ]) {
      const answer = await raw(served.port, path, { cookie })
      expect([path, answer.status]).toEqual([path, 404])
      expect(answer.body).not.toContain('secret')
    }
    expect((await raw(served.port, '/assets/a.js', { cookie })).status).toBe(200)
    expect((await raw(served.port, '/%00', { cookie })).status).toBe(404)
    expect((await raw(served.port, '/%E0%A4%A', { cookie })).status).toBe(404)
  })

  it('carries a call as it is, and only as JSON', async () => {
    const { base, cookie, transport } = await start()
    const body = '{"call":"app.state","input":{"я":"«ё»"}}'
    const headers = { cookie, 'content-type': 'application/json' }
    const answer = await fetch(`${base}/api/call`, { method: 'POST', body, headers })
    expect(await answer.json()).toEqual({ ok: true, value: JSON.parse(body) })
    expect(transport.requests).toEqual([body])
    expect((await fetch(`${base}/api/call`, { method: 'POST', body, headers: { cookie } })).status).toBe(415)
    expect((await fetch(`${base}/api/call`, { method: 'PUT', body, headers })).status).toBe(405)
  })

  it('passes events on and stops listening when it closes', async () => {
    const { host: served, base, cookie, transport } = await start()
    const answer = await fetch(`${base}/api/events`, { headers: { cookie } })
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toContain(': open')
    transport.emit('{"event":"library.changed","value":{"areas":["articles"]}}')
    expect((await reader.read()).value).toBe(
      'data: {"event":"library.changed","value":{"areas":["articles"]}}\n\n',
    )
    await served.close()
    expect(transport.listeners()).toBe(0)
    host = undefined
  })

  it('listens on loopback and nowhere else', async () => {
    const { host: served } = await start()
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one !== undefined && !one.internal && one.family === 'IPv4')
    for (const one of others) {
      await expect(raw(served.port, '/', {}, 'GET', one!.address)).rejects.toThrow(/ECONNREFUSED/)
    }
    expect(new URL(served.address).hostname).toBe('127.0.0.1')
  })

  it('says so when the port is taken', async () => {
    const { host: served, transport } = await start()
    await expect(startBrowserHost({ transport, front: '.', port: served.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  })
})
