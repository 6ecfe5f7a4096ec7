// Written by src/tools/compile-contexts.ts. Do not edit.
import type { Contexts } from './jsonld-context.ts';

export const issueContexts: Contexts = {
 "https://www.w3.org/ns/credentials/v2": {
  "terms": {
   "id": "@id",
   "type": "@type",
   "description": "https://schema.org/description",
   "digestMultibase": [
    "https://w3id.org/security#digestMultibase",
    1,
    "https://w3id.org/security#multibase"
   ],
   "digestSRI": [
    "https://www.w3.org/2018/credentials#digestSRI",
    1,
    "https://www.w3.org/2018/credentials#sriString"
   ],
   "mediaType": "https://schema.org/encodingFormat",
   "name": "https://schema.org/name",
   "VerifiableCredential": [
    "https://www.w3.org/2018/credentials#VerifiableCredential",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "confidenceMethod": [
       "https://www.w3.org/2018/credentials#confidenceMethod",
       1,
       "@id"
      ],
      "credentialSchema": [
       "https://www.w3.org/2018/credentials#credentialSchema",
       1,
       "@id"
      ],
      "credentialStatus": [
       "https://www.w3.org/2018/credentials#credentialStatus",
       1,
       "@id"
      ],
      "credentialSubject": [
       "https://www.w3.org/2018/credentials#credentialSubject",
       1,
       "@id"
      ],
      "description": "https://schema.org/description",
      "evidence": [
       "https://www.w3.org/2018/credentials#evidence",
       1,
       "@id"
      ],
      "issuer": [
       "https://www.w3.org/2018/credentials#issuer",
       1,
       "@id"
      ],
      "name": "https://schema.org/name",
      "proof": [
       "https://w3id.org/security#proof",
       17,
       "@id"
      ],
      "refreshService": [
       "https://www.w3.org/2018/credentials#refreshService",
       1,
       "@id"
      ],
      "relatedResource": [
       "https://www.w3.org/2018/credentials#relatedResource",
       1,
       "@id"
      ],
      "renderMethod": [
       "https://www.w3.org/2018/credentials#renderMethod",
       1,
       "@id"
      ],
      "termsOfUse": [
       "https://www.w3.org/2018/credentials#termsOfUse",
       1,
       "@id"
      ],
      "validFrom": [
       "https://www.w3.org/2018/credentials#validFrom",
       1,
       "http://www.w3.org/2001/XMLSchema#dateTime"
      ],
      "validUntil": [
       "https://www.w3.org/2018/credentials#validUntil",
       1,
       "http://www.w3.org/2001/XMLSchema#dateTime"
      ]
     }
    }
   ],
   "EnvelopedVerifiableCredential": "https://www.w3.org/2018/credentials#EnvelopedVerifiableCredential",
   "VerifiablePresentation": [
    "https://www.w3.org/2018/credentials#VerifiablePresentation",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "holder": [
       "https://www.w3.org/2018/credentials#holder",
       1,
       "@id"
      ],
      "proof": [
       "https://w3id.org/security#proof",
       17,
       "@id"
      ],
      "termsOfUse": [
       "https://www.w3.org/2018/credentials#termsOfUse",
       1,
       "@id"
      ],
      "verifiableCredential": [
       "https://www.w3.org/2018/credentials#verifiableCredential",
       17,
       "@id",
       null
      ]
     }
    }
   ],
   "EnvelopedVerifiablePresentation": "https://www.w3.org/2018/credentials#EnvelopedVerifiablePresentation",
   "JsonSchemaCredential": "https://www.w3.org/2018/credentials#JsonSchemaCredential",
   "JsonSchema": [
    "https://www.w3.org/2018/credentials#JsonSchema",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "jsonSchema": [
       "https://www.w3.org/2018/credentials#jsonSchema",
       1,
       "@json"
      ]
     }
    }
   ],
   "BitstringStatusListCredential": "https://www.w3.org/ns/credentials/status#BitstringStatusListCredential",
   "BitstringStatusList": [
    "https://www.w3.org/ns/credentials/status#BitstringStatusList",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "encodedList": [
       "https://www.w3.org/ns/credentials/status#encodedList",
       1,
       "https://w3id.org/security#multibase"
      ],
      "statusPurpose": "https://www.w3.org/ns/credentials/status#statusPurpose",
      "ttl": "https://www.w3.org/ns/credentials/status#ttl"
     }
    }
   ],
   "BitstringStatusListEntry": [
    "https://www.w3.org/ns/credentials/status#BitstringStatusListEntry",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "statusListCredential": [
       "https://www.w3.org/ns/credentials/status#statusListCredential",
       1,
       "@id"
      ],
      "statusListIndex": "https://www.w3.org/ns/credentials/status#statusListIndex",
      "statusPurpose": "https://www.w3.org/ns/credentials/status#statusPurpose",
      "statusMessage": [
       "https://www.w3.org/ns/credentials/status#statusMessage",
       1,
       null,
       {
        "terms": {
         "id": "@id",
         "type": "@type",
         "message": "https://www.w3.org/ns/credentials/status#message",
         "status": "https://www.w3.org/ns/credentials/status#status"
        }
       }
      ],
      "statusReference": [
       "https://www.w3.org/ns/credentials/status#statusReference",
       1,
       "@id"
      ],
      "statusSize": [
       "https://www.w3.org/ns/credentials/status#statusSize",
       1,
       "https://www.w3.org/2001/XMLSchema#integer"
      ]
     }
    }
   ],
   "DataIntegrityProof": [
    "https://w3id.org/security#DataIntegrityProof",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "challenge": "https://w3id.org/security#challenge",
      "created": [
       "http://purl.org/dc/terms/created",
       1,
       "http://www.w3.org/2001/XMLSchema#dateTime"
      ],
      "cryptosuite": [
       "https://w3id.org/security#cryptosuite",
       1,
       "https://w3id.org/security#cryptosuiteString"
      ],
      "domain": "https://w3id.org/security#domain",
      "expires": [
       "https://w3id.org/security#expiration",
       1,
       "http://www.w3.org/2001/XMLSchema#dateTime"
      ],
      "nonce": "https://w3id.org/security#nonce",
      "previousProof": [
       "https://w3id.org/security#previousProof",
       1,
       "@id"
      ],
      "proofPurpose": [
       "https://w3id.org/security#proofPurpose",
       1,
       "@vocab",
       {
        "terms": {
         "id": "@id",
         "type": "@type",
         "assertionMethod": [
          "https://w3id.org/security#assertionMethod",
          5,
          "@id"
         ],
         "authentication": [
          "https://w3id.org/security#authenticationMethod",
          5,
          "@id"
         ],
         "capabilityDelegation": [
          "https://w3id.org/security#capabilityDelegationMethod",
          5,
          "@id"
         ],
         "capabilityInvocation": [
          "https://w3id.org/security#capabilityInvocationMethod",
          5,
          "@id"
         ],
         "keyAgreement": [
          "https://w3id.org/security#keyAgreementMethod",
          5,
          "@id"
         ]
        }
       }
      ],
      "proofValue": [
       "https://w3id.org/security#proofValue",
       1,
       "https://w3id.org/security#multibase"
      ],
      "verificationMethod": [
       "https://w3id.org/security#verificationMethod",
       1,
       "@id"
      ]
     }
    }
   ],
   "...": "https://www.iana.org/assignments/jwt#...",
   "_sd": [
    "https://www.iana.org/assignments/jwt#_sd",
    1,
    "@json"
   ],
   "_sd_alg": "https://www.iana.org/assignments/jwt#_sd_alg",
   "aud": [
    "https://www.iana.org/assignments/jwt#aud",
    1,
    "@id"
   ],
   "cnf": [
    "https://www.iana.org/assignments/jwt#cnf",
    1,
    null,
    {
     "terms": {
      "kid": [
       "https://www.iana.org/assignments/jwt#kid",
       1,
       "@id"
      ],
      "jwk": [
       "https://www.iana.org/assignments/jwt#jwk",
       1,
       "@json"
      ]
     }
    }
   ],
   "exp": [
    "https://www.iana.org/assignments/jwt#exp",
    1,
    "https://www.w3.org/2001/XMLSchema#nonNegativeInteger"
   ],
   "iat": [
    "https://www.iana.org/assignments/jwt#iat",
    1,
    "https://www.w3.org/2001/XMLSchema#nonNegativeInteger"
   ],
   "iss": [
    "https://www.iana.org/assignments/jose#iss",
    1,
    "@id"
   ],
   "jku": [
    "https://www.iana.org/assignments/jose#jku",
    1,
    "@id"
   ],
   "kid": [
    "https://www.iana.org/assignments/jose#kid",
    1,
    "@id"
   ],
   "nbf": [
    "https://www.iana.org/assignments/jwt#nbf",
    1,
    "https://www.w3.org/2001/XMLSchema#nonNegativeInteger"
   ],
   "sub": [
    "https://www.iana.org/assignments/jose#sub",
    1,
    "@id"
   ],
   "x5u": [
    "https://www.iana.org/assignments/jose#x5u",
    1,
    "@id"
   ]
  }
 },
 "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": {
  "borrowed": {
   "xsd": null
  },
  "terms": {
   "id": "@id",
   "type": "@type",
   "OpenBadgeCredential": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential",
   "Achievement": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "achievementType": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#achievementType",
      "alignment": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#alignment",
       5
      ],
      "creator": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#creator",
      "creditsAvailable": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#creditsAvailable",
       1,
       "https://www.w3.org/2001/XMLSchema#float"
      ],
      "criteria": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Criteria",
       1,
       "@id"
      ],
      "fieldOfStudy": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#fieldOfStudy",
      "humanCode": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#humanCode",
      "image": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#image",
       1,
       "@id"
      ],
      "otherIdentifier": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#otherIdentifier",
       5
      ],
      "related": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#related",
       5
      ],
      "resultDescription": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#resultDescription",
       5
      ],
      "specialization": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#specialization",
      "tag": [
       "https://schema.org/keywords",
       5
      ],
      "version": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#version",
      "inLanguage": "https://schema.org/inLanguage"
     }
    }
   ],
   "AchievementCredential": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential",
   "AchievementSubject": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#AchievementSubject",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "achievement": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#achievement",
      "activityEndDate": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#activityEndDate",
       1,
       "https://www.w3.org/2001/XMLSchema#date"
      ],
      "activityStartDate": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#activityStartDate",
       1,
       "https://www.w3.org/2001/XMLSchema#date"
      ],
      "creditsEarned": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#creditsEarned",
       1,
       "https://www.w3.org/2001/XMLSchema#float"
      ],
      "identifier": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#identifier",
       5
      ],
      "image": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#image",
       1,
       "@id"
      ],
      "licenseNumber": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#licenseNumber",
      "result": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#result",
       5
      ],
      "role": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#role",
      "source": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#source",
       1,
       "@id"
      ],
      "term": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#term"
     }
    }
   ],
   "Address": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Address",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "addressCountry": "https://schema.org/addressCountry",
      "addressCountryCode": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#CountryCode",
      "addressLocality": "https://schema.org/addressLocality",
      "addressRegion": "https://schema.org/addressRegion",
      "geo": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#GeoCoordinates",
      "postOfficeBoxNumber": "https://schema.org/postOfficeBoxNumber",
      "postalCode": "https://schema.org/postalCode",
      "streetAddress": "https://schema.org/streetAddress"
     }
    }
   ],
   "Alignment": [
    "https://schema.org/AlignmentObject",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "targetCode": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#targetCode",
      "targetDescription": "https://schema.org/targetDescription",
      "targetFramework": "https://schema.org/targetFramework",
      "targetName": "https://schema.org/targetName",
      "targetType": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#targetType",
      "targetUrl": [
       "https://schema.org/targetUrl",
       1,
       "https://www.w3.org/2001/XMLSchema#anyURI"
      ]
     }
    }
   ],
   "Criteria": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Criteria",
   "EndorsementCredential": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#EndorsementCredential",
   "EndorsementSubject": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#EndorsementSubject",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "endorsementComment": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementComment"
     }
    }
   ],
   "Evidence": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Evidence",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "audience": "https://schema.org/audience",
      "genre": "https://schema.org/genre"
     }
    }
   ],
   "GeoCoordinates": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#GeoCoordinates",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "latitude": "https://schema.org/latitude",
      "longitude": "https://schema.org/longitude"
     }
    }
   ],
   "IdentifierEntry": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#IdentifierEntry",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "identifier": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#identifier",
      "identifierType": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#identifierType"
     }
    }
   ],
   "IdentityObject": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#IdentityObject",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "hashed": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#hashed",
       1,
       "https://www.w3.org/2001/XMLSchema#boolean"
      ],
      "identityHash": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#identityHash",
      "identityType": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#identityType",
      "salt": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#salt"
     }
    }
   ],
   "Image": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Image",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "caption": "https://schema.org/caption"
     }
    }
   ],
   "Profile": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Profile",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "additionalName": "https://schema.org/additionalName",
      "address": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#address",
       1,
       "@id"
      ],
      "dateOfBirth": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#dateOfBirth",
       1,
       "https://www.w3.org/2001/XMLSchema#date"
      ],
      "email": "https://schema.org/email",
      "familyName": "https://schema.org/familyName",
      "familyNamePrefix": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#familyNamePrefix",
      "givenName": "https://schema.org/givenName",
      "honorificPrefix": "https://schema.org/honorificPrefix",
      "honorificSuffix": "https://schema.org/honorificSuffix",
      "image": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#image",
       1,
       "@id"
      ],
      "otherIdentifier": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#otherIdentifier",
       5
      ],
      "parentOrg": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#parentOrg",
       1,
       "@id"
      ],
      "patronymicName": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#patronymicName",
      "phone": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#phone",
      "official": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#official"
     }
    }
   ],
   "Related": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Related",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "version": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#version",
      "inLanguage": "https://schema.org/inLanguage"
     }
    }
   ],
   "Result": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Result",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "achievedLevel": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#achievedLevel",
       1,
       "https://www.w3.org/2001/XMLSchema#anyURI"
      ],
      "resultDescription": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#resultDescription",
       1,
       "https://www.w3.org/2001/XMLSchema#anyURI"
      ],
      "status": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#status",
      "value": "https://schema.org/value"
     }
    }
   ],
   "ResultDescription": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#ResultDescription",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "allowedValue": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#allowedValue",
       9
      ],
      "requiredLevel": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#requiredLevel",
       1,
       "https://www.w3.org/2001/XMLSchema#anyURI"
      ],
      "requiredValue": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#requiredValue",
      "resultType": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#resultType",
      "rubricCriterionLevel": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#rubricCriterionLevel",
       5
      ],
      "valueMax": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#valueMax",
      "valueMin": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#valueMin"
     }
    }
   ],
   "RubricCriterionLevel": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#RubricCriterionLevel",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "level": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#level",
      "points": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#points"
     }
    }
   ],
   "alignment": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#alignment",
    5
   ],
   "description": "https://schema.org/description",
   "endorsement": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsement",
    5
   ],
   "endorsementJwt": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementJwt",
    5
   ],
   "image": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#image",
    1,
    "@id"
   ],
   "inLanguage": "https://schema.org/inLanguage",
   "name": "https://schema.org/name",
   "narrative": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#narrative",
   "url": [
    "https://schema.org/url",
    1,
    "https://www.w3.org/2001/XMLSchema#anyURI"
   ],
   "awardedDate": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#awardedDate",
    1,
    "xsd:dateTime"
   ],
   "jti": [
    "https://www.iana.org/assignments/jwt#jti",
    1,
    "@id"
   ]
  }
 },
 "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json": {
  "terms": {
   "id": [
    "@id",
    0
   ],
   "type": [
    "@type",
    0
   ],
   "1EdTechJsonSchemaValidator2019": [
    "https://purl.imsglobal.org/spec/vccs/v1p0/context.json#1EdTechJsonSchemaValidator2019",
    0
   ],
   "1EdTechRevocationList": [
    "https://purl.imsglobal.org/spec/vcrl/v1p0/context.json#1EdTechRevocationList",
    0
   ],
   "1EdTechCredentialRefresh": [
    "https://purl.imsglobal.org/spec/vccr/v1p0/context.json#1EdTechCredentialRefresh",
    0
   ]
  }
 },
 "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json": {
  "terms": {
   "id": [
    "@id",
    0
   ],
   "type": [
    "@type",
    0
   ],
   "ClrCredential": [
    "https://purl.imsglobal.org/spec/vc/clr/vocab.html#ClrCredential",
    0,
    null,
    {
     "borrowed": {
      "xsd": null
     },
     "terms": {
      "id": [
       "@id",
       0
      ],
      "type": [
       "@type",
       0
      ],
      "partial": [
       "https://purl.imsglobal.org/spec/vc/clr/vocab.html#partial",
       0,
       "xsd:boolean"
      ]
     }
    }
   ],
   "ClrSubject": [
    "https://purl.imsglobal.org/spec/vc/clr/vocab.html#ClrSubject",
    0,
    null,
    {
     "terms": {
      "id": [
       "@id",
       0
      ],
      "type": [
       "@type",
       0
      ],
      "cred": [
       "https://www.w3.org/2018/credentials#",
       2
      ],
      "obi": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#",
       2
      ],
      "achievement": [
       "https://purl.imsglobal.org/spec/vc/clr/vocab.html#achievement",
       4,
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement"
      ],
      "association": [
       "https://purl.imsglobal.org/spec/vc/clr/vocab.html#association",
       4,
       "https://purl.imsglobal.org/spec/vc/clr/vocab.html#Association"
      ],
      "verifiableCredential": [
       "https://purl.imsglobal.org/spec/vc/clr/vocab.html#verifiableCredential",
       4,
       "https://www.w3.org/2018/credentials#verifiableCredential"
      ],
      "identifier": [
       "https://purl.imsglobal.org/spec/vc/clr/vocab.html#identifier-1",
       4,
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Identifier"
      ]
     }
    }
   ],
   "Association": [
    "https://purl.imsglobal.org/spec/vc/clr/vocab.html#Association",
    0,
    null,
    {
     "borrowed": {
      "xsd": null
     },
     "terms": {
      "associationType": [
       "https://purl.imsglobal.org/spec/vc/clr/vocab.html#AssociationType",
       0
      ],
      "sourceId": [
       "https://purl.imsglobal.org/spec/vc/clr/vocab.html#sourceId",
       0,
       "xsd:anyURI"
      ],
      "targetId": [
       "https://purl.imsglobal.org/spec/vc/clr/vocab.html#targetId",
       0,
       "xsd:anyURI"
      ]
     }
    }
   ]
  }
 }
};
