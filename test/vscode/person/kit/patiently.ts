/** Tries again what may come too early: VS Code is still drawing, or the extension is still starting. */
import { patience } from "./launch.ts";

/** How long one attempt may wait for what it hopes to see. */
export const attemptTime = 2_000;

/** Returns what an attempt returned; the error of the last attempt, where none succeeds in time. */
export async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
