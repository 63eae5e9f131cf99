/** What the fields of a record are shown for. */
export interface BodyProps {
  isNew: boolean;
  /** Whether readers see the record: its name in addresses then stays. */
  isSeen: boolean;
}
