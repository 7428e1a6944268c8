export interface Product {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly unit: string;
  /** Lowest and highest sales price in cents. */
  readonly cents: readonly [number, number];
  readonly sizes: readonly string[];
  readonly lowVat?: boolean;
}

const pipeSizes = ["12 mm", "15 mm", "22 mm", "28 mm"];
const inchSizes = ['1/2"', '3/4"', '1"'];

/** What a Dutch installation company keeps in stock or buys in. */
export const materialProducts: readonly [Product, ...Product[]] = [
  { code: "CUBUIS", name: "Koperen buis halfhard", group: "LEID", unit: "m", cents: [495, 2190], sizes: pipeSizes },
  { code: "KNIEKN", name: "Knelkoppeling knie 90°", group: "LEID", unit: "st", cents: [215, 980], sizes: pipeSizes },
  { code: "TSTUK", name: "T-stuk pers", group: "LEID", unit: "st", cents: [320, 1475], sizes: pipeSizes },
  { code: "KOGEL", name: "Kogelkraan vol doorlaat", group: "AFSL", unit: "st", cents: [890, 3250], sizes: inchSizes },
  { code: "CVKETEL", name: "Cv-ketel HR combi CW5", group: "KETEL", unit: "st", cents: [119_500, 189_900], sizes: ["24 kW", "28 kW", "36 kW"] },
  { code: "EXPVAT", name: "Expansievat", group: "KETEL", unit: "st", cents: [4250, 9800], sizes: ["12 l", "18 l", "35 l"] },
  { code: "THERMO", name: "Kamerthermostaat modulerend", group: "REGEL", unit: "st", cents: [8900, 24_900], sizes: [] },
  { code: "RADIA", name: "Paneelradiator type 22", group: "VERW", unit: "st", cents: [14_900, 48_500], sizes: ["500 × 1000", "600 × 1400"] },
  { code: "VLOER", name: "Vloerverwarmingsbuis PE-RT", group: "VERW", unit: "m", cents: [115, 240], sizes: ["16 × 2", "20 × 2"] },
  { code: "WTPOMP", name: "Warmtepomp lucht/water", group: "WARMTE", unit: "st", cents: [389_000, 749_000], sizes: ["5 kW", "8 kW"] },
  { code: "KRAAN", name: "Wastafelmengkraan chroom", group: "SANI", unit: "st", cents: [6900, 28_900], sizes: [] },
  { code: "CLOSET", name: "Wandcloset diepspoel wit", group: "SANI", unit: "st", cents: [11_900, 34_900], sizes: [] },
  { code: "SIFON", name: "Sifon & afvoergarnituur", group: "SANI", unit: "st", cents: [1250, 3890], sizes: ["32 mm", "40 mm"] },
  { code: "KABEL", name: "Installatiekabel XMvK", group: "ELEK", unit: "m", cents: [98, 645], sizes: ["3 × 1,5", "3 × 2,5", "5 × 2,5"] },
  { code: "WCD", name: "Wandcontactdoos met randaarde", group: "ELEK", unit: "st", cents: [495, 1890], sizes: [] },
  { code: "ALAMAT", name: "Aardlekautomaat B16", group: "ELEK", unit: "st", cents: [5890, 9450], sizes: ["30 mA"] },
  { code: "LEDARM", name: "Ledarmatuur opbouw", group: "ELEK", unit: "st", cents: [3490, 12_900], sizes: ["120 cm", "150 cm"] },
  { code: "ZONPAN", name: "Zonnepaneel mono zwart", group: "ZON", unit: "st", cents: [9900, 18_900], sizes: ["410 Wp", "440 Wp"], lowVat: true },
  { code: "FILTER", name: "Wtw-filterset F7/G4", group: "VENT", unit: "set", cents: [2490, 5890], sizes: [] },
  { code: "ROOSTER", name: "Ventilatierooster façade", group: "VENT", unit: "st", cents: [1490, 4290], sizes: ["Ø 125", "Ø 160"] },
];

/** Kinds of work that are charged by the hour. */
export const hourTypeProducts: readonly [Product, ...Product[]] = [
  { code: "MONT", name: "Montage-uren", group: "UREN", unit: "uur", cents: [5400, 6900], sizes: [] },
  { code: "SERV", name: "Service-uren", group: "UREN", unit: "uur", cents: [6200, 7800], sizes: [] },
  { code: "REIS", name: "Reistijd", group: "UREN", unit: "uur", cents: [4500, 5800], sizes: [] },
  { code: "AVOND", name: "Avond- en weekendtarief", group: "UREN", unit: "uur", cents: [9200, 11_900], sizes: [] },
  { code: "ENGIN", name: "Engineering & werkvoorbereiding", group: "UREN", unit: "uur", cents: [7600, 9500], sizes: [] },
];

/** Lines that only carry text. */
export const textProducts: readonly [Product, ...Product[]] = [
  { code: "TEKST", name: "Tekstregel", group: "TEKST", unit: "st", cents: [0, 0], sizes: [] },
];
