/** A control request that cannot be carried out; its message is shown to whoever sent it. */
export class ControlProblem extends Error {
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message);
    this.name = "ControlProblem";
  }
}
