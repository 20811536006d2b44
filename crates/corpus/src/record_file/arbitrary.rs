//! Records of every shape that the model allows, for property tests. Nothing in them fits any text.

use proptest::{collection::vec, option, prelude::*, sample::select};
use rapporteur_model::{
    Allowance, Anchor, AnchorValue, Anchored, Article, Block, BlockKind, Country, Date, Decimal, Delegation, Digest,
    Excerpt, Hedge, Layout, LocalTime, Meal, MealKind, MealRelation, Mode, Month, Office, OfficeClass, PartOfDay,
    Participant, Party, Person, PersonId, Polarity, Quantity, QuantityId, Record, Review, Role, RuleName, Schema,
    Source, Span, Stamp, Statement, StatementId, StatementKind, Status, Summit, SummitId, SummitTime, TimeOfDay,
};

/// Any record.
pub(crate) fn record() -> impl Strategy<Value = Record> {
    let allowance = (words(), words()).prop_map(|(rule, reason)| Allowance { rule, reason });
    let standing = (select(vec![Review::Machine, Review::Reviewed]), option::of(digest()), vec(allowance, 0..2));
    let head = (words(), standing, any::<u32>(), digest());
    let lists = (vec(person(), 0..3), vec(summit(), 0..2), vec(statement(), 0..3), vec(quantity(), 0..3));
    (head, option::of(words()), article(), lists).prop_map(
        |((id, (review, seal, allow), bytes, sha256), text, article, (people, summits, statements, quantities))| {
            Record {
                schema: Schema::V1,
                id,
                review,
                seal,
                allow,
                source: Source { bytes, sha256 },
                text,
                article,
                people,
                summits,
                statements,
                quantities,
            }
        },
    )
}

/// Text of any characters, those that JSON escapes among them.
pub(crate) fn words() -> impl Strategy<Value = String> {
    let characters = prop_oneof![
        4 => proptest::char::range('a', 'z'),
        1 => select(vec!['"', '\\', '/', '\n', '\r', '\t', '\0', '\u{1b}', '\u{7f}', '\u{9b}', '\u{202e}', '\u{2028}', '\u{feff}', '“', '😀']),
        1 => any::<char>(),
    ];
    vec(characters, 0..12).prop_map(String::from_iter)
}

fn digest() -> impl Strategy<Value = Digest> {
    any::<[u8; 32]>().prop_map(Digest::from_bytes)
}

fn span() -> impl Strategy<Value = Span> {
    (any::<u32>(), any::<u32>()).prop_map(|(one, other)| Span::new(one.min(other), one.max(other)).unwrap())
}

fn excerpt() -> impl Strategy<Value = Excerpt> {
    (span(), words()).prop_map(|(span, text)| Excerpt { span, text })
}

fn anchor() -> impl Strategy<Value = Anchor> {
    let rule = "[a-z0-9]{1,5}(-[a-z]{1,5}){0,2}".prop_map(|name| RuleName::new(name).unwrap());
    (0..3, excerpt(), rule, vec(excerpt(), 0..3)).prop_map(|(basis, excerpt, rule, from)| match basis {
        0 => Anchor::stated(excerpt),
        1 => Anchor::resolved(excerpt, rule, from),
        _ => Anchor::inferred(excerpt, rule, from),
    })
}

fn anchored<T: std::fmt::Debug + Clone>(value: impl Strategy<Value = T>) -> impl Strategy<Value = Anchored<T>> {
    (value, anchor()).prop_map(|(value, anchor)| Anchored::new(value, anchor))
}

