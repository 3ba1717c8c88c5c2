/** Asks again until `question` answers something; throws with the last state seen when the deadline passes. */
export async function waitUntil<T>(
  what: string,
  question: () => Promise<T | null | undefined | false>,
  options: { deadlineMs: number; everyMs?: number; state?: () => unknown },
): Promise<T> {
  const deadline = Date.now() + options.deadlineMs;
  for (;;) {
    const answer = await question();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) {
      throw new Error(`not in time: ${what}; last state: ${JSON.stringify(options.state?.() ?? null)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, options.everyMs ?? 150));
  }
}
