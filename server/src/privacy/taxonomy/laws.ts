import { say } from '../../core/message.ts';
import type { LegalTerm } from './term.ts';

/** Grounds on which personal data may be processed. */
export const LEGAL_BASES: readonly LegalTerm[] = [
  { id: 'gdpr:6-1-a', article: 'GDPR 6(1)(a)', meaning: say`Consent of the person`, dpv: 'A6-1-a', fides: 'Consent' },
  { id: 'gdpr:6-1-b', article: 'GDPR 6(1)(b)', meaning: say`A contract with the person`, dpv: 'A6-1-b', fides: 'Contract' },
  { id: 'gdpr:6-1-c', article: 'GDPR 6(1)(c)', meaning: say`A legal obligation`, dpv: 'A6-1-c', fides: 'Legal obligations' },
  { id: 'gdpr:6-1-d', article: 'GDPR 6(1)(d)', meaning: say`Vital interests of a person`, dpv: 'A6-1-d', fides: 'Vital interests' },
  { id: 'gdpr:6-1-e', article: 'GDPR 6(1)(e)', meaning: say`A task in the public interest, or official authority`, dpv: 'A6-1-e', fides: 'Public interest' },
  {
    id: 'gdpr:6-1-f', article: 'GDPR 6(1)(f)',
    meaning: say`Legitimate interests that the person's do not outweigh`, dpv: 'A6-1-f', fides: 'Legitimate interests',
  },
  { id: 'pipl:13-1', article: 'PIPL 13(1)', meaning: say`Consent of the individual` },
  {
    id: 'pipl:13-2', article: 'PIPL 13(2)',
    meaning: say`A contract the individual is a party to, or human resources management under lawful rules or collective contracts`,
  },
  { id: 'pipl:13-3', article: 'PIPL 13(3)', meaning: say`Statutory duties or obligations` },
  { id: 'pipl:13-4', article: 'PIPL 13(4)', meaning: say`A public health emergency, or life, health and property in an emergency` },
  { id: 'pipl:13-5', article: 'PIPL 13(5)', meaning: say`News reporting or supervision by public opinion in the public interest, within reason` },
  { id: 'pipl:13-6', article: 'PIPL 13(6)', meaning: say`Information the individual has disclosed, or that was disclosed lawfully, within reason` },
  { id: 'pipl:13-7', article: 'PIPL 13(7)', meaning: say`Other circumstances laws and regulations provide for` },
  { id: 'hipaa:authorization', article: '45 CFR 164.508', meaning: say`An authorization the individual has signed` },
  { id: 'hipaa:waiver', article: '45 CFR 164.512(i)', meaning: say`A waiver of authorization by a board, for research` },
  { id: 'hipaa:lds', article: '45 CFR 164.514(e)', meaning: say`A limited data set under a data use agreement` },
];

