import type { TableDefinition } from "../data/definitions";
import type { CashFields } from "../data/record";
import { escapeXml } from "../xml";

/** Characters in one chunk of a streamed answer. */
const chunkLength = 65_536;

/** How the inner document is put into the envelope: as it is (CDATA), or escaped once more. */
export type Encode = (xml: string) => string;

/**
 * Makes the function that writes a record of this table; only filled fields are written. The tags are encoded once here and
 * not per record, which halves the time of a large export.
 */
export function recordWriter(definition: TableDefinition, withNames: boolean, encode: Encode): (fields: CashFields) => string {
  const open = encode(`<R${definition.number}>`);
  const close = encode(`</R${definition.number}>`);
  const tags = definition.fields.map(({ number, name }) => ({
    number,
    open: encode(withNames ? `<F${number} name="${escapeXml(name)}">` : `<F${number}>`),
    close: encode(`</F${number}>`),
  }));
  return (fields) => {
    let text = open;
    for (const tag of tags) {
      const value = fields[tag.number];
      if (value !== undefined) text += tag.open + encode(escapeXml(value)) + tag.close;
    }
    return text + close;
  };
}

/** The inner document of an export in chunks: `<cash>`, the records, `</cash>`. */
export function* writeRecords(records: Iterable<CashFields>, write: (fields: CashFields) => string, encode: Encode): Generator<string> {
  let chunk = encode("<cash>");
  for (const fields of records) {
    chunk += write(fields);
    if (chunk.length >= chunkLength) {
      yield chunk;
      chunk = "";
    }
  }
  yield chunk + encode("</cash>");
}
