//! The rules, one a file: what it is called, what it means, what it accepts and rejects, and the check itself.

use super::Rule;

mod allow_unknown_rule;
mod allow_unused;
mod allow_without_reason;
mod ambiguous_date;
mod article_too_large;
mod article_without_record;
mod binary_article;
mod blocks_do_not_tile;
mod dangling_id;
pub(super) mod doubled_article;
mod doubled_id;
mod empty_article;
pub(super) mod id_given_twice;
mod id_is_not_the_name;
mod ids_out_of_order;
mod impossible_date;
pub(super) mod meeting_told_differently;
pub(super) mod name_spelled_differently;
pub(super) mod nearly_doubled_article;
mod not_utf8;
pub(super) mod office_held_twice;
pub(super) mod quantity_told_differently;
pub(super) mod quotation_of_two_speakers;
mod record_not_canonical;
mod record_not_json;
mod record_too_large;
mod record_without_article;
mod seal_broken;
mod seal_missing;
mod seal_on_machine_record;
mod source_mismatch;
mod span_inside_character;
mod span_out_of_bounds;
mod stale_machine_record;
mod text_is_not_the_slice;
mod unclosed_quotation;
mod unknown_country;
mod unknown_language;
mod unknown_member;
mod unknown_schema;
mod unopened_quotation;
mod unreadable_article;
mod unreadable_record;
mod weekday_against_date;
mod wrong_kind;
mod wrong_layout;
mod wrong_record_shape;

/// All rules, ordered by code. A test holds this list equal to the files of the folder.
pub(super) static RULES: &[&Rule] = &[
    &unreadable_article::RULE,
    &article_too_large::RULE,
    &not_utf8::RULE,
    &binary_article::RULE,
    &empty_article::RULE,
    &ambiguous_date::RULE,
    &impossible_date::RULE,
    &unknown_language::RULE,
    &unclosed_quotation::RULE,
    &unopened_quotation::RULE,
    &weekday_against_date::RULE,
    &source_mismatch::RULE,
    &blocks_do_not_tile::RULE,
    &span_out_of_bounds::RULE,
    &span_inside_character::RULE,
    &text_is_not_the_slice::RULE,
    &dangling_id::RULE,
    &doubled_id::RULE,
    &ids_out_of_order::RULE,
    &unknown_country::RULE,
    &wrong_layout::RULE,
    &wrong_kind::RULE,
    &unreadable_record::RULE,
    &record_too_large::RULE,
    &record_not_json::RULE,
    &unknown_schema::RULE,
    &wrong_record_shape::RULE,
    &unknown_member::RULE,
    &record_not_canonical::RULE,
    &record_without_article::RULE,
    &article_without_record::RULE,
    &id_is_not_the_name::RULE,
    &seal_missing::RULE,
    &seal_broken::RULE,
    &seal_on_machine_record::RULE,
    &stale_machine_record::RULE,
    &allow_unknown_rule::RULE,
    &allow_without_reason::RULE,
    &allow_unused::RULE,
    &doubled_article::RULE,
    &nearly_doubled_article::RULE,
    &meeting_told_differently::RULE,
    &name_spelled_differently::RULE,
    &office_held_twice::RULE,
    &quotation_of_two_speakers::RULE,
    &quantity_told_differently::RULE,
    &id_given_twice::RULE,
];
