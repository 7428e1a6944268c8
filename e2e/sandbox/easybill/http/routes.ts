import { handleControl } from "../../core/control/handle";
import type { Route } from "../../core/http/server";
import { makeControlRoutes } from "../control/routes";
import { sendPage } from "../page/route";
import type { Sandbox } from "../sandbox";
import { basePath, handleApi } from "./api-route";

function makeApiRoute(sandbox: Sandbox): Route {
  return async (exchange, address) => {
    if (!address.pathname.startsWith(`${basePath}/`)) return false;
    await handleApi(exchange, sandbox, address);
    return true;
  };
}

/** Everything an EasyBill sandbox answers: the API, what steers it, and its page. */
export function makeRoutes(sandbox: Sandbox): readonly Route[] {
  const control = makeControlRoutes(sandbox);
  return [makeApiRoute(sandbox), (exchange, address) => handleControl(exchange, address, control), sendPage];
}
