import { classNames } from './class-names.ts';

type Props = {
  label: string;
  /** Between 0 and 1; undefined while nobody can tell. */
  fraction: number | undefined;
  valueText?: string;
  className?: string;
};

export function ProgressBar({ label, fraction, valueText, className }: Props) {
  const percent = fraction === undefined ? undefined : Math.round(Math.min(1, Math.max(0, fraction)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={valueText}
      className={classNames('h-1.5 overflow-hidden rounded-full bg-well', className)}
    >
      <div
        className={classNames(
          'h-full origin-left rounded-full bg-accent transition-transform duration-300',
          percent === undefined && 'animate-breathe',
        )}
        style={{ transform: `scaleX(${(percent ?? 35) / 100})` }}
      />
    </div>
  );
}
