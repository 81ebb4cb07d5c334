import Link from 'next/link';
import { Notice } from '#app/_ui/notice.tsx';

/** In place of what a mailed link was for, once it works no more. */
export function LinkIsOver({ title, href }: { title: string; href: string }) {
  return (
    <>
      <h1 className="mb-6 text-title">{title}</h1>
      <Notice tone="warn" title="This link works no more">
        <p>
          It was used already, was replaced by a newer one, or is too old.{' '}
          <Link href={href} className="text-accent underline">
            Ask for a new one
          </Link>
          .
        </p>
      </Notice>
    </>
  );
}
