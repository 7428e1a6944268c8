import type { ServerAction } from "@/components/actions/use-server-action";
import type { Role } from "@/lib/auth/roles";
import type { AccessOutcome } from "@/lib/users/change-access";

export type InviteAnswer = { outcome: "emailTaken" } | { outcome: "invited"; address: string };

/** What the users page can do; the page hands it in. */
export type UserActions = {
  renewLink: ServerAction<{ userId: string }, { address: string }>;
  changeRole: ServerAction<{ userId: string; role: Role }, AccessOutcome>;
  deactivate: ServerAction<{ userId: string }, AccessOutcome>;
  reactivate: ServerAction<{ userId: string }, AccessOutcome>;
};
