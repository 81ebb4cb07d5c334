/** A message as plain text; a link stands on a line of its own. */
export type Mail = { to: string; subject: string; text: string };
