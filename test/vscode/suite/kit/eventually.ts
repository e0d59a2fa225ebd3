/** Waits for what VS Code does in its own time: asks again until the answer is enough, and gives up at a bound. */
const bound = 20_000;
const pause = 50;

export async function eventually<T>(
  what: string,
  ask: () => T | PromiseLike<T>,
  isEnough: (answer: T) => boolean,
): Promise<T> {
  const end = Date.now() + bound;
  for (;;) {
    const answer = await ask();
    if (isEnough(answer)) return answer;
    if (Date.now() > end) throw new Error(`no ${what} within ${bound / 1000} s: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
