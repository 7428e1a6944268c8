import type { Locale } from "@/lib/i18n/locales";

/** Texts in the order en, nl, de, pt. */
type Texts = readonly [en: string, nl: string, de: string, pt: string];

type JobKind = "fault" | "service" | "installation" | "inspection" | "warranty";

export type DemoJob = {
  kind: JobKind;
  short: Texts;
  description: Texts;
  /** What the codes of the materials begin with. */
  materials: readonly string[];
  /** Minutes of work, at least and at most. */
  minutes: readonly [number, number];
};

/** A text of a job in the language of the account. */
export function inLanguage([en, nl, de, pt]: Texts, locale: Locale): string {
  return { en, nl, de, pt }[locale];
}

export const jobKinds: Readonly<Record<JobKind, Texts>> = {
  fault: ["Fault", "Storing", "Störung", "Avaria"],
  service: ["Maintenance", "Onderhoud", "Wartung", "Manutenção"],
  installation: ["Installation", "Installatie", "Installation", "Instalação"],
  inspection: ["Inspection", "Keuring", "Prüfung", "Inspeção"],
  warranty: ["Warranty", "Garantie", "Garantie", "Garantia"],
};

export const demoJobs: readonly [DemoJob, ...DemoJob[]] = [
  {
    kind: "service", materials: ["FILTER"], minutes: [45, 90],
    short: ["Yearly service of the boiler", "Jaarlijks onderhoud cv-ketel", "Jährliche Wartung des Heizkessels", "Manutenção anual da caldeira"],
    description: ["Boiler cleaned, flue gas measured, pressure topped up. Values are within the norm.", "Ketel gereinigd, rookgasmeting gedaan, druk bijgevuld. Waarden binnen de norm.", "Kessel gereinigt, Abgas gemessen, Druck nachgefüllt. Werte im Normbereich.", "Caldeira limpa, gases medidos, pressão reposta. Valores dentro da norma."],
  },
  {
    kind: "fault", materials: ["EXPVAT", "KNIEKN"], minutes: [50, 150],
    short: ["Boiler loses pressure", "Cv-ketel verliest druk", "Heizkessel verliert Druck", "Caldeira perde pressão"],
    description: ["Expansion vessel defective and replaced. System filled and vented.", "Expansievat defect, vervangen. Installatie gevuld en ontlucht.", "Ausdehnungsgefäß defekt, ersetzt. Anlage befüllt und entlüftet.", "Vaso de expansão avariado, substituído. Instalação cheia e purgada."],
  },
  {
    kind: "fault", materials: ["KRAAN", "SIFON"], minutes: [30, 90],
    short: ["Leak below the washbasin", "Lekkage onder wastafel", "Undichtigkeit unter dem Waschtisch", "Fuga debaixo do lavatório"],
    description: ["Trap and tap replaced, tested for leaks.", "Sifon en kraan vervangen, op dichtheid getest.", "Siphon und Armatur ersetzt, auf Dichtheit geprüft.", "Sifão e torneira substituídos, estanquidade verificada."],
  },
  {
    kind: "installation", materials: ["CVKETEL", "THERMO", "CUBUIS", "KNIEKN"], minutes: [300, 480],
    short: ["Boiler replaced", "Cv-ketel vervangen", "Heizkessel ausgetauscht", "Caldeira substituída"],
    description: ["Old boiler taken away, new one hung and connected.\nThermostat set and explained to the occupant.", "Oude ketel afgevoerd, nieuwe opgehangen en aangesloten.\nThermostaat ingesteld en uitleg gegeven aan bewoner.", "Alten Kessel entsorgt, neuen montiert und angeschlossen.\nThermostat eingestellt und dem Bewohner erklärt.", "Caldeira antiga retirada, nova montada e ligada.\nTermóstato ajustado e explicado ao morador."],
  },
  {
    kind: "installation", materials: ["WTPOMP", "CUBUIS", "KABEL", "ALAMAT"], minutes: [420, 960],
    short: ["Heat pump installed", "Warmtepomp geplaatst", "Wärmepumpe installiert", "Bomba de calor instalada"],
    description: ["Outdoor unit placed on a frame, pipes insulated, group added in the meter cupboard.", "Buitenunit op frame geplaatst, leidingen geïsoleerd, groep bijgemaakt in de meterkast.", "Außengerät aufgestellt, Leitungen gedämmt, Stromkreis ergänzt.", "Unidade exterior montada, tubagens isoladas, circuito acrescentado no quadro."],
  },
  {
    kind: "installation", materials: ["RADIA", "CUBUIS", "TSTUK"], minutes: [120, 300],
    short: ["Radiators in the extension", "Radiatoren in aanbouw", "Heizkörper im Anbau", "Radiadores na ampliação"],
    description: ["Radiators fixed and connected, system balanced.", "Radiatoren gemonteerd en aangesloten, installatie waterzijdig ingeregeld.", "Heizkörper montiert und angeschlossen, hydraulisch abgeglichen.", "Radiadores montados e ligados, instalação equilibrada."],
  },
  {
    kind: "installation", materials: ["VLOER", "KOGEL"], minutes: [240, 480],
    short: ["Underfloor heating on the ground floor", "Vloerverwarming begane grond", "Fußbodenheizung im Erdgeschoss", "Piso radiante no rés do chão"],
    description: ["Pipes laid and pressure tested. Manifold is ready to be connected.", "Leidingen gelegd en afgeperst. Verdeler is klaar om aan te sluiten.", "Rohre verlegt und abgedrückt. Verteiler ist anschlussbereit.", "Tubos colocados e testados. Coletor pronto a ligar."],
  },
  {
    kind: "fault", materials: ["ALAMAT", "WCD"], minutes: [30, 100],
    short: ["Circuit breaker keeps tripping", "Aardlek valt steeds uit", "FI-Schalter löst immer wieder aus", "O diferencial dispara constantemente"],
    description: ["Damp socket outside found and replaced. Breaker tested.", "Vochtige buitencontactdoos gevonden en vervangen. Aardlek getest.", "Feuchte Außensteckdose gefunden und ersetzt. Schalter geprüft.", "Tomada exterior húmida encontrada e substituída. Diferencial testado."],
  },
  {
    kind: "installation", materials: ["ZONPAN", "KABEL", "ALAMAT"], minutes: [360, 600],
    short: ["Solar panels on the roof", "Zonnepanelen op het dak", "Solarmodule auf dem Dach", "Painéis solares no telhado"],
    description: ["Panels mounted, inverter connected and registered.", "Panelen gemonteerd, omvormer aangesloten en aangemeld.", "Module montiert, Wechselrichter angeschlossen und angemeldet.", "Painéis montados, inversor ligado e registado."],
  },
  {
    kind: "installation", materials: ["LEDARM", "KABEL"], minutes: [90, 360],
    short: ["Led lighting in the warehouse", "Ledverlichting magazijn", "LED-Beleuchtung im Lager", "Iluminação led no armazém"],
    description: ["Fluorescent fittings replaced one for one, presence detection adjusted.", "Tl-armaturen één op één vervangen, aanwezigheidsdetectie afgesteld.", "Leuchtstofflampen eins zu eins ersetzt, Präsenzmelder eingestellt.", "Armaduras fluorescentes substituídas, deteção de presença ajustada."],
  },
  {
    kind: "service", materials: ["FILTER", "ROOSTER"], minutes: [60, 120],
    short: ["Ventilation unit serviced", "Wtw-unit onderhouden", "Lüftungsgerät gewartet", "Unidade de ventilação revista"],
    description: ["Filters replaced, fan and heat exchanger cleaned, air volumes measured.", "Filters vervangen, ventilator en warmtewisselaar gereinigd, luchthoeveelheden gemeten.", "Filter gewechselt, Ventilator und Wärmetauscher gereinigt, Luftmengen gemessen.", "Filtros substituídos, ventilador e permutador limpos, caudais medidos."],
  },
  {
    kind: "installation", materials: ["CLOSET", "KRAAN", "SIFON"], minutes: [180, 420],
    short: ["Toilet renovated", "Toilet vernieuwd", "WC erneuert", "Casa de banho renovada"],
    description: ["Wall-hung toilet placed, washbasin connected, sealed.", "Wandcloset geplaatst, fontein aangesloten, afgekit.", "Wand-WC montiert, Handwaschbecken angeschlossen, verfugt.", "Sanita suspensa colocada, lavatório ligado, vedado."],
  },
  {
    kind: "inspection", materials: [], minutes: [60, 240],
    short: ["Inspection of the electrical installation", "Keuring elektrische installatie", "Prüfung der Elektroanlage", "Inspeção da instalação elétrica"],
    description: ["Installation inspected, report follows by e-mail.", "Installatie gekeurd, rapport volgt per e-mail.", "Anlage geprüft, Bericht folgt per E-Mail.", "Instalação inspecionada, relatório segue por e-mail."],
  },
  {
    kind: "warranty", materials: ["THERMO"], minutes: [25, 60],
    short: ["Thermostat exchanged under warranty", "Thermostaat omgeruild onder garantie", "Thermostat auf Garantie getauscht", "Termóstato trocado ao abrigo da garantia"],
    description: ["Display failed; exchanged without charge.", "Display defect, kosteloos omgeruild.", "Display defekt, kostenlos getauscht.", "Visor avariado, trocado sem custos."],
  },
  {
    kind: "fault", materials: ["KOGEL", "CUBUIS"], minutes: [40, 120],
    short: ["Main valve cannot be closed", "Hoofdkraan sluit niet meer", "Hauptventil lässt sich nicht schließen", "A torneira de corte não fecha"],
    description: ["Valve replaced, water was off for twenty minutes.", "Kraan vervangen, water was twintig minuten afgesloten.", "Ventil ersetzt, Wasser war zwanzig Minuten abgestellt.", "Torneira substituída, água cortada durante vinte minutos."],
  },
];

/** What engineers note at their hours; most note nothing. */
export const periodRemarks: readonly [Texts, ...Texts[]] = [
  ["Waited for the occupant", "Gewacht op bewoner", "Auf den Bewohner gewartet", "À espera do morador"],
  ["Second engineer helped to lift", "Tweede monteur hielp tillen", "Zweiter Monteur half beim Heben", "Segundo técnico ajudou a levantar"],
  ["Material fetched from the wholesaler", "Materiaal gehaald bij groothandel", "Material beim Großhandel geholt", "Material levantado no armazenista"],
];

/** What the office notes for itself. */
export const internalNotes: readonly [Texts, ...Texts[]] = [
  ["Key is with the neighbours at number 12.", "Sleutel ligt bij de buren op nummer 12.", "Schlüssel liegt bei den Nachbarn in Nummer 12.", "A chave está com os vizinhos do número 12."],
  ["Call half an hour before.", "Half uur van tevoren bellen.", "Eine halbe Stunde vorher anrufen.", "Telefonar meia hora antes."],
  ["Discount agreed with the manager.", "Korting afgesproken met bedrijfsleider.", "Rabatt mit dem Leiter vereinbart.", "Desconto acordado com o gerente."],
];
