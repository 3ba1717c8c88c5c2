import type { Command } from 'commander';
import type { ConnectionOptions } from '../client/connection.js';

/** Why something is returned, as the command line says it. */
export interface ReasonOptions extends ConnectionOptions {
  reason: string;
  code: string;
}

/** Adds the options that say why something is returned. */
export function withReason(command: Command): Command {
  return command
    .requiredOption('--reason <text>', '理由（100文字まで） / why, up to 100 characters')
    .option('--code <code>', '別表9のコード 01〜09 / code of table 9, 01 to 09', '09');
}
