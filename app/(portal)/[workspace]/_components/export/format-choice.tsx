import { RadioGroup } from 'radix-ui';
import { type ExportFormat, exportFormatFacts, exportFormatSchema } from '#lib/contracts/index.ts';

/** For people first, for programs last. */
const shown: readonly ExportFormat[] = ['pdf', 'docx', 'txt', 'md', 'csv', 'json', 'hocr', 'alto', 'page'];

export function FormatChoice({
  value,
  onChange,
}: {
  value: ExportFormat;
  onChange: (format: ExportFormat) => void;
}) {
  return (
    <RadioGroup.Root
      aria-label="Format"
      value={value}
      onValueChange={(chosen) => onChange(exportFormatSchema.parse(chosen))}
      className="grid gap-2 sm:grid-cols-2"
    >
      {shown.map((format) => (
        <RadioGroup.Item
          key={format}
          value={format}
          className="flex min-h-11 gap-3 rounded-normal border border-line px-3 py-2 text-left hover:bg-well data-[state=checked]:border-accent data-[state=checked]:bg-accent-wash"
        >
          <span
            aria-hidden
            className="mt-1 grid size-4 shrink-0 place-items-center rounded-full border border-edge bg-sheet"
          >
            <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
          </span>
          <span>
            <span className="block font-medium">{exportFormatFacts[format].name}</span>
            <span className="block text-ink-soft text-small">{exportFormatFacts[format].use}</span>
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
