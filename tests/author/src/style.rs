//! How an article is laid out and worded.

use proptest::prelude::*;

use crate::random::Dice;

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$case_doc:meta])* $case:ident),+ $(,)? })+) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$case_doc])* $case),+ }

        impl $name {
            /// Every choice, the plainest first.
            pub const ALL: &[Self] = &[$(Self::$case),+];

            #[allow(dead_code, reason = "the sort of text is not chosen evenly")]
            fn of(dice: &mut Dice) -> Self {
                dice.one_of(Self::ALL)
            }

            #[allow(dead_code, reason = "as above")]
            fn any() -> impl Strategy<Value = Self> + Clone {
                proptest::sample::select(Self::ALL)
            }
        }
    )+ };
}

choices! {
    /// What sort of text it is.
    Genre {
        /// A newspaper's or an agency's report.
        News,
        /// A government's account, with hardly a quotation.
        Readout,
        /// A record of who said what, turn by turn.
        Transcript,
    }
    /// What stands before the headline.
    Tag {
        /// Nothing.
        None,
        /// `(LEAD)`
        Lead,
        /// `(2nd LD)`
        SecondLead,
        /// `URGENT:`
        Urgent,
    }
    /// What the headline says.
    Headline {
        /// Who met.
        Names,
        /// Which countries met.
        Nations,
        /// What a leader says.
        Says,
        /// There is none; an article without a dateline has one that names who met.
        Absent,
    }
    /// The time stamps.
    Stamps {
        /// `Published: 30 Oct. 2025, 15:30`
        Published,
        /// `Published : Oct. 30, 2025 - 15:30`
        Spaced,
        /// `Written: 2025-10-30 15:30 Updated: 2025-10-30 16:05`
        WrittenUpdated,
        /// `Input` and the moment on the next line.
        TwoLines,
        /// `Oct. 30, 2025`
        Bare,
        /// `Published: 2025.10.30 15:30 KST`
        Zoned,
        /// `Posted On: 30 OCT 2025 03:30PM by Meridian News`
        Signed,
        /// `Date: 2025/10/30 15:30 KST`
        Date,
        /// `Ottawa, 30 October 2025`; below no headline as `Bare`.
        Placed,
        /// `The Sunday Report | Ottawa, Oct. 30, 2025`; below no headline as `Bare`.
        Rubric,
        /// `Oct. 30, 2025` and `3:30 P.M. EST` on the next line.
        ClockBelow,
        /// None.
        Absent,
    }
    /// The dateline.
    Dateline {
        /// None.
        Absent,
        /// `OTTAWA, Oct. 30 (Agency) -- `
        DayAgency,
        /// `OTTAWA (Agency) — `
        Agency,
        /// `OTTAWA — `
        Dash,
        /// `OTTAWA, Canada — `
        Country,
        /// `OTTAWA, Oct. 30, 2025 /Agency/ - `
        YearWire,
        /// `OTTAWA, 30 Oct. (Agency) -- `
        DayFirst,
        /// `OTTAWA — (Agency) `
        AgencyBehind,
        /// `OTTAWA, Canada: `; below no headline, and in a transcript, as `Country`.
        Colon,
        /// `Ottawa, Canada - `; below no headline as `Country`.
        SmallLetters,
    }
    /// What stands after the last paragraph.
    Ending {
        /// Nothing.
        Absent,
        /// `(END)` on a line of its own, and another story's headline.
        Row,
        /// `(END)` at the end of the last paragraph.
        Inline,
        /// A line about copyright.
        Copyright,
        /// `(ak/tabb)` at the end of the last paragraph.
        Initials,
        /// Initials and the number of a press release, a line each.
        Release,
        /// `END    11:19 A.M. EST`
        Clock,
        /// `- Ana Keller`
        Name,
    }
    /// The quotation marks and apostrophes.
    Marks {
        /// “ ” ‘ ’
        Curly,
        /// " '
        Straight,
        /// “ ” for quotations, ' for apostrophes and quotations inside quotations.
        Mixed,
    }
    /// The line breaks.
    Breaks {
        /// One line a paragraph. A short text gets blank lines all the same: without them it could be taken for
        /// wrapped.
        Lines,
        /// A blank line between paragraphs.
        Blank,
        /// Wrapped at 80 columns, a blank line between paragraphs. A text that would not be recognised as wrapped,
        /// and a transcript, is not wrapped.
        Wrapped,
    }
    /// The first sentence.
    Lead {
        /// Who met, where and when, in one sentence.
        Full,
        /// Who met and when; the rest follows in a paragraph of its own.
        Short,
        /// What was proposed at the meeting; the rest follows. Plans without a proposal open as `Short` does.
        Proposal,
        /// Both leaders as the subject.
        Joint,
    }
    /// How a leader is first named.
    FirstName {
        /// "Canadian Prime Minister Mark Holland"
        Demonym,
        /// "Canada’s Prime Minister Mark Holland"
        Possessive,
        /// "Prime Minister Mark Holland of Canada"; where the leader speaks, as `Demonym`.
        Of,
    }
    /// How a leader is named later.
    LaterName {
        /// "Holland"
        Short,
        /// "Prime Minister Holland"
        Titled,
        /// "Holland" and "the Canadian leader" by turns.
        Leader,
        /// "Holland" and "the prime minister" by turns, where only one has this title.
        Title,
    }
    /// How the day is told.
    Day {
        /// "on Thursday"; cancelled and postponed meetings have their date with the year.
        Weekday,
        /// "on Oct. 30"
        Date,
        /// "on Oct. 30, 2025"
        DateYear,
    }
    /// What the meeting is called.
    Noun {
        /// "summit"
        Summit,
        /// "talks"
        Talks,
        /// "meeting"
        Meeting,
    }
    /// How a transcript says who speaks.
    Label {
        /// `PRESIDENT PYO: `
        Capitals,
        /// `President Pyo. `
        Titled,
        /// `Pyo Jae Won: `
        Name,
        /// `Pyo Jae Won / President` on a line of its own.
        Slashed,
    }
}

