import { place, type Place } from "../../core/generator/place";

/** German places with their postal codes and dialling codes, without the zero. */
export const germanPlaces: readonly [Place, ...Place[]] = [
  place("Berlin", 10115, 14199, "30"),
  place("Hamburg", 20095, 22769, "40"),
  place("München", 80331, 81929, "89"),
  place("Köln", 50667, 51149, "221"),
  place("Frankfurt am Main", 60306, 65936, "69"),
  place("Stuttgart", 70173, 70629, "711"),
  place("Düsseldorf", 40210, 40629, "211"),
  place("Leipzig", 4103, 4357, "341"),
  place("Dresden", 1067, 1328, "351"),
  place("Nürnberg", 90402, 90491, "911"),
  place("Münster", 48143, 48167, "251"),
  place("Würzburg", 97070, 97084, "931"),
  place("Göttingen", 37073, 37085, "551"),
  place("Lübeck", 23552, 23570, "451"),
  place("Saarbrücken", 66111, 66133, "681"),
  place("Tübingen", 72070, 72076, "7071"),
  place("Neuß", 41460, 41472, "2131"),
  place("Görlitz", 2826, 2828, "3581"),
  place("Kaarst", 41564, 41564, "2131"),
  place("Bad Tölz", 83646, 83646, "8041"),
  place("Überlingen", 88662, 88662, "7551"),
  place("Flensburg", 24937, 24944, "461"),
];

export const streets: readonly [string, ...string[]] = [
  "Hauptstraße", "Bahnhofstraße", "Gartenweg", "Schillerstraße", "Lindenallee", "Am Mühlbach", "Düsselstr.", "Industriestraße", "Kirchplatz", "Bergstraße",
  "Goethestraße", "Im Gewerbepark", "Fürstenwall", "An der Schanze", "Straße des 17. Juni", "Röntgenring", "Weißenburger Platz", "Kölner Landstraße", "Zum Alten Hafen",
];
