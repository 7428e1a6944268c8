import { check, type ControlRoutes } from "../../core/control/handle";
import { ControlProblem } from "../../core/control/problem";
import { toMilliseconds } from "../../core/control/schema";
import { applySwitches } from "../../core/control/switches";
import { ApiProblem } from "../api/problem";
import { describeData } from "../generator/describe";
import type { Sandbox } from "../sandbox";
import { listRecords } from "./list-records";
import { performActs } from "./perform-acts";
import { actsRequestSchema, controlRequestSchema, deliveriesQuerySchema, listQuerySchema, requestsQuerySchema, speedRequestSchema } from "./schema";
import { describeStatus } from "./status";

/** What is under `/_control`: switches, clock, acts, data, deliveries and journal. */
export function makeControlRoutes(sandbox: Sandbox): ControlRoutes {
  const { clock, courier, journal, state } = sandbox;
  return {
    get: {
      "": () => describeStatus(sandbox),
      "/requests": (query) => {
        const { company, ...wanted } = check(requestsQuerySchema, query);
        return { counts: journal.counts(), requests: journal.entries(wanted).filter((entry) => company === undefined || entry.company === company) };
      },
      "/deliveries": async (query) => {
        const { after, quiet } = check(deliveriesQuerySchema, query);
        if (quiet !== undefined) await courier.untilQuiet();
        return { deliveries: courier.deliveries().filter(({ number }) => number > after) };
      },
      "/records": (query) => listRecords(sandbox, check(listQuerySchema, query)),
      "/description": () => describeData(sandbox.data),
    },
    post: {
      "": (body) => {
        applySwitches(sandbox, check(controlRequestSchema, body));
        return describeStatus(sandbox);
      },
      "/clock": (body) => {
        const { speed, ...time } = check(speedRequestSchema, body);
        sandbox.advanceClock(toMilliseconds(time));
        if (speed !== undefined) clock.setSpeed(speed);
        return describeStatus(sandbox);
      },
      "/acts": (body) => {
        const { company: id, acts, silently } = check(actsRequestSchema, body);
        const company = state.company(id);
        if (company === undefined) throw new ControlProblem(`There is no company ${id}.`, 404);
        return { ids: performActs(sandbox, company, acts, silently) };
      },
    },
    isRefusal: (problem) => problem instanceof ApiProblem,
  };
}
