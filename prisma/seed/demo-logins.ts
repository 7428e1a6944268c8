import type { Role } from "@/lib/auth/roles";
import type { Locale } from "@/lib/i18n/locales";

type DemoUser = { email: string; name: string; role: Role; locale: Locale };
type DemoAccount = { name: string; locale: Locale; timeZone: string; users: readonly DemoUser[]; /** How many, and what they are made from. */ workOrders: { count: number; seed: number } };

/** The same for everybody in the demonstration, which never runs against real vendors. */
export const demoPassword = "demo-password-2026";

/** The second account is there so that one can see that neither sees anything of the other. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    name: "De Vries Installatie",
    locale: "nl",
    timeZone: "Europe/Amsterdam",
    workOrders: { count: 300, seed: 2026 },
    users: [
      { email: "marit@demo.example", name: "Marit de Vries", role: "administrator", locale: "en" },
      { email: "piet@demo.example", name: "Piet Bakker", role: "planner", locale: "en" },
      { email: "vera@demo.example", name: "Vera Smit", role: "viewer", locale: "en" },
    ],
  },
  {
    name: "Jansen Techniek",
    locale: "nl",
    timeZone: "Europe/Amsterdam",
    workOrders: { count: 45, seed: 2027 },
    users: [{ email: "jan@jansen.example", name: "Jan Jansen", role: "administrator", locale: "en" }],
  },
];

/** What the start prints, so that people can look around in every role. */
export const demoLogins = demoAccounts.flatMap((account) =>
  account.users.map(({ email, role }) => ({ account: account.name, email, role, password: demoPassword })),
);
