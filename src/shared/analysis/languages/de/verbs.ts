import type { CueKind } from '../../quotations/cue-types.ts'

const lines = (text: string): readonly string[] =>
  text
    .split(/[\n,]/)
    .map((one) => one.trim())
    .filter(Boolean)

// Regular verbs stand alone; irregular ones with he-form, past and participle (without a separable particle). A bar parts
// the particle: "mit|teilen".
const NEUTRAL =
  lines(`sagen, erklären, berichten, mit|teilen, melden, schreiben schreibt schrieb geschrieben, meinen, glauben, finden findet fand gefunden
  antworten, erwidern, entgegnen, fragen, erzählen, erläutern, schildern, ergänzen, hinzu|fügen, fort|fahren fährt fuhr gefahren
  aus|führen, an|geben gibt gab gegeben, an|kündigen, vermelden, bemerken, an|merken, notieren, konstatieren, fest|stellen, äußern
  sprechen spricht sprach gesprochen, reden, formulieren, zitieren, kommentieren, vermuten, schätzen, erwarten, hoffen, denken denkt dachte gedacht, rechnen
  fordern, verlangen, bitten bittet bat gebeten, empfehlen empfiehlt empfahl empfohlen, raten rät riet geraten, vor|schlagen schlägt schlug geschlagen
  versprechen verspricht versprach versprochen, zu|sagen, zu|sichern, drohen, geloben, schwören schwört schwor geschworen, warnen, mahnen, erinnern
  informieren, verkünden, verlautbaren, aus|richten, resümieren, folgern, argumentieren, urteilen, befinden befindet befand befunden, prognostizieren
  twittern, posten, telegrafieren, auf|rufen ruft rief gerufen, appellieren, ein|wenden, wissen weiß wusste gewusst, sehen sieht sah gesehen, hören
  vor|lesen liest las gelesen, dar|legen, dar|stellen, betonen, verweisen verweist verwies verwiesen, hin|weisen weist wies gewiesen, plädieren
  heißen heißt hieß geheißen, lauten, beschließen beschließt beschloss beschlossen, entscheiden entscheidet entschied entschieden, fürchten
  befürchten, planen, wünschen, zweifeln, bezweifeln, stimmen, zu|stimmen, widersprechen widerspricht widersprach widersprochen, danken
  bedauern, begrüßen, ab|lehnen, zurück|weisen weist wies gewiesen, vertreten vertritt vertrat vertreten, an|nehmen nimmt nahm genommen
  zusammen|fassen, präzisieren, verdeutlichen, klar|stellen, unterstreichen unterstreicht unterstrich unterstrichen, heraus|stellen`)
const DOUBTING =
  lines(`behaupten, beteuern, versichern, bestreiten bestreitet bestritt bestritten, leugnen, dementieren, an|deuten, unterstellen, mutmaßen
  spekulieren, insinuieren, weis|machen, vor|geben gibt gab gegeben, wider|legen`)
const ENDORSING =
  lines(`bestätigen, ein|räumen, zu|geben gibt gab gegeben, gestehen gesteht gestand gestanden, bekräftigen, beweisen beweist bewies bewiesen
  belegen, enthüllen, hervor|heben hebt hob gehoben, bekennen bekennt bekannte bekannt, zu|gestehen gesteht gestand gestanden, offenbaren, zeigen`)
const EMOTIVE =
  lines(`rufen ruft rief gerufen, schreien schreit schrie geschrien, klagen, beklagen, jammern, schimpfen, spotten, höhnen, wettern, poltern
  kritisieren, vor|werfen wirft warf geworfen, flehen, schluchzen, flüstern, murmeln, scherzen, witzeln, stöhnen, brüllen, donnern, jubeln, frohlocken
  prahlen, beschuldigen, an|klagen, protestieren, rügen, monieren, bemängeln, seufzen, lachen, beschwören, empören`)
const NAMED =
  lines(`nennen nennt nannte genannt, bezeichnen, titulieren, schelten schilt schalt gescholten, beschimpfen, ab|stempeln, ein|stufen, werten
  verurteilen, vergleichen vergleicht verglich verglichen, sprechen spricht sprach gesprochen, brandmarken, verunglimpfen, loben, feiern
  deuten, beschreiben beschreibt beschrieb beschrieben, charakterisieren`)

