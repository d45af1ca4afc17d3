// Short word lists of what pages say about themselves, in English, Russian and Ukrainian. They only name kinds of lines; whether a
// line is left out is decided with its shape, place and neighbours (`clean.ts`).

import { Leads } from './leads.ts'

/** Matches any of the alternatives as whole words, in any script (`\b` knows only Latin letters). */
const words = (...alternatives: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'giu')

/** The alternatives of what `words` made. */
const alternativesOf = ({ source }: RegExp): string[] => [
  source.slice(source.indexOf(')') + 1, source.lastIndexOf('(?!')),
]

/** Lines that stand at the head of a list of other articles, or before one teaser. */
export const RELATED_INTRO =
  /^(?:[^\p{L}]{0,4})(?:if you (?:liked|enjoyed) (?:this|that)[^.!?]{0,50}(?=:)|(?:please )?read (?:also|more|next|on|our|this)|also read|see also|see more|also on|(?:more )?on (?:the|this) (?:subject|topic)|related(?: (?:articles?|stor(?:y|ies)|news|content|links|topics|posts|coverage|reading))?(?=$|[:\s–—-]+(?:$|[\p{Lu}«“"])|:)|more (?:on this|from|about this|stories|news|in)|(?:you )?(?:may|might) (?:also )?(?:be interested|like|enjoy|want to read)|you may be interested|recommended|most (?:read|popular|viewed|shared|commented)|popular (?:now|news|stories|articles)|trending|latest (?:news|stories|headlines|articles)?|top stories|top news|editor['’]?s['’]? (?:picks?|choice)|don['’]t miss|what to (?:read|know) next|up next|next article|previous article|next story|previous story|keep reading|further reading|in other news|other news|more news|news feed|background:|explainer:|in depth:|go deeper|read the full|watch:|watch also|video:|listen:|must read|читайте|читати|читай|смотри(?:те)? (?:также|ещ[её]|по теме)|(?:смотреть|читать) также|см\.? также|ещ[её] по теме|(?:материалы |новости |статьи |другие материалы )?(?:по|на) (?:этой |эту |данной )?тем[еу]|похожие|рекомендуем|рекомендованн|популярн\p{L}+ (?:сейчас|новости|статьи|материалы)|популярное|самое (?:читаемое|популярное|обсуждаемое|интересное|важное)|выбор редакции|главн(?:ое|ые новости)(?=$|:| (?:сегодня|за|дня))|другие новости|ещ[её] новости|последние новости|свежие новости|новости (?:партн[её]ров|дня|сми2|часа|по теме)|лента новостей|вам (?:может|будет|также)|вас может|вам понравится|это интересно|интересное (?:по|на|в)|подробнее(?=$|:| (?:о|об|в|на|по|–|—))|не пропустите|топ[- ]новост|следующая (?:новость|статья)|предыдущая (?:новость|статья)|в тему|далее(?=$|:)|видео(?: дня|:)|також читайте|дивіться також|схожі)/iu

/** A button under the teaser that it belongs to. */
export const MORE_BUTTON =
  /^(?:read (?:more|the full story|full (?:story|article))|continue reading|learn more|see more|подробнее|читать (?:далее|дальше|полностью|подробнее)|узнать больше)\W*$/iu

/** “As X wrote earlier:” before a list of links. */
export const RELATED_EARLIER =
  /(?:(?:wrote|reported|written|covered|told you) (?:\p{L}+ ){0,3}(?:earlier|before|previously)|(?:earlier|previously)[,:]? (?:we|\p{Lu}\p{L}+) (?:wrote|reported)|ранее (?:мы )?(?:писал|сообщал|рассказывал)\p{L}*|(?:писал|сообщал|рассказывал)\p{L}* (?:ранее|раньше))[^.!?]{0,40}:$/iu

/** The law, the maker and the technique of the page. */
export const NOTICE = words(
  'cookies?(?: polic(?:y|ies)| settings| preferences)?',
  'privacy (?:polic(?:y|ies)|notice|settings|statement)',
  'terms (?:of|and) (?:use|service|conditions)',
  'copyright(?:ed)?',
  'all rights reserved',
  'reproduc(?:ed|tion) (?:in whole|without)',
  'without (?:the )?(?:prior |express |written )+(?:written )?(?:permission|consent)',
  'written permission',
  'reprint(?:ed|ing)?',
  'active hyperlink',
  'when (?:referencing|quoting|using|citing) (?:our|the|this|these|any)',
  'hyperlinks? (?:to|is|are)',
  'legal notice',
  'disclaimer',
  'accept all',
  'manage (?:consent|preferences|options)',
  'personali[sz]ed ads',
  'google translate',
  'machine[- ]translated',
  '(?:automatically|machine) translat(?:ed|ion)',
  'translated (?:automatically|into|by)',
  'content is provided by',
  'other technologies',
  'your permission',
  'suggest a correction',
  'report (?:an? )?(?:error|mistake|typo)',
  'found an? (?:error|mistake|typo)',
  'corrections? (?:here|policy)',
  'highlight (?:the|it|this) (?:text|and)',
  'ctrl ?\\+ ?enter',
  'javascript',
  'browser',
  'requests in',
  'web ?site (?:uses|by)',
  'powered by',
  'куки',
  'файл\\p{L}* cookies?',
  'политик\\p{L} конфиденциальности',
  'пользовательск\\p{L} соглашени\\p{L}',
  'персональных данных',
  'все права (?:защищены|сохранены|принадлежат)',
  'правообладател\\p{L}',
  '(?:пере|рас)печатк\\p{L}',
  'копировани\\p{L} материалов',
  'использовани\\p{L} материалов',
  'при (?:цитировании|использовании|перепечатке|копировании)',
  'гиперссылк\\p{L}',
  'активн\\p{L} ссылк\\p{L}',
  'свидетельство',
  'сетевое издание',
  'главн\\p{L}+ редактор\\p{L}?',
  'возрастная категория',
  'исключительные права',
  'интеллектуальной (?:собственности|деятельности)',
  'оставляет за собой право',
  'без предварительного',
  'зарегистрирован\\p{L}* (?:в )?(?:роскомнадзор\\p{L}*|федеральн\\p{L}+ служб\\p{L}+)',
  'роскомнадзор\\p{L}*',
  'учредител\\p{L}',
  'адрес редакции',
  'мнение редакции',
  'может не совпадать с',
  'позици\\p{L} редакции',
  'нашли (?:ошибку|опечатку)',
  'заметили (?:ошибку|опечатку)',
  'выделите (?:е[её]|фрагмент|текст)',
  'нажмите',
  'автоматическ\\p{L}+ перев\\p{L}+',
  'автоматично',
  'редагування',
  'усі права',
  'опубликован\\p{L}* пользовател\\p{L}+',
  'кнопк\\p{L}+',
  '(?:0|6|12|16|18)\\+',
)

/** Words that ask the reader to subscribe, pay, follow or join. */
export const PROMOTION = words(
  'subscribe(?:rs?)?(?: now| today)?',
  'subscription',
  'sign(?:ing)? (?:me )?up',
  'sign in',
  'log ?in',
  'register(?: for| now)?',
  'newsletters?',
  'inbox',
  'donate|donations?',
  'patron',
  'patreon',
  'support (?:us|our|independent|quality)',
  'support (?:the )?\\p{L}+ (?:from as little|for as little)',
  'become a (?:member|patron|supporter|subscriber)',
  'join (?:us|our|thousands|the conversation|now)',
  'follow (?:us|our)',
  'like us',
  'our (?:app|channel|page|newsletter|community|readers|journalism|telegram|whatsapp|facebook|youtube|podcast)',
  'download (?:our|the) (?:\\p{L}+ )?app',
  'ad ?blocker',
  'free trial',
  'cancel any ?time',
  'cup of coffee',
  'readers like you',
  'why you can trust',
  'reader-(?:supported|funded)',
  'tax-deductible',
  'give now',
  'support (?:local|quality|independent) (?:news|journalism)',
  'consider (?:a|an|making|giving) (?:\\p{L}+[ -]){0,3}(?:gift|donation|contribution)',
  'premium',
  'breaking news alerts?',
  'push notifications?',
  'telegram channel',
  'google news',
  'unlimited access',
  '(?:enter )?your e-?mail(?: address)?',
  'exclusive content',
  'подпи(?:шитесь|сывайтесь|саться|шись|сывайся|ска|ску)',
  'рассылк\\p{L}',
  'поддерж(?:ите|ать) (?:нас|наш\\p{L}*|редакци\\p{L}|проект|независим\\p{L}+)',
  'пожертвован\\p{L}+',
  'донат\\p{L}*',
  'присоединяйтесь',
  'следите за (?:нами|нашими|новостями)',
  'наш(?:ем|его|у|а|и|их)? (?:\\p{L}+-?)?(?:канал\\p{L}*|телеграм\\p{L}*|telegram|групп\\p{L}|сообществ\\p{L}+|рассылк\\p{L}|страниц\\p{L}+|приложени\\p{L})',
  '(?:телеграм|telegram)-?\\s?канал\\p{L}*',
  'читайте нас',
  '(?:мы|нас) в (?:telegram|телеграм\\p{L}*|вконтакте|дзене|одноклассниках|соцсетях|социальных сетях)',
  'яндекс[. ]?(?:новост\\p{L}+|дзен\\p{L}*)',
  'дзен(?:е)?',
  'установите приложение',
  'скача(?:йте|ть) приложение',
  'оформ(?:ите|ить) подписку',
  'понравил(?:ось|ся|ась) (?:интервью|материал|стать[яи]|текст|разговор)',
  'войти|войдите|авторизуйтесь|зарегистрируйтесь',
  'подпишіться|підписуйтесь|підтримайте',
)

/** A promotion's first word, and what it promotes. */
export const ASKING =
  /^(?:please )?(?:sign (?:me )?up|subscribe|download|follow|join|donate|support|register|get|become|try|like|thanks for|thank you for|stay (?:up|in|on)|never miss|don['’]t miss|подпи\p{L}+|скача\p{L}+|установите|присоединяйтесь|поддержите|следите|получайте|будьте в курсе|оставайтесь|вступайте)(?![\p{L}])(?=.*(?:app|newsletters?|alerts?|sign(?:ed|ing) up|for free|free|subscri\p{L}+|channel|podcast|updates|telegram|facebook|twitter|whatsapp|instagram|youtube|приложени\p{L}|рассылк\p{L}|канал\p{L}*|уведомлени\p{L}|новост\p{L}+|telegram|телеграм\p{L}*|вконтакте|групп\p{L}|соцсет\p{L}+)(?![\p{L}]))/iu

/** The reader is spoken to, or the page speaks of itself. */
export const ADDRESS = words(
  'you|your|yours|us|our|ours|we',
  'вы|вас|вам|ваш\\p{L}*|мы|нас|нам|наш\\p{L}*',
  'ви|ваш\\p{L}*|нас|наш\\p{L}*',
  'here|now|today|please|click|tap',
  'здесь|сейчас|пожалуйста',
)

/** Parts of a share bar or player; a line that holds little else is one. */
export const SHARE = words(
  'facebook|twitter|whats ?app|telegram|viber|linked ?in|pinterest|reddit|e-?mail|messenger|instagram|youtube|tiktok|threads|bluesky|tumblr|pocket|flipboard|rss|skype|line|x',
  'share|shares|tweet|tweets|pin|print|copy|link|copied|save|saved|bookmark|like|likes|send|post|follow|listen|play|pause|mute|audio|video|article|story|update|entry|this|on|via|to|by|the|and|with|friends|gift|text|size|font|a|aa|app|click|opens|in|new|window',
  'вконтакте|вк|vk|ok|одноклассник\\p{L}*|фейсбук|твиттер|телеграм|вотсап|вайбер|инстаграм|дзен|мой мир|жж',
  'поделиться|поделитесь|поделились|твитнуть|печать|распечатать|версия для печати|скопировать|ссылк\\p{L}|сохранить|нравится|класс|отправить|слушать|в|на|с|по|и|друзьями|в соцсетях|соцсет\\p{L}+|закладк\\p{L}|поширити|друк',
)
/** One of these must stand in a share bar: the rest are common words. */
export const SHARE_CORE = words(
  'facebook|twitter|whats ?app|telegram|viber|linked ?in|pinterest|reddit|e-?mail|messenger|instagram|tiktok|bluesky|tumblr|flipboard|share|shares|tweet|print|copy link|link copied|bookmark|rss',
  'вконтакте|вк|одноклассник\\p{L}*|фейсбук|твиттер|телеграм|поделиться|поделитесь|поделились|твитнуть|печать|распечатать|скопировать|нравится|поширити',
)

/** Counts of comments, views and minutes. */
export const COUNTS =
  /(?:\d[\d\s.,]*[kк]?|\b(?:no|one)\b|нет)\s*(?:comments?|repl(?:y|ies)|responses?|views?|shares?|likes?|reads?|min(?:ute)?s?(?:\.|-| )?\s?(?:read|to read)|комментари(?:й|я|ев)|коммент\.?|ответ(?:а|ов)?|просмотр(?:а|ов)?|прочтени(?:е|я|й)|мин(?:ут[аы]?|\.)?\s?(?:чтения|на чтение)|коментар(?:ів|і)?)(?![\p{L}])/iu
export const COMMENTS =
  /^(?:[^\p{L}]{0,4})(?:(?:\d+ )?comments?(?: section| are closed| \(\d+\)| on this (?:article|story))?|(?:leave|post|write|add) (?:a |your |an? )?(?:comment|reply|response)s?|leave (?:us )?your (?:comments?|suggestions?).*|please leave your .*|join the (?:discussion|conversation)|view (?:all )?comments|show comments|hide comments|sort by|newest first|oldest first|discuss(?:ion)?|what do you think|have your say|комментари(?:и|ев|й|я)(?: к (?:статье|новости|записи))?|(?:\d+ )?комментари(?:и|ев|й|я)|комментировать|прокомментировать|(?:оставить|добавить|написать|отправить) (?:свой )?(?:комментарий|ответ|отзыв)|обсу(?:дить|ждение)|(?:эту|данную) (?:новость|статью|запись) (?:про)?комментировали.*|ваш (?:комментарий|отзыв)|читать комментарии|показать комментарии|коментарі|залишити коментар)(?:[\s(:.!?)\d]*)$/iu

export const TAGS_INTRO =
  /^(?:tags?|tagged|topics?|keywords?|filed under|categor(?:y|ies)|article categories|posted in|sections?|labels?|теги?|метки|темы?|рубрик[аи]|категори[ия]|ключевые слова|сюжет(?:ы)?|раздел(?:ы)?|мітки|теми)\s*(?:[:：]|$)/iu

export const AD =
  /^[^\p{L}\p{N}]{0,3}(?:advertis(?:e?ment|ing)s?|ad|ads|sponsored(?: content| by .*)?|promoted(?: content| by .*)?|paid (?:content|post|partnership)|partner content|(?:story|article) continues (?:below|after).*|continue reading (?:below|after).*|scroll (?:down )?(?:to|for) .*|advertisement[\s–—-].{0,40}|реклама(?:[ .:,].{0,80})?|на правах рекламы|партн[её]рский материал|промо|спецпроект|продолжение (?:после|под|ниже) .*|erid[: ].*|.*\berid: ?\w+.*|sponsor(?:ed)? links?)[^\p{L}\p{N}]{0,3}$/iu

/** Buttons and menu words that stand as a line of their own. */
export const CONTROL =
  /^[^\p{L}\p{N}]{0,3}(?:menu|main menu|home(?: ?page)?|search|skip to (?:main )?content|skip (?:ad|navigation).*|open menu|close(?: menu)?|back(?: to top)?|to top|top|next|previous|prev|more|show more|load more|read more|see all|view all|all news|expand|loading.*|play(?: video)?|watch(?: now| video)?|live|exclusive|(?:view|open|see|show) (?:gallery|photos|images?|slideshow|in full|larger)|(?:photo )?gallery|slideshow|enlarge(?: image)?|(?:toggle|hide|show) caption|breaking(?: news)?|contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers|help|faq|sitemap|site map|archives?|weather|log ?in|log ?out|sign in|sign up|my account|register|subscribe(?: now)?|newsletters?|e-?paper|english|русский|українська|қазақша|меню|главная|на главную|поиск|найти|войти|вход|выход|регистрация|личный кабинет|контакты|о нас|о проекте|о компании|редакция|реклама на сайте|рекламодателям|вакансии|архив|погода|подписка|наверх|вверх|назад|впер[её]д|ещ[её]|показать ещ[её]|загрузить ещ[её]|смотреть вс[её]|все новости|закрыть|развернуть|свернуть|фотогалерея|галерея|смотреть фото|эксклюзив|срочно|прямой эфир|карта сайта|полная версия(?: сайта)?|мобильная версия|пошук|головна)[^\p{L}\p{N}]{0,3}$/iu

export const BYLINE =
  /^(?:by|written by|story by|reported by|text by|words by|words|author|authors|автор(?:ы)?(?: статьи| текста| материала)?|текст|подготовил[аи]?|материал подготовил[аи]?|записал[аи]?|беседовал[аи]?)\s*[:：]?\s+(?=[\p{Lu}@«"“])/iu
export const CREDIT =
  /^[([]?(?:(?:additional )?reporting (?:by|for)|edit(?:ing|ed) by|reporting and (?:writing|editing) by|writing by|compiled by|translated by|with (?:files|reporting) from|source|sources|via|источник|источники|перевод|редактор|корректор|по материалам|\/\/)\s*[:：]?\s+(?=[\p{Lu}@«"“h(])/iu
/** “Name is a staff writer at …” under an article. */
export const BIOGRAPHY =
  /^\p{Lu}[\p{L}'’-]+ (?:\p{Lu}[\p{L}.'’-]* )*(?:is|was) (?:an?|the) (?:[\p{L}'’-]+ ){0,5}(?:writer|editor|reporter|correspondent|columnist|journalist|contributor|producer|professor|lecturer|author|fellow|researcher|analyst|photographer)\b|^\p{Lu}[\p{L}'’-]+ (?:\p{Lu}[\p{L}.'’-]* )*(?:writes (?:about|on|for)|covers|reports on|reports for)\s|^\p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+\s[–—-]\s(?:[\p{L}-]+ ){0,3}(?:журналист|обозреватель|корреспондент|колумнист|публицист|редактор|писатель|политолог|экономист|фотограф)(?:ка)?(?![\p{L}])|^\p{Lu}\S+ \p{Lu}\S+ (?:covers|reports on|writes about) (?:[^.]{3,80}) for (?:the )?\p{Lu}|^follow (?:him|her|them|the author) on|^support for this (?:article|story)/iu
export const STAMP =
  /^(?:published|updated|last (?:updated|modified|edited)|posted|modified|created|date|first published|опубликован[оа]?|обновлен[оа]?|размещено|создано|дата(?: публикации)?|добавлено|изменено|время публикации)(?:\s|:|$)/iu

/** Bits of `LEADS`. */
export const MAYBE_NOTICE = 1
export const MAYBE_PROMOTION = 2
export const MAYBE_SHARE = 4
/** Tells of a line which of the long lists may have something in it. */
export const LEADS = new Leads([NOTICE, PROMOTION, SHARE_CORE].map(alternativesOf))
