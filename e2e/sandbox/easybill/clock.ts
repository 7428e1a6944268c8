/** A task that runs when the sandbox's clock says so. */
interface Appointment {
  readonly due: number;
  readonly run: () => void;
  timer: NodeJS.Timeout | undefined;
}

/**
 * The sandbox's clock: real time, faster where a test asks for it, plus what it has been advanced by. Whatever happens later
 * (late answers, late webhooks) is an appointment of this clock and follows it.
 */
export class SandboxClock {
  private readonly appointments = new Set<Appointment>();
  private startedAt = Date.now();
  private base = this.startedAt;
  private rate = 1;

  /** Milliseconds since 1970. */
  now(): number {
    return this.base + (Date.now() - this.startedAt) * this.rate;
  }

  /** How many times faster than real time it runs. */
  get speed(): number {
    return this.rate;
  }

  setSpeed(speed: number): void {
    this.setNow(this.now());
    this.rate = speed;
    this.arrange();
  }

  /** Moves the clock forward by this many milliseconds; what becomes due runs before it returns. */
  advance(milliseconds: number): void {
    this.setNow(this.now() + milliseconds);
    this.arrange();
  }

  /** How far the clock is ahead of real time, in milliseconds. */
  get ahead(): number {
    return Math.round(this.now() - Date.now());
  }

  /** Puts the clock this many milliseconds ahead of real time. */
  setAhead(milliseconds: number): void {
    this.setNow(Date.now() + milliseconds);
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

  private setNow(now: number): void {
    this.startedAt = Date.now();
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
