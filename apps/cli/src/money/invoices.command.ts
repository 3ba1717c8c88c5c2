import type { Command } from 'commander';
import { connect, type ConnectionOptions, withConnection } from '../client/connection.js';

/** Month of a date in Japan, YYYY-MM. */
export function monthInJapan(date: Date): string {
  return new Date(date.getTime() + 9 * 3600 * 1000).toISOString().slice(0, 7);
}

export function registerInvoices(program: Command): void {
  for (const [noun, path, description] of [
    ['invoices', 'invoices', '請求書 (invoices to insurers)'],
    ['payments', 'payment-notices', '支払通知書 (payment notices to providers)'],
  ] as const) {
    withConnection(program.command(noun), ['text', 'json', 'csv'])
      .description(description)
      .option('--month <month>', '処理月 YYYY-MM / month of processing', monthInJapan(new Date()))
      .addHelpText('after', `\nExample:\n  daiko ${noun} --month 2026-11 --format csv`)
      .action(async (options: Omit<ConnectionOptions, 'format'> & { format: string; month: string }) => {
        const client = await connect({ ...options, format: 'json' });
        const query = `month=${options.month}${options.format === 'json' ? '' : '&format=csv'}`;
        const answer = await client.get<unknown>(`/v1/${path}?${query}`);
        process.stdout.write(typeof answer === 'string' ? answer : `${JSON.stringify(answer, null, 2)}\n`);
      });
  }
}
