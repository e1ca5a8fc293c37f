/** The year that everything here is about: of no other case of the demonstration. */
export const YEAR = 2031;

/** Who appraises whom; people by the user names of the demonstration. */
export interface Level {
  readonly place: string;
  readonly organiser: string;
  readonly chair: string;
  /** Places that report, each with its secretary. */
  readonly ratees: Readonly<Record<string, string>>;
  readonly raters: readonly string[];
}

export const TOWNSHIP: Level = {
  place: '云岭镇',
  organiser: 'township-organiser',
  chair: 'township-secretary',
  ratees: { 新岭社区: 'xl-secretary', 锦苑社区: 'secretary' },
  // one of those rated sits among them, and rates the other
  raters: ['director', 'witness', 'organiser', 'lead', 'archivist', 'xl-secretary'],
};
export const COUNTY: Level = {
  place: '汉滨区',
  organiser: 'county-organiser',
  chair: 'county-secretary',
  ratees: { 云岭镇: 'township-secretary' },
  raters: ['director', 'witness', 'secretary', 'hs-secretary', 'supervisor'],
};
export const CITY: Level = {
  place: '安康市',
  organiser: 'city-organiser',
  chair: 'city-secretary',
  ratees: { 汉滨区: 'county-secretary' },
  raters: ['township-secretary', 'county-organiser', 'secretary', 'township', 'supervisor'],
};

/** What the cases are called in the inbox. */
export const titleOf = ({ place }: Level) => `${place}${YEAR}年度述职评议考核`;
export const reportOf = (place: string) => `${place}书记${YEAR}年度述职`;
export const followUpOf = (place: string) => `${place}书记${YEAR}年度述职评议`;
export const listOf = (place: string) => `${followUpOf(place)}整改清单`;
