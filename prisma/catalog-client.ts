import pg from "pg";

/**
 * A client whose catalogue columns arrive under types that Prisma's JavaScript schema engine
 * reads: "char" as bpchar, name as text, and their arrays. It refuses the originals.
 */
const READABLE_TYPE: Record<number, number> = { 18: 1042, 19: 25, 1002: 1015, 1003: 1009 };

type RowDescription = { fields: { dataTypeID: number }[] };
type WithConnection = { connection: NodeJS.EventEmitter };

export class CatalogClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    (this as unknown as WithConnection).connection.prependListener(
      "rowDescription",
      (message: RowDescription) => {
        for (const field of message.fields) {
          field.dataTypeID = READABLE_TYPE[field.dataTypeID] ?? field.dataTypeID;
        }
      },
    );
  }
}
