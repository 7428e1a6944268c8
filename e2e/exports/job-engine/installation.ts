import type { Inngest } from "inngest";
import type { CashLane } from "@/e2e/exports/cash/lane";
import { startChild, type Child } from "@/e2e/support/job-engine/child";
import { createClient } from "@/e2e/support/job-engine/test-app";
import type { Chance } from "@/e2e/support/proof/chance";
import { findFreePort } from "@/scripts/free-port";
import type { AppOptions } from "./app-options";

const url = (port: number) => `http://127.0.0.1:${port}`;
const appProgram = new URL("./app-process.ts", import.meta.url);

/** Who dies next, in turn. */
const victims = [["app"], ["engine"], ["app", "engine"]] as const;
type Victim = (typeof victims)[number][number];

/** The application and the job engine of some lanes, each a process of its own; now and then one of them, or both, are killed and started again. */
export class Installation {
  readonly kills: Record<Victim, number> = { app: 0, engine: 0 };
  readonly client: Inngest;
  private app: Child | null = null;
  private engine: Child | null = null;
  private readonly dying = new Set<Victim>();
  private isStopping = false;
  private deaths = 0;
  private roundsToNext = 2;
  private isBusy = false;
  private restarting: Promise<void> = Promise.resolve();
  private failure: Error | null = null;

  private constructor(
    private readonly databaseUrl: string,
    private readonly lanes: readonly CashLane[],
    private readonly ports: Readonly<Record<Victim, number>>,
    private readonly chance: Chance,
  ) {
    this.client = createClient(url(ports.engine));
  }

  static async start(databaseUrl: string, lanes: readonly CashLane[], chance: Chance): Promise<Installation> {
    const installation = new Installation(databaseUrl, lanes, { app: await findFreePort(), engine: await findFreePort() }, chance);
    await Promise.all([installation.startApp(), installation.startEngine()]);
    return installation;
  }

  /** Tells the application how a lane's circumstances are now. One that is being started may have read them before. */
  async tell(lane: CashLane): Promise<void> {
    await this.restarting;
    await this.app?.tell([lane.circumstances()]);
  }

  /** Called once a round: every few of them somebody dies in a moment, unless the last one is still on its way back. */
  killPerhaps(): void {
    this.roundsToNext -= 1;
    if (this.isBusy || this.roundsToNext > 0) return;
    this.roundsToNext = this.chance.between(2, 12);
    this.isBusy = true;
    const dying = victims[this.deaths % victims.length] ?? [];
    this.deaths += 1;
    this.watch(this.killInAMoment(dying).finally(() => (this.isBusy = false)));
  }

  /** @throws Error when somebody who died could not be started again */
  ensureWhole(): void {
    if (this.failure) throw this.failure;
  }

  async stop(): Promise<void> {
    try {
      await this.restarting;
    } finally {
      this.isStopping = true;
      await Promise.all([this.app?.kill(), this.engine?.kill()]);
    }
  }

  private async killInAMoment(dying: readonly Victim[]): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.chance.between(0, 300)));
    await Promise.all(dying.map((victim) => this.restart(victim)));
  }

  private async restart(victim: Victim): Promise<void> {
    if (this.dying.has(victim)) return;
    this.dying.add(victim);
    this.kills[victim] += 1;
    try {
      await this[victim]?.kill();
      await (victim === "app" ? this.startApp() : this.startEngine());
    } finally {
      this.dying.delete(victim);
    }
  }

  private watch(restarting: Promise<void>): void {
    this.restarting = restarting;
    restarting.catch((error: unknown) => (this.failure = new Error("What died could not be started again", { cause: error })));
  }

  private async startApp(): Promise<void> {
    const lanes = this.lanes.map((lane) => lane.circumstances());
    // Not the same calls as the one before.
    const seed = this.kills.app + 1;
    // The first two die by themselves, whatever kills them besides.
    const lastSend = this.kills.app < 2 ? 2 : null;
    const app = await startChild(appProgram, { databaseUrl: this.databaseUrl, engineUrl: url(this.ports.engine), port: this.ports.app, seed, lastSend, lanes } satisfies AppOptions);
    this.app = app;
    void app.gone.then(() => this.replace(app));
    // Those it was started with may be old by now. From here on it may die by itself.
    void app.tell(this.lanes.map((lane) => lane.circumstances()));
  }

  /** One that died by itself; one that was killed is replaced by whoever killed it. */
  private replace(app: Child): void {
    if (this.isStopping || this.dying.has("app") || this.app !== app) return;
    this.watch(Promise.all([this.restarting, this.restart("app")]).then(() => undefined));
  }

  private async startEngine(): Promise<void> {
    this.engine = await startChild("engine-process", { databaseUrl: this.databaseUrl, appUrl: url(this.ports.app), port: this.ports.engine });
  }
}
