import { check, type ControlRoutes } from "../../core/control/handle";
import { clockRequestSchema, toMilliseconds } from "../../core/control/schema";
import { applySwitches } from "../../core/control/switches";
import { tableDefinitions } from "../data/definitions";
import { describeData } from "../generator/describe";
import type { Sandbox } from "../sandbox";
import { SoapProblem } from "../soap/problem";
import { changeRecords } from "./change-records";
import { listRecords } from "./list-records";
import { controlRequestSchema, listQuerySchema, recordsRequestSchema, requestsQuerySchema } from "./schema";
import { describeStatus } from "./status";

/** What is under `/_control`: switches, clock, data and journal. */
export function makeControlRoutes(sandbox: Sandbox): ControlRoutes {
  const { journal, state } = sandbox;
  return {
    get: {
      "": () => describeStatus(sandbox),
      "/requests": (query) => ({ counts: journal.counts(), requests: journal.entries(check(requestsQuerySchema, query)) }),
      "/records": (query) => listRecords(sandbox, check(listQuerySchema, query)),
      "/transactions": () => ({ transactions: [...state.transactions()].reverse() }),
      "/tables": () => ({ tables: Object.values(tableDefinitions) }),
      "/description": () => describeData(sandbox.data),
    },
    post: {
      "": (body) => {
        applySwitches(sandbox, check(controlRequestSchema, body));
        return describeStatus(sandbox);
      },
      "/clock": (body) => {
        sandbox.advanceClock(toMilliseconds(check(clockRequestSchema, body)));
        return describeStatus(sandbox);
      },
      "/records": (body) => {
        const { administration, changes } = check(recordsRequestSchema, body);
        return { changed: changeRecords(sandbox, administration, changes) };
      },
    },
    isRefusal: (problem) => problem instanceof SoapProblem,
  };
}
