/** The sandbox's clock: real time plus what it has been advanced by, so that tests need not wait for minutes or days. */
export class SandboxClock {
  private offset = 0;

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.offset;
  }

  /** Moves the clock forward by this many milliseconds. */
  advance(milliseconds: number): void {
    this.offset += milliseconds;
  }

  /** How far the clock is ahead of real time, in milliseconds. */
  get ahead(): number {
    return this.offset;
  }

  /** Puts the clock this many milliseconds ahead of real time. */
  setAhead(milliseconds: number): void {
    this.offset = milliseconds;
  }
}
