import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeBytes, undecodable } from '#main/importing/decode.ts'

const RUSSIAN =
  'Докеры Порта Веска третий день не пускают корабли в гавань. «Мы ждём зарплату с ноября», — сказал бригадир. Полиция штурма не готовит.'
const ENGLISH = 'Dockers kept the harbour shut — “we wait for our pay”, said the foreman.'
const text = (bytes: Buffer, markup = false) => {
  const decoded = decodeBytes(bytes, markup)
  return decoded.ok ? decoded.text : decoded.reason
}

describe('encodings', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'koi8-r', 'ibm866'])(
    'reads Russian in %s without a mark',
    (encoding) => {
      expect(text(iconv.encode(RUSSIAN, encoding))).toBe(
        iconv.decode(iconv.encode(RUSSIAN, encoding), encoding),
      )
    },
  )

  it.each(['utf-8', 'utf-16le', 'utf-16be'])(
    'reads %s with a byte order mark, and takes the mark off',
    (encoding) => {
      expect(text(iconv.encode(RUSSIAN, encoding, { addBOM: true }))).toBe(RUSSIAN)
    },
  )

  it('reads a short Russian headline in windows-1251', () => {
    expect(text(iconv.encode('Мост закрыт', 'windows-1251'))).toBe('Мост закрыт')
  })

  it('reads English with typographic marks in windows-1252 and UTF-16', () => {
    expect(text(iconv.encode(ENGLISH, 'windows-1252'))).toBe(ENGLISH)
    expect(text(iconv.encode(ENGLISH, 'utf-16le'))).toBe(ENGLISH)
  })

  it('believes the charset that a page names', () => {
    const page = `<html><head><meta charset="koi8-r"></head><body>${RUSSIAN.replaceAll('—', '-').replace(/[«»]/g, '"')}</body></html>`
    expect(text(iconv.encode(page, 'koi8-r'), true)).toBe(page)
  })

  it('does not take UTF-8 with one broken character for another encoding', () => {
    const bytes = Buffer.concat([Buffer.from(RUSSIAN), Buffer.from([0xd0])])
    expect(text(bytes)).toContain('Порта Веска')
  })
})

describe('what is no text', () => {
  it.each([
    ['empty', Buffer.alloc(0), /^a\.txt is empty/],
    ['empty', Buffer.from(' \n\t\n'), /^a\.txt is empty/],
    ['pdf', Buffer.from('%PDF-1.7\n%âãÏÓ'), /PDF.*copy the article's text/],
    ['word', Buffer.from('PK\u0003\u0004…word/document.xml', 'latin1'), /save it as plain text/],
    ['image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), /picture/],
    ['binary', Buffer.from(Array.from({ length: 600 }, (_, index) => (index * 37) % 256)), /not text/],
  ] as const)('%s: says so with the file’s name and what to do', (reason, bytes, message) => {
    const decoded = decodeBytes(bytes)
    expect(decoded).toEqual({ ok: false, reason })
    expect(undecodable('a.txt', reason)).toMatch(message)
    expect(undecodable('a.txt', reason)).toMatch(/^a\.txt .*\.$/)
  })
})
