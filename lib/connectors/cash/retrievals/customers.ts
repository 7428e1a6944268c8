import type { CustomerStanding } from "../records/relation";
import { isBlocked } from "../records/blocked";
import { tidy, withoutPadding } from "../records/text";
import type { CashSession } from "../session";

type Customer = { externalId: string; isBlocked: boolean; hasRelation: boolean };

/** More blocked customers than this are not kept between passes. */
const greatestBlocked = 5000;

/** Who is a customer, and who is blocked as one (R2220); small enough to be kept while the relations stream by. */
export class Customers {
  private readonly byNumber = new Map<string, Customer>();

  /** @throws AppError as every export */
  static async read(session: CashSession): Promise<Customers> {
    const { fieldMap } = session;
    const customers = new Customers();
    for await (const records of session.export(fieldMap.allCustomers, fieldMap.customerRecord)) {
      for (const record of records) {
        const externalId = tidy(record.get(fieldMap.customerRelation));
        if (externalId === "") continue;
        customers.byNumber.set(withoutPadding(externalId), { externalId, isBlocked: isBlocked(record, fieldMap.customerBlocked, fieldMap), hasRelation: false });
      }
    }
    return customers;
  }

  get size(): number {
    return this.byNumber.size;
  }

  standingOf(externalId: string): CustomerStanding {
    const customer = this.byNumber.get(withoutPadding(externalId));
    if (customer === undefined) return "none";
    return customer.isBlocked ? "blocked" : "open";
  }

  /** Remembers that the relation of this customer was read. */
  noteRelation(externalId: string): void {
    const customer = this.byNumber.get(withoutPadding(externalId));
    if (customer !== undefined) customer.hasRelation = true;
  }

  /** Customers of whom no relation was read, by the relation's external id. */
  *withoutRelation(): Generator<string> {
    for (const customer of this.byNumber.values()) if (!customer.hasRelation) yield customer.externalId;
  }

  /** External ids of those who are not blocked. */
  *open(): Generator<string> {
    for (const customer of this.byNumber.values()) if (!customer.isBlocked) yield customer.externalId;
  }

  /** Numbers of the blocked ones, for the next pass; null when they are too many to keep. */
  blockedNumbers(): string[] | null {
    const blocked = [...this.byNumber].filter(([, customer]) => customer.isBlocked).map(([number]) => number);
    return blocked.length > greatestBlocked ? null : blocked.sort();
  }
}
