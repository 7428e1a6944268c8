/** An answer other than success; the vendor writes it as `{code, message, arguments}`. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = "ApiProblem";
  }
}

export function notFound(what: string): ApiProblem {
  return new ApiProblem(404, `${what} not found`);
}
