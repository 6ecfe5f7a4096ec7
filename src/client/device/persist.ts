/**
 * Asks the browser not to clear what this device keeps when space runs short; true when it promises. Ask after enrolment: browsers
 * judge by how much the app is used, and some show a question.
 */
export const askToKeep = async (): Promise<boolean> => {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    // No storage manager (an insecure address, an old browser): nothing is promised.
    return false;
  }
};