/// A value, or the one that says that the text does not say.
fn perhaps_said<T: std::fmt::Debug + Clone + AnchorValue>(
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = Anchored<T>> {
    (any::<bool>(), anchored(value))
        .prop_map(|(said, anchored)| if said { anchored } else { Anchored::unsaid().unwrap() })
}

fn time() -> impl Strategy<Value = LocalTime> {
    (0..3, 0_u16..10_000, 1_u8..13, 1_u8..29, 0_u8..24, 0_u8..60).prop_map(|(form, year, month, day, hour, minute)| {
        let date = Date::new(year, month, day).unwrap();
        match form {
            0 => LocalTime::Month(Month::new(year, month).unwrap()),
            1 => LocalTime::Day(date),
            _ => LocalTime::Minute(date, TimeOfDay::new(hour, minute).unwrap()),
        }
    })
}

fn country() -> impl Strategy<Value = Country> {
    "[A-Z]{2}".prop_map(|code| Country::new(&code).unwrap())
}

fn person_id() -> impl Strategy<Value = PersonId> {
    (0_usize..50).prop_map(PersonId::from_index)
}

fn statement_id() -> impl Strategy<Value = StatementId> {
    (0_usize..50).prop_map(StatementId::from_index)
}

fn summit_id() -> impl Strategy<Value = SummitId> {
    (0_usize..50).prop_map(SummitId::from_index)
}

fn article() -> impl Strategy<Value = Article> {
    let kinds = vec![
        BlockKind::Bom,
        BlockKind::PrefixDate,
        BlockKind::Tag,
        BlockKind::Headline,
        BlockKind::Stamp,
        BlockKind::Dateline,
        BlockKind::Byline,
        BlockKind::Caption,
        BlockKind::Paragraph,
        BlockKind::SpeakerLabel,
        BlockKind::Furniture,
    ];
    let block = (select(kinds), span()).prop_map(|(kind, span)| Block { kind, span });
    let stamp = || (anchored(time()), option::of(words())).prop_map(|(time, zone)| Stamp { time, zone });
    let line = || option::of(anchored(words()));
    let dates = (option::of(anchored(time())), option::of(stamp()), option::of(stamp()));
    (vec(block, 0..4), dates, line(), line(), line(), option::of(words())).prop_map(
        |(blocks, (prefix_date, published, updated), headline, dateline, byline, language)| Article {
            blocks,
            prefix_date,
            headline,
            published,
            updated,
            dateline,
            byline,
            language,
        },
    )
}

fn person() -> impl Strategy<Value = Person> {
    let classes = vec![
        OfficeClass::HeadOfState,
        OfficeClass::HeadOfGovernment,
        OfficeClass::DeputyHead,
        OfficeClass::Minister,
        OfficeClass::Ambassador,
        OfficeClass::Spokesperson,
        OfficeClass::Legislator,
        OfficeClass::Military,
        OfficeClass::OrganizationHead,
        OfficeClass::Official,
    ];
    let office = (anchored(words()), anchored(select(classes)), option::of(anchored(country())))
        .prop_map(|(title, class, country)| Office { title, class, country });
    (person_id(), option::of(anchored(words())), vec(excerpt(), 0..3), vec(office, 0..2))
        .prop_map(|(id, name, mentions, offices)| Person { id, name, mentions, offices })
}

fn participant() -> impl Strategy<Value = Participant> {
    let role = perhaps_said(select(vec![Role::Host, Role::Visitor, Role::Unknown]));
    let organization = option::of(anchored(words()));
    (option::of(person_id()), option::of(anchored(country())), organization, role, excerpt()).prop_map(
        |(person, country, organization, role, excerpt)| Participant { person, country, organization, role, excerpt },
    )
}

fn meal() -> impl Strategy<Value = Meal> {
    let kinds = vec![
        MealKind::Breakfast,
        MealKind::Lunch,
        MealKind::Dinner,
        MealKind::Banquet,
        MealKind::Reception,
        MealKind::Tea,
    ];
    let relations = vec![MealRelation::Before, MealRelation::During, MealRelation::After, MealRelation::Unknown];
    (select(kinds), select(relations), excerpt()).prop_map(|(kind, relation, excerpt)| Meal { kind, relation, excerpt })
}

fn summit() -> impl Strategy<Value = Summit> {
    let status = anchored(select(vec![Status::Held, Status::Planned, Status::Cancelled, Status::Denied]));
    let mode = perhaps_said(select(vec![Mode::InPerson, Mode::Phone, Mode::Video, Mode::Unknown]));
    let layout = select(vec![Layout::Bilateral, Layout::Multilateral, Layout::Unknown]);
    let parts = vec![PartOfDay::Morning, PartOfDay::Afternoon, PartOfDay::Evening, PartOfDay::Night];
    let begins = (anchored(time()), option::of(select(parts)), option::of(words()))
        .prop_map(|(time, part_of_day, zone)| SummitTime { time, part_of_day, zone });
    let times = (option::of(begins), option::of(anchored(time())), option::of(anchored(any::<u32>())));
    let line = || option::of(anchored(words()));
    let places = (line(), line(), line(), option::of(anchored(country())), line());
    let delegation = (option::of(anchored(country())), option::of(any::<bool>()), vec(person_id(), 0..3))
        .prop_map(|(country, complete, members)| Delegation { country, complete, members });
    let lists = (vec(participant(), 0..3), vec(delegation, 0..2), vec(meal(), 0..2), vec(excerpt(), 0..3));
    (summit_id(), status, mode, layout, times, places, lists).prop_map(
        |(
            id,
            status,
            mode,
            layout,
            (begins, ends, duration_minutes),
            (venue, locality, region, country, host_event),
            (participants, delegations, meals, mentions),
        )| Summit {
            id,
            status,
            mode,
            layout,
            participants,
            begins,
            ends,
            duration_minutes,
            venue,
            locality,
            region,
            country,
            host_event,
            delegations,
            meals,
            mentions,
        },
    )
}

fn statement() -> impl Strategy<Value = Statement> {
    let party = || option::of((vec(person_id(), 0..3), anchor()).prop_map(|(people, anchor)| Party { people, anchor }));
    let kind = select(vec![StatementKind::Direct, StatementKind::Mixed, StatementKind::Indirect]);
    let polarity = perhaps_said(select(vec![Polarity::Asserted, Polarity::Denied]));
    let other = || option::of(statement_id());
    let links = (other(), other(), other(), option::of(summit_id()));
    (statement_id(), kind, (party(), option::of(excerpt()), party()), vec(excerpt(), 0..3), links, polarity).prop_map(
        |(id, kind, (speaker, cue, addressee), parts, (continues, replies_to, within, summit), polarity)| Statement {
            id,
            kind,
            speaker,
            cue,
            addressee,
            parts,
            continues,
            replies_to,
            within,
            summit,
            polarity,
        },
    )
}

fn quantity() -> impl Strategy<Value = Quantity> {
    let hedges = vec![Hedge::None, Hedge::About, Hedge::Below, Hedge::Above, Hedge::JustBelow, Hedge::JustAbove];
    let id = (0_usize..50).prop_map(QuantityId::from_index);
    let value = "(0|[1-9][0-9]{0,12})(\\.[0-9]{0,3}[1-9])?".prop_map(|digits| Decimal::new(digits).unwrap());
    (id, value, words(), perhaps_said(select(hedges)), excerpt(), option::of(statement_id())).prop_map(
        |(id, value, unit, hedge, excerpt, asserted_by)| Quantity { id, value, unit, hedge, excerpt, asserted_by },
    )
}
