/** What the page can learn of the key its device signs with. */
interface DeviceKeyFacts {
  readonly algorithm: string;
  readonly extractable: boolean;
  /** Name of the error that an export ends with. */
  readonly exported: string;
  /** A signature of it is good under its own public half. */
  readonly signs: boolean;
}

/** Reads the key where the app keeps it, with nothing but what every script of the page could use. Runs in the page. */
export const readDeviceKey = async (): Promise<DeviceKeyFacts> => {
  const asked = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const databases = await Promise.all((await indexedDB.databases()).map(({ name = '' }) => asked(indexedDB.open(name))));
  const ours = databases.find(({ objectStoreNames }) => objectStoreNames.contains('meta'));
  if (!ours) throw new Error('the app keeps no database');
  const kept = (await asked(ours.transaction('meta').objectStore('meta').get('identity'))) as { readonly keyPair: CryptoKeyPair };
  for (const database of databases) database.close();
  const { privateKey, publicKey } = kept.keyPair;
  const { name, namedCurve = '' } = privateKey.algorithm as EcKeyAlgorithm;
  const how = { name, hash: 'SHA-256' };
  const words = new TextEncoder().encode('words');
  const signature = await crypto.subtle.sign(how, privateKey, words);
  return {
    algorithm: `${name} ${namedCurve}`.trim(),
    extractable: privateKey.extractable,
    exported: await crypto.subtle.exportKey('pkcs8', privateKey).then(
      () => 'none',
      (error: Error) => error.name,
    ),
    signs: await crypto.subtle.verify(how, publicKey, signature, words),
  };
};
