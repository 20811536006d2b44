use super::*;
use crate::{document::Document, reading::people};

/// The summits of a body, one a line: status and leaders, then what is told of it, each with its name.
pub(super) fn check(body: &str, expected: &[&str]) {
    check_under("Headline", body, expected);
}

pub(super) fn check_under(headline: &str, body: &str, expected: &[&str]) {
    let article = format!("{headline}\n\nPublished: 30 Oct. 2025\n\n{body}\n");
    let document = Document::parse(&article);
    let text = Text::new(&document);
    let people = people::people(&text);
    let found: Vec<String> =
        summits(&text, &people, document.head().dateline).iter().map(|summit| show(&text, &people, summit)).collect();
    assert_eq!(found, expected, "{article}");
}

fn show(text: &Text<'_>, people: &People, summit: &SummitFound) -> String {
    let phrase = |tokens: &Range<usize>| text.phrase(tokens.clone());
    let name = |person: usize| people.people[person].name.as_ref().map_or("nobody".to_owned(), phrase);
    let spot = |spot: &Spot| {
        let by = spot.rule.map(|rule| format!(" by {rule}")).unwrap_or_default();
        format!("{}{by}", text.slice(spot.span))
    };
    let leaders: Vec<String> = summit.participants.iter().map(|(person, _)| name(*person)).collect();
    let mentions: Vec<String> = summit.mentions.iter().map(phrase).collect();
    let mut line = format!("{:?}, {} ({})", summit.status, leaders.join(" + "), mentions.join("; "));
    let mut tell = |what: &str, words: Option<String>| {
        line.extend(words.map(|words| format!(", {what} {words}")));
    };
    tell("mode", summit.mode.as_ref().map(|(mode, _)| format!("{mode:?}")));
    tell("day", summit.day.as_ref().map(|day| phrase(&day.tokens)));
    tell("clock", summit.clock.as_ref().map(|clock| phrase(&clock.tokens)));
    tell("minutes", summit.duration.as_ref().map(|duration| duration.minutes.to_string()));
    tell("venue", summit.venue.as_ref().map(phrase));
    tell("locality", summit.place.locality.as_ref().map(spot));
    tell("region", summit.place.region.as_ref().map(spot));
    tell(
        "country",
        summit.country(text).and_then(|spot| Some(format!("{} {}", spot.country()?, spot.rule.unwrap_or("stated")))),
    );
    tell("event", summit.host_event.as_ref().map(phrase));
    for side in &summit.delegations {
        let members: Vec<String> = side.members.iter().map(|member| name(*member)).collect();
        tell(
            "side",
            Some(format!(
                "{} {:?} {}",
                side.country.as_ref().map_or("?".to_owned(), |found| found.country.to_string()),
                side.complete,
                members.join(" + ")
            )),
        );
    }
    for meal in &summit.meals {
        tell("meal", Some(format!("{:?} {:?}", meal.kind, meal.relation)));
    }
    line
}

#[test]
fn leaders_who_meet_make_a_summit_with_its_day_and_place() {
    check(
        "Kenyan President Otieno Wafula met Canadian Prime Minister Ann Roy at a hotel in Nairobi on Thursday morning.",
        &[
            "Held, Otieno Wafula + Ann Roy (met), day Thursday morning, venue a hotel, locality Nairobi, country KE country-of-locality",
        ],
    );
}

#[test]
fn several_phrases_of_one_meeting_are_one_summit() {
    check(
        "Kenyan President Otieno Wafula held talks with Canadian Prime Minister Ann Roy. The meeting lasted 50 minutes.",
        &["Held, Otieno Wafula + Ann Roy (held talks; The meeting), minutes 50"],
    );
}

#[test]
fn a_region_says_the_country_and_a_country_says_itself() {
    check(
        "President Otieno Wafula met Canadian Prime Minister Ann Roy in Gyeongju, North Gyeongsang.",
        &[
            "Held, Otieno Wafula + Ann Roy (met), locality Gyeongju, region North Gyeongsang, country KR country-of-region",
        ],
    );
    check(
        "President Otieno Wafula met Canadian Prime Minister Ann Roy in Sintra, Portugal.",
        &["Held, Otieno Wafula + Ann Roy (met), locality Sintra, country PT stated"],
    );
}

#[test]
fn what_will_be_is_planned_and_what_was_called_off_cancelled() {
    check(
        "Kenyan President Otieno Wafula will meet Canadian Prime Minister Ann Roy on Friday.",
        &["Planned, Otieno Wafula + Ann Roy (will meet), day Friday"],
    );
    check(
        "Kenyan President Otieno Wafula’s talks with Canadian Prime Minister Ann Roy were called off.",
        &["Cancelled, Otieno Wafula + Ann Roy (Kenyan President Otieno Wafula’s talks)"],
    );
    check(
        "Kenyan President Otieno Wafula’s talks with Canadian Prime Minister Ann Roy were postponed to Monday.",
        &["Planned, Otieno Wafula + Ann Roy (Kenyan President Otieno Wafula’s talks), day Monday"],
    );
}

