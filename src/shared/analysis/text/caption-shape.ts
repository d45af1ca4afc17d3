/** A picture's label or credit at the beginning of a line, in English and Russian. */
const PHOTO_START =
  /^(?:\W{0,2})(?:\[?\d+\/\d+\]|(?:file |archive |stock |press )?(?:photos?|images?|pictures?|pic|illustrations?|graphics?|video|screenshots?|screengrab)(?: (?:credits?|sources?|by|courtesy(?: of)?|caption|via))?\s*[:：/©|]|(?:image|photo) (?:source|caption|credit|copyright)\b|(?:photo|photograph|picture|image|illustration) by \p{Lu}|(?:архивное |иллюстративное )?(?:фото|снимок|изображение|иллюстрация|скриншот|кадр|инфографика|видео|автор фото|источник фото|подпись к фото|на фото|на снимке)(?: автора| из архива| с сайта)?\s*[:：/©|]|pictured(?: (?:above|below|left|right|here|on the (?:left|right)))?\s*[:：]|getty images|ap photo|©\s?\p{L})/iu
/** A picture's credit at the end of a line. */
const PHOTO_END =
  /(?:(?:photo(?:graph(?:er|s)?)?|image|picture|pic|credit|courtesy|фото|снимок|скриншот|иллюстрация|кредит)\s*(?:by|of|credit|из архива)?\s*[:：/©][^.!?]{2,60}|[([][^)\]]{0,40}(?:handout|courtesy)[^)\]]{0,40}[)\]]|\(\p{Lu}[\p{L}.'’ -]{2,30}\s?\/\s?\p{Lu}[^)/.]{1,40}\)|[([](?:file )?(?:photo|image|picture|reuters|ap|afp|epa|getty|tass|ria|pa|dpa|xinhua|shutterstock|фото|тасс|риа|рейтер|архив|скриншот|кадр)[^)\]]{0,60}[)\]]|\/\s?(?:reuters|ap|afp|epa|getty images?|tass|ria novosti|shutterstock|unsplash|pixabay|global look press|тасс|риа новости|pool|handout|flickr|wikimedia(?: commons)?|anadolu|alamy)|getty images|shutterstock|[.,—–-] (?:фото|снимок) (?:автора|из (?:личного )?архива|предоставлен\p{L}*)[^.!?]{0,50}|©\s?\p{Lu}[^.!?]{1,50})\.?\s*$/iu

/** A pointer into the picture, in a line without an end: “Elsie Wragg (pictured) at the pier”. */
const POINTS =
  /\((?:pictured|(?:far |top |bottom )?(?:left|right)|cent(?:re|er)|above|below|на фото|на снимке|слева|справа|в центре)\).*[^.!?…"”»]$/iu

/** A credit and nothing else: “Jon Reiss / Corda Press / LETA”. */
const CREDIT_ONLY = /^(?:\p{Lu}[^/.!?]{1,40}\s\/\s){2,}\p{Lu}[^/.!?]{1,40}$/u

/** Marks and words of which one stands in every credit: a quick look before the long pattern. */
const CREDIT_MARK = /[:：/©([]/
const CREDIT_WORDS = ['getty images', 'shutterstock', 'фото', 'снимок']

function mayHoldCredit(text: string): boolean {
  if (CREDIT_MARK.test(text)) return true
  const small = text.toLowerCase()
  return CREDIT_WORDS.some((word) => small.includes(word))
}

/** Captions are short: longer lines only quote a credit. */
const LONGEST = { labelled: { words: 60, sentences: 4 }, credited: { words: 45, sentences: 3 } } as const

/** Whether a line is shaped like a picture's caption: a label before it (“Pictured:”, «Фото:»), or a credit at its end. */
export function isCaptionShape(text: string, words: number, sentences: number): boolean {
  if (words > LONGEST.labelled.words || sentences > LONGEST.labelled.sentences) return false
  if (/^©/.test(text) && /(?:19|20)\d\d/.test(text)) return false
  if (PHOTO_START.test(text) || POINTS.test(text) || CREDIT_ONLY.test(text)) return true
  if (words > LONGEST.credited.words || sentences > LONGEST.credited.sentences) return false
  return mayHoldCredit(text) && PHOTO_END.test(text)
}
