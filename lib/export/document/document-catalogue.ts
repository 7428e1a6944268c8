/** What is known of one material. Prices are without VAT, decimal text; VAT in per cent. */
type CatalogueMaterial = { name: string; unit: string | null; price: string | null; vatRate: string | null };

/** The price is that of an hour. Periods of an hour type that is not billable stay out of the document. */
export type CatalogueHourType = CatalogueMaterial & { isBillable: boolean };

/**
 * What the account knows that the lines of a work order refer to, by code. A code that is missing is not known here, which does not mean
 * that the vendor does not know it: see `checkMatch`.
 */
export type DocumentCatalogue = {
  materials: ReadonlyMap<string, CatalogueMaterial>;
  hourTypes: ReadonlyMap<string, CatalogueHourType>;
  /** Null: none were imported, so nothing is said about them. */
  warehouses: ReadonlySet<string> | null;
  /** Serial numbers of the customer's delivery addresses; null: the customer was not imported. */
  deliveryAddresses: ReadonlySet<string> | null;
};

/** Where a document goes. */
export type DocumentTarget = {
  vendorName: string;
  /** Longest reference that the vendor keeps whole. */
  referenceLength: number;
  /** The one of the intent, which never changes; null: there is none yet, the settings say how it would read. */
  reference: string | null;
};
