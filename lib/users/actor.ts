/** Who does something to a user: the account it happens in, and the name for the audit trail. A session is one. */
export type Actor = { accountId: string; userId: string | null; name: string };
