import { connect, type ConnectionOptions } from '../client/connection.js';
import { print, table } from '../client/output.js';

interface Undecided {
  submissionId: string;
  index: number;
  resultFile: string | null;
  insurerNumber: string | null;
  findings: { rule: string; severity: string }[];
}

/** Shows all records that wait for a decision (queries) or for us (held), page after page. */
export async function listUndecided(noun: 'queries' | 'held', options: ConnectionOptions): Promise<void> {
  const client = await connect(options);
  // An insurer sees under the same path what was put to it.
  const path = `${noun === 'queries' ? '/v1' : '/api/inspection/v1'}/${noun}`;
  const items = await client.all<Undecided>(path, noun);
  print(options.format, items, () =>
    items.length === 0
      ? ['ありません。 / none.']
      : table(
          items.map(({ submissionId, index, resultFile, insurerNumber, findings }) => [
            `${submissionId}/${index}`,
            resultFile ?? '',
            insurerNumber ?? '',
            findings.map(({ rule }) => rule).join(' '),
          ]),
        ),
  );
}
