import { randomBytes } from "node:crypto";
import type { SandboxClock } from "../../core/clock";
import type { CashUser } from "../credentials";
import type { MetFaults } from "../faults/target";
import type { Protocol } from "../protocol";
import type { Access } from "../soap/call";
import type { ResponseCode } from "../soap/codes";

export type Admission = { readonly ok: true; readonly user: CashUser } | { readonly ok: false; readonly code: ResponseCode };

interface Session {
  readonly user: CashUser;
  readonly validUntil: number;
}

/** Who may come in: the API users and the tokens they were given. Tokens do not survive a restart. */
export class Sessions {
  private readonly tokens = new Map<string, Session>();

  constructor(
    private readonly users: readonly CashUser[],
    private readonly clock: SandboxClock,
  ) {}

  /** Gives a new token to this user. */
  issue(user: CashUser, protocol: Protocol): string {
    const token = randomBytes(16).toString("hex");
    this.tokens.set(token, { user, validUntil: this.clock.now() + protocol.tokenLifetimeMinutes * 60_000 });
    return token;
  }

  /** Forgets every token. */
  clear(): void {
    this.tokens.clear();
  }

  /** Checks a token or credentials, and whether an administration is linked to the user. */
  admit(access: Access, protocol: Protocol, faults: MetFaults): Admission {
    if (faults.has("loginRefused") && access.kind === "credentials") return { ok: false, code: 2 };
    const expired = faults.get("tokenExpired");
    if (expired !== undefined && access.kind === "token") return { ok: false, code: expired.code };
    const admission = access.kind === "token" ? this.admitToken(access.token, protocol) : this.admitCredentials(access);
    if (!admission.ok) return admission;
    const isUnlinked = admission.user.administrations.length === 0 || faults.has("noAdministration");
    return isUnlinked ? { ok: false, code: 1002 } : admission;
  }

  /** The user this access claims to be, for counting requests; a text that is the same for the same user. */
  claimedUser(access: Access): string {
    if (access.kind === "credentials") return `${access.relation} ${access.email.toLowerCase()}`;
    const user = this.tokens.get(access.token)?.user;
    return user === undefined ? "unknown" : `${user.relation} ${user.email.toLowerCase()}`;
  }

  private admitToken(token: string, protocol: Protocol): Admission {
    if (!/^[0-9a-f]{32}$/.test(token)) return { ok: false, code: 6 };
    const session = this.tokens.get(token);
    if (session === undefined) return { ok: false, code: 5 };
    if (session.validUntil > this.clock.now()) return { ok: true, user: session.user };
    this.tokens.delete(token);
    return { ok: false, code: protocol.expiredTokenCode };
  }

  private admitCredentials({ relation, email, password }: Extract<Access, { kind: "credentials" }>): Admission {
    const user = this.users.find(
      (candidate) =>
        candidate.relation === relation && candidate.email.toLowerCase() === email.toLowerCase() && candidate.password === password,
    );
    return user === undefined ? { ok: false, code: 2 } : { ok: true, user };
  }
}
