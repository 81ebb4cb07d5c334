import { ReviewSkeleton } from './_components/review-skeleton.tsx';

export default function ReviewLoading() {
  return <ReviewSkeleton />;
}
