import { z } from "zod";
import { logger } from "@/lib/logger";
import { createAlarm } from "./alarm";
import { requestApp } from "./app-request";
import type { EngineTiming } from "./timing";

/** Whether the app is there. While it is not, no call is made: it is knocked at until it answers, and asked for its functions with that. */
export type AppPresence = {
  isThere: () => boolean;
  /** A call found it gone. */
  lose: (reason: string) => void;
  /** Asks for the functions now. */
  refresh: () => void;
  /** Asks no more; a registration under way may come to its end first. */
  stop: () => Promise<void>;
};

type PresenceOptions = { endpoint: URL; signingKey: string; timing: EngineTiming; onArrival: () => void };

const syncReply = z.object({ message: z.string() });

/** Starts to ask the app for its functions: at once, again and again until it answers, and from time to time afterwards. */
export function watchApp({ endpoint, signingKey, timing, onArrival }: PresenceOptions): AppPresence {
  const alarm = createAlarm();
  const impatience = new AbortController();
  let isStopping = false;
  let isThere = false;
  let lastMessage = "";
  let pause = timing.appRetryFirst;

  const report = (level: "info" | "warn" | "error", message: string) => {
    if (message !== lastMessage) logger[level](`job engine: ${message}`);
    lastMessage = message;
  };

  const knock = async () => {
    const reply = await requestApp({ url: endpoint, method: "PUT", body: "", timeout: timing.syncTimeout, signal: impatience.signal }, signingKey, timing);
    if (isStopping) return;
    if (reply.type !== "answered") {
      isThere = false;
      report("warn", `waiting for the app: ${reply.reason}`);
      await alarm.wait(pause);
      pause = Math.min(pause * 2, timing.appRetryLongest);
      return;
    }
    if (reply.status === 200) report("info", "the app has registered its functions");
    else report("error", `the app's functions are not registered: ${readMessage(reply.body)}`);
    pause = timing.appRetryFirst;
    isThere = true;
    onArrival();
    await alarm.wait(reply.status === 200 ? timing.resync : timing.appRetryLongest);
  };

  const watching = (async () => {
    while (!isStopping) await knock();
  })();

  return {
    isThere: () => isThere,
    lose: (reason) => {
      if (!isThere) return;
      isThere = false;
      report("warn", `waiting for the app: ${reason}`);
      alarm.ring();
    },
    refresh: () => alarm.ring(),
    stop: async () => {
      isStopping = true;
      alarm.ring();
      const timer = setTimeout(() => impatience.abort(), timing.registrationGrace);
      await watching;
      clearTimeout(timer);
    },
  };
}

function readMessage(body: string): string {
  try {
    return syncReply.parse(JSON.parse(body)).message;
  } catch {
    return body.slice(0, 500);
  }
}
