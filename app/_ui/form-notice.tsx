import { Notice } from './notice.tsx';

/** What is wrong with a form as a whole; nothing while all is well. */
export function FormNotice({ message }: { message: string | null | undefined }) {
  if (!message) return null;
  return (
    <Notice tone="bad" announce>
      <p>{message}</p>
    </Notice>
  );
}
