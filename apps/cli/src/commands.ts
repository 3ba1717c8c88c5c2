import type { Command } from 'commander';
import { registerCheck } from './check/check.command.js';
import { registerDelivery } from './delivery/delivery.commands.js';
import { registerHeld } from './inspection/held.commands.js';
import { registerQueries } from './inspection/queries.commands.js';
import { registerReport } from './inspection/report.command.js';
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
  registerQueries,
  registerHeld,
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
