import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import type { Json } from '#base/canonical-json';
import type { JsonObject } from '#credentials/json';
import { vectorJson } from './vector-files.ts';

/** What a JSON Schema finds wrong with a document; empty when nothing is. */
export type SchemaCheck = (document: JsonObject) => readonly string[];

type Schema = Readonly<Record<string, Json>>;

const schemaCheck = (schema: Schema): SchemaCheck => {
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile({ ...schema, $schema: 'https://json-schema.org/draft/2019-09/schema' });
  return (document) => (validate(document) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`));
};

const schemaOf = (file: string, change: (text: string) => string = (text) => text): Schema =>
  JSON.parse(change(JSON.stringify(vectorJson(`schemas/${file}`))));

const partsOf = (schema: Schema): Schema => schema['$defs'] as Schema;

const badge = schemaOf('ob_v3p0_achievementcredential_schema.json');

export const achievementCredential = schemaCheck(badge);

/** The EndorsementCredential of Open Badges 3.0, which the schema of badges describes too. */
export const endorsementCredential = schemaCheck({ $defs: partsOf(badge), $ref: '#/$defs/EndorsementCredential' });

// The copy at hand is that of VCDM 1.1. Under VCDM 2.0 two dates have other names, and a status says where its list is.
const clr = schemaOf('clr_v2p0_clrcredential_schema_draft4.json', (text) =>
  text.replaceAll('"issuanceDate"', '"validFrom"').replaceAll('"expirationDate"', '"validUntil"'),
);

export const clrCredential = schemaCheck({
  ...clr,
  $defs: { ...partsOf(clr), CredentialStatus: partsOf(badge)['CredentialStatus'] ?? {} },
});