/// Layout and wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// What sort of text it is.
    pub genre: Genre,
    /// What stands before the headline.
    pub tag: Tag,
    /// Whether a row of menu entries comes first.
    pub menu: bool,
    /// What the headline says.
    pub headline: Headline,
    /// The time stamps.
    pub stamps: Stamps,
    /// The dateline.
    pub dateline: Dateline,
    /// Whether a writer is named.
    pub byline: bool,
    /// Whether a second line stands under the headline, where a stamp or a byline follows it.
    pub second_headline: bool,
    /// Whether there is a caption.
    pub caption: bool,
    /// What stands after the last paragraph.
    pub ending: Ending,
    /// The quotation marks.
    pub marks: Marks,
    /// The line breaks.
    pub breaks: Breaks,
    /// Whether lines end with CR LF.
    pub crlf: bool,
    /// Whether a byte order mark comes first.
    pub bom: bool,
    /// Whether the last line has an ending.
    pub final_newline: bool,
    /// The first sentence.
    pub lead: Lead,
    /// How a leader is first named.
    pub first_name: FirstName,
    /// Whether the first leader is named without a country, as the article's own.
    pub own_leader: bool,
    /// How a leader is named later.
    pub later_name: LaterName,
    /// How the day is told.
    pub day: Day,
    /// What the meeting is called.
    pub noun: Noun,
    /// How a transcript says who speaks.
    pub label: Label,
    /// Whether quotations end with "said Lee".
    pub inverted: bool,
    /// Whether cues have adverbs now and then.
    pub adverbs: bool,
    /// Whether a colon stands before a fronted quotation.
    pub colon: bool,
    /// The seed of the lesser choices: which verb, which phrase.
    pub wording: u64,
}

/// The style of this seed.
pub fn style(seed: u64) -> Style {
    let mut dice = Dice::new(seed).fork(1000);
    let dice = &mut dice;
    Style {
        genre: match dice.below(10) {
            0 => Genre::Readout,
            1 => Genre::Transcript,
            _ => Genre::News,
        },
        tag: if dice.one_in(6) { Tag::of(dice) } else { Tag::None },
        menu: dice.one_in(12),
        headline: Headline::of(dice),
        stamps: Stamps::of(dice),
        dateline: Dateline::of(dice),
        byline: dice.one_in(4),
        second_headline: dice.one_in(5),
        caption: dice.one_in(4),
        ending: Ending::of(dice),
        marks: Marks::of(dice),
        breaks: Breaks::of(dice),
        crlf: dice.one_in(8),
        bom: dice.one_in(12),
        final_newline: !dice.one_in(6),
        lead: Lead::of(dice),
        first_name: FirstName::of(dice),
        own_leader: dice.one_in(2),
        later_name: LaterName::of(dice),
        day: Day::of(dice),
        noun: Noun::of(dice),
        label: Label::of(dice),
        inverted: dice.one_in(4),
        adverbs: dice.one_in(3),
        colon: dice.one_in(3),
        wording: dice.next(),
    }
}

/// Styles that shrink towards a plain report on single lines.
pub fn styles() -> impl Strategy<Value = Style> {
    let no = || proptest::bool::weighted(0.2);
    let genre = prop_oneof![6 => Just(Genre::News), 1 => Just(Genre::Readout), 1 => Just(Genre::Transcript)];
    let head = (Tag::any(), no(), Headline::any(), Stamps::any(), Dateline::any(), no(), no(), no());
    let page = (Ending::any(), Marks::any(), Breaks::any(), no(), no(), no());
    let names = (Lead::any(), FirstName::any(), no(), LaterName::any(), Day::any(), Noun::any(), Label::any());
    let cues = (no(), no(), no(), any::<u64>());
    (genre, head, page, names, cues).prop_map(|(genre, head, page, names, cues)| {
        let (tag, menu, headline, stamps, dateline, byline, second_headline, caption) = head;
        let (ending, marks, breaks, crlf, bom, unended) = page;
        let (lead, first_name, own_leader, later_name, day, noun, label) = names;
        let (inverted, adverbs, colon, wording) = cues;
        Style {
            genre,
            tag,
            menu,
            headline,
            stamps,
            dateline,
            byline,
            second_headline,
            caption,
            ending,
            marks,
            breaks,
            crlf,
            bom,
            final_newline: !unended,
            lead,
            first_name,
            own_leader,
            later_name,
            day,
            noun,
            label,
            inverted,
            adverbs,
            colon,
            wording,
        }
    })
}
