import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Database } from "@/lib/db";
import { PrismaClient } from "@/lib/generated/prisma/client";
import { patience } from "./lane";
import type { Life } from "./life";

/** A database as one worker sees it: when the worker dies, its connections break off, and no answer reaches it any more. */
export function openMortalDatabase(url: string, life: Life): Database {
  class MortalClient extends pg.Client {
    constructor(options?: pg.ClientConfig) {
      super(options);
      this.on("error", () => undefined);
      const ask = this.query.bind(this);
      Object.defineProperty(this, "query", { value: (...given: unknown[]) => watch(life, ask, given) });
      life.onEnd(() => void this.end().catch(() => undefined));
    }
  }
  const pool = new pg.Pool({ connectionString: url, max: 3, options: "-c TimeZone=UTC", connectionTimeoutMillis: patience, Client: MortalClient });
  pool.on("error", () => undefined);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: { maxWait: patience, timeout: patience } });
  return {
    prisma,
    pool,
    close: async () => {
      if (life.isOver) return;
      await prisma.$disconnect();
      await pool.end();
    },
  };
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
