/** From now on keeps beside the app what this page writes as errors, leaves uncaught, or is forbidden by its policy. Runs in the page. */
export const keepComplaints = (): void => {
  const keep = (text: string): void => {
    if ('isLeft' in globalThis) return;
    const before = JSON.parse(sessionStorage.getItem('complaints') ?? '[]') as readonly string[];
    sessionStorage.setItem('complaints', JSON.stringify([...before, text]));
  };
  const { error } = console;
  console.error = (...words: readonly unknown[]): void => {
    keep(words.join(' '));
    error(...words);
  };
  addEventListener('error', ({ message }) => keep(message));
  addEventListener('unhandledrejection', ({ reason }) => keep(String(reason)));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => keep(`${violatedDirective} forbids ${blockedURI}`));
};

/** To be run in a page that is about to be left: what it had asked for is cut off then, and it complains of that. */
export const endComplaints = (): void => void Object.assign(globalThis, { isLeft: true });

/** What was kept in this window, on every page of the app. Runs in the page. */
export const keptComplaints = (): readonly string[] => JSON.parse(sessionStorage.getItem('complaints') ?? '[]') as readonly string[];
