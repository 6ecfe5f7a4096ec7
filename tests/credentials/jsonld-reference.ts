import jsonld from 'jsonld';
import rdfCanonize from 'rdf-canonize';
import { importContexts } from '#credentials/import-contexts.gen';
import { issueContexts } from '#credentials/issue-contexts.gen';
import type { JsonObject } from '#credentials/json';
import { pinnedFiles } from '#tools/compile-contexts';
import { vectorText } from './vector-files.ts';

export const allContexts = { ...issueContexts, ...importContexts };

const documents = new Map(Object.entries(pinnedFiles).map(([address, file]) => [address, JSON.parse(vectorText(`contexts/${file}`))]));

const documentLoader = async (documentUrl: string) => {
  const document = documents.get(documentUrl);
  if (document === undefined) throw new Error(`no network: ${documentUrl}`);
  return { contextUrl: null, documentUrl, document };
};

/** The canonical form by jsonld.js in safe mode, with the options of the W3C's cryptosuite, or null when it refuses. */
export const referenceCanonical = async (document: JsonObject): Promise<string | null> => {
  try {
    const options = { base: null, safe: true, rdfDirection: 'i18n-datatype', produceGeneralizedRdf: false, documentLoader };
    const dataset = await jsonld.toRDF(structuredClone(document), options);
    return await rdfCanonize.canonize(dataset, { algorithm: 'RDFC-1.0', maxWorkFactor: 2 });
  } catch {
    return null;
  }
};
