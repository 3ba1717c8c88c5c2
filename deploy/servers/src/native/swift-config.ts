import type { Ports } from '../ports.js';

/** Access key of the platform (tempauth account and user), and the only region. */
export const objectStoreAccount = { accessKey: 'daiko:app', region: 'us-east-1' } as const;

/** What the four Swift servers are configured from. */
export interface SwiftPlan {
  /** Folder of swift.conf and the rings. */
  folder: string;
  devices: string;
  ports: Ports;
  secretKey: string;
  hashSuffix: string;
}

function section(name: string, lines: Readonly<Record<string, string | number>>): string {
  return [`[${name}]`, ...Object.entries(lines).map(([key, value]) => `${key} = ${value}`), ''].join('\n');
}

function common(plan: SwiftPlan, port: number): Record<string, string | number> {
  return {
    bind_ip: '127.0.0.1',
    bind_port: port,
    // One process per server: on few cores twice as fast as a parent with workers, in half the memory.
    workers: 0,
    swift_dir: plan.folder,
    devices: plan.devices,
    mount_check: 'false',
    log_level: 'WARNING',
    // The discard port: the machine's syslog hears nothing of ours.
    log_udp_host: '127.0.0.1',
    log_udp_port: 9,
  };
}

function storageConfig(plan: SwiftPlan, role: 'account' | 'container' | 'object', port: number): string {
  return [
    section('DEFAULT', common(plan, port)),
    section('pipeline:main', { pipeline: `${role}-server` }),
    section(`app:${role}-server`, { use: `egg:swift#${role}` }),
  ].join('\n');
}

/** The proxy: S3 in front, one account with one key behind, no anonymous access. */
function proxyConfig(plan: SwiftPlan): string {
  const pipeline =
    'catch_errors healthcheck cache bulk s3api tempauth slo dlo versioned_writes symlink proxy-server';
  const filter = (name: string, more: Record<string, string | number> = {}): string =>
    section(`filter:${name}`, {
      use: `egg:swift#${name}`,
      ...more,
    });
  return [
    section('DEFAULT', common(plan, plan.ports.swiftProxy)),
    section('pipeline:main', { pipeline }),
    section('app:proxy-server', {
      use: 'egg:swift#proxy',
      account_autocreate: 'true',
      allow_account_management: 'true',
    }),
    filter('catch_errors'),
    filter('healthcheck'),
    section('filter:cache', { 'paste.filter_factory': 'daiko_cache:filter_factory' }),
    filter('bulk'),
    filter('s3api', { location: objectStoreAccount.region, max_upload_part_num: 10_000 }),
    filter('tempauth', { user_daiko_app: `${plan.secretKey} .admin` }),
    filter('slo', { max_manifest_segments: 10_000 }),
    filter('dlo'),
    filter('versioned_writes', { allow_object_versioning: 'true' }),
    filter('symlink'),
  ].join('\n');
}

/** Every configuration file of the private Swift, by name. */
export function renderSwiftConfig(plan: SwiftPlan): Record<string, string> {
  return {
    'swift.conf': [
      section('swift-hash', { swift_hash_path_suffix: plan.hashSuffix, swift_hash_path_prefix: 'daiko' }),
      section('storage-policy:0', { name: 'Policy-0', default: 'yes' }),
    ].join('\n'),
    'launch.py': launchScript,
    'daiko_cache.py': cacheScript,
    'account-server.conf': storageConfig(plan, 'account', plan.ports.swiftAccount),
    'container-server.conf': storageConfig(plan, 'container', plan.ports.swiftContainer),
    'object-server.conf': storageConfig(plan, 'object', plan.ports.swiftObject),
    'proxy-server.conf': proxyConfig(plan),
  };
}

/**
 * Python that runs one server. `swift_dir` of its configuration alone would still look for /etc/swift/swift.conf, and
 * the servers would change to a named user, where we run as whoever we are, with or without a name.
 */
const launchScript = `
import runpy, sys
from swift.common import utils
utils.set_swift_dir(sys.argv[1])
utils.drop_privileges = lambda user: None
sys.argv = sys.argv[2:]
runpy.run_path(sys.argv[0], run_name='__main__')
`;

/**
 * Python of the cache that Swift's authentication insists on, otherwise a memcached: inside the one proxy process,
 * bounded, with values as JSON as memcached would give them back.
 */
const cacheScript = `
import json, time

class Cache:
    def __init__(self):
        self.kept = {}

    def get(self, key, raise_on_error=False):
        text, until = self.kept.get(key, (None, 0))
        if text is None or (until and until < time.time()):
            return None
        return json.loads(text)

    def set(self, key, value, serialize=True, time=0, min_compress_len=0, raise_on_error=False):
        if len(self.kept) >= 10000:
            self.kept.clear()
        self.kept[key] = (json.dumps(value), moment(time))

    def incr(self, key, delta=1, time=0):
        value = max(0, int(self.get(key) or 0) + int(delta))
        self.set(key, value, time=time)
        return value

    def decr(self, key, delta=1, time=0):
        return self.incr(key, -int(delta), time)

    def delete(self, key, server_key=None):
        self.kept.pop(key, None)

    def set_multi(self, mapping, server_key, serialize=True, time=0, min_compress_len=0):
        for key, value in mapping.items():
            self.set(key, value, time=time)

    def get_multi(self, keys, server_key):
        return [self.get(key) for key in keys]

def moment(seconds):
    return time.time() + float(seconds) if seconds else 0

def filter_factory(global_conf, **local_conf):
    cache = Cache()
    def wrap(app):
        def call(env, start_response):
            env['swift.cache'] = cache
            return app(env, start_response)
        return call
    return wrap
`;

/** Python that writes the three rings: one replica on one device each; and proves that the disk keeps attributes. */
export const ringScript = `
import os, sys
folder, devices, account, container, obj = sys.argv[1:6]
probe = os.path.join(devices, 'd1', '.attribute-probe')
open(probe, 'w').close()
try:
    os.setxattr(probe, 'user.daiko', b'1')
except OSError:
    sys.exit(3)
finally:
    os.unlink(probe)
try:
    import eventlet, lxml.etree, netifaces, swift.common.middleware.s3api.s3api
    from swift.common.ring import RingBuilder
except ImportError as problem:
    print(problem, file=sys.stderr)
    sys.exit(4)
for name, port in (('account', account), ('container', container), ('object', obj)):
    builder = RingBuilder(6, 1, 1)
    builder.add_dev({'id': 0, 'region': 1, 'zone': 1, 'ip': '127.0.0.1', 'port': int(port), 'device': 'd1', 'weight': 1.0,
                     'replication_ip': '127.0.0.1', 'replication_port': int(port), 'meta': ''})
    builder.rebalance(seed=1)
    builder.get_ring().save(os.path.join(folder, name + '.ring.gz'))
`;
