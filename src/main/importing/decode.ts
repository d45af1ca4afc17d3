import chardet from 'chardet'
import iconv from 'iconv-lite'

/** Bytes as text: UTF-8 and UTF-16 with or without a mark, windows-1251 and what else `chardet` knows; null when they are no text. */
export function decodeText(bytes: Buffer): string | null {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf-16le')
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf-16be')
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    const encoding = chardet.detect(bytes)
    if (encoding === null || !iconv.encodingExists(encoding)) return null
    const text = iconv.decode(bytes, encoding)
    return text.includes('\0') ? null : text
  }
}
