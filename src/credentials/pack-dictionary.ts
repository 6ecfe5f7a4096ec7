// What badges have in common, once for all: packed badges refer back into it. A dictionary never changes once a badge has been packed
// with it (a test holds their hashes); a better one gets the next number, and the older ones stay to be read.
// Order: rare things first, then a badge as buildOpenBadge writes it; near things cost less to refer to.
const FIRST = [
  'eddsa-2022Ed25519Signature2020ecdsa-rdfc-2019ecdsa-sd-2023https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
  '1EdTechJsonSchemaValidator20191EdTechRevocationList1EdTechCredentialRefresh","credentialSchema":[{"refreshService":{',
  '"type":["Address"],"addressCountry":"FR","email":"contact@","phone":"+33","otherIdentifier":[{"type":["IdentifierEntry"],',
  '"identifier":[{"type":"IdentityObject","hashed":true,"identityHash":"sha256$","identityType":"emailAddress","salt":"',
  '"type":["VerifiableCredential","EndorsementCredential"],"credentialSubject":{"type":["EndorsementSubject"],"endorsementComment":"',
  '"endorsement":[{"related":[{"type":["Related"],"resultValueMin":"","value":"","status":"Completed","statusPurpose":"suspension"',
  'Badge","Competency","CommunityService","Membership","MicroCredential","http://data.europa.eu/esco/skill/","targetFramework":"ESCO",',
  '"targetFramework":"ROME","targetCode":"300","targetType":"ext:","targetDescription":"',
  '{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"id":"urn:uuid:',
  '","type":["VerifiableCredential","OpenBadgeCredential"],"issuer":{"id":"did:web:","name":"","url":"https://","description":"',
  '","type":["Profile"],"image":{"id":"https://","caption":"","type":"Image"}},"validFrom":"2026-","validUntil":"2027-',
  '","awardedDate":"2026-","name":"","credentialSubject":{"id":"did:key:z6Mk","id":"did:web:","type":["AchievementSubject"],',
  '"achievement":{"id":"https://","name":"","description":"","achievementType":"ext:Competency","inLanguage":"fr","version":"1",',
  '"type":["Achievement"],"criteria":{"narrative":""},"image":{"id":"https:///image.svg","caption":"","type":"Image"},',
  '"creator":{"id":"did:web:","name":"","type":["Profile"]},"tag":[""],"alignment":[{"targetName":"","targetUrl":"https://',
  '","targetFramework":"","targetCode":"","type":["Alignment"]},{"targetName":"","targetUrl":"https://","type":["Alignment"]}],',
  '"resultDescription":[{"id":"https://#levels","type":["ResultDescription"],"name":"","resultType":"RubricCriterionLevel",',
  '"rubricCriterionLevel":[{"id":"https://#level-1","name":"","type":["RubricCriterionLevel"],"level":"1"},{"id":"https://',
  '#level-2","name":"","type":["RubricCriterionLevel"],"level":"2"},{"id":"https://#level-3","name":"",',
  '"type":["RubricCriterionLevel"],"level":"3"}]}]},"narrative":"","source":{"id":"did:web:","name":"","type":["Profile"]},',
  '"result":[{"type":["Result"],"resultDescription":"https://","achievedLevel":"https://"}]},',
  '"evidence":[{"id":"https://","name":"","narrative":"","description":"","genre":"participation","audience":"","digestMultibase":"uEi',
  '","type":["Evidence"]}],"credentialStatus":{"id":"https://#","type":"BitstringStatusListEntry","statusPurpose":"revocation",',
  '"statusListIndex":"","statusListCredential":"https://"},"proof":[{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022",',
  '"created":"2026-","verificationMethod":"did:web:#z6Mk","proofPurpose":"assertionMethod","proofValue":"z"}]}',
].join('');

/** Dictionaries by number. */
export const PACK_DICTIONARIES: Readonly<Record<number, string>> = { 1: FIRST };

/** The number badges are packed with. */
export const PACK_DICTIONARY = 1;
