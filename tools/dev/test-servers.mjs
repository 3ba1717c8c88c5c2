// Servers for the service and story layers: given ones, containers where an engine answers, otherwise native ones.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const testFolder = join(root, '.daiko/test');
const log = (line) => console.log(`servers: ${line}`);

/** Runs before every test of a layer; leaves the path of the endpoints in DAIKO_TEST_ENDPOINTS. */
export default async function provideTestServers() {
  const given = process.env.DAIKO_SERVERS_JSON;
  if (given && existsSync(given)) {
    process.env.DAIKO_TEST_ENDPOINTS = given;
    return;
  }
  const servers = engineAnswers() ? await startContainers() : await startNative();
  globalThis.daikoTestServers = servers;
  await mkdir(testFolder, { recursive: true });
  const path = join(testFolder, 'endpoints.json');
  await writeFile(path, `${JSON.stringify(servers.endpoints, null, 2)}\n`, { mode: 0o600 });
  process.env.DAIKO_TEST_ENDPOINTS = path;
}

function engineAnswers() {
  return spawnSync('docker', ['info'], { stdio: 'ignore', timeout: 3000 }).status === 0;
}

async function startNative() {
  const built = spawnSync(process.execPath, [join(root, 'tools/dev/build.mjs')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (built.status !== 0) throw new Error('the build failed');
  const { startServers } = await import(join(root, 'deploy/native/dist/index.js'));
  // The packages are shared with `npm start`; data, ports and passwords are the tests' own.
  return startServers({ stateFolder: testFolder, packageFolder: join(root, '.daiko/packages'), log });
}

async function startContainers() {
  const { GenericContainer, Wait } = await import('testcontainers');
  const password = 'daiko-test-only';
  const started = [];
  const start = async (container, minutes = 3) => {
    const running = await container.withStartupTimeout(minutes * 60_000).start();
    started.push(running);
    return running;
  };
  try {
    const [postgres, rabbitmq, minio, clamav] = await Promise.all([
      start(
        new GenericContainer('postgres:18')
          .withEnvironment({ POSTGRES_USER: 'daiko', POSTGRES_PASSWORD: password, POSTGRES_DB: 'postgres' })
          .withExposedPorts(5432)
          .withWaitStrategy(Wait.forLogMessage('ready to accept connections', 2)),
      ),
      start(
        new GenericContainer('rabbitmq:4-management')
          .withEnvironment({ RABBITMQ_DEFAULT_USER: 'daiko', RABBITMQ_DEFAULT_PASS: password })
          .withExposedPorts(5672, 15672)
          .withWaitStrategy(Wait.forLogMessage('Server startup complete')),
      ),
      start(
        new GenericContainer('minio/minio:RELEASE.2025-09-07T16-13-09Z')
          .withEnvironment({ MINIO_ROOT_USER: 'daiko', MINIO_ROOT_PASSWORD: password })
          .withCommand(['server', '/data'])
          .withExposedPorts(9000)
          .withWaitStrategy(Wait.forHttp('/minio/health/ready', 9000)),
      ),
      start(
        new GenericContainer('clamav/clamav:1.4')
          .withCopyContentToContainer([{ content: clamdConfig, target: '/etc/clamav/clamd.conf' }])
          .withExposedPorts(3310)
          .withWaitStrategy(Wait.forListeningPorts()),
        10,
      ),
    ]);
    return {
      endpoints: {
        postgres: {
          host: postgres.getHost(),
          port: postgres.getMappedPort(5432),
          superuser: 'daiko',
          password,
        },
        rabbitmq: {
          url: `amqp://daiko:${password}@${rabbitmq.getHost()}:${rabbitmq.getMappedPort(5672)}`,
          managementUrl: `http://${rabbitmq.getHost()}:${rabbitmq.getMappedPort(15672)}`,
          user: 'daiko',
          password,
        },
        objectStore: {
          endPoint: minio.getHost(),
          port: minio.getMappedPort(9000),
          useSSL: false,
          accessKey: 'daiko',
          secretKey: password,
          region: 'us-east-1',
        },
        clamav: { host: clamav.getHost(), port: clamav.getMappedPort(3310), signatures: 'official' },
      },
      stop: () => Promise.all(started.map((container) => container.stop())),
    };
  } catch (error) {
    await Promise.all(started.map((container) => container.stop()));
    throw error;
  }
}

// What exceeds a limit is reported instead of passed as clean.
const clamdConfig = `LocalSocket /tmp/clamd.sock
TCPSocket 3310
TCPAddr 0.0.0.0
Foreground yes
StreamMaxLength 4095M
MaxFileSize 2047M
MaxScanSize 4095M
MaxFiles 300000
AlertExceedsMax yes
`;