/** Conditions under which special categories of data may be processed at all. */
export const SPECIAL_BASES: readonly LegalTerm[] = [
  { id: 'gdpr:9-2-a', article: 'GDPR 9(2)(a)', meaning: say`Explicit consent`, dpv: 'A9-2-a', fides: 'Explicit consent' },
  {
    id: 'gdpr:9-2-b', article: 'GDPR 9(2)(b)',
    meaning: say`Employment, social security and social protection law`, dpv: 'A9-2-b', fides: 'Employment, social security and social protection',
  },
  { id: 'gdpr:9-2-c', article: 'GDPR 9(2)(c)', meaning: say`Vital interests of somebody who cannot consent`, dpv: 'A9-2-c', fides: 'Vital interests' },
  { id: 'gdpr:9-2-d', article: 'GDPR 9(2)(d)', meaning: say`Members of a body that works not for profit`, dpv: 'A9-2-d', fides: 'Not-for-profit bodies' },
  {
    id: 'gdpr:9-2-e', article: 'GDPR 9(2)(e)',
    meaning: say`Data the person has manifestly made public`, dpv: 'A9-2-e', fides: 'Made public by the data subject',
  },
  { id: 'gdpr:9-2-f', article: 'GDPR 9(2)(f)', meaning: say`Legal claims, or courts at work`, dpv: 'A9-2-f', fides: 'Legal claims or judicial acts' },
  {
    id: 'gdpr:9-2-g', article: 'GDPR 9(2)(g)',
    meaning: say`Substantial public interest, on the basis of law`, dpv: 'A9-2-g', fides: 'Reasons of substantial public interest (with a basis in law)',
  },
  {
    id: 'gdpr:9-2-h', article: 'GDPR 9(2)(h)',
    meaning: say`Health or social care, on the basis of law or of a contract with a health professional`,
    dpv: 'A9-2-h', fides: 'Health or social care (with a basis in law)',
  },
  {
    id: 'gdpr:9-2-i', article: 'GDPR 9(2)(i)',
    meaning: say`Public health, on the basis of law`, dpv: 'A9-2-i', fides: 'Public health (with a basis in law)',
  },
  {
    id: 'gdpr:9-2-j', article: 'GDPR 9(2)(j)',
    meaning: say`Archiving, research or statistics, on the basis of law`, dpv: 'A9-2-j', fides: 'Archiving, research and statistics (with a basis in law)',
  },
  { id: 'gdpr:10', article: 'GDPR 10', meaning: say`Official authority, or a law with safeguards, for data about offences` },
  { id: 'ai-act:10-5', article: 'AI Act 10(5)', meaning: say`Finding and correcting bias of a high-risk AI system, where nothing else will do` },
];

