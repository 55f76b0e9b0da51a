// What does a column of the archive mean, for whoever opens it in ten years without us?

/** Columns that mean the same in every table. */
const everywhere: Readonly<Record<string, string>> = {
  id: 'Identifier (UUID), unique within the council',
  name: 'Name as it is shown',
  kind: 'What sort it is, as a code',
  state: 'Where it stands, as a code',
  person: 'Identifier of the person (people.id)',
  people: 'How many people',
  subject: 'Identifier of the person, home or organisation it is about',
  subjects: 'Identifiers of the people it is about, as a JSON list',
  campaign: 'Identifier of the campaign (campaigns.id)',
  round: 'Identifier of the round (rounds.id)',
  member: 'Identifier of the member of a round (members.id)',
  attempt: 'Identifier of the attempt (attempts.id)',
  need: 'Identifier of the need (needs.id)',
  list: 'Which list',
  version: 'Identifier of the version it came with',
  entry: 'Identifier of the list entry (list_entries.id)',
  place: 'Identifier of the place (places.id); empty: not known',
  street: 'Identifier of the street (places.id)',
  dwelling: 'Identifier of the home (dwellings.id)',
  household: 'Identifier of the household',
  organisation: 'Identifier of the organisation (organisations.id)',
  user_id: 'Identifier of the user (users.id)',
  actor: 'Identifier of who did it (users.id)',
  owner: 'Identifier of who has it in hand (users.id); empty: nobody',
  uprn: 'Unique Property Reference Number; text, may begin with 0',
  postcode: 'Postcode',
  address: 'Address as one line',
  gss: 'Code of the Office for National Statistics (GSS)',
  at: 'When',
  purpose: 'What for',
  route: 'Which page or file',
  reason: 'Why, as a code',
  note: 'What somebody wrote down',
  words: 'What somebody wrote down',
  command: 'Identifier of the command that did it (commands.jsonl)',
  seq: 'Position in the log (log.jsonl)',
  row: 'Row of the file as it was received',
}

const own: Readonly<Record<string, string>> = {
  'people.number': 'Record number, as said on the telephone',
  'people.given': 'Given names',
  'people.family': 'Family name',
  'people.born': 'Date of birth',
  'people.nhs': 'NHS number; text',
  'people.language': 'Language in which the person wishes to be spoken to',
  'people.flags': 'What must be known before contact, as a JSON list of codes',
  'people.merged_into': 'The record of the same person that is kept (people.id)',
  'people.root': 'The record under which the person is found (people.id)',
  'people.erased_at': 'When the words of this person were destroyed',
  'contact_points.value': 'Telephone number in international form, or email address',
  'contact_points.state': 'untested, works, wrong or barred',
  'contact_points.last_worked_at': 'When somebody was last reached by it',
  'members.state': 'untried, tried, reached or excused',
  'members.until': 'Until when having been reached counts',
  'members.next_step': 'What is to be done next, as a code',
  'attempts.channel': 'call, text, email, letter, doorstep or inbound',
  'attempts.outcome': 'What came of it, as a code of the hazard pack',
  'needs.urgency': 'today, 48h or routine',
  'plan_actions.what': 'What was promised',
  'plan_actions.due_at': 'Until when',
  'places.path': 'The place and all above it (places.id), as a JSON list',
  'places.homes': 'How many homes are known in it',
  'grants.role': 'What the person may do, as a code',
  'grants.starts_at': 'From when the role is held',
  'grants.ends_at': 'Until when the role is held',
  'reads.what': 'open, search, list, export, print or sync',
}

/** Without a meaning of its own a column is said in the words of its name. */
export function meaningOf(table: string, column: string): string {
  const known = own[`${table}.${column}`] ?? everywhere[column]
  if (known) return known
  if (column.endsWith('_at')) return `When: ${column.slice(0, -3).replaceAll('_', ' ')}`
  if (column.endsWith('_by')) return `Who (users.id): ${column.replaceAll('_', ' ')}`
  const said = column.replaceAll('_', ' ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}

export const readMe = `# An archive of one council, as open files

Made by Doorstep. Everything here can be read without it.

**It holds personal data of everybody on the register.** Keep it where only those may read it who
may read the register, and destroy it when its purpose is over.

| file | what it is |
| --- | --- |
| log.jsonl | the record: one entry a line, oldest first, with the words that are not erased |
| commands.jsonl | which commands were done, so that none is done twice |
| reads.jsonl | who looked at whom, when and what for |
| tables/*.csv | the registers that follow from the record: people, places, campaigns and others |
| places.geojson | places with their shape or point, WGS84 |
| datapackage.json | what each column means (Frictionless Data Package) |
| manifest.json | rows, bytes and SHA-256 of each file, and the last hash of the log |

**The tables** are UTF-8 with CR LF. Times are UTC to the microsecond, lists are JSON. A text that
a spreadsheet could take for a formula has an apostrophe in front; log.jsonl has it as it was.

**The log is a chain.** The hash of an entry is SHA-256 of the hash before it and the digest of the
entry; the first follows from SHA-256 of the council's id. Words are held to an entry by its
commitment: SHA-256 of salt and words. An erased person has left entries without words and salt.
Keep the last hash (manifest.json, log.hash) somewhere else too: it tells whether anybody wrote the
whole of the log anew.

**To take it into another Doorstep:** doorstep import-council --from FILE --data NEW. Every table is
made again from the log and compared with the digests here. Who is signed in (sessions and links),
secrets, messages that wait and files as received are not here.
`
