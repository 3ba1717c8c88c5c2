import { describe, expect, it } from '@jest/globals';
import { portsFrom } from '../ports.js';
import { holdsDatabase, renderClamdConfig, renderTestSignatures } from './clamav-config.js';
import { postgresArguments } from './postgres.js';
import { rabbitmqEnvironment, renderRabbitmqConfig } from './rabbitmq-config.js';
import { renderSwiftConfig } from './swift-config.js';

const ports = portsFrom(20_000);
const swift = renderSwiftConfig({
  folder: '/state/swift/config',
  devices: '/state/swift/devices',
  ports,
  secretKey: 'secret',
  hashSuffix: 'suffix',
});

describe('the configuration of the private servers', () => {
  it('binds every server to the loopback interface and to nothing else', () => {
    const texts = [
      renderRabbitmqConfig(ports, 'secret'),
      renderClamdConfig({ port: ports.clamav, databaseFolder: '/db', memoryFolder: '/dev/shm/d' }),
      postgresArguments('/data', ports.postgres).join(' '),
      JSON.stringify(rabbitmqEnvironment('/root', '/lib', '/data', ports)),
      ...Object.values(swift),
    ];
    expect(texts.join('\n')).not.toMatch(/0\.0\.0\.0|::|= ?\*|localhost:/);
    for (const name of ['account', 'container', 'object', 'proxy']) {
      expect(swift[`${name}-server.conf`]).toContain('bind_ip = 127.0.0.1');
    }
  });

  it('keeps the database durable and its errors free of parameter values', () => {
    const words = postgresArguments('/data', 1);
    expect(words).toEqual(expect.arrayContaining(['fsync=on', 'synchronous_commit=on']));
    expect(words).toContain('log_parameter_max_length_on_error=0');
  });

  it('lets clamd report what exceeds a limit, and unpack in memory', () => {
    const text = renderClamdConfig({ port: 1, databaseFolder: '/db', memoryFolder: '/dev/shm/d' });
    expect(text).toContain('AlertExceedsMax yes');
    expect(text).toContain('MaxFiles 300000');
    expect(text).toContain('TemporaryDirectory /dev/shm/d');
  });

  it('tells test signatures from a database of the ClamAV project', () => {
    const files = renderTestSignatures();
    expect(files['daiko.ndb']).toMatch(/^Daiko\.Test\.EICAR:0:\*:[0-9a-f]+\n$/);
    expect(files['daiko.hdb']).toMatch(/^[0-9a-f]{32}:\d+:Daiko\.Test\.Hash\n$/);
    expect(holdsDatabase(Object.keys(files))).toBe(false);
    expect(holdsDatabase(['main.cvd', 'daily.cld'])).toBe(true);
  });

  it('gives the object store one key and no anonymous way in', () => {
    expect(swift['proxy-server.conf']).toContain('user_daiko_app = secret .admin');
    expect(swift['proxy-server.conf']).not.toMatch(/user_(?!daiko_app)\w+ =|staticweb|tempurl/);
  });
});
