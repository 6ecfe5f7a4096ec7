// Where the browser does not tell which there are.
const DATABASES = ['pepites', 'pepites-pocket', 'pepites-media'];
/** Where boxes of who has left wait to be brought. */
const WITH_BOXES = 'pepites';
/** Without her in them: the program itself (`workbox-…`), the voices and the pictures of the roads. */
const KEPT_CACHES: readonly string[] = ['pepites-voice', 'pepites-roads', 'pepites-staff'];

const isOurs = (name: string | undefined): name is string => name?.startsWith('pepites') ?? false;

const drop = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
    // Some page still has it open: it is deleted when that one is gone, which ours is in a moment.
    request.onblocked = () => resolve();
  });

/** Wipes all that this device keeps of its owner: databases, caches, memory. What she did that has not arrived is lost with it. */
export const eraseDevice = async (): Promise<void> => {
  await forgetSmallThings();
  await dropAll(() => true);
};

/** Wipes what this device keeps of its owner beside its records, which she has left already (`leaveDevice`): boxes for the server stay. */
export const forgetOwner = async (): Promise<void> => {
  await forgetSmallThings();
  await dropAll((name) => name !== WITH_BOXES);
};

const forgetSmallThings = async (): Promise<void> => {
  try {
    for (const key of Object.keys(localStorage).filter(isOurs)) localStorage.removeItem(key);
  } catch {
    // Storage is off: nothing is kept there.
  }
  try {
    const names = (await caches.keys()).filter((name) => isOurs(name) && !KEPT_CACHES.includes(name));
    await Promise.all(names.map((name) => caches.delete(name)));
  } catch {
    // No caches here.
  }
};

const dropAll = async (mayGo: (name: string) => boolean): Promise<void> => {
  try {
    const named = (await indexedDB.databases?.())?.map(({ name }) => name).filter(isOurs) ?? [];
    await Promise.all([...new Set([...named, ...DATABASES])].filter(mayGo).map(drop));
  } catch {
    // Storage is off.
  }
};
