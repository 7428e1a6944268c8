import type { Identity } from "@/lib/connectors/connector";
import { AppError } from "@/lib/errors";
import type { CashSession } from "./session";

/** Administrations in which the rights are tried, at most. */
const greatestTries = 5;

/**
 * Tries a login: who it is, which administrations it sees, and whether it may read in at least one of them (rights are given per
 * administration).
 * @throws AppError credentials_refused, no_administration, missing_rights, and as every call
 */
export async function verifyLogin(session: CashSession): Promise<Identity> {
  const administrations = await session.administrations();
  let refusal: AppError | null = null;
  for (const { code } of administrations.slice(0, greatestTries)) {
    refusal = await tryToRead(session, code);
    if (refusal === null) break;
  }
  if (refusal !== null) throw refusal;
  return { administrations, person: null };
}

/** Null when reading works. A user who may not read one administration may be meant for another. */
async function tryToRead(session: CashSession, administration: string): Promise<AppError | null> {
  const { rightsProbe, relationRecord } = session.fieldMap;
  try {
    for await (const records of session.export(rightsProbe, relationRecord, administration)) if (records.length > 0) break;
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code === "missing_rights") return error;
    throw error;
  }
}
