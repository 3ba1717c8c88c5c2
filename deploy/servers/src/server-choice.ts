/** What the servers run as: processes of this machine, or containers of its Docker engine. */
export type ServerKind = 'native' | 'docker';

/** What the operator asks for with DAIKO_SERVERS; `auto` takes containers where an engine answers. */
export type ServersSetting = ServerKind | 'auto';

/** What was found of Docker on this machine. */
export type EngineState =
  /** `socketPath`: where the engine listens. */
  | { state: 'ready'; socketPath: string }
  | { state: 'absent' | 'silent' | 'remote' | 'compose-missing' | 'compose-old' };

/** One line in both languages. */
export interface Line {
  ja: string;
  en: string;
}

/** Which servers to start, with a line to say where it is not what one would expect; or why none can be. */
export type ServerChoice =
  | { kind: ServerKind; line: Line | null }
  | { kind: null; code: 'engine-not-ready' | 'servers-begun-otherwise'; line: Line };

const shortcomings: Record<Exclude<EngineState['state'], 'ready'>, Line> = {
  absent: { ja: 'Docker が見つかりません', en: 'Docker was not found' },
  silent: { ja: 'Docker が応答しません', en: 'Docker does not answer' },
  remote: { ja: 'Docker が別の機械にあります', en: 'Docker is on another machine' },
  'compose-missing': {
    ja: 'Docker Compose のプラグインがありません',
    en: 'The Docker Compose plugin is missing',
  },
  'compose-old': {
    ja: 'Docker Compose が 2.23.1 より古いものです',
    en: 'Docker Compose is older than 2.23.1',
  },
};

function asSentence({ ja, en }: Line): Line {
  return { ja: `${ja}。`, en: `${en}.` };
}

/** What is said when the servers are native ones for want of containers. */
export function insteadOfContainers(why: Line): Line {
  return { ja: `${why.ja}。専用サーバーを使います。`, en: `${why.en}: the native servers are used.` };
}

/**
 * Decides which servers a checkout runs on: what its data was begun with (`begun`), else what is asked for, else
 * containers where an engine is ready.
 */
export function chooseServers(
  setting: ServersSetting,
  begun: ServerKind | null,
  engine: EngineState,
): ServerChoice {
  if (begun !== null && setting !== 'auto' && setting !== begun) {
    return { kind: null, code: 'servers-begun-otherwise', line: begunLines[begun] };
  }
  const kind = begun ?? setting;
  if (kind === 'native') {
    const surprises = setting === 'auto' && engine.state === 'ready';
    return { kind, line: surprises ? staysNative : null };
  }
  if (engine.state === 'ready') return { kind: 'docker', line: null };
  const why = shortcomings[engine.state];
  if (kind === 'auto') {
    return { kind: 'native', line: engine.state === 'absent' ? null : insteadOfContainers(why) };
  }
  const [sentence, data] = [asSentence(why), begunLines.docker];
  const line =
    begun === null ? sentence : { ja: `${sentence.ja}${data.ja}`, en: `${sentence.en} ${data.en}` };
  return { kind: null, code: 'engine-not-ready', line };
}

const begunLines: Record<ServerKind, Line> = {
  native: {
    ja: 'このチェックアウトのデータは専用サーバー（native）にあります。',
    en: 'The data of this checkout lies in native servers.',
  },
  docker: {
    ja: 'このチェックアウトのデータは Docker のボリュームにあります。',
    en: 'The data of this checkout lies in Docker volumes.',
  },
};

const staysNative: Line = {
  ja: 'データが専用サーバーにあるため、Docker ではなく引き続き専用サーバーを使います（移るには daiko down --purge）。',
  en: 'The data lies in native servers, so these are used and not Docker (to move: daiko down --purge).',
};
