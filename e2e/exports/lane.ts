import type { Connector } from "@/lib/connectors/connector";
import type { ExportEngine } from "@/lib/export/engine";
import type { enterWorkOrder } from "@/lib/work-orders/fixtures/entered";
import type { ExportingAccount } from "@/lib/work-orders/fixtures/exporting-account";
import type { MortalDatabases } from "./mortal-database";
import type { Plan } from "./plan";

/** An account with its own vendor and its own time: what is proved in one lane disturbs no other. */
export type Lane<OnePlan extends Plan = Plan> = ExportingAccount & {
  readonly connector: Connector;
  /** Of somebody who lives for ever. */
  readonly engine: ExportEngine;
  /** Of those who do not. */
  readonly mortals: MortalDatabases;
  readonly stock: Stock;
  /** The vendor behaves, and the settings are, as a plan of this vendor says. */
  begin(plan: OnePlan): Promise<void>;
  /** Nothing at the vendor goes wrong any more. */
  calm(): Promise<void>;
  /** What a person does about a login that is refused. Out: whether there was something to do. */
  reconnect(): Promise<boolean>;
  /** What the vendor was asked lately, for who looks for a fault. */
  tellRequests(): Promise<readonly string[]>;
  now(): Date;
  /** Lets time pass, here and at the vendor. */
  passTo(moment: Date): Promise<void>;
  close(): Promise<void>;
};

type Customer = NonNullable<NonNullable<Parameters<typeof enterWorkOrder>[0]>["customer"]>;

/** What both sides know, and who comes new. */
export type Stock = {
  readonly materials: readonly string[];
  readonly hourType: string;
  readonly customer: Customer;
  /** A customer that nobody knows yet. */
  readonly newcomer: (name: string, debtorNumber: string | null) => Customer;
};

/** That a machine is busy breaks no promise: so long is waited for the database (milliseconds). */
export const patience = 180_000;
