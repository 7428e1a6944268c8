/** A task that runs when the sandbox's clock says so. */
interface Appointment {
  readonly due: number;
  readonly run: () => void;
  timer: NodeJS.Timeout | undefined;
}

/**
 * A sandbox's clock: real time, faster where a test asks for it, plus what it has been advanced by, so that tests need not wait
 * for minutes or days. Whatever happens later (late answers, late webhooks) is an appointment of this clock and follows it.
 */
export class SandboxClock {
  private readonly appointments = new Set<Appointment>();
  /** A moment of real time, and what this clock said then. */
  private startedAt = Date.now();
  private base = this.startedAt;
  private rate = 1;

  /** Milliseconds since 1970. */
  now(): number {
    return this.at(Date.now());
  }

  /** How many times faster than real time it runs. */
  get speed(): number {
    return this.rate;
  }

  setSpeed(speed: number): void {
    const real = Date.now();
    this.setNow(this.at(real), real);
    this.rate = speed;
    this.arrange();
  }

  /** Moves the clock forward by this many milliseconds; what becomes due runs before it returns. */
  advance(milliseconds: number): void {
    const real = Date.now();
    this.setNow(this.at(real) + milliseconds, real);
    this.arrange();
  }

  /** How far the clock is ahead of real time, in milliseconds. */
  get ahead(): number {
    const real = Date.now();
    return Math.round(this.at(real) - real);
  }

  /** Puts the clock this many milliseconds ahead of real time. */
  setAhead(milliseconds: number): void {
    const real = Date.now();
    this.setNow(real + milliseconds, real);
    this.arrange();
  }

  /** Runs a task this many milliseconds of this clock later. */
  after(milliseconds: number, run: () => void): void {
    this.appointments.add({ due: this.now() + milliseconds, run, timer: undefined });
    this.arrange();
  }

  /** Forgets every appointment. */
  clear(): void {
    for (const { timer } of this.appointments) clearTimeout(timer);
    this.appointments.clear();
  }

  /** What this clock says at a moment of real time. */
  private at(real: number): number {
    return this.base + (real - this.startedAt) * this.rate;
  }

  private setNow(now: number, real: number): void {
    this.startedAt = real;
    this.base = now;
  }

  /** Runs what is due, earliest first, and sets timers for the rest. */
  private arrange(): void {
    for (const appointment of [...this.appointments].sort((one, other) => one.due - other.due)) {
      clearTimeout(appointment.timer);
      const left = appointment.due - this.now();
      if (left > 0) appointment.timer = setTimeout(() => this.arrange(), Math.ceil(left / this.rate));
      else if (this.appointments.delete(appointment)) appointment.run();
    }
  }
}
