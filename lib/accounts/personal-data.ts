/**
 * What is kept of people, table by table, for the export and for erasure. A test walks the
 * database and fails where a table or a column is not accounted for here.
 */

/** Tables that hold nothing of a person, or what is another's although he made it. */
export const NOT_PERSONAL: Record<string, string> = {
  Blob: "bytes by their hash; they go when no upload names them",
  CalibratedItem: "figures over many people",
  Calibration: "figures over many people",
  Challenge: "content",
  ChallengeVersion: "content",
  CredentialStatusList: "numbers, so that a revocation stays one",
  Device: "hardware",
  DeviceLease: "hardware",
  EmbeddingModel: "a model",
  ItemReport: "figures over many people",
  MatchReference: "fixed texts that signals are measured against",
  MeasurementModel: "figures over many people",
  MeasurementRun: "figures over many people",
  Opening: "the organisation's; who made it is forgotten",
  OpeningProposal: "the organisation's job description, while it is read",
  OpeningSkill: "the organisation's",
  OpeningVector: "the organisation's",
  Organisation: "an organisation",
  OrganisationIdempotencyKey: "what an organisation's programs asked for twice; gone in two days",
  OrganisationInvitation: "the organisation's; those sent to his proven address go with him",
  OrganisationToken: "the organisation's key; who made it is forgotten",
  RateLimit: "counters that expire, and go with the person whom they count",
  rate_limit: "counters that expire, and go with the person whom they count",
  ReviewRound: "a project's round",
  Season: "content",
  SeasonFile: "content",
  SigningKey: "the installation's",
  Skill: "content",
  Track: "content",
  TrackVersion: "content",
  Worker: "hardware",
};

const SECRET = "a secret or its hash";
const ANSWERS = "would give away a challenge's hidden cases or its answers";
const OTHERS = "tells of others";

/** Columns of people's tables that their export leaves out, and why. */
export const NOT_EXPORTED: Record<string, string> = {
  "AccessToken.tokenHash": SECRET,
  "EmailToken.tokenHash": SECRET,
  "Evidence.contentHash": ANSWERS,
  "Evidence.events": ANSWERS,
  "Evidence.runner": ANSWERS,
  "Evidence.runtime": ANSWERS,
  "Evidence.seed": ANSWERS,
  "Evidence.workerId": ANSWERS,
  "GradingEvent.data": ANSWERS,
  "GradingEvent.type": ANSWERS,
  "Invitation.tokenHash": SECRET,
  "MailMessage.text": "holds links that are secrets; the reader has the letter",
  "OrientationAttempt.seed": ANSWERS,
  "Piece.inviteHash": SECRET,
  "QuizAttempt.form": ANSWERS,
  "QuizAttempt.seed": ANSWERS,
  "Ranking.basis": OTHERS,
  "Ranking.conditions": OTHERS,
  "Ranking.digest": OTHERS,
  "Ranking.error": OTHERS,
  "Ranking.results": OTHERS,
  "Run.readKeyHash": SECRET,
  "Run.seed": ANSWERS,
  "Submission.seed": ANSWERS,
  "TotpFactor.recoveryHashes": SECRET,
  "User.passwordHash": SECRET,
  "Verdict.cases": ANSWERS,
  "Verdict.usage": ANSWERS,
};

const LOG = "the log of acts names people by ids, which lead to nobody once he is erased";
const COMPLAINT = "that somebody complained, and what was decided; his words go";
const ASKED = "what an organisation searched for; who asked is forgotten";

/** Columns of people's tables that stay after erasure, and why. */
export const NOT_ERASED: Record<string, string> = {
  "AuditEvent.action": LOG,
  "AuditEvent.data": LOG,
  "AuditEvent.subject": LOG,
  "AbuseReport.answer": COMPLAINT,
  "AbuseReport.reason": COMPLAINT,
  "Ranking.basis": ASKED,
  "Ranking.conditions": ASKED,
  "Ranking.digest": ASKED,
  "Ranking.error": ASKED,
  "Ranking.request": ASKED,
  "Ranking.results": ASKED,
};

/** Every table that holds something of a person. */
export const PERSONAL = [
  ...["AbuseReport", "AccessToken", "Appeal", "Application", "AuditEvent", "CalibrationMark"],
  ...["Candidacy", "CandidacyEvent", "Candidate", "CandidateImport", "CandidateOrganisation"],
  ...["CandidateSkill", "CandidateText", "CandidateView", "ConsentEvent", "Credential"],
  ...["CredentialAppeal", "Demographics", "Draft", "EmailToken", "Evidence", "FairnessFacts"],
  ...["GradingEvent", "HintReveal", "IdempotencyKey", "Invitation", "LessonProgress"],
  ...["MailMessage", "MatchInput", "Member", "Message", "OpeningInvitation"],
  ...["OrientationAnswer", "OrientationAttempt", "OutsideIdentity", "Piece", "PieceFile"],
  ...["PieceMember", "ProfileHandle", "PublicProfile", "QuizAttempt", "RankContest", "Ranking"],
  ...["Review", "Run", "SavedSearch", "ShareRating", "ShownCredential", "ShownSkill"],
  ...["SkillEstimate", "SkillEstimatePoint", "SkillEvidence", "Submission", "TotpFactor"],
  ...["Upload", "User", "Verdict"],
];
