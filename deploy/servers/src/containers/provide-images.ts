import { access, statfs } from 'node:fs/promises';
import { requireFreeSpace } from '../state-folder.js';
import { ComposeProject, type ContainerSurroundings } from './compose-project.js';
import type { Docker } from './docker-command.js';

/** Containers never say how full the disk of their volumes is until it is too late. */
async function requireEngineSpace(docker: Docker): Promise<void> {
  const { stdout } = await docker(['info', '--format', '{{.DockerRootDir}}']);
  const folder = stdout.trim();
  const isHere = folder !== '' && (await statfs(folder).catch(() => undefined)) !== undefined;
  if (isHere) await requireFreeSpace(folder);
}

/** Fetches the images, and nothing else happens. Throws `ImageNotAvailable`. */
export async function provideImages(around: ContainerSurroundings): Promise<void> {
  await access(around.composeFile);
  await requireEngineSpace(around.docker);
  const project = new ComposeProject(around);
  await project.writeEnvironment();
  await project.provideImages();
}
