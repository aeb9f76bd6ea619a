//! What stands in the descriptions of a Parquet file: the numbers and kinds of the fields, as
//! `parquet.thrift` of the Apache Parquet format has them.

use Kind::{Answer, Binary, Byte, Double, I16, I32, I64, List, Struct};

/// What a field holds.
pub(super) enum Kind {
    Answer,
    Byte,
    I16,
    I32,
    I64,
    Double,
    Binary,
    List(&'static Kind),
    /// With its fields.
    Struct(Fields),
}

/// Fields by their numbers. There may be others, which a later version of the format adds.
pub(super) type Fields = &'static [(u64, Kind)];

/// What a page says of itself: `PageHeader`.
pub(super) const PAGE: Fields = &[
    (1, I32),
    (2, I32),
    (3, I32),
    (4, I32),
    (5, Struct(&[(1, I32), (2, I32), (3, I32), (4, I32), (5, Struct(STATISTICS))])),
    (6, Struct(&[])),
    (7, Struct(&[(1, I32), (2, I32), (3, Answer)])),
    (8, Struct(SECOND_VERSION)),
];

/// `DataPageHeaderV2`.
const SECOND_VERSION: Fields = &[
    (1, I32),
    (2, I32),
    (3, I32),
    (4, I32),
    (5, I32),
    (6, I32),
    (7, Answer),
    (8, Struct(STATISTICS)),
];

const STATISTICS: Fields = &[
    (1, Binary),
    (2, Binary),
    (3, I64),
    (4, I64),
    (5, Binary),
    (6, Binary),
    (7, Answer),
    (8, Answer),
];

/// What a file says of itself: `FileMetaData`.
pub(super) const FILE: Fields = &[
    (1, I32),
    (2, List(&Struct(COLUMN))),
    (3, I64),
    (4, List(&Struct(ROW_GROUP))),
    (5, List(&Struct(KEY_AND_VALUE))),
    (6, Binary),
    (7, List(&Struct(&[(1, Struct(&[]))]))),
    (8, Struct(&[])),
    (9, Binary),
];

/// `SchemaElement`.
const COLUMN: Fields = &[
    (1, I32),
    (2, I32),
    (3, I32),
    (4, Binary),
    (5, I32),
    (6, I32),
    (7, I32),
    (8, I32),
    (9, I32),
    (10, Struct(LOGICAL_TYPE)),
];

/// Those of which the struct has fields.
const LOGICAL_TYPE: Fields = &[
    (5, Struct(&[(1, I32), (2, I32)])),
    (7, Struct(TIME)),
    (8, Struct(TIME)),
    (10, Struct(&[(1, Byte), (2, Answer)])),
    (16, Struct(&[(1, Byte)])),
    (17, Struct(&[(1, Binary)])),
    (18, Struct(&[(1, Binary), (2, I32)])),
];

const TIME: Fields =
    &[(1, Answer), (2, Struct(&[(1, Struct(&[])), (2, Struct(&[])), (3, Struct(&[]))]))];

const ROW_GROUP: Fields = &[
    (1, List(&Struct(COLUMN_CHUNK))),
    (2, I64),
    (3, I64),
    (4, List(&Struct(&[(1, I32), (2, Answer), (3, Answer)]))),
    (5, I64),
    (6, I64),
    (7, I16),
];

const COLUMN_CHUNK: Fields = &[
    (1, Binary),
    (2, I64),
    (3, Struct(COLUMN_METADATA)),
    (4, I64),
    (5, I32),
    (6, I64),
    (7, I32),
    (8, Struct(&[])),
    (9, Binary),
];

const COLUMN_METADATA: Fields = &[
    (1, I32),
    (2, List(&I32)),
    (3, List(&Binary)),
    (4, I32),
    (5, I64),
    (6, I64),
    (7, I64),
    (8, List(&Struct(KEY_AND_VALUE))),
    (9, I64),
    (10, I64),
    (11, I64),
    (12, Struct(STATISTICS)),
    (13, List(&Struct(&[(1, I32), (2, I32), (3, I32)]))),
    (14, I64),
    (15, I32),
    (16, Struct(&[(1, I64), (2, List(&I64)), (3, List(&I64))])),
    (17, Struct(&[(1, Struct(BOX)), (2, List(&I32))])),
];

const KEY_AND_VALUE: Fields = &[(1, Binary), (2, Binary)];

/// `BoundingBox`.
const BOX: Fields = &[
    (1, Double),
    (2, Double),
    (3, Double),
    (4, Double),
    (5, Double),
    (6, Double),
    (7, Double),
    (8, Double),
];
