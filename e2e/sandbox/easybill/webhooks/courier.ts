import { setTimeout as wait } from "node:timers/promises";
import type { WebhookEvent } from "../api/call";
import { toBerlinDateTime } from "../berlin";
import type { SandboxClock } from "../../core/clock";
import type { FaultSchedule } from "../../core/faults/schedule";
import type { Company } from "../data/company";
import type { Webhook } from "../data/records/webhook";
import type { SandboxState } from "../data/state";
import { put } from "../data/tables";
import type { Fault } from "../faults/schema";
import type { FaultTarget } from "../faults/target";
import type { Protocol } from "../protocol";
import type { Delivery } from "./delivery";
import { makeMessage, type WebhookMessage } from "./message";

interface Surroundings {
  readonly state: SandboxState;
  readonly clock: SandboxClock;
  readonly faults: FaultSchedule<Fault, FaultTarget>;
  readonly protocol: () => Protocol;
}

/** A delivery on its way. */
interface Parcel {
  readonly company: Company;
  readonly webhookId: number;
  readonly url: string;
  readonly message: WebhookMessage;
  readonly times: number;
  entry: Delivery;
}

const kept = 5000;
const patienceMilliseconds = 10_000;

/** Really delivers webhooks: over HTTP, those of one webhook one after the other, unless a fault says otherwise. */
export class Courier {
  private log: Delivery[] = [];
  private last = 0;
  private held: Parcel[] = [];
  private sending = 0;
  private readonly queues = new Map<number, Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(private readonly surroundings: Surroundings) {}

  /** Oldest first. */
  deliveries(): readonly Delivery[] {
    return this.log;
  }

  /** Tells every active webhook of the company that wants to know. */
  notify(company: Company, events: readonly WebhookEvent[]): void {
    for (const event of events) {
      for (const webhook of company.tables.webhooks.records()) {
        if (webhook.is_active && webhook.events.includes(event.name)) this.accept(company, webhook, event);
      }
    }
  }

  /** Waits until nothing is being sent. What is to be late is not waited for. */
  async untilQuiet(): Promise<void> {
    while (this.sending > 0 && !this.stopping.signal.aborted) {
      await Promise.all(this.queues.values());
      await wait(5);
    }
  }

  /** Forgets what was sent, and drops what is held back. */
  clear(): void {
    this.log = [];
    this.held = [];
  }

  stop(): void {
    this.stopping.abort();
  }

  private accept(company: Company, webhook: Webhook, event: WebhookEvent): void {
    const { clock, faults, protocol } = this.surroundings;
    const message = makeMessage(event, webhook, protocol());
    const met = faults.meet({ of: "delivery", company: company.id, event: event.name, content: message.body });
    this.last += 1;
    const parcel: Parcel = {
      company,
      webhookId: webhook.id,
      url: webhook.url,
      message,
      times: met.has("webhookTwice") ? 2 : 1,
      entry: {
        number: this.last,
        at: new Date(clock.now()).toISOString(),
        company: company.id,
        webhookId: webhook.id,
        event: event.name,
        recordId: event.id,
        outcome: met.has("webhookLost") ? "lost" : "waiting",
        body: message.body,
        faults: met.all.map(({ kind }) => kind),
      },
    };
    this.log.push(parcel.entry);
    if (this.log.length > kept) this.log = this.log.slice(-kept / 2);
    if (met.has("webhookLost")) return;
    const reversed = met.get("webhookReversed");
    if (reversed !== undefined) return this.hold(parcel, reversed.count, reversed.patienceMilliseconds);
    const delay = protocol().webhookDelayMilliseconds + (met.get("webhookLate")?.milliseconds ?? 0);
    if (delay > 0) clock.after(delay, () => this.enqueue(parcel));
    else this.enqueue(parcel);
  }

  private hold(parcel: Parcel, count: number, patience: number): void {
    this.held.push(parcel);
    if (this.held.length >= count) return this.release();
    this.surroundings.clock.after(patience, () => {
      if (this.held.includes(parcel)) this.release();
    });
  }

  /** The last first. */
  private release(): void {
    for (const parcel of this.held.splice(0).reverse()) this.enqueue(parcel);
  }

  private enqueue(parcel: Parcel): void {
    this.sending += 1;
    const before = this.queues.get(parcel.webhookId) ?? Promise.resolve();
    const after = before.then(() => this.send(parcel)).finally(() => (this.sending -= 1));
    this.queues.set(parcel.webhookId, after);
  }

  private async send(parcel: Parcel): Promise<void> {
    for (let time = 0; time < parcel.times; time += 1) {
      if (this.stopping.signal.aborted) return;
      const startedAt = performance.now();
      const { code, text } = await this.post(parcel);
      const outcome = code >= 200 && code < 300 ? "delivered" : "failed";
      this.replace(parcel, { ...parcel.entry, outcome, milliseconds: Math.round(performance.now() - startedAt), ...(code === 0 ? {} : { status: code }) });
      this.remember(parcel, code, text);
    }
  }

  private async post({ url, message }: Parcel): Promise<{ code: number; text: string }> {
    try {
      const signal = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(patienceMilliseconds)]);
      const answer = await fetch(url, { method: "POST", headers: message.headers, body: message.body, redirect: "manual", signal });
      return { code: answer.status, text: (await answer.text()).slice(0, 1000) };
    } catch (problem) {
      return { code: 0, text: problem instanceof Error ? problem.message : "no answer" };
    }
  }

  private replace(parcel: Parcel, entry: Delivery): void {
    const place = this.log.indexOf(parcel.entry);
    if (place >= 0) this.log[place] = entry;
    parcel.entry = entry;
  }

  /** Keeps how the receiver answered, as the vendor shows it in `last_response`. */
  private remember({ company, webhookId }: Parcel, code: number, response: string): void {
    const { state, clock } = this.surroundings;
    const webhook = company.tables.webhooks.get(webhookId);
    if (webhook === undefined || this.stopping.signal.aborted) return;
    const last = { date: toBerlinDateTime(clock.now()), code, response };
    state.commit({ company: company.id, changes: [put("webhooks", { ...webhook, last_response: last })] });
  }
}
