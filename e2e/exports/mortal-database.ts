import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Database } from "@/lib/db";
import { PrismaClient } from "@/lib/generated/prisma/client";
import { patience } from "./lane";
import type { Life } from "./life";

/** Databases as workers with a fate see them. Opening one takes as much as a dozen questions, so whoever lived to its end leaves its own to the next. */
export type MortalDatabases = {
  /** When the worker dies, its connections break off, and no answer reaches it any more. */
  take(life: Life): MortalDatabase;
  /** By a worker that will ask nothing more. What belonged to a dead one is nobody's. */
  giveBack(db: MortalDatabase): void;
  close(): Promise<void>;
};

export function openMortalDatabases(url: string): MortalDatabases {
  const free: MortalDatabase[] = [];
  return {
    take: (life) => {
      const db = free.pop() ?? new MortalDatabase(url);
      db.serve(life);
      return db;
    },
    giveBack: (db) => {
      if (db.isBroken) return;
      db.leave();
      free.push(db);
    },
    close: async () => {
      await Promise.all(free.map((db) => db.close()));
    },
  };
}

export class MortalDatabase implements Database {
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;
  private readonly clients = new Set<pg.Client>();
  private life: Life | null = null;

  constructor(url: string) {
    const note = (client: pg.Client) => this.note(client);
    class MortalClient extends pg.Client {
      constructor(options?: pg.ClientConfig) {
        super(options);
        note(this);
      }
    }
    this.pool = new pg.Pool({ connectionString: url, max: 3, options: "-c TimeZone=UTC", connectionTimeoutMillis: patience, Client: MortalClient });
    this.pool.on("error", () => undefined);
    this.prisma = new PrismaClient({ adapter: new PrismaPg(this.pool), transactionOptions: { maxWait: patience, timeout: patience } });
  }

  get isBroken(): boolean {
    return this.life?.isOver ?? false;
  }

  serve(life: Life): void {
    this.life = life;
    // A fate may come after its worker has left: by then this is somebody else's.
    life.onEnd(() => {
      if (this.life === life) for (const client of this.clients) void client.end().catch(() => undefined);
    });
  }

  leave(): void {
    this.life = null;
  }

  async close(): Promise<void> {
    await this.prisma.$disconnect();
    await this.pool.end();
  }

  private note(client: pg.Client): void {
    client.on("error", () => undefined);
    const ask = client.query.bind(client);
    Object.defineProperty(client, "query", { value: (...given: unknown[]) => (this.life === null ? Reflect.apply(ask, undefined, given) : watch(this.life, ask, given)) });
    client.once("end", () => this.clients.delete(client));
    this.clients.add(client);
  }
}

/** The driver asks with a callback, which then comes last, or for a promise. */
function watch(life: Life, ask: (...given: never[]) => unknown, given: readonly unknown[]): unknown {
  const way = life.noteQuery();
  const answer = given.at(-1);
  const deliver = (hand: () => void) => {
    if (way === "askWithoutAnswer") life.die();
    else if (!life.isOver) hand();
  };
  if (typeof answer === "function") {
    if (way === "ignore") return undefined;
    return Reflect.apply(ask, undefined, [...given.slice(0, -1), (...answered: unknown[]) => deliver(() => void Reflect.apply(answer, undefined, answered))]);
  }
  return new Promise((resolve, reject) => {
    if (way === "ignore") return;
    Promise.resolve(Reflect.apply(ask, undefined, given)).then(
      (result) => deliver(() => resolve(result)),
      (error: unknown) => deliver(() => reject(error)),
    );
  });
}
