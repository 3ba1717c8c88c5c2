import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ServerProblem } from '../server-problem.js';
import { readJson } from '../state-folder.js';
import { withFolderLock } from './folder-lock.js';
import {
  closureOf,
  type Component,
  componentRoots,
  parseArchiveName,
  parseDepends,
} from './package-closure.js';

const run = promisify(execFile);
const commandLimits = { timeout: 300_000, maxBuffer: 64 * 1024 * 1024 };
const marker = 'daiko-packages.json';

/** Where one component's files lie once extracted: a small root with usr/, lib/ … */
export function componentRoot(packageFolder: string, component: Component): string {
  return join(packageFolder, component);
}

/** The folder of shared libraries inside an extracted root, for LD_LIBRARY_PATH. */
export function libraryFolder(root: string): string {
  const triplet = process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
  return `${join(root, 'usr/lib', triplet)}:${join(root, 'lib', triplet)}`;
}

async function isPresent(packageFolder: string, component: Component): Promise<boolean> {
  return (await readJson(join(componentRoot(packageFolder, component), marker))) !== undefined;
}

/** apt with state and cache of its own: reads the machine's sources and keys, writes nothing of the machine's. */
class PrivateApt {
  readonly #options: string[];
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    const settings = {
      'Dir::State': join(folder, 'state'),
      'Dir::State::status': '/var/lib/dpkg/status',
      'Dir::Cache': join(folder, 'cache'),
      'APT::Sandbox::User': 'root',
      'Acquire::Languages': 'none',
      'Acquire::Retries': '3',
      'Acquire::http::Timeout': '30',
      'Acquire::https::Timeout': '30',
    };
    this.#options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  }

