import type { FactKind, FactQualifier } from '#shared/domain/fact.ts'

/** What finding figures needs to know of a language. All words are folded. */
export interface FactWords {
  /** Forms that say what happened to the people counted. */
  readonly kinds: readonly (readonly [FactKind, RegExp])[]
  readonly numbers: ReadonlyMap<string, number>
  /** Words that multiply the number before them. */
  readonly multipliers: readonly (readonly [RegExp, number])[]
  /** Stands between hundreds and what is below them: "one hundred and twelve"; null: nothing does. */
  readonly joiner: string | null
  /** In "5,800" the comma groups thousands; in "5,8" it is the decimal mark. */
  readonly comma: 'groups' | 'decimal'
  /** After a number: it counts time, money, distance or a part, not people. */
  readonly units: RegExp
  /** Before a number: it is an age, a time, a place in a list. */
  readonly notAfter: ReadonlySet<string>
  /** A bare number of four figures after these is a year. */
  readonly yearAfter: ReadonlySet<string>
  /** End the clause between the number and what happened. */
  readonly breakers: ReadonlySet<string>
  /** May stand between what happened and the number after it ("killed at least 12", "toll has risen to 12"). */
  readonly between: ReadonlySet<string>
  /** Right before the number, longest first. */
  readonly qualifiers: readonly (readonly [string, FactQualifier])[]
  /** Words for one, which count only right before people or what happened to them. */
  readonly one: ReadonlySet<string>
  readonly people: RegExp
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const values = (entries: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(entries))

export const ENGLISH_FACTS: FactWords = {
  kinds: [
    ['killed', /^(?:kill(?:s|ed|ing)?|dead|die[ds]?|dying|deaths?|fatalit(?:y|ies)|slain|lives)$/],
    ['injured', /^(?:injur(?:y|ies|e|es|ed|ing)|wound(?:s|ed|ing)?|hurt)$/],
    ['detained', /^(?:detain(?:s|ed|ing|ees?)?|detentions?|arrest(?:s|ed|ing|ees?)?|custody|apprehended)$/],
    ['missing', /^(?:missing|disappeared)$/],
    ['displaced', /^(?:displaced|evacuated|fled|homeless)$/],
  ],
  numbers: values({
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    one: 1,
    dozen: 12,
    hundred: 100,
  }),
  multipliers: [
    [/^hundred$/, 100],
    [/^thousand$/, 1000],
    [/^million$/, 1_000_000],
    [/^dozen$/, 12],
  ],
  joiner: 'and',
  comma: 'groups',
  units:
    /^(?:days?|hours?|minutes?|seconds?|weeks?|months?|years?|year-old.*|years-old|decades?|percent|per|%|km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|dollars?|euros?|tenge|pounds?|times?|a\.?m\.?|p\.?m\.?|january|february|march|april|may|june|july|august|september|october|november|december|of|cities|regions|buildings|vehicles|cars)$/,
  notAfter: words(
    'aged age january february march april may june july august september october november december article no number page chapter § $ € £ :',
  ),
  yearAfter: words('in since during until by from'),
  breakers: words('where when while after before as and but or because which that since during if though'),
  between: words(
    'at least more than over about around nearly almost some approximately roughly up to as many no fewer less the of has have had been was were is are rose risen climbed reached hit stands stood toll number a an another total',
  ),
  qualifiers: [
    ['at least', 'atLeast'],
    ['more than', 'atLeast'],
    ['no fewer than', 'atLeast'],
    ['no less than', 'atLeast'],
    ['over', 'atLeast'],
    ['up to', 'atMost'],
    ['as many as', 'atMost'],
    ['fewer than', 'atMost'],
    ['less than', 'atMost'],
    ['about', 'about'],
    ['around', 'about'],
    ['nearly', 'about'],
    ['almost', 'about'],
    ['some', 'about'],
    ['approximately', 'about'],
    ['roughly', 'about'],
  ],
  one: words('one'),
  people:
    /^(?:people|persons?|m[ae]n|wom[ae]n|child(?:ren)?|soldiers?|officers?|police(?:man|men)?|civilians?|protest[eo]rs?|demonstrators?|servicem[ae]n|journalists?|residents?|others?)$/,
}

export const RUSSIAN_FACTS: FactWords = {
  kinds: [
    [
      'killed',
      /^(?:погиб(?!ел).*|убит.*|убил.*|умер(?:л|ш).*|скончал.*|жертв(?:а|ы|ами?|ах)?|смерт(?:ь|и|ей))$/,
    ],
    ['injured', /^(?:ранен.*|пострада.*|травмир.*|ранил.*)$/],
    ['detained', /^(?:задержа(?:н|л|ть).*|задержив.*|арестова(?:н|л|ть).*|арест(?:ы|ов|а)?)$/],
    ['missing', /^(?:пропавш.*|пропали|исчезл.*)$/],
    ['displaced', /^(?:эвакуирова.*|бежен.*|бежали)$/],
  ],
  numbers: values({
    один: 1,
    одна: 1,
    одного: 1,
    одну: 1,
    два: 2,
    две: 2,
    двух: 2,
    двое: 2,
    двоих: 2,
    три: 3,
    трех: 3,
    трое: 3,
    троих: 3,
    четыре: 4,
    четырех: 4,
    четверо: 4,
    четверых: 4,
    пять: 5,
    пяти: 5,
    пятеро: 5,
    пятерых: 5,
    шесть: 6,
    шести: 6,
    шестеро: 6,
    шестерых: 6,
    семь: 7,
    семи: 7,
    семеро: 7,
    семерых: 7,
    восемь: 8,
    восьми: 8,
    девять: 9,
    девяти: 9,
    десять: 10,
    десяти: 10,
    одиннадцать: 11,
    двенадцать: 12,
    двенадцати: 12,
    тринадцать: 13,
    четырнадцать: 14,
    пятнадцать: 15,
    пятнадцати: 15,
    шестнадцать: 16,
    семнадцать: 17,
    восемнадцать: 18,
    девятнадцать: 19,
    двадцать: 20,
    двадцати: 20,
    тридцать: 30,
    тридцати: 30,
    сорок: 40,
    сорока: 40,
    пятьдесят: 50,
    пятидесяти: 50,
    шестьдесят: 60,
    семьдесят: 70,
    восемьдесят: 80,
    девяносто: 90,
    сто: 100,
    ста: 100,
    двести: 200,
    двухсот: 200,
    триста: 300,
    трехсот: 300,
    четыреста: 400,
    пятьсот: 500,
    двум: 2,
    двумя: 2,
    трем: 3,
    тремя: 3,
    четырем: 4,
    четырьмя: 4,
    пятью: 5,
    шестью: 6,
    семью: 7,
    восемью: 8,
    девятью: 9,
    десятью: 10,
    двадцатью: 20,
    тридцатью: 30,
    тысяча: 1000,
    тысячи: 1000,
  }),
  multipliers: [
    [/^(?:тыс|тысяч.*)$/, 1000],
    [/^(?:млн|миллион.*)$/, 1_000_000],
  ],
  joiner: null,
  comma: 'decimal',
  units:
    /^(?:дн(?:я|ей|и|ям)|день|час.*|минут.*|секунд.*|недел.*|месяц.*|год.*|лет.*|г|сут.*|процент.*|%|км|километр.*|метр.*|рубл.*|доллар.*|евро|тенге|раз.*|утра|вечера|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|из|город.*|регион.*|здани.*|машин.*|автомоб.*)$/,
  notAfter: words('статья статье статьи пункт № $ € : возрасте'),
  yearAfter: words('в с к до от'),
  breakers: words(
    'где когда после до и а но или который которая которые которых что чтобы так во если хотя потому',
  ),
  between: words(
    'более менее свыше около почти примерно порядка не как минимум до по меньшей мере еще уже достигло достигает составило составляет выросло возросло увеличилось превысило число были был была стали о об по данным максимум больше меньше чем',
  ),
  qualifiers: [
    ['по меньшей мере', 'atLeast'],
    ['как минимум', 'atLeast'],
    ['не менее', 'atLeast'],
    ['не меньше', 'atLeast'],
    ['больше чем', 'atLeast'],
    ['не более', 'atMost'],
    ['более чем', 'atLeast'],
    ['более', 'atLeast'],
    ['больше', 'atLeast'],
    ['свыше', 'atLeast'],
    ['превысило', 'atLeast'],
    ['до', 'atMost'],
    ['максимум', 'atMost'],
    ['менее', 'atMost'],
    ['около', 'about'],
    ['почти', 'about'],
    ['примерно', 'about'],
    ['порядка', 'about'],
  ],
  one: words('один одна одного одну'),
  people:
    /^(?:человек.*|люд(?:ей|и|ям)|мужчин.*|женщин.*|дет(?:ей|и)|реб[её]н.*|военн.*|полицейск.*|сотрудник.*|солдат.*|силовик.*|журналист.*|мирн.*|протест.*|демонстрант.*|жител.*)$/,
}

export const FACT_WORDS: ReadonlyMap<string, FactWords> = new Map([
  ['en', ENGLISH_FACTS],
  ['ru', RUSSIAN_FACTS],
])
