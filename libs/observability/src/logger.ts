import winston from 'winston';
import { type LogFields, selectFields } from './log-fields.js';
import { currentTraceId } from './trace.js';

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Fields of one line plus, where something failed, the error; of an error only name and code are written (never its message). */
export type LogEntry = LogFields & { error?: unknown };

/** A JSON logger whose fields come from an allow-list. `message` is a constant sentence of ours and carries no value. */
export interface Logger {
  error(message: string, entry?: LogEntry): void;
  warn(message: string, entry?: LogEntry): void;
  info(message: string, entry?: LogEntry): void;
  debug(message: string, entry?: LogEntry): void;
}

const messageLengthMax = 300;

/**
 * One line of JSON per entry on standard output. Fields outside the allow-list are dropped and counted.
 * At level `debug` the stack of an error is written without its first line, which may quote a value.
 */
export function createLogger(
  service: string,
  level: LogLevel = 'info',
  output?: NodeJS.WritableStream,
): Logger {
  const transport =
    output === undefined
      ? new winston.transports.Console()
      : new winston.transports.Stream({ stream: output });
  const target = winston.createLogger({
    level: level === 'silent' ? 'error' : level,
    silent: level === 'silent',
    format: winston.format.json(),
    transports: [transport],
  });
  const write = (lineLevel: Exclude<LogLevel, 'silent'>) => (message: string, entry?: LogEntry) => {
    if (!target.isLevelEnabled(lineLevel)) return;
    target.log({
      level: lineLevel,
      message: message.slice(0, messageLengthMax),
      time: new Date().toISOString(),
      service,
      traceId: currentTraceId(),
      ...selectFields(entry),
      ...errorFields(entry?.error, level === 'debug'),
    });
  };
  return { error: write('error'), warn: write('warn'), info: write('info'), debug: write('debug') };
}

function errorFields(error: unknown, withStack: boolean): Record<string, string> {
  if (error === undefined || error === null) return {};
  if (!(error instanceof Error)) return { errorName: typeof error };
  const { code } = error as { code?: unknown };
  const fields: Record<string, string> = { errorName: error.name.slice(0, 60) };
  if (typeof code === 'string' || typeof code === 'number') fields.errorCode = String(code).slice(0, 60);
  if (withStack && error.stack !== undefined) {
    fields.stack = error.stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 20)
      .join('\n');
  }
  return fields;
}
