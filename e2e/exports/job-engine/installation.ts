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
  private deaths = 0;
  private roundsToNext = 2;
  private isBusy = false;
  private restarting: Promise<void> = Promise.resolve();

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
    this.restarting = this.killInAMoment(dying).finally(() => (this.isBusy = false));
    // Whoever tells or stops it hears of it.
    this.restarting.catch(() => undefined);
  }

  async stop(): Promise<void> {
    try {
      await this.restarting;
    } finally {
      await Promise.all([this.app?.kill(), this.engine?.kill()]);
    }
  }

  private async killInAMoment(dying: readonly Victim[]): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.chance.between(0, 300)));
    await Promise.all(dying.map((victim) => this.restart(victim)));
  }

  private async restart(victim: Victim): Promise<void> {
    this.kills[victim] += 1;
    await this[victim]?.kill();
    await (victim === "app" ? this.startApp() : this.startEngine());
  }

  private async startApp(): Promise<void> {
    const lanes = this.lanes.map((lane) => lane.circumstances());
    // Not the same calls as the one before.
    const seed = this.kills.app + 1;
    this.app = await startChild(appProgram, { databaseUrl: this.databaseUrl, engineUrl: url(this.ports.engine), port: this.ports.app, seed, lanes } satisfies AppOptions);
  }

  private async startEngine(): Promise<void> {
    this.engine = await startChild("engine-process", { databaseUrl: this.databaseUrl, appUrl: url(this.ports.app), port: this.ports.engine });
  }
}
