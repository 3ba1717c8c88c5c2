import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { allTables } from '../generate/tables.mjs';
import { functionLengths } from './function-lengths.js';
import { problemKinds } from './problem-kinds.js';

const root = join(import.meta.dirname, '../..');
/** What is or would be committed; without git, everything but what is made. */
function sourceFiles(): string[] {
  try {
    const arguments_ = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const listed = execFileSync('git', arguments_, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return listed.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
  } catch {
    const made = /(^|\/)(node_modules|dist|coverage|\.daiko|\.nx|\.git)(\/|$)/;
    return globSync('**/*.*', { cwd: root, exclude: (name) => made.test(name) });
  }
}
const files = sourceFiles();
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const code = files.filter((file) => /\.(ts|tsx|mjs|sql)$/.test(file));
const text = files.filter((file) => /\.(ts|tsx|mjs|js|sql|md|json|ya?ml|svg|sh)$|\/run$|^\.\w+/.test(file));
const lineCountMax = 400;
const functionLineCountMax = 60;

/** Places where `pattern` matches, as `file:line`. */
function places(among: string[], pattern: RegExp): string[] {
  return among.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}`] : [])),
  );
}

/** Exemptions, each with its reason; the list only shrinks. */
const ownFiles = new Set([
  // Names what it looks for.
  'tools/tidy/tidy.test.ts',
]);
const others = (among: string[]): string[] => among.filter((file) => !ownFiles.has(file));

describe('names', () => {
  it('say what a file is about: no drawers', () => {
    const drawers = /^(utils?|helpers?|common|misc|manager|base|impl|service)\.(ts|tsx|mjs)$/;
    const inFolders = /(^|\/)(utils?|helpers?|common|misc|impl)\//;
    expect(code.filter((file) => drawers.test(basename(file)) || inFolders.test(file)))
      // Start entry of every service, named by what it starts.
      .toEqual(['deploy/service.mjs'].filter((file) => files.includes(file)));
  });

  it('are kebab-case, with endings of the house', () => {
    const form =
      /^[a-z0-9]+(-[a-z0-9]+)*(\.(controller|handler|store|entity|worker|module|guard|filter|tokens|command|commands|test|int\.test|e2e\.test|config|d))?\.(ts|tsx|mjs|sql)$/;
    expect(code.filter((file) => !form.test(basename(file)))).toEqual([]);
  });
});

describe('leftovers', () => {
  it('of work begun and not ended are none', () => {
    expect(places(others(code), /\b(TODO|FIXME|XXX)\b/)).toEqual([]);
  });

  it('of a test that was tried alone or put aside are none', () => {
    const aside = /\b(describe|it|test)\.(only|skip)\b|\b(xit|fit|xdescribe|fdescribe)\(/;
    // Decided by what is there on the machine, and the twin test says so: `isThere ? it : it.skip`.
    const chosen = /\? it : it\.skip|\? it\.skip : it/;
    expect(places(others(code), new RegExp(`^(?!.*(${chosen.source})).*(${aside.source})`))).toEqual([]);
  });

  it('of one machine are none: no absolute paths of a home or a checkout', () => {
    expect(places(others(text), /(^|[\s'"`(=:])\/(work|root|home|Users)\//)).toEqual([]);
  });

  it('of a package host are none: the lock file names no addresses', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { resolved?: string; link?: true }>;
    };
    const resolved = Object.entries(lock.packages).filter(
      ([, { resolved, link }]) => resolved !== undefined && link !== true,
    );
    expect(resolved.map(([name]) => name)).toEqual([]);
  });
});

