const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/**
 * Nouns, in dictionary form, that date, count, measure or point, and so name nobody's rival: "Monday" and "percent" fill
 * slots and set outlets apart, but are nobody's choice of words. What a text calls people, acts and events never belongs here.
 */
const ENGLISH =
  list(`day week month year hour minute second time moment date morning afternoon evening night noon midnight today tomorrow
  yesterday weekend decade century monday tuesday wednesday thursday friday saturday sunday january february march april may june july
  august september october november december spring summer autumn winter percent per cent half third quarter dozen hundred thousand
  million billion number amount part rest lot kind sort way thing something anything nothing everything one other another end beginning
  start middle side front back top bottom place point case fact example mr mrs ms dr metre meter kilometre kilometer mile ton tonne kilogram
  dollar euro pound mark ruble rouble cent anyone someone everyone nobody none first last next`)

const RUSSIAN =
  list(`день неделя месяц год час минута секунда время момент дата утро вечер ночь полдень полночь сегодня завтра вчера
  выходной десятилетие век понедельник вторник среда четверг пятница суббота воскресенье январь февраль март апрель май июнь июль август
  сентябрь октябрь ноябрь декабрь весна лето осень зима процент половина треть четверть десяток сотня тысяча миллион миллиард число
  количество часть остальной остальное вид род способ вещь конец начало середина сторона перед верх низ место пункт случай факт пример
  метр километр тонна килограмм доллар евро рубль марка копейка раз сутки полчаса этот тот сам весь который другой один`)

const GERMAN =
  list(`tag woche monat jahr stunde minut sekund zeit moment datum morg nachmittag abend nacht mittag wochenend jahrzehnt
  jahrhundert montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober
  november dezember prozent hälft drittel viertel dutzend hundert tausend million milliard zahl teil rest art ding end anfang mitt seit platz
  punkt fall beispiel meter kilomet tonn euro dollar mal`)

const BY_LANGUAGE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['en', ENGLISH],
  ['ru', RUSSIAN],
  ['de', GERMAN],
])
const NONE: ReadonlySet<string> = new Set()

/** Dictionary forms that are no candidates in this language. */
export const measures = (language: string): ReadonlySet<string> => BY_LANGUAGE.get(language) ?? NONE

/** Verbs, in dictionary form, that stand near anything in a report: as words near by they tell nothing apart. */
export const LIGHT: ReadonlySet<string> = list(
  'be have do say tell will would can could may shall should must быть сказать мочь стать заявить становиться sein haben werden sagen können müssen',
)

/** Words that join a name to what is named ("refers to them as"), folded. */
export const AS: ReadonlySet<string> = new Set(['as', 'als', 'как'])
const WHAT: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['en', new Set(['what', 'whatever', 'which'])],
  ['de', new Set(['was', 'wen', 'welche'])],
])
/** Words by which a clause stands for the thing it names ("what the mayor calls"), folded; for languages without cases. */
export const whatWords = (language: string): ReadonlySet<string> => WHAT.get(language) ?? NONE
/** After a verb of naming they make it another verb ("call for", "call on"). */
export const TURNS_ASIDE: ReadonlySet<string> = new Set(
  'for on upon off up in out at in back from with after'.split(' '),
)
/** Pronouns that stand for what is named ("calls them X"), folded; possessives and relative pronouns are none. */
export const NAMED_PRONOUNS: ReadonlySet<string> = list(
  'it them him her us me you this these that those ihn sie es ihm ihnen uns mich dich das dies diese',
)
/** They begin a clause that holds no name any more. */
export const RELATIVES: ReadonlySet<string> = list('who whom whose which where when der die dessen deren')
/** Verbs, in dictionary form, that give a name only with "as". */
export const NEED_AS: ReadonlySet<string> = list(
  'describe refer portray depict characterise characterize denounce condemn bezeichnen titulieren',
)
