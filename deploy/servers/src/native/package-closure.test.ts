import { describe, expect, it } from '@jest/globals';
import { closureOf, parseArchiveName, parseDepends } from './package-closure.js';

const listing = `server
  PreDepends: init-system-helpers
  Depends: runtime
 |Depends: mailer
  Depends: <mail-agent>
    mailer
    other-mailer
  Depends: <codec>
    codec-a
  Depends: libc6
  Depends: python3:any
runtime
  Depends: libssl3
 |Depends: debconf
  Depends: <debconf-2.0>
libssl3
  Depends: libc6
mailer
codec-a
  Depends: runtime
libc6
`;

describe('the closure of Debian packages', () => {
  it('takes what is needed, the first of a choice, a provider of a virtual name, and nothing every machine has', () => {
    expect(closureOf(parseDepends(listing), ['server'])).toEqual([
      'codec-a',
      'libssl3',
      'mailer',
      'runtime',
      'server',
    ]);
  });

  it('keeps an unknown root, so that apt can say that it is not to be had', () => {
    expect(closureOf(parseDepends(''), ['nowhere'])).toEqual(['nowhere']);
  });

  it('reads name and version of an archive, with the epoch', () => {
    expect(parseArchiveName('erlang-base_1%3a25.2.3_amd64.deb')).toEqual({
      name: 'erlang-base',
      version: '1:25.2.3',
    });
    expect(parseArchiveName('notes.txt')).toBeUndefined();
  });
});
