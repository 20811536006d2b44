//! The rules, a file each. They see a row's trimmed text and say whether they hold, and how much of it they take.

pub(crate) mod agency;
pub(crate) mod byline;
pub(crate) mod caption;
pub(crate) mod closing_row;
pub(crate) mod closing_split;
pub(crate) mod dateline;
pub(crate) mod end_row;
pub(crate) mod headline;
pub(crate) mod line_under_headline;
pub(crate) mod menu;
pub(crate) mod placed_stamp;
pub(crate) mod prefix_date;
pub(crate) mod signed_stamps;
pub(crate) mod speaker_label;
pub(crate) mod tag;