/** Classes of data that laws protect more than others, and those HIPAA's safe harbour has removed. */
export const SPECIAL_CLASSES: readonly LegalTerm[] = [
  { id: 'gdpr9:race', article: 'GDPR 9(1)', meaning: say`Race or ethnic origin` },
  { id: 'gdpr9:politics', article: 'GDPR 9(1)', meaning: say`Political opinions` },
  { id: 'gdpr9:religion', article: 'GDPR 9(1)', meaning: say`Religious or philosophical beliefs` },
  { id: 'gdpr9:union', article: 'GDPR 9(1)', meaning: say`Membership of a trade union` },
  { id: 'gdpr9:genetic', article: 'GDPR 9(1)', meaning: say`Genetic data`, dpv: 'GeneticData' },
  { id: 'gdpr9:biometric', article: 'GDPR 9(1)', meaning: say`Biometric data to identify a person by`, dpv: 'BiometricData' },
  { id: 'gdpr9:health', article: 'GDPR 9(1)', meaning: say`Data about health`, dpv: 'HealthData' },
  { id: 'gdpr9:sexuality', article: 'GDPR 9(1)', meaning: say`Sex life or sexual orientation` },
  { id: 'gdpr10', article: 'GDPR 10', meaning: say`Criminal convictions and offences` },
  {
    id: 'ccpa-spi:government-id', article: 'Cal. Civ. Code 1798.140(ae)',
    meaning: say`Social security, driving licence, state identification or passport number`,
  },
  { id: 'ccpa-spi:account-credentials', article: 'Cal. Civ. Code 1798.140(ae)', meaning: say`A log-in or account with what lets somebody into it` },
  { id: 'ccpa-spi:financial-account', article: 'Cal. Civ. Code 1798.140(ae)', meaning: say`A financial account or card with what lets somebody into it` },
  { id: 'ccpa-spi:precise-geolocation', article: 'Cal. Civ. Code 1798.140(ae)', meaning: say`A place within 1,850 feet` },
  { id: 'ccpa-spi:race', article: 'Cal. Civ. Code 1798.140(ae)', meaning: say`Race or ethnic origin` },
  { id: 'ccpa-spi:immigration', article: 'Cal. Civ. Code 1798.140(ae)', meaning: say`Citizenship or immigration status` },
  { id: 'ccpa-spi:religion', article: 'Cal. Civ. Code 1798.140(ae)', meaning: say`Religious or philosophical beliefs` },
  { id: 'ccpa-spi:union', article: 'Cal. Civ. Code 1798.140(ae)', meaning: say`Membership of a trade union` },
  { id: 'ccpa-spi:messages', article: 'Cal. Civ. Code 1798.140(ae)', meaning: say`Contents of mail, e-mail and text messages to others` },
  { id: 'ccpa-spi:genetic', article: 'Cal. Civ. Code 1798.140(ae)', meaning: say`Genetic data` },
  { id: 'ccpa-spi:neural', article: 'Cal. Civ. Code 1798.140(ae)', meaning: say`Neural data` },
  { id: 'ccpa-spi:biometric', article: 'Cal. Civ. Code 1798.140(ae)', meaning: say`Biometric data to identify a person by` },
  { id: 'ccpa-spi:health', article: 'Cal. Civ. Code 1798.140(ae)', meaning: say`Data about health` },
  { id: 'ccpa-spi:sexuality', article: 'Cal. Civ. Code 1798.140(ae)', meaning: say`Sex life or sexual orientation` },
  { id: 'pipl28:biometric', article: 'PIPL 28', meaning: say`Biometric identification` },
  { id: 'pipl28:religion', article: 'PIPL 28', meaning: say`Religious belief` },
  { id: 'pipl28:specific-identity', article: 'PIPL 28', meaning: say`A specific identity` },
  { id: 'pipl28:health', article: 'PIPL 28', meaning: say`Medical care and health` },
  { id: 'pipl28:finance', article: 'PIPL 28', meaning: say`Financial accounts` },
  { id: 'pipl28:location', article: 'PIPL 28', meaning: say`Whereabouts` },
  { id: 'pipl28:child', article: 'PIPL 28', meaning: say`Anything about minors under 14` },
  { id: 'hipaa:A', article: '45 CFR 164.514(b)(2)(i)(A)', meaning: say`Names` },
  {
    id: 'hipaa:B', article: '45 CFR 164.514(b)(2)(i)(B)',
    meaning: say`Places smaller than a state; three digits of a ZIP code may stay where enough people live there`,
  },
  { id: 'hipaa:C', article: '45 CFR 164.514(b)(2)(i)(C)', meaning: say`Dates but for the year, and ages over 89` },
  { id: 'hipaa:D', article: '45 CFR 164.514(b)(2)(i)(D)', meaning: say`Telephone numbers` },
  { id: 'hipaa:E', article: '45 CFR 164.514(b)(2)(i)(E)', meaning: say`Fax numbers` },
  { id: 'hipaa:F', article: '45 CFR 164.514(b)(2)(i)(F)', meaning: say`E-mail addresses` },
  { id: 'hipaa:G', article: '45 CFR 164.514(b)(2)(i)(G)', meaning: say`Social security numbers` },
  { id: 'hipaa:H', article: '45 CFR 164.514(b)(2)(i)(H)', meaning: say`Medical record numbers` },
  { id: 'hipaa:I', article: '45 CFR 164.514(b)(2)(i)(I)', meaning: say`Health plan beneficiary numbers` },
  { id: 'hipaa:J', article: '45 CFR 164.514(b)(2)(i)(J)', meaning: say`Account numbers` },
  { id: 'hipaa:K', article: '45 CFR 164.514(b)(2)(i)(K)', meaning: say`Certificate and licence numbers` },
  { id: 'hipaa:L', article: '45 CFR 164.514(b)(2)(i)(L)', meaning: say`Vehicle identifiers and licence plates` },
  { id: 'hipaa:M', article: '45 CFR 164.514(b)(2)(i)(M)', meaning: say`Device identifiers and serial numbers` },
  { id: 'hipaa:N', article: '45 CFR 164.514(b)(2)(i)(N)', meaning: say`Web addresses` },
  { id: 'hipaa:O', article: '45 CFR 164.514(b)(2)(i)(O)', meaning: say`IP addresses` },
  { id: 'hipaa:P', article: '45 CFR 164.514(b)(2)(i)(P)', meaning: say`Biometric identifiers, such as finger and voice prints` },
  { id: 'hipaa:Q', article: '45 CFR 164.514(b)(2)(i)(Q)', meaning: say`Full-face photographs and the like` },
  { id: 'hipaa:R', article: '45 CFR 164.514(b)(2)(i)(R)', meaning: say`Any other unique number, trait or code` },
];
