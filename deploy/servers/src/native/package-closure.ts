/** The packages of each server, and of the measure of the benchmark, as Debian names them. */
export const componentRoots = {
  rabbitmq: ['rabbitmq-server'],
  swift: ['swift-proxy', 'swift-account', 'swift-container', 'swift-object'],
  clamav: ['clamav-daemon'],
  xmllint: ['libxml2-utils'],
} as const;

/** A set of Debian packages that is fetched and extracted as one. */
export type Component = keyof typeof componentRoots;

/**
 * What a closure never takes: what every Debian has because apt and dpkg need it (a second libc would not fit the
 * machine's loader), the interpreter, and what only installing or running as a system service needs.
 */
const neverFetched: ReadonlySet<string> = new Set(
  `libc6 libc-bin libgcc-s1 libstdc++6 perl perl-base debconf debconf-2.0 cdebconf dpkg adduser passwd
  init-system-helpers ucf logrotate procps lsb-base usrmerge usr-is-merged systemd sysvinit-utils tar sed coreutils
  install-info sensible-utils readline-common python3 python3-minimal libpython3-stdlib python3-pip python3-wheel
  python3-docutils docutils-common openstack-pkg-tools rsync rsyslog uwsgi-core uwsgi-plugin-python3 wget
  ca-certificates tzdata netbase media-types clamav-freshclam po-debconf gettext`.split(/\s+/),
);

const packageName = /^[a-z0-9][a-z0-9+.-]*$/;
const interpreter = /^(lib)?python3\.\d+(-\w+)?$/;

function isNeverFetched(name: string): boolean {
  return neverFetched.has(name.replace(/:any$/, '')) || interpreter.test(name) || /^gcc-\d+-base$/.test(name);
}

/** What one package needs: each inner list is a choice of which one suffices, best first. */
export type Dependencies = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Reads `apt-cache depends --recurse` (`|` joins a line to the next as a choice; indented lines name providers). */
export function parseDepends(text: string): Dependencies {
  const graph = new Map<string, string[][]>();
  let choices: string[][] | undefined;
  let joinsPrevious = false;
  for (const line of text.split('\n')) {
    if (/^\S/.test(line)) {
      choices = [];
      graph.set(line.trim(), choices);
      joinsPrevious = false;
    } else if (/^ {4}\S/.test(line)) {
      choices?.at(-1)?.push(line.trim());
    } else {
      const found = /^ ([ |])(?:Pre)?Depends: (\S+)/.exec(line);
      if (!found || !choices) continue;
      if (joinsPrevious) choices.at(-1)?.push(found[2]!);
      else choices.push([found[2]!]);
      joinsPrevious = found[1] === '|';
    }
  }
  return graph;
}

/** The packages to fetch for `roots`, sorted: everything needed but not `neverFetched`. Unknown roots are kept. */
export function closureOf(graph: Dependencies, roots: readonly string[]): string[] {
  const chosen = new Set<string>();
  const open = [...roots];
  for (let name = open.shift(); name !== undefined; name = open.shift()) {
    if (chosen.has(name) || isNeverFetched(name)) continue;
    chosen.add(name);
    for (const choice of graph.get(name) ?? []) {
      if (choice.some((candidate) => isNeverFetched(candidate) || chosen.has(candidate))) continue;
      const real = choice.find((candidate) => packageName.test(candidate) && graph.has(candidate));
      if (real !== undefined) open.push(real);
    }
  }
  return [...chosen].sort();
}

/** Name and version of a downloaded archive: `libwrap0_7.6.q-32_amd64.deb`; an epoch is written `%3a`. */
export function parseArchiveName(file: string): { name: string; version: string } | undefined {
  const found = /^([^_]+)_([^_]+)_[^_]+\.deb$/.exec(file);
  return found ? { name: found[1]!, version: decodeURIComponent(found[2]!) } : undefined;
}