#[test]
fn a_meeting_that_was_not_arranged_is_denied() {
    check(
        "No meeting was arranged between Kenyan President Otieno Wafula and Canadian Prime Minister Ann Roy.",
        &["Denied, Otieno Wafula + Ann Roy (No meeting was arranged)"],
    );
}

#[test]
fn a_call_has_its_mode() {
    check(
        "Kenyan President Otieno Wafula spoke by phone with Canadian Prime Minister Ann Roy for 20 minutes.",
        &["Held, Otieno Wafula + Ann Roy (spoke by phone), mode Phone, minutes 20"],
    );
}

#[test]
fn wishes_ministers_companies_and_mountains_make_none() {
    check("Kenyan President Otieno Wafula hopes to meet Canadian Prime Minister Ann Roy.", &[]);
    check("Foreign Minister Jo Bell met Canadian Foreign Minister Ann Roy.", &[]);
    check("Kenyan President Otieno Wafula met reporters after a news conference.", &[]);
    check("Kenyan President Otieno Wafula climbed to the summit of the mountain.", &[]);
    check("“Kenyan President Otieno Wafula met Canadian Prime Minister Ann Roy,” it said.", &[]);
}

#[test]
fn a_headline_tells_a_plan_but_no_wish() {
    let body = "Kenyan President Otieno Wafula called Canadian Prime Minister Ann Roy a friend.";
    check_under("Wafula to meet Roy", body, &["Planned, Otieno Wafula + Ann Roy (to meet)"]);
    check_under("Wafula hopes to meet Roy", body, &[]);
}

#[test]
fn how_late_somebody_came_is_no_length() {
    check(
        "Kenyan President Otieno Wafula met Canadian Prime Minister Ann Roy 20 minutes late.",
        &["Held, Otieno Wafula + Ann Roy (met)"],
    );
}

#[test]
fn an_event_that_gives_the_occasion_is_no_meeting_itself() {
    check(
        "Kenyan President Otieno Wafula met Canadian Prime Minister Ann Roy on the sidelines of the G20 summit.",
        &["Held, Otieno Wafula + Ann Roy (met), event G20 summit"],
    );
}

#[test]
fn a_list_of_a_side_is_open_or_closed_as_its_verb_says() {
    let met = "Kenyan President Otieno Wafula met Canadian Prime Minister Ann Roy.";
    check(
        &format!("{met} Kenyan attendees included Foreign Minister Jo Bell."),
        &["Held, Otieno Wafula + Ann Roy (met), side KE Some(false) Jo Bell"],
    );
    check(
        &format!("{met} The Canadian delegation comprised Foreign Minister Jo Bell and Trade Minister Li Na."),
        &["Held, Otieno Wafula + Ann Roy (met), side CA Some(true) Jo Bell + Li Na"],
    );
    check(&format!("{met} Foreign Minister Jo Bell was present."), &["Held, Otieno Wafula + Ann Roy (met)"]);
}

#[test]
fn a_meal_follows_comes_before_or_is_the_meeting() {
    let met = "Kenyan President Otieno Wafula met Canadian Prime Minister Ann Roy";
    check(&format!("{met}. A lunch followed."), &["Held, Otieno Wafula + Ann Roy (met), meal Lunch After"]);
    check(&format!("{met} over dinner."), &["Held, Otieno Wafula + Ann Roy (met), meal Dinner During"]);
    check(&format!("{met}. He bought a tea table."), &["Held, Otieno Wafula + Ann Roy (met)"]);
}

#[test]
fn meetings_of_others_are_others() {
    check(
        "Kenyan President Otieno Wafula met Canadian Prime Minister Ann Roy on Monday. Wafula met Peruvian President Eva Ríos on Tuesday.",
        &["Held, Otieno Wafula + Ann Roy (met), day Monday", "Held, Otieno Wafula + Eva Ríos (met), day Tuesday"],
    );
}

const WAFULA: &str = "Kenyan President Otieno Wafula";
const ROY: &str = "Canadian Prime Minister Ann Roy";
const SOTO: &str = "Peruvian President Luis Soto";

#[test]
fn whom_a_leader_receives_is_a_visitor() {
    check(
        &format!("{WAFULA} was received by {ROY} in Ottawa on Friday."),
        &["Held, Otieno Wafula + Ann Roy (was received), day Friday, locality Ottawa, country CA country-of-locality"],
    );
    check(&format!("{WAFULA} hosted {ROY} for talks."), &["Held, Otieno Wafula + Ann Roy (hosted; talks)"]);
    check(&format!("{WAFULA} greeted {ROY} in the hall."), &[]);
}

