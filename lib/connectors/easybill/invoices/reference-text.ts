/** Characters beyond the basic plane (emoji): whether EasyBill keeps them is not known, and by its reference an invoice must be found again. */
const uncertain = /[\u{10000}-\u{10FFFF}]/gu;

/** A reference as it is sent, and what had to be replaced in it. */
export function writeReferenceText(reference: string): { text: string; replaced: readonly string[] } {
  return { text: reference.normalize("NFC").replace(uncertain, "?"), replaced: [...new Set(reference.match(uncertain) ?? [])] };
}

/** Whether what EasyBill gives back is this reference. Spaces at its ends and doubled ones do not matter; capitals do. */
export function isSameReference(found: string | null | undefined, reference: string): boolean {
  const comparable = (text: string) => writeReferenceText(text).text.replace(/\s+/gu, " ").trim();
  return comparable(found ?? "") === comparable(reference) && reference.trim() !== "";
}
