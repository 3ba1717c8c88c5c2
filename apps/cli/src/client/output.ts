/** Prints a command's result: JSON for programs, or the lines a person reads. */
export function print(format: 'text' | 'json', value: unknown, text: () => string[]): void {
  const lines = format === 'json' ? [JSON.stringify(value, bigintAsText, 2)] : text();
  process.stdout.write(`${lines.join('\n')}\n`);
}

const bigintAsText = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;

/** Columns aligned by display width (a full-width character takes two). */
export function table(rows: readonly (readonly (string | number)[])[]): string[] {
  const texts = rows.map((row) => row.map(String));
  const widths = (texts[0] ?? []).map((_, column) =>
    Math.max(...texts.map((row) => displayWidth(row[column] ?? ''))),
  );
  return texts.map((row) =>
    row
      .map((text, column) => text + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(text))))
      .join('  ')
      .trimEnd(),
  );
}

function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}

/** 1234567 → `1,234,567円`. */
export function yen(amount: number): string {
  return `${amount.toLocaleString('ja-JP')}円`;
}

/** Who reads our output may stop before its end (`| head`): that is no fault, and the work goes on to its own end. */
export function allowUnread(output: NodeJS.EventEmitter): void {
  output.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE') throw fault;
  });
}