#[test]
fn summits_with_several_are_a_meeting_each() {
    let each = [
        "Held, Otieno Wafula + Ann Roy (held summits), day Tuesday",
        "Held, Otieno Wafula + Luis Soto (held summits), day Tuesday",
    ];
    check(&format!("{WAFULA} held summits with {ROY} and {SOTO} on Tuesday."), &each);
    check(
        &format!("{WAFULA} met separately with {ROY} and {SOTO} on Tuesday."),
        &each.map(|line| line.replace("held summits", "met")).each_ref().map(String::as_str),
    );
    check(
        &format!("{WAFULA} met {ROY} and {SOTO} on Tuesday."),
        &["Held, Otieno Wafula + Ann Roy + Luis Soto (met), day Tuesday"],
    );
}

#[test]
fn a_sentence_is_shared_by_its_meetings() {
    check(
        &format!("{WAFULA} met {ROY} in Ottawa on Monday and will see {SOTO} in Lima on Friday."),
        &[
            "Held, Otieno Wafula + Ann Roy (met), day Monday, locality Ottawa, country CA country-of-locality",
            "Planned, Otieno Wafula + Luis Soto (will see), day Friday, locality Lima, country PE country-of-locality",
        ],
    );
}

#[test]
fn the_two_are_those_who_met_last() {
    check(
        &format!("{WAFULA} met {ROY}. {SOTO} was not there. The two will meet again on Friday."),
        &["Held, Otieno Wafula + Ann Roy (met)", "Planned, Otieno Wafula + Ann Roy (will meet), day Friday"],
    );
}

#[test]
fn a_meeting_can_be_told_by_its_occasion_alone() {
    check(
        &format!("{WAFULA} signed a pact with {ROY} in Nairobi after talks."),
        &["Held, Otieno Wafula + Ann Roy (talks), locality Nairobi, country KE country-of-locality"],
    );
    check(
        &format!("The meeting, held over lunch, was the last that {WAFULA} had with {ROY}."),
        &["Held, Otieno Wafula + Ann Roy (The meeting), meal Lunch During"],
    );
}

#[test]
fn what_came_to_nothing_or_is_denied_was_no_meeting() {
    check(
        &format!("A meeting with {ROY}, which had been discussed, did not come about, {WAFULA} said."),
        &["Denied, Ann Roy + Otieno Wafula (A meeting)"],
    );
    check(&format!("An envoy denied that {WAFULA} would see {ROY}."), &["Denied, Otieno Wafula + Ann Roy (would see)"]);
    check(&format!("{WAFULA} did not meet {ROY}."), &["Denied, Otieno Wafula + Ann Roy (did not meet)"]);
    check(
        &format!("{WAFULA} had planned a meeting with {ROY}, but it was called off."),
        &["Cancelled, Otieno Wafula + Ann Roy (a meeting)"],
    );
}

#[test]
fn meetings_at_an_event_share_its_city() {
    check(
        &format!(
            "{WAFULA} met {ROY} on the margins of the APEC summit in Lima. {WAFULA} held talks with {SOTO} on Friday."
        ),
        &[
            "Held, Otieno Wafula + Ann Roy (met), locality Lima, country PE country-of-locality, event APEC summit",
            "Held, Otieno Wafula + Luis Soto (held talks), day Friday, locality Lima by place-of-event, country PE country-of-locality, event APEC summit",
        ],
    );
}

#[test]
fn how_long_or_by_what_they_spoke_makes_it_a_meeting() {
    check(&format!("{WAFULA} and {ROY} spoke for 40 minutes."), &["Held, Otieno Wafula + Ann Roy (spoke), minutes 40"]);
    check(&format!("{WAFULA} and {ROY} spoke at the opening."), &[]);
    check(
        &format!("{WAFULA} telephoned {ROY} on Monday."),
        &["Held, Otieno Wafula + Ann Roy (telephoned), mode Phone, day Monday"],
    );
}

#[test]
fn who_accompanied_a_leader_and_who_attended_sat_on_their_sides() {
    check(
        &format!(
            "{WAFULA} met {ROY}. Roy was accompanied by Foreign Minister Kay Holt. Kenyan Trade Minister Lena Odero and aides, among others, attended the meeting."
        ),
        &["Held, Otieno Wafula + Ann Roy (met; the meeting), side CA None Kay Holt, side KE Some(false) Lena Odero"],
    );
    check(
        &format!("{WAFULA} met {ROY}. Kenyan Trade Minister Lena Odero did not attend the meeting."),
        &["Held, Otieno Wafula + Ann Roy (met; the meeting)"],
    );
}

#[test]
fn two_days_are_two_meetings_of_the_same_leaders() {
    check(
        &format!("{WAFULA} met {ROY} on Monday. Wafula met Roy on Wednesday."),
        &["Held, Otieno Wafula + Ann Roy (met), day Monday", "Held, Otieno Wafula + Ann Roy (met), day Wednesday"],
    );
    check(
        &format!("{WAFULA} met {ROY} on Monday. Wafula met Roy on Monday in Lima."),
        &["Held, Otieno Wafula + Ann Roy (met; met), day Monday, locality Lima, country PE country-of-locality"],
    );
}

