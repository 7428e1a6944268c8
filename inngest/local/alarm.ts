/** A bell that can be waited for. Rung while nobody waits, it is heard at the next wait. */
export type Alarm = {
  ring: () => void;
  /** Until it rings, at most so many milliseconds. */
  wait: (longest: number) => Promise<void>;
};

export function createAlarm(): Alarm {
  let hasRung = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      hasRung = true;
      wake?.();
    },
    wait: async (longest) => {
      if (!hasRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, longest);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wake = undefined;
      hasRung = false;
    },
  };
}
