import { redirect } from 'next/navigation';
import { isSetUp } from '#lib/accounts/index.ts';
import { currentSession } from './_session/session.ts';

/** The front door: leads everybody to where they can go on. */
export default async function HomePage() {
  const session = await currentSession();
  if (!session) redirect((await isSetUp()) ? '/sign-in' : '/set-up');
  const [workspace] = session.workspaces;
  redirect(workspace ? `/${workspace.slug}/documents` : '/workspaces');
}
