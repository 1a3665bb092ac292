import borough from '../plans/borough/borough.plan';
import homes from '../plans/borough/homes.plan';
import people from '../plans/borough/people.plan';

/** A plan in three files in which nothing is wrong. */
export const sound = { 'borough.plan': borough, 'homes.plan': homes, 'people.plan': people };

/** The same, save that a letter of an id is lost, so that an outcome has no priority. */
export const broken = { ...sound, 'homes.plan': homes.replace('outcomes: warm-homes', 'outcomes: warm-home') };
