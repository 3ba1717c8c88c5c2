import { Command, CommanderError } from 'commander';
import { AgencyRefused } from './client/agency-refused.js';
import { allowUnread } from './client/output.js';

/** Exit codes: 0 done, 1 done but something is not as it should be, 2 wrong usage, no answer, or a fault. */
export async function main(argv: string[]): Promise<void> {
  for (const output of [process.stdout, process.stderr]) allowUnread(output);
  const program = new Command('daiko')
    .description('代行機関のためのプラットフォーム Daiko (the clearinghouse platform of a 代行機関)')
    .version('0.1.0')
    .exitOverride();
  (await registration(argv[2]))(program);
  for (const command of program.commands) inheritExit(command);
  try {
    await program.parseAsync(argv);
  } catch (fault) {
    if (fault instanceof CommanderError) {
      process.exitCode = fault.exitCode === 0 ? 0 : 2;
      return;
    }
    process.stderr.write(`${lineOf(fault)}\n`);
    process.exitCode = fault instanceof AgencyRefused && fault.status < 500 ? 1 : 2;
  }
}

// A provider checks archive after archive: that command is loaded without what the others need.
async function registration(command: string | undefined): Promise<(program: Command) => void> {
  if (command === 'check') return (await import('./check/check.command.js')).registerCheck;
  return (await import('./commands.js')).register;
}

function inheritExit(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) inheritExit(child);
}

/** One clear line; stack traces only where DAIKO_DEBUG asks for them. */
function lineOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  if (process.env.DAIKO_DEBUG !== undefined) return fault.stack ?? fault.message;
  const { code } = fault as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED')
    return '代行機関に接続できません。起動しているか確認してください。 / Cannot reach the agency. Is it running?';
  return fault.message;
}
