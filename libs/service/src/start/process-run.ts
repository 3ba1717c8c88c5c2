import { createLogger, type Logger } from '@daiko/observability';
import type { ConfigDefinition, ConfigKeys, ConfigValues } from '../config/config-key.js';
import { ConfigErrors, ownPrefixOf, readConfig, renderConfigErrors } from '../config/read-config.js';

/** Ends of a process, after sysexits.h: the supervisor starts it again after all but `config`. */
export const exitCodes = { done: 0, forced: 1, unavailable: 69, software: 70, config: 78 } as const;

const stopMsMax = 75_000;

interface ProcessPlan<K extends ConfigKeys> {
  name: string;
  config: ConfigDefinition<K>;
  /** Unknown keys that begin with this are errors; null: not looked at (a migration reads none of its service's own). */
  ownPrefix?: string | null;
  run: (values: ConfigValues<K>, logger: Logger) => Promise<{ stop(): Promise<void> }>;
}

function readOrExit<K extends ConfigKeys>(plan: ProcessPlan<K>): ConfigValues<K> {
  const { name, config, ownPrefix = ownPrefixOf(name) } = plan;
  try {
    return readConfig(ownPrefix, config, process.env);
  } catch (error) {
    if (!(error instanceof ConfigErrors)) throw error;
    process.stderr.write(renderConfigErrors(name, error.errors));
    process.exit(exitCodes.config);
  }
}

/** Logs what nobody caught and ends the process: its state is unknown. */
function endOnUncaught(logger: Logger): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      logger.error('Nobody caught an error; the process ends', { reason: event, error });
      process.exit(exitCodes.software);
    });
  }
}

/** First signal: drain and stop. The same signal again: end at once. (Ctrl-C sends SIGINT to the whole group, then a supervisor SIGTERM: not twice.) */
function stopOnSignals(name: string, logger: Logger, running: Promise<{ stop(): Promise<void> }>): void {
  const seen = new Set<NodeJS.Signals>();
  const stop = async (signal: NodeJS.Signals) => {
    if (seen.has(signal)) process.exit(exitCodes.forced);
    seen.add(signal);
    if (seen.size > 1) return;
    logger.info('The process stops', { signal });
    setTimeout(() => process.exit(exitCodes.forced), stopMsMax).unref();
    try {
      await (await running).stop();
      process.exit(exitCodes.done);
    } catch (error) {
      logger.error('The process could not stop in order', { error });
      process.exit(exitCodes.software);
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}

/**
 * Runs one process of ours: settings (all errors at once, exit 78), signals, what nobody caught (exit 70), a start that
 * fails (exit 69, one line in both languages).
 */
export async function runProcess<const K extends ConfigKeys>(plan: ProcessPlan<K>): Promise<void> {
  const values = readOrExit(plan);
  const level = (values as { DAIKO_LOG_LEVEL?: 'error' | 'warn' | 'info' | 'debug' }).DAIKO_LOG_LEVEL;
  const logger = createLogger(plan.name, level ?? 'info');
  endOnUncaught(logger);
  const running = plan.run(values, logger);
  stopOnSignals(plan.name, logger, running);
  try {
    await running;
  } catch (error) {
    logger.error('The process could not start', { error });
    const { code, name } = error as { code?: unknown; name?: string };
    const what = String(code ?? name ?? 'error');
    process.stderr.write(
      `${plan.name}: 起動できませんでした（${what}）。データベース・ブローカー・ポートを確かめてください。\n` +
        `${plan.name}: could not start (${what}). Check database, broker and port.\n`,
    );
    process.exit(exitCodes.unavailable);
  }
}