#[test]
fn a_day_stands_in_the_sentence_before_or_in_a_report_of_the_meeting() {
    check(
        &format!(
            "{WAFULA} and {ROY} settled a row on Tuesday. The two held talks for nearly two hours. The session began at 3:15 p.m."
        ),
        &["Held, Otieno Wafula + Ann Roy (held talks; The session), day Tuesday, clock 3:15 p.m., minutes 120"],
    );
    check(
        &format!("{WAFULA} announced on Wednesday after talks with {ROY} that tea is cheap."),
        &["Held, Otieno Wafula + Ann Roy (talks), day Wednesday"],
    );
    // What was said on a day need not have been on it.
    check(
        &format!("The port is full, {WAFULA} told reporters on Wednesday. Wafula met {ROY}."),
        &["Held, Otieno Wafula + Ann Roy (met)"],
    );
    check(&format!("{WAFULA} said on Wednesday that he had met {ROY}."), &["Held, Otieno Wafula + Ann Roy (had met)"]);
    // The day of one meeting is not that of the next.
    check(
        &format!("{WAFULA} met {ROY} on Tuesday. Wafula received Italian Prime Minister Ugo Ricci."),
        &["Held, Otieno Wafula + Ann Roy (met), day Tuesday", "Held, Otieno Wafula + Ugo Ricci (received)"],
    );
    check(
        &format!("{WAFULA} met {ROY} on Tuesday. Wafula also received Italian Prime Minister Ugo Ricci."),
        &[
            "Held, Otieno Wafula + Ann Roy (met), day Tuesday",
            "Held, Otieno Wafula + Ugo Ricci (received), day Tuesday",
        ],
    );
}

#[test]
fn a_meeting_that_was_moved_is_on_its_new_day() {
    check(
        &format!("{WAFULA}’s talks with {ROY}, set for Friday, have been moved to Nov. 12."),
        &["Planned, Otieno Wafula + Ann Roy (Kenyan President Otieno Wafula’s talks), day Nov. 12"],
    );
}

#[test]
fn the_day_of_a_journey_is_that_of_the_meeting_there() {
    check(
        &format!("{WAFULA} will travel to Ottawa on Nov. 5. He is to meet {ROY} there."),
        &[
            "Planned, Otieno Wafula + Ann Roy (is to meet), day Nov. 5, locality Ottawa by place-of-journey, country CA country-of-locality",
        ],
    );
}

#[test]
fn what_is_said_of_one_of_two_is_not_said_of_the_other() {
    check(
        &format!("{WAFULA} met {ROY} for 40 minutes and then Italian Prime Minister Ugo Ricci on Monday."),
        &["Held, Otieno Wafula + Ann Roy (met), minutes 40", "Held, Otieno Wafula + Ugo Ricci (met), day Monday"],
    );
}

#[test]
fn a_part_of_a_meeting_is_not_as_long_as_all_of_it() {
    let met = format!("{WAFULA} met {ROY} on Monday.");
    check(
        &format!("{met} The one-on-one meeting lasted 20 minutes. The expanded talks began at 4 p.m."),
        &["Held, Otieno Wafula + Ann Roy (met; The one-on-one meeting; The expanded talks), day Monday"],
    );
    check(
        &format!("{met} The one-on-one meeting lasted 20 minutes."),
        &["Held, Otieno Wafula + Ann Roy (met; The one-on-one meeting), day Monday, minutes 20"],
    );
}

#[test]
fn a_part_of_the_day_may_be_of_the_day_told_before() {
    check(
        &format!(
            "{WAFULA} had a morning meeting with {ROY} on Tuesday. In the evening he received Italian Prime Minister Ugo Ricci."
        ),
        &[
            "Held, Otieno Wafula + Ann Roy (had a morning meeting), day Tuesday",
            "Held, Otieno Wafula + Ugo Ricci (received), day evening",
        ],
    );
}

#[test]
fn lists_of_company_have_many_forms() {
    let met = format!("{WAFULA} met {ROY}.");
    let held = "Held, Otieno Wafula + Ann Roy (met)";
    for (list, seats) in [
        (
            "Wafula, flanked by Trade Minister Jo Bell, who had seen Italian Trade Minister Bo Ricci, said little.",
            "side KE None Jo Bell",
        ),
        ("Roy’s delegation consisted of Trade Minister Jo Bell and two aides.", "side CA Some(true) Jo Bell"),
        ("Trade Minister Jo Bell, a member of the Canadian delegation, said little.", "side CA Some(false) Jo Bell"),
        ("Also present were Canadian Trade Minister Jo Bell and other officials.", "side CA Some(false) Jo Bell"),
        ("The Kenyan side was represented by Trade Minister Jo Bell and an interpreter.", "side KE Some(true) Jo Bell"),
        ("Trade Minister Jo Bell, among others, sat in for Kenya.", "side KE Some(false) Jo Bell"),
        ("Trade Minister Jo Bell was the only minister at Roy’s side.", "side CA Some(true) Jo Bell"),
        (
            "The Kenyan team had also included Trade Minister Jo Bell, while Roy was accompanied by Energy Minister Kay Holt.",
            "side KE Some(false) Jo Bell, side CA None Kay Holt",
        ),
    ] {
        check(&format!("{met} {list}"), &[&format!("{held}, {seats}")]);
    }
    check(&format!("{met} Roy was not accompanied by Trade Minister Jo Bell."), &[held]);
}

