/** A request that cannot be answered with a result; it is answered with a SOAP fault. */
export class SoapProblem extends Error {
  constructor(
    /** Who is at fault, as in SOAP 1.1. */
    readonly faultCode: "Client" | "Server",
    message: string,
    /** HTTP status of the answer; SOAP 1.1 asks for 500. */
    readonly status = 500,
  ) {
    super(message);
    this.name = "SoapProblem";
  }
}
