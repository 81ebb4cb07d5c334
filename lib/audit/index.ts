export { type Act, acts } from './acts.ts';
export { type ActedBy, type Nobody, type RecordedAct, recordAct, recordActs } from './record-act.ts';
