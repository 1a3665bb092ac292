/** What the page of coverage says itself. It never says that anything is complied with: only what is marked. */
export const coverageWords = {
  en: {
    page: 'Coverage',
    about:
      'What the frameworks ask, and what in this plan is marked as serving or meeting it. Whether it does so in fact is for people to judge.',
    noPlan: 'This file belongs to no plan.',
    none: 'This plan names no framework that asks for anything. Frameworks of its own, and those of the libraries that it uses, are shown here.',
    notCovered: 'The plan uses this framework, and does not say that it covers it.',
    isCovered: 'The plan says that it covers this framework.',
    anyWillDo: 'One of these is enough.',
    goals: (served: number, all: number) =>
      `${served} of ${all} ${all === 1 ? 'goal has' : 'goals have'} something that says it serves ${all === 1 ? 'it' : 'them'}.`,
    requirements: (met: number, all: number) =>
      `${met} of ${all} ${all === 1 ? 'requirement has' : 'requirements have'} something that says it meets ${all === 1 ? 'it' : 'them'}.`,
    point: { goal: 'Goal', requirement: 'Requirement', both: 'Goal or requirement' },
    by: { goal: 'Marked as serving it', requirement: 'Marked as meeting it', both: 'Marked as serving or meeting it' },
    nothing: { goal: 'Nothing is marked as serving this', requirement: 'Nothing is marked as meeting this' },
    inside: 'Through what is in it',
    stated: 'Stated by',
  },
  cy: {
    page: 'Cwmpas',
    about:
      'Yr hyn y mae’r fframweithiau’n ei ofyn, a’r hyn yn y cynllun hwn sydd wedi’i nodi fel rhywbeth sy’n ei wasanaethu neu’n ei fodloni. Mater i bobl yw barnu a yw’n gwneud hynny mewn gwirionedd.',
    noPlan: 'Nid yw’r ffeil hon yn perthyn i unrhyw gynllun.',
    none: 'Nid yw’r cynllun hwn yn enwi unrhyw fframwaith sy’n gofyn am ddim. Dangosir yma ei fframweithiau ei hun, a rhai’r llyfrgelloedd y mae’n eu defnyddio.',
    notCovered: 'Mae’r cynllun yn defnyddio’r fframwaith hwn, ac nid yw’n dweud ei fod yn ei gwmpasu.',
    isCovered: 'Mae’r cynllun yn dweud ei fod yn cwmpasu’r fframwaith hwn.',
    anyWillDo: 'Mae un o’r rhain yn ddigon.',
    goals: (served: number, all: number) =>
      `Amcanion y mae rhywbeth yn dweud ei fod yn eu gwasanaethu: ${served} o ${all}.`,
    requirements: (met: number, all: number) =>
      `Gofynion y mae rhywbeth yn dweud ei fod yn eu bodloni: ${met} o ${all}.`,
    point: { goal: 'Amcan', requirement: 'Gofyniad', both: 'Amcan neu ofyniad' },
    by: {
      goal: 'Wedi’i nodi fel rhywbeth sy’n ei wasanaethu',
      requirement: 'Wedi’i nodi fel rhywbeth sy’n ei fodloni',
      both: 'Wedi’i nodi fel rhywbeth sy’n ei wasanaethu neu’n ei fodloni',
    },
    nothing: {
      goal: 'Nid oes dim wedi’i nodi fel rhywbeth sy’n gwasanaethu hwn',
      requirement: 'Nid oes dim wedi’i nodi fel rhywbeth sy’n bodloni hwn',
    },
    inside: 'Drwy’r hyn sydd ynddo',
    stated: 'Nodir gan',
  },
};

export type CoverageWords = (typeof coverageWords)['en'];