  /** Reads the package lists; what apt complained about is returned, since one source out of reach may be no harm. */
  async update(): Promise<string | undefined> {
    await mkdir(join(this.#folder, 'state/lists/partial'), { recursive: true });
    await mkdir(join(this.#folder, 'cache/archives/partial'), { recursive: true });
    const told = await this.#run('apt-get', ['-q', 'update']).catch((error: { stderr?: string }) => error);
    return complaintIn(told.stderr);
  }

  async closure(roots: readonly string[]): Promise<string[]> {
    const left = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'];
    const text = await this.#call('apt-cache', [
      'depends',
      '--recurse',
      ...left.map((kind) => `--no-${kind}`),
      ...roots,
    ]);
    return closureOf(parseDepends(text), roots);
  }

  async download(packages: readonly string[], into: string): Promise<void> {
    await this.#call('apt-get', ['-q', 'download', ...packages], into);
  }

  async #call(program: string, args: string[], cwd = '/'): Promise<string> {
    return (await this.#run(program, args, cwd)).stdout;
  }

  #run(program: string, args: string[], cwd = '/'): Promise<{ stdout: string; stderr: string }> {
    const env = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
    return run(program, [...this.#options, ...args], { ...commandLimits, cwd, env });
  }
}

function complaintIn(stderr = ''): string | undefined {
  return stderr.split('\n').find((line) => /^[EW]: /.test(line));
}

/** Extracts every archive of `archives` into `root`, in the order of the names; returns name → version. */
async function extractAll(archives: string, root: string): Promise<Record<string, string>> {
  const files = (await readdir(archives)).filter((file) => file.endsWith('.deb')).sort();
  const versions: Record<string, string> = {};
  const queue = [...files];
  const worker = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      await run('dpkg', ['-x', join(archives, file), root], commandLimits);
      const parsed = parseArchiveName(file);
      if (parsed) versions[parsed.name] = parsed.version;
    }
  };
  await Promise.all([worker(), worker()]);
  return versions;
}

/** `erl` names its own home by an absolute path; both copies are taught to take ours (the server starts erl itself). */
async function relocateErlang(root: string): Promise<void> {
  const home = join(root, 'usr/lib/erlang');
  const runtime = (await readdir(home)).filter((name) => name.startsWith('erts-'));
  for (const script of ['bin/erl', ...runtime.map((name) => `${name}/bin/erl`)]) {
    const text = await readFile(join(home, script), 'utf8');
    const moved = text.replaceAll(
      'ROOTDIR=/usr/lib/erlang',
      'ROOTDIR="${DAIKO_RABBITMQ_ROOT:?}/usr/lib/erlang"',
    );
    await writeFile(join(home, script), moved);
  }
}

async function fetchComponent(
  apt: PrivateApt,
  packageFolder: string,
  component: Component,
  log: (line: string) => void,
): Promise<void> {
  const work = join(packageFolder, `${component}.part`);
  await rm(work, { recursive: true, force: true });
  const [archives, root] = [join(work, 'archives'), join(work, 'root')];
  await Promise.all([mkdir(archives, { recursive: true }), mkdir(root, { recursive: true })]);
  const packages = await apt.closure(componentRoots[component]);
  log(`${component}: fetching ${packages.length} packages`);
  await apt.download(packages, archives);
  log(`${component}: extracting`);
  const versions = await extractAll(archives, root);
  if (component === 'rabbitmq') await relocateErlang(root);
  await writeFile(join(root, marker), `${JSON.stringify({ component, packages: versions }, null, 2)}\n`);
  await rm(componentRoot(packageFolder, component), { recursive: true, force: true });
  await rename(root, componentRoot(packageFolder, component));
  await rm(work, { recursive: true, force: true });
}

function notAvailable(error: unknown, listsComplaint: string | undefined): ServerProblem {
  const { stderr, code } = error as { stderr?: string; code?: unknown };
  if (code === 'ENOSPC' || stderr?.includes('No space left')) {
    const what = {
      ja: 'パッケージを展開する空き容量が足りません。',
      en: 'No space to extract the packages.',
    };
    return new ServerProblem('disk-full', what, { cause: error });
  }
  const missing = code === 'ENOENT' ? 'apt-get / dpkg' : undefined;
  const reason = listsComplaint ?? complaintIn(stderr) ?? missing ?? String(error).split('\n')[0];
  return new ServerProblem(
    'package-not-available',
    {
      ja: `Debian パッケージを取得できません (${reason})。`,
      en: `Debian packages cannot be had (${reason}).`,
    },
    { cause: error },
  );
}

/** Resolves once the component is extracted; rejects with `package-not-available`. */
export type ComponentSource = (component: Component) => Promise<void>;

/**
 * Extracts the wanted components below `packageFolder`, side by side, with or without root, touching nothing of the
 * machine. What is there already is left alone and no network is used. Each component can be awaited by itself.
 */
export function provideComponents(
  packageFolder: string,
  components: readonly Component[],
  log: (line: string) => void,
): ComponentSource {
  const waiting = new Map(components.map((component) => [component, Promise.withResolvers<void>()]));
  let listsComplaint: string | undefined;
  const fetchMissing = async (): Promise<void> => {
    const missing: Component[] = [];
    for (const [component, { resolve }] of waiting) {
      if (await isPresent(packageFolder, component)) resolve();
      else missing.push(component);
    }
    if (missing.length === 0) return;
    const apt = new PrivateApt(join(packageFolder, 'apt'));
    log('packages: reading the package lists');
    listsComplaint = await apt.update();
    const fetching = missing.map(async (component) => {
      await fetchComponent(apt, packageFolder, component, log);
      waiting.get(component)!.resolve();
    });
    const results = await Promise.allSettled(fetching);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  };
  const provide = async (): Promise<void> => {
    const present = await Promise.all(components.map((component) => isPresent(packageFolder, component)));
    if (present.every(Boolean)) waiting.forEach(({ resolve }) => resolve());
    else await withFolderLock(packageFolder, fetchMissing);
  };
  provide().catch((error: unknown) =>
    waiting.forEach(({ reject }) => reject(notAvailable(error, listsComplaint))),
  );
  for (const { promise } of waiting.values()) promise.catch(() => undefined);
  return (component) => waiting.get(component)!.promise;
}
