import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeScreenMemory } from '#client/device/screen-memory';

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

const shown = { who: 'person', badges: [{ title: 'Je participe' }] };

test('what was shown is there at the next start of the same program', () => {
  makeScreenMemory('v1').write(shown);
  expect(makeScreenMemory('v1').read()).toEqual(shown);
});

test('another program remembers nothing: its screens may want another shape', () => {
  makeScreenMemory('v1').write(shown);
  expect(makeScreenMemory('v2').read()).toBeUndefined();
});

test('a device that is nobody’s any more leaves nothing behind', () => {
  const memory = makeScreenMemory('v1');
  memory.write(shown);
  memory.write(undefined);
  expect(memory.read()).toBeUndefined();
  expect(JSON.stringify({ ...localStorage })).not.toContain('Je participe');
});

test('what does not fit takes what is no longer so with it', () => {
  const memory = makeScreenMemory('v1');
  memory.write(shown);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  memory.write({ who: 'person', badges: [] });
  expect(memory.read()).toBeUndefined();
});

test.each(['{', 'null', '7', '[]', '{"code":"v1"}'])('what is kept as %s counts as nothing', (kept) => {
  localStorage.setItem('pepites-shown', kept);
  expect(makeScreenMemory('v1').read()).toBeUndefined();
});
