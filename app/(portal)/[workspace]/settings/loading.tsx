import { Skeleton } from '#app/_ui/skeleton.tsx';

export default function SettingsLoading() {
  return (
    <>
      <p role="status" className="sr-only">
        Loading the settings
      </p>
      <Skeleton className="mb-3 h-8 w-56" />
      <Skeleton className="mb-6 h-5 w-full max-w-md" />
      <Skeleton className="h-44 w-full rounded-large" />
    </>
  );
}
