// The servers of the tests as containers, by testcontainers: images and settings are those of docker-compose.yml.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const compose = readFileSync(join(import.meta.dirname, '../../docker-compose.yml'), 'utf8');
const password = 'daiko-test-only';

function found(pattern) {
  const match = pattern.exec(compose);
  if (!match) throw new Error(`docker-compose.yml: no ${pattern}`);
  return match[1];
}

const imageOf = (service) => found(new RegExp(`\\n  ${service}:\\n    image: (\\S+)\\n`));
/** The text of an inline config of docker-compose.yml. */
export const configOf = (name) =>
  found(new RegExp(`\\n  ${name}:\\n(?: +#.*\\n)*    content: \\|\\n((?:      .*\\n)+)`)).replaceAll(
    /^ {6}/gm,
    '',
  );

function containers(GenericContainer, Wait) {
  return {
    postgres: new GenericContainer(imageOf('postgres'))
      .withEnvironment({ POSTGRES_USER: 'daiko', POSTGRES_PASSWORD: password, POSTGRES_DB: 'postgres' })
      .withCommand(['postgres', '-c', 'max_connections=200'])
      .withExposedPorts(5432)
      .withWaitStrategy(Wait.forLogMessage('ready to accept connections', 2)),
    rabbitmq: new GenericContainer(imageOf('rabbitmq'))
      .withEnvironment({ RABBITMQ_DEFAULT_USER: 'daiko', RABBITMQ_DEFAULT_PASS: password })
      .withExposedPorts(5672, 15672)
      .withWaitStrategy(Wait.forLogMessage('Server startup complete')),
    minio: new GenericContainer(imageOf('minio'))
      .withEnvironment({ MINIO_ROOT_USER: 'daiko', MINIO_ROOT_PASSWORD: password })
      .withCommand(['server', '/data'])
      .withExposedPorts(9000)
      .withWaitStrategy(Wait.forHttp('/minio/health/ready', 9000)),
    clamav: new GenericContainer(imageOf('clamav'))
      .withCopyContentToContainer([{ content: configOf('clamd'), target: '/etc/clamav/clamd.conf' }])
      .withTmpFs({ '/scan': 'rw,mode=1777,size=1g' })
      .withExposedPorts(3310)
      .withWaitStrategy(Wait.forListeningPorts()),
  };
}

// The image may have to fetch its signatures first.
const minutes = { postgres: 3, rabbitmq: 3, minio: 3, clamav: 10 };

/** Starts all four; what was started is removed again when one fails. `signaturesAt` asks a clamd what it has loaded. */
export async function startContainers(signaturesAt) {
  const { GenericContainer, Wait } = await import('testcontainers');
  const wanted = Object.entries(containers(GenericContainer, Wait));
  const results = await Promise.allSettled(
    wanted.map(([name, container]) => container.withStartupTimeout(minutes[name] * 60_000).start()),
  );
  const started = results.flatMap(({ value }) => value ?? []);
  const stop = () => Promise.all(started.map((container) => container.stop()));
  const failed = results.find(({ status }) => status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return { endpoints: await endpointsOf(started, signaturesAt), stop };
}

async function endpointsOf([postgres, rabbitmq, minio, clamav], signaturesAt) {
  const scanner = { host: clamav.getHost(), port: clamav.getMappedPort(3310) };
  return {
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
    clamav: { ...scanner, signatures: await signaturesAt(scanner) },
  };
}
