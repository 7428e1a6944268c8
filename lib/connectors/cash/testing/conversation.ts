import { demoCredentials } from "@/e2e/sandbox/cash/credentials";
import type { Login } from "@/lib/connectors/connector";
import { openConversation as open, type Conversation, type ConversationOptions } from "@/lib/connectors/testing/conversation";

export { failureOf, knownFrom, readPass, standingsAfter, tallyOutcomes, type Conversation, type ReadPass } from "@/lib/connectors/testing/conversation";

/** The demo login as a form hands it over. */
export const demoLogin: Login = { relationCode: demoCredentials.relation, email: demoCredentials.email, password: demoCredentials.password };

/** A context as the engine opens one for the sandbox of Cash, with everything it was told kept for a look afterwards. */
export function openConversation({ login = demoLogin, administration = "01", ...rest }: Partial<ConversationOptions> = {}): Conversation {
  return open({ login, administration, ...rest });
}
