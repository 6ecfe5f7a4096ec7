// Written by src/tools/compile-contexts.ts. Do not edit.
import type { Contexts } from './jsonld-context.ts';

export const importContexts: Contexts = {
 "https://www.w3.org/2018/credentials/v1": {
  "terms": {
   "id": "@id",
   "type": "@type",
   "VerifiableCredential": [
    "https://www.w3.org/2018/credentials#VerifiableCredential",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "cred": [
       "https://www.w3.org/2018/credentials#",
       3
      ],
      "sec": [
       "https://w3id.org/security#",
       3
      ],
      "xsd": [
       "http://www.w3.org/2001/XMLSchema#",
       3
      ],
      "credentialSchema": [
       "https://www.w3.org/2018/credentials#credentialSchema",
       1,
       "@id",
       {
        "terms": {
         "id": "@id",
         "type": "@type",
         "cred": [
          "https://www.w3.org/2018/credentials#",
          3
         ],
         "JsonSchemaValidator2018": "https://www.w3.org/2018/credentials#JsonSchemaValidator2018"
        }
       }
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
      "evidence": [
       "https://www.w3.org/2018/credentials#evidence",
       1,
       "@id"
      ],
      "expirationDate": [
       "https://www.w3.org/2018/credentials#expirationDate",
       1,
       "http://www.w3.org/2001/XMLSchema#dateTime"
      ],
      "holder": [
       "https://www.w3.org/2018/credentials#holder",
       1,
       "@id"
      ],
      "issued": [
       "https://www.w3.org/2018/credentials#issued",
       1,
       "http://www.w3.org/2001/XMLSchema#dateTime"
      ],
      "issuer": [
       "https://www.w3.org/2018/credentials#issuer",
       1,
       "@id"
      ],
      "issuanceDate": [
       "https://www.w3.org/2018/credentials#issuanceDate",
       1,
       "http://www.w3.org/2001/XMLSchema#dateTime"
      ],
      "proof": [
       "https://w3id.org/security#proof",
       17,
       "@id"
      ],
      "refreshService": [
       "https://www.w3.org/2018/credentials#refreshService",
       1,
       "@id",
       {
        "terms": {
         "id": "@id",
         "type": "@type",
         "cred": [
          "https://www.w3.org/2018/credentials#",
          3
         ],
         "ManualRefreshService2018": "https://www.w3.org/2018/credentials#ManualRefreshService2018"
        }
       }
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
   "VerifiablePresentation": [
    "https://www.w3.org/2018/credentials#VerifiablePresentation",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "cred": [
       "https://www.w3.org/2018/credentials#",
       3
      ],
      "sec": [
       "https://w3id.org/security#",
       3
      ],
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
      "verifiableCredential": [
       "https://www.w3.org/2018/credentials#verifiableCredential",
       17,
       "@id"
      ]
     }
    }
   ],
   "EcdsaSecp256k1Signature2019": [
    "https://w3id.org/security#EcdsaSecp256k1Signature2019",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "sec": [
       "https://w3id.org/security#",
       3
      ],
      "xsd": [
       "http://www.w3.org/2001/XMLSchema#",
       3
      ],
      "challenge": "https://w3id.org/security#challenge",
      "created": [
       "http://purl.org/dc/terms/created",
       1,
       "http://www.w3.org/2001/XMLSchema#dateTime"
      ],
      "domain": "https://w3id.org/security#domain",
      "expires": [
       "https://w3id.org/security#expiration",
       1,
       "http://www.w3.org/2001/XMLSchema#dateTime"
      ],
      "jws": "https://w3id.org/security#jws",
      "nonce": "https://w3id.org/security#nonce",
      "proofPurpose": [
       "https://w3id.org/security#proofPurpose",
       1,
       "@vocab",
       {
        "terms": {
         "id": "@id",
         "type": "@type",
         "sec": [
          "https://w3id.org/security#",
          3
         ],
         "assertionMethod": [
          "https://w3id.org/security#assertionMethod",
          5,
          "@id"
         ],
         "authentication": [
          "https://w3id.org/security#authenticationMethod",
          5,
          "@id"
         ]
        }
       }
      ],
      "proofValue": "https://w3id.org/security#proofValue",
      "verificationMethod": [
       "https://w3id.org/security#verificationMethod",
       1,
       "@id"
      ]
     }
    }
   ],
   "EcdsaSecp256r1Signature2019": [
    "https://w3id.org/security#EcdsaSecp256r1Signature2019",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "sec": [
       "https://w3id.org/security#",
       3
      ],
      "xsd": [
       "http://www.w3.org/2001/XMLSchema#",
       3
      ],
      "challenge": "https://w3id.org/security#challenge",
      "created": [
       "http://purl.org/dc/terms/created",
       1,
       "http://www.w3.org/2001/XMLSchema#dateTime"
      ],
      "domain": "https://w3id.org/security#domain",
      "expires": [
       "https://w3id.org/security#expiration",
       1,
       "http://www.w3.org/2001/XMLSchema#dateTime"
      ],
      "jws": "https://w3id.org/security#jws",
      "nonce": "https://w3id.org/security#nonce",
      "proofPurpose": [
       "https://w3id.org/security#proofPurpose",
       1,
       "@vocab",
       {
        "terms": {
         "id": "@id",
         "type": "@type",
         "sec": [
          "https://w3id.org/security#",
          3
         ],
         "assertionMethod": [
          "https://w3id.org/security#assertionMethod",
          5,
          "@id"
         ],
         "authentication": [
          "https://w3id.org/security#authenticationMethod",
          5,
          "@id"
         ]
        }
       }
      ],
      "proofValue": "https://w3id.org/security#proofValue",
      "verificationMethod": [
       "https://w3id.org/security#verificationMethod",
       1,
       "@id"
      ]
     }
    }
   ],
   "Ed25519Signature2018": [
    "https://w3id.org/security#Ed25519Signature2018",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "sec": [
       "https://w3id.org/security#",
       3
      ],
      "xsd": [
       "http://www.w3.org/2001/XMLSchema#",
       3
      ],
      "challenge": "https://w3id.org/security#challenge",
      "created": [
       "http://purl.org/dc/terms/created",
       1,
       "http://www.w3.org/2001/XMLSchema#dateTime"
      ],
      "domain": "https://w3id.org/security#domain",
      "expires": [
       "https://w3id.org/security#expiration",
       1,
       "http://www.w3.org/2001/XMLSchema#dateTime"
      ],
      "jws": "https://w3id.org/security#jws",
      "nonce": "https://w3id.org/security#nonce",
      "proofPurpose": [
       "https://w3id.org/security#proofPurpose",
       1,
       "@vocab",
       {
        "terms": {
         "id": "@id",
         "type": "@type",
         "sec": [
          "https://w3id.org/security#",
          3
         ],
         "assertionMethod": [
          "https://w3id.org/security#assertionMethod",
          5,
          "@id"
         ],
         "authentication": [
          "https://w3id.org/security#authenticationMethod",
          5,
          "@id"
         ]
        }
       }
      ],
      "proofValue": "https://w3id.org/security#proofValue",
      "verificationMethod": [
       "https://w3id.org/security#verificationMethod",
       1,
       "@id"
      ]
     }
    }
   ],
   "RsaSignature2018": [
    "https://w3id.org/security#RsaSignature2018",
    1,
    null,
    {
     "borrowed": {
      "sec": null,
      "xsd": null
     },
     "terms": {
      "challenge": "sec:challenge",
      "created": [
       "http://purl.org/dc/terms/created",
       1,
       "xsd:dateTime"
      ],
      "domain": "sec:domain",
      "expires": [
       "sec:expiration",
       1,
       "xsd:dateTime"
      ],
      "jws": "sec:jws",
      "nonce": "sec:nonce",
      "proofPurpose": [
       "sec:proofPurpose",
       1,
       "@vocab",
       {
        "terms": {
         "id": "@id",
         "type": "@type",
         "sec": [
          "https://w3id.org/security#",
          3
         ],
         "assertionMethod": [
          "https://w3id.org/security#assertionMethod",
          5,
          "@id"
         ],
         "authentication": [
          "https://w3id.org/security#authenticationMethod",
          5,
          "@id"
         ]
        }
       }
      ],
      "proofValue": "sec:proofValue",
      "verificationMethod": [
       "sec:verificationMethod",
       1,
       "@id"
      ]
     }
    }
   ],
   "proof": [
    "https://w3id.org/security#proof",
    17,
    "@id"
   ]
  }
 },
 "https://www.w3.org/ns/credentials/examples/v2": {
  "vocab": "https://www.w3.org/ns/credentials/examples#",
  "terms": {}
 },
 "https://purl.imsglobal.org/spec/ob/v3p0/context.json": {
  "terms": {
   "id": [
    "@id",
    0
   ],
   "type": [
    "@type",
    0
   ],
   "xsd": [
    "https://www.w3.org/2001/XMLSchema#",
    2
   ],
   "OpenBadgeCredential": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential",
    0
   ],
   "Achievement": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "achievementType": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#achievementType",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "alignment": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#alignment",
       4,
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Alignment"
      ],
      "creator": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Profile",
       0
      ],
      "creditsAvailable": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#creditsAvailable",
       0,
       "https://www.w3.org/2001/XMLSchema#float"
      ],
      "criteria": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Criteria",
       0,
       "@id"
      ],
      "fieldOfStudy": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#fieldOfStudy",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "humanCode": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#humanCode",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "otherIdentifier": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#otherIdentifier",
       4,
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#IdentifierEntry"
      ],
      "related": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#related",
       4,
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Related"
      ],
      "resultDescription": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#resultDescription",
       4,
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#ResultDescription"
      ],
      "specialization": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#specialization",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "tag": [
       "https://schema.org/keywords",
       4,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "version": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#version",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "AchievementCredential": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential",
    0
   ],
   "AchievementSubject": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#AchievementSubject",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "achievement": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement",
       0
      ],
      "activityEndDate": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#activityEndDate",
       0,
       "https://www.w3.org/2001/XMLSchema#date"
      ],
      "activityStartDate": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#activityStartDate",
       0,
       "https://www.w3.org/2001/XMLSchema#date"
      ],
      "creditsEarned": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#creditsEarned",
       0,
       "https://www.w3.org/2001/XMLSchema#float"
      ],
      "identifier": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#identifier",
       4,
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#IdentityObject"
      ],
      "licenseNumber": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#licenseNumber",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "result": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#result",
       4,
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Result"
      ],
      "role": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#role",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "source": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#source",
       0,
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Profile"
      ],
      "term": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#term",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "Address": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Address",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "addressCountry": [
       "https://schema.org/addressCountry",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "addressCountryCode": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#CountryCode",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "addressLocality": [
       "https://schema.org/addressLocality",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "addressRegion": [
       "https://schema.org/addressRegion",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "geo": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#GeoCoordinates",
       0
      ],
      "postOfficeBoxNumber": [
       "https://schema.org/postOfficeBoxNumber",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "postalCode": [
       "https://schema.org/postalCode",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "streetAddress": [
       "https://schema.org/streetAddress",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "Alignment": [
    "https://schema.org/Alignment",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "targetCode": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#targetCode",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "targetDescription": [
       "https://schema.org/targetDescription",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "targetFramework": [
       "https://schema.org/targetFramework",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "targetName": [
       "https://schema.org/targetName",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "targetType": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#targetType",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "targetUrl": [
       "https://schema.org/targetUrl",
       0,
       "https://www.w3.org/2001/XMLSchema#anyURI"
      ]
     }
    }
   ],
   "Criteria": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Criteria",
    0
   ],
   "EndorsementCredential": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#EndorsementCredential",
    0
   ],
   "EndorsementSubject": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#EndorsementSubject",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "endorsementComment": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementComment",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "Evidence": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Evidence",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "audience": [
       "https://schema.org/audience",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "genre": [
       "https://schema.org/genre",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "GeoCoordinates": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#GeoCoordinates",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "latitude": [
       "https://schema.org/latitude",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "longitude": [
       "https://schema.org/longitude",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "IdentifierEntry": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#IdentifierEntry",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "identifier": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#identifier",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "identifierType": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#identifierType",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "IdentityObject": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#IdentityObject",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "hashed": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#hashed",
       0,
       "https://www.w3.org/2001/XMLSchema#boolean"
      ],
      "identityHash": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#identityHash",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "identityType": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#identityType",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "salt": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#salt",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "Image": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Image",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "caption": [
       "https://schema.org/caption",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "Profile": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Profile",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "additionalName": [
       "https://schema.org/additionalName",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "address": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Address",
       0
      ],
      "dateOfBirth": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#dateOfBirth",
       0,
       "https://www.w3.org/2001/XMLSchema#date"
      ],
      "email": [
       "https://schema.org/email",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "familyName": [
       "https://schema.org/familyName",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "familyNamePrefix": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#familyNamePrefix",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "givenName": [
       "https://schema.org/givenName",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "honorificPrefix": [
       "https://schema.org/honorificPrefix",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "honorificSuffix": [
       "https://schema.org/honorificSuffix",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "otherIdentifier": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#otherIdentifier",
       4,
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#IdentifierEntry"
      ],
      "parentOrg": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#parentOrg",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "patronymicName": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#patronymicName",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "phone": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#PhoneNumber",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "official": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#official",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "Related": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Related",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "version": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#version",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "Result": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Result",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "achievedLevel": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#achievedLevel",
       0,
       "https://www.w3.org/2001/XMLSchema#anyURI"
      ],
      "resultDescription": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#resultDescription",
       0,
       "https://www.w3.org/2001/XMLSchema#anyURI"
      ],
      "status": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#status",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "value": [
       "https://schema.org/value",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "ResultDescription": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#ResultDescription",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "allowedValue": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#allowedValue",
       4,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "requiredLevel": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#requiredLevel",
       0,
       "https://www.w3.org/2001/XMLSchema#anyURI"
      ],
      "requiredValue": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#requiredValue",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "resultType": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#resultType",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "rubricCriterionLevel": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#rubricCriterionLevel",
       4,
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#RubricCriterionLevel"
      ],
      "valueMax": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#valueMax",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "valueMin": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#valueMin",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "RubricCriterionLevel": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#RubricCriterionLevel",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "level": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#level",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "points": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#points",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "alignment": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#alignment",
    4,
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Alignment"
   ],
   "description": [
    "https://schema.org/description",
    0,
    "https://www.w3.org/2001/XMLSchema#string"
   ],
   "endorsement": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsement",
    4,
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#EndorsementCredential"
   ],
   "image": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#image",
    0,
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Image"
   ],
   "name": [
    "https://schema.org/name",
    0,
    "https://www.w3.org/2001/XMLSchema#string"
   ],
   "narrative": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#narrative",
    0,
    "https://www.w3.org/2001/XMLSchema#string"
   ],
   "url": [
    "https://schema.org/url",
    0,
    "https://www.w3.org/2001/XMLSchema#anyURI"
   ]
  }
 },
 "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json": {
  "terms": {
   "id": [
    "@id",
    0
   ],
   "type": [
    "@type",
    0
   ],
   "xsd": [
    "https://www.w3.org/2001/XMLSchema#",
    2
   ],
   "OpenBadgeCredential": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential",
    0
   ],
   "Achievement": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "achievementType": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#achievementType",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "alignment": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#alignment",
       4
      ],
      "creator": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#creator",
       0
      ],
      "creditsAvailable": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#creditsAvailable",
       0,
       "https://www.w3.org/2001/XMLSchema#float"
      ],
      "criteria": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Criteria",
       0,
       "@id"
      ],
      "fieldOfStudy": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#fieldOfStudy",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "humanCode": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#humanCode",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "image": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Image",
       0,
       "@id"
      ],
      "otherIdentifier": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#otherIdentifier",
       4
      ],
      "related": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#related",
       4
      ],
      "resultDescription": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#resultDescription",
       4
      ],
      "specialization": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#specialization",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "tag": [
       "https://schema.org/keywords",
       4,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "version": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#version",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "AchievementCredential": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential",
    0
   ],
   "AchievementSubject": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#AchievementSubject",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "achievement": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#achievement-0",
       0
      ],
      "activityEndDate": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#activityEndDate",
       0,
       "https://www.w3.org/2001/XMLSchema#date"
      ],
      "activityStartDate": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#activityStartDate",
       0,
       "https://www.w3.org/2001/XMLSchema#date"
      ],
      "creditsEarned": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#creditsEarned",
       0,
       "https://www.w3.org/2001/XMLSchema#float"
      ],
      "identifier": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#identifier",
       4
      ],
      "image": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Image",
       0,
       "@id"
      ],
      "licenseNumber": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#licenseNumber",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "result": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#result",
       4
      ],
      "role": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#role",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "source": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#source",
       0,
       "@id"
      ],
      "term": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#term",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "Address": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Address",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "addressCountry": [
       "https://schema.org/addressCountry",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "addressCountryCode": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#CountryCode",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "addressLocality": [
       "https://schema.org/addressLocality",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "addressRegion": [
       "https://schema.org/addressRegion",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "geo": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#GeoCoordinates",
       0
      ],
      "postOfficeBoxNumber": [
       "https://schema.org/postOfficeBoxNumber",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "postalCode": [
       "https://schema.org/postalCode",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "streetAddress": [
       "https://schema.org/streetAddress",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "Alignment": [
    "https://schema.org/AlignmentObject",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "targetCode": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#targetCode",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "targetDescription": [
       "https://schema.org/targetDescription",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "targetFramework": [
       "https://schema.org/targetFramework",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "targetName": [
       "https://schema.org/targetName",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "targetType": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#targetType",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "targetUrl": [
       "https://schema.org/targetUrl",
       0,
       "https://www.w3.org/2001/XMLSchema#anyURI"
      ]
     }
    }
   ],
   "Criteria": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Criteria",
    0
   ],
   "EndorsementCredential": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#EndorsementCredential",
    0
   ],
   "EndorsementSubject": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#EndorsementSubject",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "endorsementComment": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementComment",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "Evidence": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Evidence",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "audience": [
       "https://schema.org/audience",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "genre": [
       "https://schema.org/genre",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "GeoCoordinates": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#GeoCoordinates",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "latitude": [
       "https://schema.org/latitude",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "longitude": [
       "https://schema.org/longitude",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "IdentifierEntry": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#IdentifierEntry",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "identifier": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#identifier",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "identifierType": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#identifierType",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "IdentityObject": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#IdentityObject",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "hashed": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#hashed",
       0,
       "https://www.w3.org/2001/XMLSchema#boolean"
      ],
      "identityHash": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#identityHash",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "identityType": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#identityType",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "salt": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#salt",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "Image": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Image",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "caption": [
       "https://schema.org/caption",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "Profile": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Profile",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "additionalName": [
       "https://schema.org/additionalName",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "address": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#address",
       0,
       "@id"
      ],
      "dateOfBirth": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#dateOfBirth",
       0,
       "https://www.w3.org/2001/XMLSchema#date"
      ],
      "email": [
       "https://schema.org/email",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "familyName": [
       "https://schema.org/familyName",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "familyNamePrefix": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#familyNamePrefix",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "givenName": [
       "https://schema.org/givenName",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "honorificPrefix": [
       "https://schema.org/honorificPrefix",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "honorificSuffix": [
       "https://schema.org/honorificSuffix",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "image": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Image",
       0,
       "@id"
      ],
      "otherIdentifier": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#otherIdentifier",
       4
      ],
      "parentOrg": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#parentOrg",
       0,
       "@id"
      ],
      "patronymicName": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#patronymicName",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "phone": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#phone",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "official": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#official",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "Related": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Related",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "version": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#version",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "Result": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Result",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "achievedLevel": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#achievedLevel",
       0,
       "https://www.w3.org/2001/XMLSchema#anyURI"
      ],
      "resultDescription": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#resultDescription",
       0,
       "https://www.w3.org/2001/XMLSchema#anyURI"
      ],
      "status": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#status",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "value": [
       "https://schema.org/value",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "ResultDescription": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#ResultDescription",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "allowedValue": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#allowedValue",
       4,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "requiredLevel": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#requiredLevel",
       0,
       "https://www.w3.org/2001/XMLSchema#anyURI"
      ],
      "requiredValue": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#requiredValue",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "resultType": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#resultType",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "rubricCriterionLevel": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#rubricCriterionLevel",
       4
      ],
      "valueMax": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#valueMax",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "valueMin": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#valueMin",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "RubricCriterionLevel": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#RubricCriterionLevel",
    0,
    null,
    {
     "borrowed": {
      "xsd": "https://www.w3.org/2001/XMLSchema#"
     },
     "terms": {
      "level": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#level",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ],
      "points": [
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#points",
       0,
       "https://www.w3.org/2001/XMLSchema#string"
      ]
     }
    }
   ],
   "alignment": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#alignment",
    4
   ],
   "awardedDate": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#awardedDate",
    0,
    "https://www.w3.org/2001/XMLSchema#dateTime"
   ],
   "description": [
    "https://schema.org/description",
    0,
    "https://www.w3.org/2001/XMLSchema#string"
   ],
   "endorsement": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsement",
    4
   ],
   "image": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#image",
    0,
    "@id"
   ],
   "name": [
    "https://schema.org/name",
    0,
    "https://www.w3.org/2001/XMLSchema#string"
   ],
   "narrative": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#narrative",
    0,
    "https://www.w3.org/2001/XMLSchema#string"
   ],
   "url": [
    "https://schema.org/url",
    0,
    "https://www.w3.org/2001/XMLSchema#anyURI"
   ]
  }
 },
 "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json": {
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
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Image",
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
      "version": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#version"
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
      "achievement": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#achievement-0",
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
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Image",
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
       "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Image",
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
      "version": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#version"
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
   "image": [
    "https://purl.imsglobal.org/spec/vc/ob/vocab.html#Image",
    1,
    "@id"
   ],
   "name": "https://schema.org/name",
   "narrative": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#narrative",
   "url": [
    "https://schema.org/url",
    1,
    "https://www.w3.org/2001/XMLSchema#anyURI"
   ]
  }
 },
 "https://purl.imsglobal.org/spec/clr/v2p0/context.json": {
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
     "terms": {
      "id": [
       "@id",
       0
      ],
      "type": [
       "@type",
       0
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
       "https://purl.imsglobal.org/spec/ob/v3p0/vocab.html#",
       2
      ],
      "achievement": [
       "https://purl.imsglobal.org/spec/vc/clr/vocab.html#achievement",
       4,
       "https://purl.imsglobal.org/spec/ob/v3p0/vocab.html#Achievement"
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
 },
 "https://w3id.org/security/data-integrity/v1": {
  "terms": {
   "id": "@id",
   "type": "@type",
   "proof": [
    "https://w3id.org/security#proof",
    17,
    "@id"
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
      "domain": "https://w3id.org/security#domain",
      "expires": [
       "https://w3id.org/security#expiration",
       1,
       "http://www.w3.org/2001/XMLSchema#dateTime"
      ],
      "nonce": "https://w3id.org/security#nonce",
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
         "capabilityInvocation": [
          "https://w3id.org/security#capabilityInvocationMethod",
          5,
          "@id"
         ],
         "capabilityDelegation": [
          "https://w3id.org/security#capabilityDelegationMethod",
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
      "cryptosuite": "https://w3id.org/security#cryptosuite",
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
   ]
  }
 },
 "https://w3id.org/security/suites/ed25519-2020/v1": {
  "terms": {
   "id": "@id",
   "type": "@type",
   "proof": [
    "https://w3id.org/security#proof",
    17,
    "@id"
   ],
   "Ed25519VerificationKey2020": [
    "https://w3id.org/security#Ed25519VerificationKey2020",
    1,
    null,
    {
     "terms": {
      "id": "@id",
      "type": "@type",
      "controller": [
       "https://w3id.org/security#controller",
       1,
       "@id"
      ],
      "revoked": [
       "https://w3id.org/security#revoked",
       1,
       "http://www.w3.org/2001/XMLSchema#dateTime"
      ],
      "publicKeyMultibase": [
       "https://w3id.org/security#publicKeyMultibase",
       1,
       "https://w3id.org/security#multibase"
      ]
     }
    }
   ],
   "Ed25519Signature2020": [
    "https://w3id.org/security#Ed25519Signature2020",
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
      "domain": "https://w3id.org/security#domain",
      "expires": [
       "https://w3id.org/security#expiration",
       1,
       "http://www.w3.org/2001/XMLSchema#dateTime"
      ],
      "nonce": "https://w3id.org/security#nonce",
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
         "capabilityInvocation": [
          "https://w3id.org/security#capabilityInvocationMethod",
          5,
          "@id"
         ],
         "capabilityDelegation": [
          "https://w3id.org/security#capabilityDelegationMethod",
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
   ]
  }
 }
};
