/** Chapters of a priority that are about it, and never a priority of their own. This is data. */
export const narrative =
  /^(?:case stud(?:y|ies)|background|context|introduction|overview|summary|conclusions?|where (?:are )?we (?:are )?now|our progress|progress|what (?:we|i) have (?:done|achieved)|what (?:you|people|partners) (?:told|said)|achievements|did you know|key facts|resources|funding|governance|cefndir|cyflwyniad|crynodeb)\b/iu;
