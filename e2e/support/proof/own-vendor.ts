import { demoUsers, type CashUser } from "@/e2e/sandbox/cash/credentials";
import { type CashSandbox, startCashSandbox } from "@/e2e/sandbox/cash/start";

/** A stand-in of Cash in this process, which may go down and come back at the same address. */
export type OwnVendor = {
  readonly wsdlUrl: string;
  readonly control: CashSandbox;
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
};

/** Starts one that knows the demo users and some more. */
export async function startOwnVendor(users: readonly CashUser[]): Promise<OwnVendor> {
  const start = (port: number) => startCashSandbox({ users: [...demoUsers, ...users], port });
  let sandbox: CashSandbox | null = await start(0);
  const { wsdlUrl } = sandbox;
  const control = sandbox;
  return {
    wsdlUrl,
    control,
    goDown: async () => {
      await sandbox?.stop();
      sandbox = null;
    },
    comeBack: async () => {
      sandbox ??= await start(Number(new URL(wsdlUrl).port));
    },
  };
}
