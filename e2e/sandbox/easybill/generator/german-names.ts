type Words = readonly [string, ...string[]];

export const surnames: Words = [
  "Müller", "Schmidt", "Schneider", "Fischer", "Weber", "Meyer", "Wagner", "Becker", "Schulz", "Hoffmann", "Schäfer", "Koch", "Bauer", "Richter",
  "Klein", "Wolf", "Schröder", "Neumann", "Schwarz", "Zimmermann", "Braun", "Krüger", "Hofmann", "Hartmann", "Lange", "Schmitt", "Werner",
  "Krause", "Meier", "Lehmann", "Köhler", "Herrmann", "König", "Walter", "Mayer", "Huber", "Kaiser", "Fuchs", "Peters", "Lang", "Scholz",
  "Möller", "Weiß", "Jung", "Hahn", "Schubert", "Vogel", "Friedrich", "Keller", "Günther", "Frank", "Berger", "Winkler", "Roth", "Beck",
  "Lorenz", "Baumann", "Franke", "Albrecht", "Böhm", "Großmann", "von der Heide", "Yıldız", "Kowalski", "Öztürk", "Nguyen",
];

export const firstNames: Words = [
  "Anna", "Björn", "Claudia", "Dieter", "Eva", "Florian", "Gisela", "Hans-Jürgen", "Ingrid", "Jörg", "Katrin", "Lukas", "Marlies", "Norbert",
  "Olga", "Peter", "Renate", "Sören", "Thomas", "Ulrike", "Volker", "Wolfgang", "Yasmin", "Zoë", "Käthe", "Günter", "Aylin", "Mehmet", "Jürgen", "Lena",
];

export const trades: Words = [
  "Autohaus", "Bäckerei", "Gärtnerei", "Schreinerei", "Metallbau", "Elektrotechnik", "Hausverwaltung", "Dachdeckerei", "Spedition",
  "Druckerei", "Zahnarztpraxis", "Apotheke", "Gasthof", "Kälteanlagen", "Fensterbau", "Möbelhaus", "Pflegedienst", "Ingenieurbüro",
  "Rechtsanwälte", "Steuerberatung", "Landhandel", "Weingut", "Brauerei", "Logistik", "Maschinenbau", "Immobilien", "Baugesellschaft", "Fahrschule",
];

export const legalForms: Words = ["GmbH", "GmbH", "GmbH", "GmbH & Co. KG", "KG", "OHG", "e. K.", "AG", "UG (haftungsbeschränkt)", "GbR", "& Söhne GmbH"];

export const institutions: Words = [
  "WEG Lindenallee 12–18", "Städtische Wohnungsbau GmbH", "Grundschule am Mühlbach", "Stadtwerke Überlingen", "Evangelische Kirchengemeinde St. Jürgen",
  "TSV Grün-Weiß e. V.", "Seniorenresidenz Haus Abendröte", "Gemeinde Großröhrsdorf", "Hotel Zum Weißen Rößl", "Jugendherberge Käppele",
];

/** Names that a careless reader or writer spoils. */
export const difficultNames: Words = [
  "Café \"Zur schönen Aussicht\"", "Müller & Söhne, Groß- und Einzelhandel", "Größe<17> Design GmbH", "Straßen- & Tiefbau Öhringen", "D'Angelo Pizzeria", "Çelik Möbel; Küchen",
];

export const departments: Words = ["Einkauf", "Buchhaltung", "Technik", "Geschäftsführung", "Hausmeisterei", "Bauleitung", "Empfang"];
