import { runSandbox } from "../core/run";
import { readSettings } from "./settings";
import { startCashSandbox } from "./start";

await runSandbox(
  "Cash",
  (options) => startCashSandbox({ ...readSettings(), ...options }),
  ({ url, wsdlUrl }) => ({ url, wsdlUrl }),
);
