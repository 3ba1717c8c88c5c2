import { createHash } from 'node:crypto';

/** Text of our own whose digest is the second test signature. */
const testHashContent = 'daiko malware scan drill: this text is harmless\n';

// Assembled at run time, so that a scanner which reads this repository does not take it for the real thing.
const eicarMark = ['$EICAR', 'STANDARD', 'ANTIVIRUS', 'TEST', 'FILE!$H+H*'].join('-');

/** Two signatures that find drills only: they prove that the way works, not that a file is harmless. */
export function renderTestSignatures(): Record<string, string> {
  const digest = createHash('md5').update(testHashContent).digest('hex');
  return {
    'daiko.ndb': `Daiko.Test.EICAR:0:*:${Buffer.from(eicarMark).toString('hex')}\n`,
    'daiko.hdb': `${digest}:${Buffer.byteLength(testHashContent)}:Daiko.Test.Hash\n`,
  };
}

/** True when a folder holds a database of the ClamAV project (or one the operator made), by its file names. */
export function holdsDatabase(files: readonly string[]): boolean {
  return files.some((file) => /\.(cvd|cld)$/.test(file));
}

/** clamd.conf; what exceeds a limit is reported instead of passed as clean. */
export function renderClamdConfig(plan: {
  port: number;
  databaseFolder: string;
  memoryFolder: string;
}): string {
  return [
    'TCPAddr 127.0.0.1',
    `TCPSocket ${plan.port}`,
    `DatabaseDirectory ${plan.databaseFolder}`,
    `TemporaryDirectory ${plan.memoryFolder}`,
    'Foreground yes',
    'LogTime yes',
    'LogSyslog no',
    'SelfCheck 0',
    'MaxThreads 8',
    'MaxConnectionQueueLength 64',
    'ReadTimeout 300',
    'StreamMaxLength 4095M',
    'MaxFileSize 2047M',
    'MaxScanSize 4095M',
    'MaxFiles 300000',
    'MaxRecursion 17',
    'MaxScanTime 600000',
    'AlertExceedsMax yes',
    '',
  ].join('\n');
}
