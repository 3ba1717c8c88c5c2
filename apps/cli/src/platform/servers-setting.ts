import type { ServersSetting } from '@daiko/servers';
import { UsageProblem } from '../client/connection.js';

const settings: readonly ServersSetting[] = ['auto', 'native', 'docker'];

/** DAIKO_SERVERS: which servers to start; unset or empty is `auto`. Throws `UsageProblem` for any other word. */
export function serversSetting(text: string | undefined): ServersSetting {
  if (text === undefined || text === '') return 'auto';
  const setting = settings.find((each) => each === text);
  if (setting !== undefined) return setting;
  throw new UsageProblem(
    'DAIKO_SERVERS は auto、native、docker のいずれかです。',
    'DAIKO_SERVERS is one of auto, native, docker.',
  );
}
