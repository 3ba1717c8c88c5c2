import { rename, rm } from 'node:fs/promises';
import type { Command } from 'commander';
import { connect, type ConnectionOptions, withConnection } from '../client/connection.js';

const formats = ['json', 'csv', 'html', 'pdf', 'sarif'];

interface ReportOptions extends Omit<ConnectionOptions, 'format'> {
  format: string;
  output?: string;
}

/** `daiko report ID`: 受付結果・返戻一覧 of a submission, with the values found. */
export function registerReport(program: Command): void {
  withConnection(program.command('report <submissionId>'), formats, 'json')
    .description('受付結果・返戻一覧 (report of a submission, with values; the reading is marked)')
    .option('--output <file>', '報告を書くファイル (file to write the report to)')
    .addHelpText('after', '\nExample:\n  daiko report 0193… --format pdf --output report.pdf')
    .action(async (submissionId: string, { format, output, ...connection }: ReportOptions) => {
      const client = await connect({ ...connection, format: 'json' });
      const path = `/api/inspection/v1/reports/${encodeURIComponent(submissionId)}?format=${format}`;
      if (output === undefined) {
        await client.copy(path, process.stdout);
        return;
      }
      const partial = `${output}.${process.pid}.partial`;
      try {
        await client.download(path, partial);
        await rename(partial, output);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
      process.stdout.write(`→ ${output}\n`);
    });
}
