import { notFound } from 'next/navigation';

/** Every other address in the workspace: there is nothing, and the header to go on with stays. */
export default function NothingHerePage() {
  notFound();
}
