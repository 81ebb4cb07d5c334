import { ListFilter } from 'lucide-react';
import { Button } from './button.tsx';

type Props = {
  label: string;
  /** How many filters are set. */
  count: number;
  isOpen: boolean;
  onToggle: () => void;
};

/** Unfolds the filters on phones, where they would stand before what they filter. */
export function FilterToggle({ label, count, isOpen, onToggle }: Props) {
  return (
    <Button size="small" className="sm:hidden" aria-expanded={isOpen} onClick={onToggle}>
      <ListFilter aria-hidden className="size-4" />
      {label}
      {count > 0 ? ` (${count})` : ''}
    </Button>
  );
}
