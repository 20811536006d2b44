//! The rules, one a file: what it is called, what it means, what it accepts and rejects, and the check itself.
//!
//! Made by `cargo xtask rules` from the files of this folder; a new one is begun with `cargo xtask new-rule NAME`.

use super::Rule;

mod addressee_is_speaker;
mod allow_unknown_rule;
mod allow_unused;
mod allow_without_reason;
mod ambiguous_date;
mod article_too_large;
mod article_without_record;
mod binary_article;
mod blocks_do_not_tile;
mod caption_against_body;
mod circular_links;
mod continues_another_speaker;
mod control_character;
mod country_against_words;
mod cue_inside_words;
mod dangling_id;
mod dateline_after_publication;
mod deeply_nested_quotation;
mod delegate_twice;
mod delegation_of_no_participant;
mod direct_without_marks;
mod direction_control;
pub(super) mod doubled_article;
mod doubled_delegation;
mod doubled_id;
mod doubled_mention;
mod doubled_paragraph;
mod doubled_participant;
mod doubled_person;
mod doubled_summit;
mod duration_against_times;
mod empty_article;
mod empty_span;
mod endless_list;
mod ends_before_begins;
mod furniture_in_body;
mod hedge_against_words;
mod held_after_publication;
pub(super) mod id_given_twice;
mod id_is_not_the_name;
mod ids_out_of_order;
mod impossible_date;
mod invisible_character;
mod leader_in_delegation;
mod leader_of_two_countries;
mod leader_without_country;
mod link_to_later_statement;
mod locality_against_country;
pub(super) mod meeting_told_differently;
mod mismatched_quotation;
mod misspelt_reading_rule;
mod mixed_line_endings;
mod mixed_quotation_marks;
mod mojibake;
mod name_in_no_mention;
pub(super) mod name_spelled_differently;
pub(super) mod nearly_doubled_article;
mod not_utf8;
mod not_within;
pub(super) mod office_held_twice;
mod part_across_paragraphs;
mod part_of_day_against_clock;
mod participant_without_country;
mod parts_out_of_order;
mod person_without_words;
mod planned_before_publication;
mod prefix_date_against_stamp;
mod quantity_against_words;
mod quantity_outside_statement;
pub(super) mod quantity_told_differently;
pub(super) mod quotation_of_two_speakers;
mod record_not_canonical;
mod record_not_json;
mod record_too_large;
mod record_without_article;
mod region_against_country;
mod remote_with_place;
mod replacement_character;
mod reply_to_oneself;
mod reversed_quotation;
mod role_against_country;
mod seal_broken;
mod seal_missing;
mod seal_on_machine_record;
mod source_mismatch;
mod span_inside_character;
mod span_out_of_bounds;
mod speaker_is_nobody;
mod speaker_not_at_summit;
mod stale_machine_record;
mod statement_at_no_summit;
mod statement_without_cue;
mod statement_without_words;
mod summit_without_mention;
mod text_is_not_the_slice;
mod too_few_participants;
mod two_hosts;
mod unattributed_statement;
mod unclosed_quotation;
mod undeclared_nesting;
mod unfinished_article;
mod unknown_country;
mod unknown_host_event;
mod unknown_language;
mod unknown_member;
mod unknown_schema;
mod unknown_state;
mod unopened_quotation;
mod unreadable_article;
mod unreadable_record;
mod updated_before_published;
mod value_is_not_the_words;
mod venue_without_place;
mod weekday_against_date;
mod words_in_furniture;
mod wrong_kind;
mod wrong_layout;
mod wrong_record_shape;

/// All rules, ordered by code.
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
    &updated_before_published::RULE,
    &prefix_date_against_stamp::RULE,
    &dateline_after_publication::RULE,
    &mixed_line_endings::RULE,
    &control_character::RULE,
    &direction_control::RULE,
    &replacement_character::RULE,
    &mojibake::RULE,
    &doubled_paragraph::RULE,
    &furniture_in_body::RULE,
    &invisible_character::RULE,
    &mismatched_quotation::RULE,
    &mixed_quotation_marks::RULE,
    &reversed_quotation::RULE,
    &unfinished_article::RULE,
    &caption_against_body::RULE,
    &unknown_state::RULE,
    &endless_list::RULE,
    &deeply_nested_quotation::RULE,
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
    &empty_span::RULE,
    &value_is_not_the_words::RULE,
    &country_against_words::RULE,
    &person_without_words::RULE,
    &doubled_mention::RULE,
    &name_in_no_mention::RULE,
    &doubled_person::RULE,
    &leader_without_country::RULE,
    &leader_of_two_countries::RULE,
    &statement_without_words::RULE,
    &parts_out_of_order::RULE,
    &part_across_paragraphs::RULE,
    &words_in_furniture::RULE,
    &unattributed_statement::RULE,
    &statement_without_cue::RULE,
    &direct_without_marks::RULE,
    &cue_inside_words::RULE,
    &addressee_is_speaker::RULE,
    &undeclared_nesting::RULE,
    &not_within::RULE,
    &continues_another_speaker::RULE,
    &reply_to_oneself::RULE,
    &link_to_later_statement::RULE,
    &circular_links::RULE,
    &speaker_not_at_summit::RULE,
    &statement_at_no_summit::RULE,
    &summit_without_mention::RULE,
    &too_few_participants::RULE,
    &doubled_participant::RULE,
    &participant_without_country::RULE,
    &held_after_publication::RULE,
    &planned_before_publication::RULE,
    &ends_before_begins::RULE,
    &duration_against_times::RULE,
    &part_of_day_against_clock::RULE,
    &two_hosts::RULE,
    &role_against_country::RULE,
    &remote_with_place::RULE,
    &region_against_country::RULE,
    &locality_against_country::RULE,
    &leader_in_delegation::RULE,
    &delegate_twice::RULE,
    &delegation_of_no_participant::RULE,
    &doubled_delegation::RULE,
    &doubled_summit::RULE,
    &quantity_against_words::RULE,
    &hedge_against_words::RULE,
    &quantity_outside_statement::RULE,
    &misspelt_reading_rule::RULE,
    &venue_without_place::RULE,
    &unknown_host_event::RULE,
    &speaker_is_nobody::RULE,
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
