/** The vendor's answer codes with the text that goes with them. */
const responseMessages = {
  1: "Success",
  2: "Error during login",
  3: "Error while handling file",
  4: "Error while issuing token",
  5: "Invalid token",
  6: "Corrupted token",
  7: "Unrecognized service",
  800: "Error during export",
  900: "Error during import",
  901: "Importing transaction failed",
  902: "Transaction does not exist",
  903: "Empty administration",
  1002: "Unauthorized Access",
} as const;

export type ResponseCode = keyof typeof responseMessages;

export interface CashResponse {
  readonly code: ResponseCode;
  readonly message: string;
}

/** The `response` part of an answer; `detail` is added to the code's own text. */
export function makeResponse(code: ResponseCode, detail?: string): CashResponse {
  return { code, message: detail === undefined ? responseMessages[code] : `${responseMessages[code]}: ${detail}` };
}
