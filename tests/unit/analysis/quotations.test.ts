import { beforeAll, describe, expect, it } from 'vitest'
import { loadLanguages } from '#main/engine/load-languages.ts'
import { findQuotations } from '#shared/analysis/quotations/quotations.ts'
import { prepare } from '#shared/analysis/text/prepare.ts'

beforeAll(() => loadLanguages())

const LETTERS = { direct: 'D', indirect: 'I', scare: 'S' } as const

/** Each quotation as "kind speaker: words", in order. */
function read(language: string, text: string): string[] {
  const { quotations } = findQuotations(prepare(text, language), { title: null, outlet: null, byline: null })
  return quotations.map(
    (one) =>
      `${LETTERS[one.kind]} ${one.speaker ?? '–'}: ${text.slice(one.start, one.end).replace(/\s+/g, ' ')}`,
  )
}

describe('quotations in English', () => {
  it.each([
    [
      'a cue after, and words that go on',
      '“We had no choice,” said Ada Marsh, the port’s manager. “The cranes were frozen.”',
      ['D Ada Marsh: “We had no choice,”', 'D Ada Marsh: “The cranes were frozen.”'],
    ],
    [
      'a long apposition between name and verb',
      '“Nobody warned us,” Colin Webb, a retired pilot who spent thirty years guiding tankers into the bay, told reporters.',
      ['D Colin Webb: “Nobody warned us,”'],
    ],
    [
      'an office, and the name in apposition',
      'The head of the Fishermen’s League, Tomas Brill, said that the ban was illegal.',
      ['I Tomas Brill: the ban was illegal'],
    ],
    [
      'machine translation: comma before the mark, dash after',
      '“They will answer for this”, - Dzhamal Orudov said.',
      ['D Dzhamal Orudov: “They will answer for this”'],
    ],
    [
      'a clause without "that", after circumstances',
      'The ministry said on Monday the border would stay closed.',
      ['I ministry: the border would stay closed'],
    ],
    [
      'two verbs of one subject',
      'Minister Vera Holt called the strikers “vandals” and said the talks were over.',
      ['D Vera Holt: “vandals”', 'I Vera Holt: the talks were over'],
    ],
    [
      'a cue that closes its sentence',
      'Four people were killed in the clashes, the hospital reported on Friday.',
      ['I hospital: Four people were killed in the clashes'],
    ],
    [
      'a cue put in between',
      'The rebels, she argued, had never wanted peace.',
      ['I –: The rebels', 'I –: had never wanted peace'],
    ],
    [
      'names are no quotations',
      'The newspaper “Evening Lantern” and the trawler “Polar Star” were both sold.',
      [],
    ],
    ['so-called', 'The so-called “volunteers” took the bridge.', ['S –: “volunteers”']],
    ['nobody speaks', 'The “liberators” emptied the shops.', ['S –: “liberators”']],
    ['a passive names nobody', 'The army is often described as the “fifth column”.', ['S –: “fifth column”']],
    [
      'according to, with an apposition',
      'According to Dr. Mina Sato, a chemist at the institute, the water is safe.',
      ['I Mina Sato: the water is safe'],
    ],
    [
      'a pronoun means the one who acts',
      'General Otto Kern met Mayor Lucy Hart at dawn. “We leave tonight,” he said.',
      ['D Otto Kern: “We leave tonight,”'],
    ],
    [
      'what somebody urges and vows',
      'Lena Frost urged both sides to hold fire and vowed to return.',
      ['I Lena Frost: both sides to hold fire', 'I Lena Frost: to return'],
    ],
    [
      'a headline with a colon',
      'Frost: The talks will go on\n\nThe envoy Lena Frost returned on Sunday.',
      ['I Lena Frost: The talks will go on'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(read('en', text)).toEqual(expected)
  })
})

describe('quotations in Russian', () => {
  it.each([
    [
      'слова автора внутри кавычек',
      '«Мы ждали помощи, — сказала врач Анна Белкина. — Она не пришла».',
      ['D Анна Белкина: «Мы ждали помощи, — сказала врач Анна Белкина. — Она не пришла»'],
    ],
    [
      'речь через тире, дальше без кавычек',
      '«Это наш берег», — заявил староста Пётр Лузгин. — Отсюда мы не уйдём.',
      ['D Пётр Лузгин: «Это наш берег»', 'D Пётр Лузгин: Отсюда мы не уйдём.'],
    ],
    [
      'имя в родительном падеже — в именительный',
      'По словам депутата Ильи Горохова, закон примут осенью.',
      ['I Илья Горохов: закон примут осенью'],
    ],
    [
      'фамилия в косвенном падеже — то же лицо',
      'Марина Зотова уехала. По мнению Зотовой, суд ошибся.',
      ['I Марина Зотова: суд ошибся'],
    ],
    [
      'ведомство с глаголом во множественном числе',
      'В министерстве обороны сообщили, что колонна вернулась.',
      ['I министерство обороны: колонна вернулась'],
    ],
    [
      'подлежащее опущено',
      'Актёр Олег Брагин приехал утром. В беседе с журналистами отметил, что устал.',
      ['I Олег Брагин: устал'],
    ],
    [
      'род глагола выбирает, кто говорит',
      'Сергей Лапин встретил Ольгу Дымову. Позже она заявила, что договор подписан.',
      ['I Ольга Дымова: договор подписан'],
    ],
    [
      'названия — не цитаты',
      'Газета «Речной вестник» и сухогруз «Полярный» принадлежат ООО «Сфера». «Газпром» сообщил о прибыли.',
      [],
    ],
    ['так называемый', 'Так называемая «народная дружина» заняла рынок.', ['S –: «народная дружина»']],
    ['кавычки без говорящего', 'Новые «хозяева» города закрыли школу.', ['S –: «хозяева»']],
    [
      'отрывок в косвенной речи',
      'Губернатор Антон Рыков заявил, что протест «оплачен из-за границы».',
      ['I Антон Рыков: протест «оплачен из-за границы»', 'D Антон Рыков: «оплачен из-за границы»'],
    ],
    [
      'страна вместо подлежащего',
      'Посла вызвали из-за того, что в Лагарии считают «наглым вторжением» на остров.',
      ['D Лагария: «наглым вторжением»'],
    ],
    [
      'плакат говорит',
      'На снимке видна площадь. На плакате написано: «Мы никуда не уйдём отсюда».',
      ['D плакат: «Мы никуда не уйдём отсюда»'],
    ],
    [
      'тире вместо глагола',
      'Мэр Ян Крутов назвал их «гостями». Депутат Инна Соль — «захватчиками».',
      ['D Ян Крутов: «гостями»', 'D Инна Соль: «захватчиками»'],
    ],
    [
      'прозвище в кавычках',
      'Водитель, который подписывается «дядя Гриша», сообщил, что дорогу размыло.',
      ['I «дядя Гриша»: дорогу размыло'],
    ],
    [
      'один из участников, имя',
      '«Мы скоро вернёмся», — пообещал один из пекарей, Павел Дронов.',
      ['D Павел Дронов: «Мы скоро вернёмся»'],
    ],
    [
      'жест после тире',
      '— Такого у нас отродясь не бывало, — разводит руками Нина Соль.',
      ['D Нина Соль: Такого у нас отродясь не бывало'],
    ],
    [
      'на его взгляд',
      'Виноват, на взгляд мэра Яна Крутова, «чужой бетон».',
      ['I Ян Крутов: Виноват', 'D Ян Крутов: «чужой бетон»'],
    ],
    [
      'об этом сообщил',
      'Мост откроют в мае. Об этом сообщил мэр Ян Крутов.',
      ['I Ян Крутов: Мост откроют в мае'],
    ],
    [
      'вводные слова по его словам',
      'Фермер Юрий Саввин продал дом. Земля, по его словам, ничего не стоит.',
      ['I Юрий Саввин: Земля', 'I Юрий Саввин: ничего не стоит'],
    ],
    [
      'двоеточие без кавычек',
      'Адвокат Инна Шмель напомнила: приговор ещё не вступил в силу.',
      ['I Инна Шмель: приговор ещё не вступил в силу'],
    ],
    [
      'эпитет вместо имени',
      'Политолог Глеб Ершов ждёт выборов. «Власть устала», — считает эксперт.',
      ['D Глеб Ершов: «Власть устала»'],
    ],
    [
      'агентство, которому сказали, не говорит',
      'Рейс отменён, сообщил РИА «Восток» источник в аэропорту.',
      ['I источник: Рейс отменён'],
    ],
    [
      'несколько абзацев без новых кавычек',
      '«Мы видим танки под окнами.\n\nМы просим их уйти», — говорится в письме учителей.',
      ['D письмо учителей: «Мы видим танки под окнами. Мы просим их уйти»'],
    ],
    ['издание само напоминает', 'Завод, напомним, закрыли в прошлом году.', []],
  ])('%s', (_name, text, expected) => {
    expect(read('ru', text)).toEqual(expected)
  })
})