#[test]
fn who_attended_all_meetings_of_one_leader_is_of_the_leader_s_side() {
    check(
        &format!(
            "{WAFULA} met {ROY}. He then received Italian Prime Minister Ugo Ricci. Trade Minister Jo Bell attended both meetings."
        ),
        &[
            "Held, Otieno Wafula + Ann Roy (met), side KE None Jo Bell",
            "Held, Otieno Wafula + Ugo Ricci (received), side KE None Jo Bell",
        ],
    );
}

#[test]
fn a_meal_belongs_to_the_meeting_of_those_who_had_it() {
    let met = format!("{WAFULA} met {ROY} on Tuesday.");
    let held = "Held, Otieno Wafula + Ann Roy (met";
    let day = "day Tuesday";
    check(
        &format!("{met} Wafula is to have dinner later with Italian Trade Minister Ugo Ricci."),
        &[&format!("{held}), {day}")],
    );
    check(&format!("{met} Guests attended a reception hosted by the mayor."), &[&format!("{held}), {day}")]);
    check(
        &format!("{met} Dinner was served before the talks, not after."),
        &[&format!("{held}; the talks), {day}, meal Dinner Before")],
    );
    check(
        &format!("{met} The two talked for an hour before lunch."),
        &[&format!("{held}; talked), {day}, minutes 60, meal Lunch After")],
    );
    check(
        &format!("{met} The talks followed a banquet."),
        &[&format!("{held}; The talks), {day}, meal Banquet Before")],
    );
    check(&format!("{met} They talked about tea, and no lunch was served."), &[&format!("{held}), {day}")]);
}

#[test]
fn a_joined_verb_and_a_led_up_noun_take_the_tense_before_them() {
    check(
        &format!("{WAFULA} will fly to Lima and hold talks with {SOTO}."),
        &[
            "Planned, Otieno Wafula + Luis Soto (hold talks), locality Lima by place-of-journey, country PE country-of-locality",
        ],
    );
    check(
        &format!("{WAFULA} will travel to Ottawa for talks with {ROY}."),
        &[
            "Planned, Otieno Wafula + Ann Roy (talks), locality Ottawa by place-of-journey, country CA country-of-locality",
        ],
    );
    check(&format!("{WAFULA} hopes to fly to Lima and meet {SOTO}."), &[]);
    check(&format!("Prices may fall if {WAFULA} and {ROY} meet."), &[]);
}

#[test]
fn how_a_meeting_began_or_ended_tells_it() {
    check(
        &format!("{WAFULA} and {ROY} wrapped up two days of talks."),
        &["Held, Otieno Wafula + Ann Roy (wrapped up two days of talks)"],
    );
    check(&format!("{WAFULA} opened a summit of mayors."), &[]);
}

#[test]
fn who_joins_the_two_was_at_their_meeting() {
    check(
        &format!("{WAFULA} met {ROY}. {SOTO} joined the two for lunch."),
        &["Held, Otieno Wafula + Ann Roy + Luis Soto (met; joined), meal Lunch Unknown"],
    );
}

#[test]
fn the_next_meeting_is_of_those_who_met() {
    check(
        &format!("{WAFULA} met {ROY}. The next meeting will be held in Lima."),
        &[
            "Held, Otieno Wafula + Ann Roy (met)",
            "Planned, Otieno Wafula + Ann Roy (The next meeting), locality Lima, country PE country-of-locality",
        ],
    );
}

#[test]
fn what_was_called_off_is_not_planned_again_by_what_was_told_before() {
    check(
        &format!(
            "{WAFULA} and {ROY} will not meet on Friday, and the talks were called off. {WAFULA} will receive {ROY} on Friday."
        ),
        &["Cancelled, Otieno Wafula + Ann Roy (will not meet; the talks; will receive), day Friday"],
    );
    check(
        &format!("{WAFULA} scrapped a tour. He had been due to meet {ROY}."),
        &["Cancelled, Otieno Wafula + Ann Roy (had been due to meet)"],
    );
    check(
        &format!("{WAFULA} spoke. A visit by {ROY}, set for May, has been put off."),
        &["Cancelled, Otieno Wafula + Ann Roy (A visit)"],
    );
}

#[test]
fn leaders_agree_and_call_from_afar() {
    check(
        &format!("{WAFULA} and {ROY} agreed by video to share fish."),
        &["Held, Otieno Wafula + Ann Roy (agreed by video), mode Video"],
    );
    check(
        &format!("{WAFULA} received a call from {ROY}."),
        &["Held, Otieno Wafula + Ann Roy (received a call), mode Phone"],
    );
}

/// The summits of a transcript, as `check` has them.
fn check_transcript(turns: &str, expected: &[&str]) {
    check_under("Remarks by President Wafula of Kenya and President Soto of Peru", turns, expected);
}

