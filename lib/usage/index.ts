export { checkQuota, checkRoomForUpload, takeDocumentPages } from './check-quota.ts';
export { countJobPage, countPrediction } from './count-pages.ts';
export { getQuota } from './get-quota.ts';
export type { Quota } from './quota.ts';
export { QuotaReached } from './quota-reached.ts';
export { takePage } from './take-page.ts';
export type { UsageSubject } from './usage.ts';
export { usageCsv } from './usage-csv.ts';
export { type UsageReport, usageReport } from './usage-report.ts';
