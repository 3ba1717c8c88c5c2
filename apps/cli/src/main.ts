import { Command, CommanderError } from 'commander';
import { registerCheck } from './check/check.command.js';
import { AgencyRefused } from './client/agency-client.js';
import { allowUnread } from './client/output.js';
import { registerDelivery } from './delivery/delivery.commands.js';
import { registerReport } from './inspection/report.command.js';
import { registerUndecided } from './inspection/undecided.commands.js';
import { registerLedger } from './ledger/ledger.command.js';
import { registerMasters } from './master/masters.commands.js';
import { registerInvoices } from './money/invoices.command.js';
import { registerPartner } from './partner/partner.commands.js';
import { registerPlatform } from './platform/platform.commands.js';
import { registerSchemas } from './schemas/schemas.commands.js';
import { registerSimulate } from './simulation/simulate.command.js';
import { registerSubmission } from './submission/submission.commands.js';
import { registerTrail } from './trail/trail.commands.js';

/** Every command, in the order of `daiko --help`. */
const commands: ((program: Command) => void)[] = [
  registerPlatform,
  registerCheck,
  registerSchemas,
  registerPartner,
  registerSubmission,
  registerReport,
  registerUndecided,
  registerDelivery,
  registerMasters,
  registerInvoices,
  registerLedger,
  registerTrail,
  registerSimulate,
];

/** Gives a program all commands of `daiko`. */
export function register(program: Command): Command {
  for (const add of commands) add(program);
  return program;
}

/** Exit codes: 0 done, 1 done but something is not as it should be, 2 wrong usage, no answer, or a fault. */
export async function main(argv: string[]): Promise<void> {
  for (const output of [process.stdout, process.stderr]) allowUnread(output);
  const program = new Command('daiko')
    .description('代行機関のためのプラットフォーム Daiko (the clearinghouse platform of a 代行機関)')
    .version('0.1.0')
    .exitOverride();
  register(program);
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