#[test]
fn the_turns_of_a_transcript_tell_meetings_in_the_first_person() {
    check_transcript(
        "PRESIDENT WAFULA:  We had a good talk this morning. I will see the Canadian prime minister on Friday.\n\nPRESIDENT SOTO:  Thank you for hosting me. I enjoyed our meeting.",
        &[
            "Held, Wafula + Soto (had a good talk; hosting me; our meeting), day this morning",
            "Planned, Wafula + nobody (will see), day Friday",
        ],
    );
}

const PAIR: &str = "Kenyan President Ruth Otieno met Latvian President Ilze Kalna in Riga on Monday.";

/// What is told of the one meeting of `PAIR` where the rest of the body follows it.
fn check_told(rest: &str, expected: &[&str]) {
    let article = format!("Headline\n\nPublished: 30 Oct. 2025\n\n{PAIR} {rest}\n");
    let document = Document::parse(&article);
    let text = Text::new(&document);
    let people = people::people(&text);
    let found = summits(&text, &people, document.head().dateline);
    let shown = show(&text, &people, &found[0]);
    let told: Vec<&str> = shown
        .split(", ")
        .filter(|part| ["side", "meal", "minutes", "clock", "day"].iter().any(|what| part.starts_with(what)))
        .collect();
    assert_eq!(told, expected, "{article}");
}

#[test]
fn company_is_told_in_many_orders() {
    for rest in [
        "Accompanying President Otieno at the talks were Foreign Minister Ann Waweru and Trade Minister Peter Karanja.",
        "Foreign Minister Ann Waweru and Trade Minister Peter Karanja accompanied Otieno.",
        "Sitting beside Otieno were Foreign Minister Ann Waweru and Trade Minister Peter Karanja.",
        "Otieno brought with her Foreign Minister Ann Waweru and Trade Minister Peter Karanja.",
        "In Otieno's delegation were Foreign Minister Ann Waweru and Trade Minister Peter Karanja.",
    ] {
        check_told(rest, &["day Monday", "side KE None Ann Waweru + Peter Karanja"]);
    }
    for rest in [
        "Otieno had only Foreign Minister Ann Waweru with her.",
        "Otieno's delegation was made up of Foreign Minister Ann Waweru.",
        "Kenya was represented by Foreign Minister Ann Waweru.",
    ] {
        check_told(rest, &["day Monday", "side KE Some(true) Ann Waweru"]);
    }
    check_told("Otieno had never travelled with Foreign Minister Ann Waweru.", &["day Monday"]);
    check_told(
        "Among those present on the Kenyan side were Foreign Minister Ann Waweru and Trade Minister Peter Karanja.",
        &["day Monday", "side KE Some(false) Ann Waweru + Peter Karanja"],
    );
    check_told(
        "Taking part for Kenya were Foreign Minister Ann Waweru; for Latvia, Trade Minister Janis Berzins.",
        &["day Monday", "side KE None Ann Waweru", "side LV None Janis Berzins"],
    );
    check_told(
        "The talks were attended by Kenyan Foreign Minister Ann Waweru and Kalna's adviser, Janis Berzins.",
        &["day Monday", "side KE None Ann Waweru", "side LV None Janis Berzins"],
    );
    check_told("They opened a school at a ceremony attended by Kenyan Foreign Minister Ann Waweru.", &["day Monday"]);
}

#[test]
fn the_list_of_the_other_side_is_of_the_same_meeting() {
    check(
        "Kenyan President Ruth Otieno held talks with Latvian President Ilze Kalna in Riga on Monday. She met Estonian \
         President Mart Saar on Tuesday. The talks with Kalna were attended on the Latvian side by Foreign Minister Janis \
         Berzins. The Kenyan side comprised Foreign Minister Ann Waweru.",
        &[
            "Held, Ruth Otieno + Ilze Kalna (held talks; The talks), day Monday, locality Riga, country \
             LV country-of-locality, side LV None Janis Berzins, side KE Some(true) Ann Waweru",
            "Held, Ruth Otieno + Mart Saar (met), day Tuesday",
        ],
    );
}

#[test]
fn a_sentence_of_the_talks_tells_how_long_they_were() {
    check_told(
        "The talks began at 10:15 a.m. and went on for two hours.",
        &["day Monday", "clock 10:15 a.m.", "minutes 120"],
    );
    check_told("The talks, at the castle, lasted two hours.", &["day Monday", "minutes 120"]);
    check_told("The meeting was scheduled to last 30 minutes but took an hour.", &["day Monday", "minutes 60"]);
    check_told("The pair conferred for two hours.", &["day Monday", "minutes 120"]);
    check_told("They spoke for an hour alone, then for another hour with their ministers.", &["day Monday"]);
}

