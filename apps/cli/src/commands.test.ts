import { Command } from 'commander';
import { describe, expect, it } from '@jest/globals';
import { register } from './commands.js';

/** Every command that does something, with its full name. */
function leaves(command: Command, path: string[] = []): { name: string; command: Command }[] {
  const children = command.commands.filter((child) => child.name() !== 'help');
  if (children.length === 0) return [{ name: path.join(' '), command }];
  return children.flatMap((child) => leaves(child, [...path, child.name()]));
}

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) });
  command.outputHelp();
  return text;
}

describe('the command line', () => {
  const all = leaves(register(new Command('daiko')));

  it('has every command', () => {
    const names = all.map(({ name }) => name);
    for (const name of [
      'up',
      'down',
      'status',
      'check',
      'submit',
      'seal',
      'simulate',
      'ledger',
      'invoices',
    ]) {
      expect(names).toContain(name);
    }
    for (const name of [
      'partner add',
      'partner rotate',
      'partner revoke',
      'receipt verify',
      'bundles list',
    ]) {
      expect(names).toContain(name);
    }
    for (const name of ['returns list', 'queries list', 'queries release', 'queries return', 'held list']) {
      expect(names).toContain(name);
    }
    for (const name of [
      'held retry',
      'audit verify',
      'dead-letters list',
      'dead-letters replay',
      'masters import',
    ]) {
      expect(names).toContain(name);
    }
  });

  it('describes every command and option in Japanese and English', () => {
    const texts = all.flatMap(({ name, command }) => [
      [name, command.description()],
      ...command.options.map(({ flags, description }) => [`${name} ${flags}`, description]),
    ]) as [string, string][];
    const isBoth = (text: string): boolean =>
      /[\u3040-\u30ff\u4e00-\u9fff]/.test(text) && /[a-z]{3} ?[a-z]*/.test(text);
    expect(texts.filter(([, text]) => !isBoth(text)).map(([name]) => name)).toEqual([]);
  });

  it.each(all.map(({ name, command }) => [name, command] as const))(
    '%s has an example and --format json',
    (name, command) => {
      const help = helpOf(command);
      expect(help).toMatch(/example/i);
      expect(help).toContain(`daiko ${name}`);
      expect(help).toContain('--format');
      expect(help).toContain('"json"');
      expect(command.description()).toMatch(/[a-z]/);
    },
  );
});
