import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { writeWhole } from '@daiko/whole-files';
import * as x509 from '@peculiar/x509';

/** Where the front door's certificate lies; `caFile` is what clients trust. */
export interface LocalCertificate {
  caFile: string;
  certFile: string;
  keyFile: string;
}

const dayMs = 24 * 60 * 60 * 1000;
const authorityDays = 3652;
const serverDays = 365;
/** A server certificate with less time left is made anew. */
const renewalDays = 30;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

type CryptoKey = webcrypto.CryptoKey;
const { subtle } = webcrypto;
x509.cryptoProvider.set(webcrypto as never);

interface Authority {
  certificate: x509.X509Certificate;
  key: CryptoKey;
}

/**
 * Makes sure that `folder` holds a certificate of our own local authority for `hostnames`, valid for 30 more days;
 * makes the authority (ten years) and the certificate (one year) where they are missing, running out or for other names.
 * Keys are ECDSA P-256, their files 0600.
 */
export async function ensureLocalCertificate(
  folder: string,
  options: { hostnames: readonly string[]; now: Date },
): Promise<LocalCertificate> {
  const files = {
    caFile: join(folder, 'ca.pem'),
    certFile: join(folder, 'server.pem'),
    keyFile: join(folder, 'server.key'),
  };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const authority = await ensureAuthority(folder, files.caFile, options.now);
  if (!(await isUsable(files, authority, options))) await issue(files, authority, options);
  return files;
}

async function ensureAuthority(folder: string, caFile: string, now: Date): Promise<Authority> {
  const keyFile = join(folder, 'ca.key');
  const kept = await readAuthority(caFile, keyFile);
  if (kept !== null && kept.certificate.notAfter.getTime() > now.getTime() + serverDays * dayMs) return kept;
  const keys = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerialNumber(),
    name: 'CN=Daiko local authority',
    notBefore: new Date(now.getTime() - dayMs),
    notAfter: new Date(now.getTime() + authorityDays * dayMs),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  await writeKey(keyFile, keys.privateKey);
  await writeWhole(caFile, `${certificate.toString('pem')}\n`, 0o644);
  return { certificate, key: keys.privateKey };
}

async function readAuthority(caFile: string, keyFile: string): Promise<Authority | null> {
  try {
    const [certificate, key] = await Promise.all([readFile(caFile, 'utf8'), readFile(keyFile, 'utf8')]);
    return { certificate: new x509.X509Certificate(certificate), key: await importKey(key) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function isUsable(
  files: LocalCertificate,
  authority: Authority,
  { hostnames, now }: { hostnames: readonly string[]; now: Date },
): Promise<boolean> {
  try {
    await readFile(files.keyFile);
    const certificate = new x509.X509Certificate(await readFile(files.certFile, 'utf8'));
    const names = certificate.getExtension(x509.SubjectAlternativeNameExtension)?.names.items ?? [];
    const covered = new Set(names.map(({ value }) => value));
    return (
      hostnames.every((hostname) => covered.has(hostname)) &&
      certificate.notAfter.getTime() - now.getTime() >= renewalDays * dayMs &&
      (await certificate.verify({ publicKey: authority.certificate.publicKey, date: now }))
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

async function issue(
  files: LocalCertificate,
  authority: Authority,
  { hostnames, now }: { hostnames: readonly string[]; now: Date },
): Promise<void> {
  const keys = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const names = hostnames.map((value) => ({ type: isIP(value) ? 'ip' : 'dns', value }) as const);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: newSerialNumber(),
    subject: `CN=${hostnames[0] ?? 'localhost'}`,
    issuer: authority.certificate.subject,
    notBefore: new Date(now.getTime() - dayMs),
    notAfter: new Date(now.getTime() + serverDays * dayMs),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: authority.key,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names),
      await x509.AuthorityKeyIdentifierExtension.create(authority.certificate.publicKey),
    ],
  });
  await writeKey(files.keyFile, keys.privateKey);
  await writeWhole(files.certFile, `${certificate.toString('pem')}\n`, 0o644);
}

/** A positive serial number of 127 random bits. */
function newSerialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex');
}

async function writeKey(file: string, key: CryptoKey): Promise<void> {
  const bytes = await subtle.exportKey('pkcs8', key);
  await writeWhole(file, `${x509.PemConverter.encode(bytes, 'PRIVATE KEY')}\n`, 0o600);
}

function importKey(pem: string): Promise<CryptoKey> {
  const [bytes] = x509.PemConverter.decode(pem);
  if (bytes === undefined) throw new Error('the key file of the local authority holds no key');
  return subtle.importKey('pkcs8', bytes, algorithm, true, ['sign']);
}