describe('texts', () => {
  it('of every problem are there in Japanese and in English, with the same placeholders', async () => {
    const kinds = await problemKinds(root, files);
    expect(kinds.length).toBeGreaterThan(20);
    const wrong = kinds.flatMap(({ code, title, detail, remedy }) =>
      Object.entries({ title, detail, remedy }).flatMap(([part, { ja, en }]) => {
        const placeholders = (line: string): string =>
          // A value that is text itself comes in two languages: {wantedJa}, {wantedEn}.
          [...line.matchAll(/\{(\w+?)(Ja|En)?\}/g)]
            .map(([, name]) => name)
            .sort()
            .join();
        const isJapanese = /[\u3040-\u30ff\u4e00-\u9fff]/.test(ja);
        const isEnglish = en !== '' && !/[\u3040-\u30ff]/.test(en);
        return isJapanese && isEnglish && placeholders(ja) === placeholders(en) ? [] : [`${code} ${part}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('of problems have one meaning a code', async () => {
    const codes = (await problemKinds(root, files)).map(({ code }) => code);
    expect(codes.filter((each, at) => codes.indexOf(each) !== at)).toEqual([]);
  });

  it('link only to what is there', () => {
    const dead = files
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) =>
        [...read(file).matchAll(/\]\(([^)\s]+)\)/g)]
          .map(([, target = '']) => target)
          .filter((target) => !/^[a-z]+:/.test(target))
          .filter((target) => !isThere(file, target))
          .map((target) => `${file} → ${target}`),
      );
    expect(dead).toEqual([]);
  });

  it('of the documents name only files that are there', () => {
    const named = /`((?:apps|libs|tools|deploy|docs)\/[\w./-]+\.\w+)`/g;
    const gone = files
      .filter((file) => /^(docs\/|[A-Z][\w.]*\.md)/.test(file) && file.endsWith('.md'))
      .flatMap((file) => [...read(file).matchAll(named)].map(([, path = '']) => ({ file, path })))
      .filter(({ path }) => !existsSync(join(root, path)))
      .map(({ file, path }) => `${file} → ${path}`);
    expect(gone).toEqual([]);
  });
});

/** Whether the target of a link is a file, and its anchor a heading there. */
function isThere(from: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? from : join(dirname(from), decodeURIComponent(path));
  if (!existsSync(join(root, file))) return false;
  if (anchor === undefined || !file.endsWith('.md')) return true;
  const headings = [...read(file).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return headings.includes(decodeURIComponent(anchor));
}

describe('tables', () => {
  it('have no column for what is personal', async () => {
    const personal =
      /birth|gender|(^|_)sex|kana|address|phone|postal|symbol|branch|person|patient|insured|diagnos|(^|_)value|result_/;
    const exempt = new Set([
      // Keyed digest; tells nothing without the key, which only inspection has.
      'apps/inspection claim_history.person_digest',
      'apps/inspection history_record.person_digest',
      // The how manieth record of somebody.
      'apps/inspection history_record.person_place',
      // Where the file lies in the ZIP, not what is in it.
      'apps/routing record.result_entry',
    ]);
    const owners = await allTables();
    const columns = [...owners].flatMap(([owner, tables]) =>
      tables.flatMap(({ name, columns }) => columns.map((column) => `${owner} ${name}.${column.name}`)),
    );
    expect(columns.length).toBeGreaterThan(100);
    expect(
      columns.filter((column) => personal.test(column.split('.')[1] ?? '') && !exempt.has(column)),
    ).toEqual([]);
    expect([...exempt].filter((column) => !columns.includes(column))).toEqual([]);
  });

  it('say in the first line of each migration whether the old version goes on working', () => {
    const migrations = files.filter(
      (file) => /\/migrations\/.*\.sql$/.test(file) && !file.includes('/test/'),
    );
    expect(migrations.filter((file) => !/^-- (expand|contract)\b/.test(read(file)))).toEqual([]);
  });

  it('number their migrations without gaps or doubles', () => {
    const numbers = Map.groupBy(
      files.filter((file) => /\/src\/migrations\/\d{4}-.*\.sql$/.test(file)),
      (file) => dirname(file),
    );
    const wrong = [...numbers].filter(([, each]) =>
      each.sort().some((file, at) => Number(basename(file).slice(0, 4)) !== at + 1),
    );
    expect(wrong.map(([folder]) => folder)).toEqual([]);
  });
});

describe('length', () => {
  it('of files and functions is listed, so that the longest are seen; nothing fails here', () => {
    const sources = code.filter((file) => file.endsWith('.ts') && !/\.test\.ts$|\/data\//.test(file));
    const longFiles = sources
      .map((file) => ({ place: file, lines: read(file).split('\n').length }))
      .filter(({ lines }) => lines > lineCountMax);
    const longFunctions = sources.flatMap((file) =>
      functionLengths(file, read(file)).filter(({ lines }) => lines > functionLineCountMax),
    );
    const list = [...longFiles, ...longFunctions].sort((a, b) => b.lines - a.lines);
    if (list.length > 0) {
      process.stderr.write(
        `${list.map(({ place, lines }) => `long: ${lines} lines  ${place}`).join('\n')}\n`,
      );
    }
    expect(sources.length).toBeGreaterThan(100);
  });
});
