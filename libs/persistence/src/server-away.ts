/** Codes of Node and PostgreSQL that mean: a server we need is away, not that we are wrong. */
const awayCodes =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|57P0[123]|53[0-9A-Z]{3}|08[0-9A-Z]{3})$/;
const awayMessages = /^(Connection terminated|timeout exceeded when trying to connect)/;

/** Whether an error says that a server was away or broke off, be it back by now: the same work may well succeed later. */
export function isServerAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return (
    (typeof code === 'string' && awayCodes.test(code)) ||
    (typeof message === 'string' && awayMessages.test(message))
  );
}
