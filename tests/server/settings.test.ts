import { describe, expect, it } from 'vitest';
import { originOf, readSettings } from '#server/settings';

const lineFor = (env: Readonly<Record<string, string>>): string => {
  const read = readSettings(env);
  return read.ok ? 'fine' : read.error;
};

describe('the environment', () => {
  it('asks for nothing: localhost, port 8787, ./data, the demonstration', () => {
    const read = readSettings({});
    expect(read.ok && read.value).toMatchObject({ host: 'localhost', port: 8787, seed: 'demo', publicOrigin: undefined, tls: undefined });
    expect(read.ok && read.value.dataFolder).toBe(`${process.cwd()}/data`);
  });

  it('makes an origin of port and certificate, or takes the one given', () => {
    const tls = { cert: 'c', key: 'k' };
    expect(originOf({ publicOrigin: undefined, tls: undefined }, 8787)).toBe('http://localhost:8787');
    expect(originOf({ publicOrigin: undefined, tls: undefined }, 80)).toBe('http://localhost');
    expect(originOf({ publicOrigin: undefined, tls }, 8443)).toBe('https://localhost:8443');
    expect(originOf({ publicOrigin: 'https://badges.example.org', tls }, 8443)).toBe('https://badges.example.org');
  });

  it.each([
    [{ PORT: 'many' }, 'PORT is many'],
    [{ PORT: '70000' }, 'PORT is 70000'],
    [{ PEPITES_TLS_CERT: 'a.pem' }, 'go together'],
    [{ PEPITES_DATABASE_URL: 'mysql://user:geheim@host/db' }, 'PEPITES_DATABASE_URL must be an address like postgres://user:password@host'],
    [{ PEPITES_PUBLIC_URL: 'badges.example.org' }, 'only scheme, host and port'],
    [{ PEPITES_PUBLIC_URL: 'https://badges.example.org/app' }, 'only scheme, host and port'],
    [{ PEPITES_PUBLIC_URL: 'http://badges.example.org' }, 'must start with https://'],
    [{ PEPITES_PUBLIC_URL: 'http://127.0.0.1:8787' }, 'must start with https://'],
    [{ PEPITES_PUBLIC_URL: 'https://192.168.1.7' }, 'not an IP address'],
    [{ PEPITES_SEED: 'everything' }, 'either demo or none'],
  ])('%o is refused in one line that says what to change', (env, words) => {
    expect(lineFor(env)).toContain(words);
    expect(lineFor(env)).not.toContain('\n');
  });

  it.each([{ HOST: '0.0.0.0' }, { PEPITES_PUBLIC_URL: 'https://badges.example.org' }, { PEPITES_TLS_CERT: 'a', PEPITES_TLS_KEY: 'b' }])(
    'has no demonstration with its fixed secrets where others can reach it: %o',
    (env) => {
      const read = readSettings(env);
      expect(read.ok && read.value.seed).toBe('none');
      expect(lineFor({ ...env, PEPITES_SEED: 'demo' })).toContain('http://localhost only');
    },
  );
});
