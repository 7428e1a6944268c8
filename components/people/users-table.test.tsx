import { describe, expect, it } from "vitest";
import { UsersTable } from "@/components/people/users-table";
import { render } from "@/e2e/support/render";
import { locales } from "@/lib/i18n/locales";
import type { UserRow } from "@/lib/users/list-users";

const never = () => Promise.resolve({});
const actions = { renewLink: never, changeRole: never, deactivate: never, reactivate: never };
const user: UserRow = { id: "1", name: "Femke Bakker", email: "femke@bakker.example", role: "administrator", state: "active", lastSignInAt: new Date("2026-11-20T08:36:00.000Z") };
const others: UserRow[] = [{ ...user, id: "2", name: "Joost Mulder", role: "planner", state: "invited", lastSignInAt: null }, { ...user, id: "3", name: "Sanne Vos", role: "viewer", state: "deactivated" }];

describe("the users of an account", () => {
  it("are named with role, state and their last sign-in; one is you", async () => {
    const { text, buttons } = await render(<UsersTable users={[user, ...others]} ownId="1" actions={actions} />);
    expect(text).toMatch(/Femke Bakker · you femke@bakker\.example .*Administrator Active 4 min ago/);
    expect(text).toMatch(/Joost Mulder femke@bakker\.example .*Planner Invited Not yet/i);
    expect(text).toMatch(/Sanne Vos .*Viewer Deactivated/);
    expect(text.match(/· you/g)).toHaveLength(1);
    expect(buttons).toHaveLength(3);
    expect(buttons[1]).toContain("Joost Mulder");
  });

  it.each(locales)("have every word in %s", async (locale) => {
    expect((await render(<UsersTable users={[user, ...others]} ownId="2" actions={actions} />, { locale })).text).toContain("Sanne Vos");
  });
});