#[test]
fn the_day_in_the_clause_of_the_meeting_goes_first() {
    check(
        "Kenyan President Ruth Otieno, who came to Riga late on Monday, met Latvian President Ilze Kalna on Tuesday.",
        &["Held, Ruth Otieno + Ilze Kalna (met), day Tuesday"],
    );
    check(
        "Kenyan President Ruth Otieno flies to Riga on Friday, where she will meet Latvian President Ilze Kalna on Sunday.",
        &["Planned, Ruth Otieno + Ilze Kalna (will meet), day Sunday, locality Riga by place-of-journey, \
           country LV country-of-locality"],
    );
    check(
        "Kenyan President Ruth Otieno is to meet Latvian President Ilze Kalna on the 7th. They will now meet on Nov. 9.",
        &["Planned, Ruth Otieno + Ilze Kalna (is to meet; will now meet), day Nov. 9"],
    );
}

#[test]
fn a_meal_may_follow_precede_or_be_dropped() {
    check_told("A working lunch followed.", &["day Monday", "meal Lunch After"]);
    check_told("Supper will follow the meeting.", &["day Monday", "meal Dinner After"]);
    check_told("A lunch for many guests preceded the meeting.", &["day Monday", "meal Lunch Before"]);
    check_told("The meeting was preceded by tea.", &["day Monday", "meal Tea Before"]);
    check_told("The dinner they were to have was cancelled.", &["day Monday"]);
    check_told("She had breakfast with Speaker Olga Bite.", &["day Monday"]);
}

#[test]
fn a_meeting_before_the_one_told_is_another() {
    check(
        &format!("{WAFULA} met {ROY} in Nairobi on Thursday. The two leaders last met in Lima in May."),
        &[
            "Held, Otieno Wafula + Ann Roy (met), day Thursday, locality Nairobi, country KE country-of-locality",
            "Held, Otieno Wafula + Ann Roy (met), day May, locality Lima, country PE country-of-locality",
        ],
    );
}

#[test]
fn those_met_one_by_one_make_a_summit_each() {
    for words in [
        "met Peruvian President Luz Soto and {ROY} separately",
        "held bilateral talks with Peruvian President Luz Soto and {ROY}",
    ] {
        let words = words.replace("{ROY}", ROY);
        let phrase = if words.starts_with("met") { "met" } else { "held bilateral talks" };
        check(
            &format!("{WAFULA} {words}."),
            &[
                &format!("Held, Otieno Wafula + Luz Soto ({phrase})"),
                &format!("Held, Otieno Wafula + Ann Roy ({phrase})"),
            ],
        );
    }
}

#[test]
fn a_third_leader_who_joins_two_for_a_summit_makes_another() {
    check(
        &format!(
            "{WAFULA} will meet {ROY}. The leaders will then be joined by Peruvian President Luz Soto for a trilateral summit."
        ),
        &[
            "Planned, Otieno Wafula + Ann Roy (will meet)",
            "Planned, Otieno Wafula + Ann Roy + Luz Soto (will then be joined by Peruvian President Luz Soto for a trilateral summit)",
        ],
    );
}

#[test]
fn no_meeting_may_stand_far_before_its_verb() {
    check(
        &format!("{WAFULA} smiled. No meeting with {ROY}, who is in town too, has been arranged."),
        &["Denied, Otieno Wafula + Ann Roy (No meeting)"],
    );
}

#[test]
fn a_courtesy_call_is_a_visit_and_a_demand_is_none() {
    check(
        &format!("{WAFULA} called on {ROY} at the palace."),
        &["Held, Otieno Wafula + Ann Roy (called on), venue the palace"],
    );
    check(
        &format!("{WAFULA} paid a courtesy call on {ROY} on Friday."),
        &["Held, Otieno Wafula + Ann Roy (paid a courtesy call), day Friday"],
    );
    check(&format!("{WAFULA} called on {ROY} to open the port."), &[]);
}

#[test]
fn a_dinner_that_one_stays_for_is_a_meeting() {
    check(
        &format!("{WAFULA} spoke. He stayed for a working dinner with {ROY}."),
        &["Held, Otieno Wafula + Ann Roy (a working dinner), meal Dinner During"],
    );
    check(&format!("{WAFULA} was invited for dinner with {ROY}."), &[]);
}

#[test]
fn what_was_put_off_before_it_took_place_was_held() {
    check(
        &format!("{WAFULA} met {ROY}. The meeting had been planned for May 2 but was postponed."),
        &["Held, Otieno Wafula + Ann Roy (met; The meeting)"],
    );
}

#[test]
fn a_relative_clause_of_the_two_tells_of_both() {
    check(
        &format!("{WAFULA} and {ROY} signed it. The two leaders, who met on Friday, smiled."),
        &["Held, Otieno Wafula + Ann Roy (met), day Friday"],
    );
}

#[test]
fn the_time_may_stand_between_the_leader_and_the_verb() {
    check(
        &format!("Nairobi, (ZZZ) {WAFULA} here on Thursday met {ROY}."),
        &["Held, Otieno Wafula + Ann Roy (met), day Thursday"],
    );
}