// Verbs that terms of the packs are made of, and frequent ones that bound a clause.
const OTHERS =
  lines(`besetzen, töten, nieder|schlagen schlägt schlug geschlagen, zerschlagen zerschlägt zerschlug zerschlagen, auf|lösen, fest|nehmen nimmt nahm genommen, verhaften
  stürmen, plündern, randalieren, demonstrieren, streiken, räumen, ermorden, liquidieren, aus|schalten, neutralisieren, vernichten, sterben stirbt starb gestorben
  fallen fällt fiel gefallen, ums|kommen, putschen, rebellieren, revoltieren, ein|greifen greift griff gegriffen, ein|marschieren, befreien, entsenden entsendet entsandte entsandt
  kommen kommt kam gekommen, gehen geht ging gegangen, stehen steht stand gestanden, liegen liegt lag gelegen, bleiben bleibt blieb geblieben
  lassen lässt ließ gelassen, halten hält hielt gehalten, ziehen zieht zog gezogen, beginnen beginnt begann begonnen, bekommen bekommt bekam bekommen
  erhalten erhält erhielt erhalten, nehmen nimmt nahm genommen, geben gibt gab gegeben, treffen trifft traf getroffen, tragen trägt trug getragen
  führen, leiten, stellen, setzen, machen, tun tut tat getan, laufen läuft lief gelaufen, fahren fährt fuhr gefahren, schließen schließt schloss geschlossen
  bringen bringt brachte gebracht, werfen wirft warf geworfen, brechen bricht brach gebrochen, schießen schießt schoss geschossen, verlieren verliert verlor verloren
  verlassen verlässt verließ verlassen, helfen hilft half geholfen, brennen brennt brannte gebrannt, kennen kennt kannte gekannt, sitzen sitzt saß gesessen
  leben, arbeiten, warten, öffnen, versammeln, rücken, kehren, dauern, fehlen, gehören, gelten gilt galt gegolten, wachsen wächst wuchs gewachsen, steigen steigt stieg gestiegen
  sinken sinkt sank gesunken, schlagen schlägt schlug geschlagen, verletzen, sammeln, reagieren, fliehen flieht floh geflohen, erscheinen erscheint erschien erschienen
  legen, hängen hängt hing gehangen, essen isst aß gegessen, lesen liest las gelesen, verbieten verbietet verbot verboten, greifen greift griff gegriffen, schicken, holen
  suchen, kosten, zahlen, kaufen, verkaufen, bauen, zerstören, schützen, kämpfen, ab|ziehen zieht zog gezogen, ein|treffen trifft traf getroffen, statt|finden findet fand gefunden
  enden, folgen, dienen, sichern, ändern, handeln, spielen, wohnen, gewinnen gewinnt gewann gewonnen, entstehen entsteht entstand entstanden, verschwinden verschwindet verschwand verschwunden
  verhandeln, besuchen, lernen, übernehmen übernimmt übernahm übernommen, unterschreiben unterschreibt unterschrieb unterschrieben, bedrohen, verschärfen, eskalieren, verteilen, verhindern`)

/** All verbs whose forms are made. */
export const VERB_LIST: readonly string[] = [
  ...NEUTRAL,
  ...DOUBTING,
  ...ENDORSING,
  ...EMOTIVE,
  ...NAMED,
  ...OTHERS,
]

const infinitive = (entry: string): string => entry.split(' ')[0]!.replace('|', '')
const of = (kind: CueKind, entries: readonly string[]) =>
  entries.map((one) => [infinitive(one), kind] as const)

/** Verbs of speech and opinion, each with the distance that the writer takes by choosing it. */
export const VERBS: ReadonlyMap<string, CueKind> = new Map([
  ...of('neutral', NEUTRAL),
  ...of('doubting', DOUBTING),
  ...of('endorsing', ENDORSING),
  ...of('emotive', EMOTIVE),
])

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/[\s,]+/))

export const WEAK =
  set(`finden sehen hören wissen denken entscheiden beschließen planen wünschen zeigen beweisen belegen stimmen annehmen vertreten
  rechnen vorgeben richten ausrichten heißen lauten ablehnen begrüßen zurückweisen widerlegen erwarten hoffen fürchten befürchten glauben
  verurteilen zustimmen raten drohen aufrufen fortfahren befinden zitieren darstellen verlangen fordern sprechen reden lachen stöhnen
  verweisen vorschlagen schätzen feststellen erinnern bitten informieren`)
export const PROMISING = set(
  'versprechen zusagen zusichern drohen geloben schwören fordern verlangen vorschlagen ankündigen planen hoffen beschließen behaupten vorgeben beteuern androhen',
)
export const URGING = set(
  'bitten auffordern aufrufen mahnen warnen raten empfehlen appellieren beschuldigen vorwerfen',
)
export const NAMING = new Set(NAMED.map(infinitive))
