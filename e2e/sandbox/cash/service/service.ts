import type { SandboxClock } from "../../core/clock";
import type { CashUser } from "../credentials";
import type { Administration } from "../data/administration";
import type { SandboxState } from "../data/state";
import type { MetFaults } from "../faults/target";
import type { Transaction } from "../import/transaction";
import type { Protocol } from "../protocol";
import type { AnsweredTransaction, CashAnswer } from "../soap/answer";
import type { AdministrationChoice, CashCall } from "../soap/call";
import { makeResponse } from "../soap/codes";
import { exportRecords } from "./export-records";
import type { Sessions } from "./sessions";
import type { Transactions, Wait } from "./transactions";

interface Surroundings {
  readonly state: SandboxState;
  readonly clock: SandboxClock;
  readonly sessions: Sessions;
  readonly transactions: Transactions;
  readonly protocol: () => Protocol;
}

/** A moment as the vendor writes it in transactions. */
function toMoment(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace("T", " ");
}

function chooseAdministration(state: SandboxState, user: CashUser, { admCode }: AdministrationChoice): Administration | undefined {
  return user.administrations.some((code) => code === admCode) ? state.administration(admCode) : undefined;
}

/** What the vendor does with a call once it has arrived: checks who calls, and reads or books. */
export class CashService {
  constructor(private readonly surroundings: Surroundings) {}

  answer(call: CashCall, faults: MetFaults): CashAnswer {
    const { sessions, protocol, transactions } = this.surroundings;
    transactions.settleDue();
    const admission = sessions.admit(call.access, protocol(), faults);
    if (!admission.ok) return { response: makeResponse(admission.code) };
    const forced = faults.get("responseCode");
    if (forced !== undefined) return { response: makeResponse(forced.code) };
    const { user } = admission;
    switch (call.operation) {
      case "Authenticate":
        return { response: makeResponse(1), token: sessions.issue(user, protocol()) };
      case "ListAdministrations":
        return { response: makeResponse(1), administrations: this.administrationsOf(user) };
      case "Export":
        return this.export(call, user, faults);
      case "Import":
        return this.import(call, user, faults);
      case "GetTransaction":
        return this.getTransaction(call.id, user);
    }
  }

  private administrationsOf(user: CashUser): readonly Administration[] {
    return this.surroundings.state.administrations.filter(({ admCode }) => user.administrations.includes(admCode));
  }

  private export(call: Extract<CashCall, { operation: "Export" }>, user: CashUser, faults: MetFaults): CashAnswer {
    const { state, clock, protocol } = this.surroundings;
    const administration = chooseAdministration(state, user, call.administration);
    if (administration === undefined) return { response: makeResponse(call.administration.admCode === "" ? 903 : 1002) };
    if (faults.has("missingRights") || user.withoutRights.includes(administration.admCode)) {
      return { response: makeResponse(800, "Onvoldoende rechten") };
    }
    return exportRecords({ administration, command: call.command, faults, protocol: protocol(), now: clock.now(), state });
  }

  private import(call: Extract<CashCall, { operation: "Import" }>, user: CashUser, faults: MetFaults): CashAnswer {
    const { state, clock, transactions } = this.surroundings;
    const administration = chooseAdministration(state, user, call.administration);
    if (administration === undefined) return { response: makeResponse(call.administration.admCode === "" ? 903 : 1002) };
    const pending = faults.get("pending");
    const lacksRights = faults.has("missingRights") || user.withoutRights.includes(administration.admCode);
    const wait: Wait | undefined = lacksRights ? {} : pending && {
      ...(pending.polls === undefined ? {} : { pollsLeft: pending.polls }),
      ...(pending.milliseconds === undefined ? {} : { dueAt: clock.now() + pending.milliseconds }),
    };
    const refused = faults.get("refused");
    const refusal = refused
      ? { message: refused.message, ...(refused.records === undefined ? {} : { table: refused.records }) }
      : pending?.then === "refused" ? { message: "Administratie is geblokkeerd" } : undefined;
    try {
      const transaction = transactions.start({ administration, initiator: user.email, xml: call.xml, refusal }, wait);
      return { response: makeResponse(1), transaction: this.describe(transaction) };
    } catch (problem) {
      return { response: makeResponse(900, problem instanceof Error ? problem.message : "onleesbaar") };
    }
  }

  private getTransaction(id: string, user: CashUser): CashAnswer {
    const transaction = this.surroundings.transactions.poll(id);
    if (transaction === undefined || !user.administrations.some((code) => code === transaction.admCode)) {
      return { response: makeResponse(902) };
    }
    return { response: makeResponse(1), transaction: this.describe(transaction) };
  }

  private describe({ id, status, createdAt, updatedAt, admCode, initiator, err }: Transaction): AnsweredTransaction {
    const admMap = this.surroundings.state.administration(admCode)?.admMap ?? "";
    return { id, status, creation: toMoment(createdAt), lastUpdate: toMoment(updatedAt), administration: { admCode, admMap }, initiator, err };
  }
}
