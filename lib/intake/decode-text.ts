import { fileSizeLimit } from "@/lib/intake/file-size-limit";

type Decoded = { text: string } | { problem: "tooLarge" | "workbook" | "binary" };

const utf16 = { little: [0xff, 0xfe], big: [0xfe, 0xff] } as const;
/** Workbooks are ZIP archives, or the compound files of before. */
const workbooks = [[0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0]] as const;

const beginsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);

/**
 * The text of a file as spreadsheets and other software write it: UTF-8 with or without a byte order mark, UTF-16 with one, and
 * what is no UTF-8 is Windows-1252.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.byteLength > fileSizeLimit) return { problem: "tooLarge" };
  if (workbooks.some((start) => beginsWith(bytes, start))) return { problem: "workbook" };
  const text = decode(bytes);
  return text.includes("\u0000") ? { problem: "binary" } : { text };
}

function decode(bytes: Uint8Array): string {
  if (beginsWith(bytes, utf16.little)) return new TextDecoder("utf-16le").decode(bytes);
  if (beginsWith(bytes, utf16.big)) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** 0x80 to 0x9F in Windows-1252; a space stands for the five that have no character. */
const upperControls = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Node's own decoder takes Windows-1252 for ISO 8859-1, which has no euro sign. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1").replace(/[\u0080-\u009f]/g, (control) => upperControls.charAt(control.charCodeAt(0) - 0x80));
}
