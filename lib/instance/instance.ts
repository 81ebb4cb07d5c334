export type InstancePerson = {
  id: string;
  name: string;
  email: string;
  isInstanceOwner: boolean;
  createdAt: Date;
  /** Null: not since their last session was forgotten. */
  lastSeenAt: Date | null;
  /** Those that are not deleted. */
  workspaces: number;
};

export type InstanceWorkspace = {
  id: string;
  slug: string;
  name: string;
  createdAt: Date;
  /** When its owner deleted it; it is removed thirty days later. */
  deletedAt: Date | null;
  members: number;
  /** Pages that were read: in this calendar month (UTC), and ever. */
  pagesThisMonth: number;
  pages: number;
  /** Of originals of documents, each counted once. */
  documentBytes: number;
  /** Pages that may be read in a calendar month; null: any number. */
  monthlyPageQuota: number | null;
};
