import chardet from 'chardet'
import iconv from 'iconv-lite'

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  | { readonly ok: false; readonly reason: 'empty' | 'binary' | 'pdf' | 'word' | 'archive' | 'image' }

/** Bytes that chardet is shown: enough to tell, quick for large files. */
const SAMPLE_BYTES = 64 * 1024
const META_BYTES = 4096
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g

/**
 * Bytes as text. The order: a byte order mark, the pattern of zero bytes (UTF-16 without a mark), valid UTF-8, what the page's own
 * `charset` says, then chardet's guess, checked for Russian by which reading has the likelier letters.
 */
export function decodeBytes(bytes: Buffer, markup = false): Decoded {
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  const magic = kindOf(bytes)
  if (magic !== null) return { ok: false, reason: magic }
  const [encoding, text] = read(bytes, markup)
  if (text.trim().replaceAll('\ufeff', '') === '') return { ok: false, reason: 'empty' }
  return isText(text) ? { ok: true, text, encoding } : { ok: false, reason: 'binary' }
}

/** Bytes as text, null when they are none. */
export function decodeText(bytes: Buffer): string | null {
  const decoded = decodeBytes(bytes)
  if (decoded.ok) return decoded.text
  return decoded.reason === 'empty' ? '' : null
}

function read(bytes: Buffer, markup: boolean): [string, string] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le', iconv.decode(bytes, 'utf-16le')]
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be', iconv.decode(bytes, 'utf-16be')]
  const wide = utf16(bytes)
  if (wide !== null) return [wide, iconv.decode(bytes, wide)]
  try {
    return ['utf-8', new TextDecoder('utf-8', { fatal: true }).decode(bytes)]
  } catch {
    // Not UTF-8, or UTF-8 with a broken character: below.
  }
  const loose = bytes.toString('utf8')
  const broken = loose.split('\ufffd').length - 1
  const sound = loose.match(/[\u0080-\ufffc]/g)?.length ?? 0
  // A cut or damaged character does not make another encoding: most of what is above ASCII decoded well.
  if (sound > 20 && broken <= 1 + sound * 0.02) return ['utf-8', loose.replace(/^\ufeff/, '')]
  const head = bytes.subarray(0, META_BYTES).toString('latin1')
  const told =
    markup || /^\s*</.test(head)
      ? /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding=["']([\w-]+)/i.exec(head)
      : null
  const named = told?.[1] ?? told?.[2]
  if (named !== undefined && iconv.encodingExists(named) && !/^utf-?8$/i.test(named))
    return [named.toLowerCase(), iconv.decode(bytes, named)]
  return guessed(bytes)
}

/** UTF-16 without a mark: zero bytes in every second place (Latin), or Cyrillic's high byte 04 there. */
function utf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length - (bytes.length % 2), 4096)
  if (length < 4 || bytes.length % 2 === 1) return null
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index += 2) {
    if (bytes[index]! === 0 || bytes[index]! === 4) even++
    if (bytes[index + 1]! === 0 || bytes[index + 1]! === 4) odd++
  }
  const half = length / 2
  if (odd > half * 0.7 && even < half * 0.3) return 'utf-16le'
  return even > half * 0.7 && odd < half * 0.3 ? 'utf-16be' : null
}

function guessed(bytes: Buffer): [string, string] {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const cyrillic = (['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'] as const)
    .map((name) => ({ name, likely: russianLikeness(iconv.decode(sample, name)) }))
    .sort((a, b) => b.likely - a.likely)[0]!
  if (cyrillic.likely > 0.6) return [cyrillic.name, iconv.decode(bytes, cyrillic.name)]
  const detected = chardet.detect(sample)
  const encoding =
    detected !== null && iconv.encodingExists(detected) && !/^utf-8$/i.test(detected)
      ? detected
      : 'windows-1252'
  return [encoding.toLowerCase(), iconv.decode(bytes, encoding)]
}

/** Share of characters above ASCII that stand as Russian letters do: small letters in words, common ones often. */
function russianLikeness(text: string): number {
  const high = text.match(/[^\u0000-\u007f]/g)?.length ?? 0
  if (high < 4) return 0
  const runs = text.match(/(?<![а-яёА-ЯЁ])[А-ЯЁ]?[а-яё]{2,}(?![А-ЯЁ])/g) ?? []
  const letters = runs.reduce((sum, one) => sum + one.length, 0)
  const common = runs.join('').match(/[оеаинтсрвл]/g)?.length ?? 0
  return letters === 0 ? 0 : (letters / high) * Math.min(1, common / letters / 0.5)
}

function isText(text: string): boolean {
  const sample = text.slice(0, 20_000)
  if (sample.includes('\0')) return false
  const odd = (sample.match(CONTROL_CHARACTERS)?.length ?? 0) + (sample.match(/\ufffd/g)?.length ?? 0)
  return odd <= Math.max(3, sample.length * 0.02)
}

/** What the first bytes say a file is, whatever its name. */
function kindOf(bytes: Buffer): 'pdf' | 'word' | 'archive' | 'image' | null {
  const head = bytes.subarray(0, 8).toString('latin1')
  if (head.startsWith('%PDF')) return 'pdf'
  if (head.startsWith('PK\u0003\u0004'))
    return bytes.subarray(0, 4000).toString('latin1').includes('word/') || bytes.includes('word/document.xml')
      ? 'word'
      : 'archive'
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0') || head.startsWith('{\\rtf')) return 'word'
  if (head.startsWith('\u0089PNG') || head.startsWith('\u00ff\u00d8\u00ff') || head.startsWith('GIF8'))
    return 'image'
  if (head.startsWith('\u001f\u008b') || head.startsWith('Rar!') || head.startsWith('7z\u00bc\u00af'))
    return 'archive'
  return null
}

/** What to tell a person about a file that is not text, with its name and what to do. */
export function undecodable(file: string, reason: Exclude<Decoded, { ok: true }>['reason']): string {
  switch (reason) {
    case 'empty':
      return `${file} is empty. Nothing was added from it.`
    case 'pdf':
      return `${file} is a PDF, whatever its name ends with. Open it, copy the article's text, and paste it or save it as a .txt file.`
    case 'word':
      return `${file} is a word processor's document. Open it, save it as plain text (.txt), and add that file.`
    case 'archive':
      return `${file} is a packed archive. Unpack it, and add the folder that comes out.`
    case 'image':
      return `${file} is a picture. Parallax reads text: add the article as .txt or .html.`
    case 'binary':
      return `${file} is not text. Save the article as text (.txt) or as a web page (.html), and add it again.`
  }
}
