import type { Inngest } from "inngest";
import type { CashLane } from "@/e2e/exports/cash/lane";
import { startChild, type Child } from "@/e2e/support/job-engine/child";
import { createClient } from "@/e2e/support/job-engine/test-app";
import type { Chance } from "@/e2e/support/proof/chance";
import { findFreePort } from "@/scripts/free-port";
import type { AppOptions } from "./app-options";

const url = (port: number) => `http://127.0.0.1:${port}`;
const appProgram = new URL("./app-process.ts", import.meta.url);

/** The application and the job engine of some lanes, each a process of its own; the engine is killed and started again at random moments. */
export class Installation {
  kills = 0;
  readonly client: Inngest;
  private app: Child | null = null;
  private engine: Child | null = null;
  private isBusy = false;
  private restarting: Promise<void> = Promise.resolve();

  private constructor(
    private readonly databaseUrl: string,
    private readonly lanes: readonly CashLane[],
    private readonly ports: { app: number; engine: number },
    private readonly chance: Chance,
  ) {
    this.client = createClient(url(ports.engine));
  }

  static async start(databaseUrl: string, lanes: readonly CashLane[], chance: Chance): Promise<Installation> {
    const installation = new Installation(databaseUrl, lanes, { app: await findFreePort(), engine: await findFreePort() }, chance);
    await Promise.all([installation.startApp(), installation.startEngine()]);
    return installation;
  }

  /** Tells the application how a lane's circumstances are now. */
  async tell(lane: CashLane): Promise<void> {
    await this.app?.tell([lane.circumstances()]);
  }

  /** Now and then kills the job engine in a moment, unless the last one is still on its way back. */
  killPerhaps(probability: number): void {
    if (this.isBusy || this.chance.between(0, 1) >= probability) return;
    this.isBusy = true;
    this.restarting = this.killInAMoment().finally(() => (this.isBusy = false));
    // Whoever stops it hears of it.
    this.restarting.catch(() => undefined);
  }

  async stop(): Promise<void> {
    try {
      await this.restarting;
    } finally {
      await Promise.all([this.app?.kill(), this.engine?.kill()]);
    }
  }

  private async killInAMoment(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.chance.between(0, 300)));
    await this.restartEngine();
  }

  private async restartEngine(): Promise<void> {
    this.kills += 1;
    await this.engine?.kill();
    await this.startEngine();
  }

  private async startApp(): Promise<void> {
    const lanes = this.lanes.map((lane) => lane.circumstances());
    this.app = await startChild(appProgram, { databaseUrl: this.databaseUrl, engineUrl: url(this.ports.engine), port: this.ports.app, seed: 1, lanes } satisfies AppOptions);
  }

  private async startEngine(): Promise<void> {
    this.engine = await startChild("engine-process", { databaseUrl: this.databaseUrl, appUrl: url(this.ports.app), port: this.ports.engine });
  }
}