#[test]
fn what_has_yet_to_be_and_what_nobody_plans_is_denied() {
    check(&format!("{WAFULA} has yet to meet {ROY}."), &["Denied, Otieno Wafula + Ann Roy (has yet to meet)"]);
    check(
        &format!("{WAFULA} has no plans to meet {ROY}."),
        &["Denied, Otieno Wafula + Ann Roy (has no plans to meet)"],
    );
    check(&format!("{WAFULA} is considering a bilateral with {ROY}."), &[]);
}

#[test]
fn who_went_somewhere_to_meet_somebody_met() {
    check(
        &format!("{WAFULA} flew to Ottawa on Friday to meet {ROY}."),
        &[
            "Held, Otieno Wafula + Ann Roy (to meet), day Friday, locality Ottawa by place-of-journey, country CA country-of-locality",
        ],
    );
    check(
        &format!("{WAFULA} is making arrangements to meet {ROY}."),
        &["Planned, Otieno Wafula + Ann Roy (is making arrangements to meet)"],
    );
}

#[test]
fn a_meeting_pushed_back_to_a_day_is_planned_for_it() {
    check(
        &format!("{WAFULA}'s meeting with {ROY} was pushed back to Nov. 12."),
        &["Planned, Otieno Wafula + Ann Roy (Kenyan President Otieno Wafula's meeting), day Nov. 12"],
    );
}

#[test]
fn a_host_in_apposition_is_one_of_those_who_met() {
    check(
        &format!("{WAFULA} and his host, {ROY}, held talks on Friday."),
        &["Held, Otieno Wafula + Ann Roy (held talks), day Friday"],
    );
}

#[test]
fn an_envoy_of_a_leader_is_not_the_leader() {
    check(&format!("{WAFULA} met with {ROY}'s envoy."), &[]);
    check(&format!("{WAFULA} received {ROY}'s envoy at the palace."), &[]);
}

#[test]
fn the_object_may_stand_behind_place_and_day() {
    check(
        &format!("{WAFULA} will receive in Nairobi on Friday {ROY}."),
        &[
            "Planned, Otieno Wafula + Ann Roy (will receive), day Friday, locality Nairobi, country KE country-of-locality",
        ],
    );
}

#[test]
fn leaders_who_phone_two_others_have_two_calls() {
    check(
        &format!("{WAFULA} phoned {ROY} and Peruvian President Luz Soto."),
        &["Held, Otieno Wafula + Ann Roy (phoned), mode Phone", "Held, Otieno Wafula + Luz Soto (phoned), mode Phone"],
    );
}

#[test]
fn discussing_with_a_leader_and_telling_a_visitor_is_meeting() {
    check(
        &format!("{WAFULA} discussed fish with {ROY} at the palace."),
        &["Held, Otieno Wafula + Ann Roy (discussed), venue the palace"],
    );
    check(
        &format!("{WAFULA} discussed the call with {ROY}."),
        &["Held, Otieno Wafula + Ann Roy (the call), mode Phone"],
    );
    check(
        &format!("Receiving {ROY} at the palace, {WAFULA} said fish was good."),
        &["Held, Otieno Wafula + Ann Roy (Receiving), venue the palace"],
    );
}

#[test]
fn a_pair_of_a_leader_and_a_minister_makes_no_summit() {
    check(
        &format!("{ROY} left. {WAFULA} praised Finance Minister Jo Bell, saying the pair spoke by phone on Monday."),
        &[],
    );
}

#[test]
fn the_two_who_talk_on_behind_a_call_had_that_call() {
    check(
        &format!("{WAFULA} telephoned {ROY}. The two leaders talked for 25 minutes."),
        &["Held, Otieno Wafula + Ann Roy (telephoned; talked), mode Phone, minutes 25"],
    );
}

#[test]
fn talks_last_held_and_talks_expected_are_no_talks_of_now() {
    check(
        &format!("{WAFULA} met {ROY}. The two leaders last held talks in Lima."),
        &[
            "Held, Otieno Wafula + Ann Roy (met)",
            "Held, Otieno Wafula + Ann Roy (held talks), locality Lima, country PE country-of-locality",
        ],
    );
    check(
        &format!("{WAFULA} is expected in Ottawa in June for talks with {ROY}."),
        &["Planned, Otieno Wafula + Ann Roy (talks), day June"],
    );
}

#[test]
fn the_talks_of_two_who_act_together_are_theirs() {
    check(
        &format!("{WAFULA} and {ROY} promised to reopen the road. During the talks, Wafula spoke of tea."),
        &["Held, Otieno Wafula + Ann Roy (the talks)"],
    );
    // Nothing says that the talks of others are theirs.
    check(&format!("{WAFULA} and {ROY} promised to reopen the road. During the talks, envoys spoke of tea."), &[]);
    check(&format!("{WAFULA} promised to reopen the road. {ROY} did not. During the talks, Wafula spoke."), &[]);
}

#[test]
fn a_place_can_stand_behind_a_name_with_a_small_article() {
    check(
        "Kenyan President Otieno Wafula met Jordanian King Tarek al-Khatib in Amman on Monday.",
        &["Held, Otieno Wafula + Tarek al-Khatib (met), day Monday, locality Amman, country JO country-of-locality"],
    );
}
