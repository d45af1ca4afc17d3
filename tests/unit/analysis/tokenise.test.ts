import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tokenise, tokeniseByPattern } from '#shared/analysis/text/tokenise.ts'

const root = join(import.meta.dirname, '../../..')
const words = (text: string): string[] => tokenise(text).map((one) => one.text)

describe('tokens', () => {
  it('keep compounds, acronyms, numbers and marks whole', () => {
    expect(words("The U.N.'s counter-terrorist team of 1,500… left (at 5th street).")).toEqual([
      'The',
      'U.N.',
      "'",
      's',
      'counter-terrorist',
      'team',
      'of',
      '1,500',
      '…',
      'left',
      '(',
      'at',
      '5th',
      'street',
      ')',
      '.',
    ])
    expect(words('2-й день, 10:30... #Веска')).toEqual(['2-й', 'день', ',', '10:30', '...', '#Веска'])
  })

  it('are the same by the scan as by the pattern that defines them', () => {
    const folders = ['seeds/articles', 'tests/evaluation', 'docs', 'src/shared/analysis/text']
    const texts = folders.flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter((name) => /\.(txt|md|ts)$/.test(name))
        .map((name) => readFileSync(join(root, folder, name), 'utf8')),
    )
    const hostile = [
      '',
      ' ',
      'A.B.C',
      'A.B.c',
      'A.B.Cd.',
      'a\u00ADb c\u0301d \u00ADx 5\u00ADx 5-\u0301',
      'x’y ʼx xʼy x-5 5-x 5.5.x 5:',
      '#_a # a#b _x_',
      '....a..b',
      "-a 'tis l'État-major О’Нил",
      '１２ Ⅳ ½ ǅ',
      '\u2028line\u2029',
    ]
    for (const text of [...hostile, ...texts.flatMap((one) => one.split('\n'))]) {
      if (/@|:\/\/|www\.|[\uD800-\uDFFF]/.test(text)) continue
      expect([text, tokenise(text)]).toEqual([text, tokeniseByPattern(text)])
    }
  })
})
