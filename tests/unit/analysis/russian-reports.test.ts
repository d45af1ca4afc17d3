import { beforeAll, describe, expect, it } from 'vitest'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { findQuotations } from '#shared/analysis/quotations/quotations.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'

beforeAll(() => loadLanguages())

const LETTERS = { direct: 'D', indirect: 'I', scare: 'S' } as const

/** Each quotation as "kind speaker: words", in order. */
function read(text: string): string[] {
  const { quotations } = findQuotations(prepare(text, 'ru'), { title: null, outlet: null, byline: null })
  return quotations.map(
    (one) =>
      `${LETTERS[one.kind]} ${one.speaker ?? '–'}: ${text.slice(one.start, one.end).replace(/\s+/g, ' ')}`,
  )
}

describe('how Russian news reports', () => {
  it.each([
    [
      'a land speaks, and another answers',
      'Минск считает, что газ уже оплачен, а Россия уверена, что счёт не закрыт.',
      ['I Минск: газ уже оплачен', 'I Россия: счёт не закрыт'],
    ],
    [
      'a source without commas, and inside a relative clause',
      'По данным следователей взрыв был в трюме. Судно, которое по словам властей никто не осматривал, стояло у причала.',
      ['I следователи: взрыв был в трюме', 'I власти: никто не осматривал'],
    ],
    [
      'who says the sentence before, after a phrase of place',
      'Мост закроют.\n\nМост закроют до весны. Об этом в эфире радио «Берег» заявил Игорь Дамм.',
      ['I Игорь Дамм: Мост закроют до весны'],
    ],
    [
      'two verbs have the subject of the first',
      'Сенатор Лев Тамм назвал работу Ирмы Дель полезной, однако подчеркнул, что премию дали рано.',
      ['I Лев Тамм: премию дали рано'],
    ],
    [
      'an office by its land is the person named by an adjective',
      'Американский президент Джон Барк прибыл в Осло. Президент США отказался отвечать. Он уточнил, что улетает.',
      ['I Джон Барк: улетает'],
    ],
    [
      'the head of a state is no head of a staff',
      'Президент Заур Эльчин молчал. Бывший глава генштаба Мурад Бакар ушёл. Глава государства заявил, что всё спокойно.',
      ['I Глава государства: всё спокойно'],
    ],
    [
      'a fragment joined to one that is named',
      'Министр назвала состояние раненых «тяжёлым», а прогноз «осторожным».',
      ['D Министр: «тяжёлым»', 'D Министр: «осторожным»'],
    ],
    [
      'a block quotation without marks',
      'Сборная без тренера.\n\nТренер Ренат Ольм написал на своей странице:\nБлагодарю всех, кто был рядом эти два года. Ухожу сам.\n\nКоманда уехала.',
      ['D Ренат Ольм: Благодарю всех, кто был рядом эти два года. Ухожу сам.'],
    ],
    [
      'a headline with its speaker after a dash',
      'Область выполнила план наполовину - Дуров\n\nДождь шёл неделю.',
      ['I Дуров: Область выполнила план наполовину'],
    ],
    [
      'a subject behind a dependent clause',
      '«Очень страшно», — рассказывает о том, как провела эту ночь, корреспонденту продавщица.',
      ['D продавщица: «Очень страшно»'],
    ],
    [
      'asked whether, and demanded that',
      'Ведущий Пётр Лунин поинтересовался, готов ли он. Рабочие требуют, чтобы им вернули смены.',
      ['I Пётр Лунин: готов ли он', 'I Рабочие: им вернули смены'],
    ],
    [
      'first who quotes, then who is quoted',
      '«Всё спокойно», – цитирует РИА «Полюс» главу района Олега Кожина.',
      ['D Олег Кожин: «Всё спокойно»'],
    ],
    [
      'a body that no list knows, and what data follow from',
      'По сведениям префектуры, паром ушёл. Груза стало вдвое больше, следует из данных Росстата.',
      ['I префектура: паром ушёл', 'I Росстат: Груза стало вдвое больше'],
    ],
    [
      'a foreign name whose ending is no case',
      'Премьер-министр Биньям Раханху перед тем, как встретиться с президентом Львом Таммом, заявил, что уходит.',
      ['I Биньям Раханху: уходит'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each([
    [
      'a sign of something',
      'Тишина на границе говорит о том, что обе стороны устали. Это показывает, что мир выгоден всем.',
    ],
    ['a reason', 'Депутат упрекнул министра за то, что тот опоздал на заседание.'],
    ['a turn of speech', 'Как говорится, запасаемся семечками.'],
    ['a thing used', 'Город, используя старые трубы, теряет четверть воды.'],
  ])('reports nothing in %s', (_name, text) => {
    expect(read(text)).toEqual([])
  })
})
