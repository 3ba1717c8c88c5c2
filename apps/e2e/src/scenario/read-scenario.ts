/** One scenario file: what is given, what is typed, what must come out. Readable by someone who cannot program. */
export interface Scenario {
  purpose: string;
  /** The invented archive that `{archive}` stands for; null where there is none. */
  archive: ScenarioArchive | null;
  /** Content of the file that `{file}` stands for; null where there is none. */
  file: string | null;
  /** Words of the command line after `daiko`. */
  command: string[];
  exit: number;
  /** Texts that must appear in the output, in this order. */
  output: string[];
  /** Texts that must appear in the error output, in this order. */
  error: string[];
  /** `path = JSON` that must hold in the output read as JSON. */
  json: { path: string; value: unknown }[];
}

export interface ScenarioArchive {
  kind: 'checkup' | 'guidance';
  records: number;
  defects: { name: string; count: number }[];
}

const sections = ['purpose', 'archive', 'file', 'command', 'exit', 'output', 'error', 'json'] as const;
type Section = (typeof sections)[number];

/** Reads a scenario: `==== section ====` and below it its lines. Throws with the line that cannot be read. */
export function readScenario(text: string): Scenario {
  const found = new Map<Section, string[]>();
  let current: string[] | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    const name = /^==== (\w+) ====$/.exec(line.trim())?.[1];
    if (name !== undefined) {
      const section = sections.find((each) => each === name);
      if (section === undefined || found.has(section)) throw unreadable(index, line);
      found.set(section, (current = []));
    } else if (current !== null) current.push(line);
    else if (line.trim() !== '') throw unreadable(index, line);
  }
  const lines = (section: Section): string[] =>
    (found.get(section) ?? []).map((line) => line.trim()).filter((line) => line !== '');
  const [program, ...command] = lines('command').join(' ').split(/\s+/);
  const [exit] = lines('exit');
  if (program !== 'daiko' || exit === undefined || !/^\d$/.test(exit))
    throw new SyntaxError('a command and its exit code are needed');
  return {
    purpose: lines('purpose').join(' '),
    archive: found.has('archive') ? readArchive(lines('archive')) : null,
    file: found.get('file')?.join('\n') ?? null,
    command,
    exit: Number(exit),
    output: lines('output'),
    error: lines('error'),
    json: lines('json').map(readExpectation),
  };
}

/** `checkup, 5 records`, then a line a defect: `bmi-missing in 2 records`. */
function readArchive(lines: readonly string[]): ScenarioArchive {
  const [first = '', ...defects] = lines;
  const head = /^(checkup|guidance), (\d+) records?$/.exec(first);
  if (head === null) throw new SyntaxError(`not an archive: ${first}`);
  return {
    kind: head[1] as 'checkup' | 'guidance',
    records: Number(head[2]),
    defects: defects.map((line) => {
      const defect = /^([a-z-]+) in (\d+) records?$/.exec(line);
      if (defect === null) throw new SyntaxError(`not a defect: ${line}`);
      return { name: defect[1] ?? '', count: Number(defect[2]) };
    }),
  };
}

function readExpectation(line: string): { path: string; value: unknown } {
  const at = line.indexOf(' = ');
  if (at < 1) throw new SyntaxError(`not an expectation: ${line}`);
  return { path: line.slice(0, at), value: JSON.parse(line.slice(at + 3)) as unknown };
}

function unreadable(index: number, line: string): SyntaxError {
  return new SyntaxError(`line ${index + 1} cannot be read: ${line}`);
}

/** The value at `records.0.verdict`; `keys(records.0)` gives the names of an object, `count(records)` the length of a list. */
export function valueAt(root: unknown, path: string): unknown {
  const wrapped = /^(keys|count)\((.*)\)$/.exec(path);
  const [, asked, inner = path] = wrapped ?? [];
  let value: unknown = root;
  for (const step of inner.split('.').filter((each) => each !== '')) {
    value = (value as Record<string, unknown> | null | undefined)?.[step];
  }
  if (asked === 'keys') return Object.keys((value ?? {}) as object);
  return asked === 'count' ? (value as unknown[] | undefined)?.length : value;
}
