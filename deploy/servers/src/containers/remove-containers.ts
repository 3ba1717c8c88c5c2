import { projectFilter, projectOf } from './compose-plan.js';
import { stopMs } from './compose-project.js';
import type { Docker } from './docker-command.js';
import { engineProblem } from './engine-problem.js';

async function listed(docker: Docker, ...words: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await docker(words);
  if (code !== 0) throw engineProblem(`docker ${words[0]}`, stderr);
  return stdout.split('\n').filter((line) => line !== '');
}

/**
 * Ends what an earlier run of a state folder left running and removes its containers; with `volumes` the data too.
 * Found by the label of the project, so that it needs neither the file nor the plugin.
 */
export async function removeContainers(
  docker: Docker,
  stateFolder: string,
  what: { volumes: boolean },
): Promise<number> {
  const filter = projectFilter(projectOf(stateFolder));
  const containers = await listed(docker, 'ps', '--all', '--quiet', '--filter', filter);
  const must = async (words: string[]): Promise<void> => {
    const { code, stderr } = await docker(words, stopMs);
    if (code !== 0) throw engineProblem(`docker ${words[0]}`, stderr);
  };
  if (containers.length > 0) {
    await must(['stop', '--time', '60', ...containers]);
    await must(['rm', '--force', ...containers]);
  }
  const networks = await listed(docker, 'network', 'ls', '--quiet', '--filter', filter);
  if (networks.length > 0) await must(['network', 'rm', ...networks]);
  if (what.volumes) {
    const volumes = await listed(docker, 'volume', 'ls', '--quiet', '--filter', filter);
    if (volumes.length > 0) await must(['volume', 'rm', ...volumes]);
  }
  return containers.length;
}
