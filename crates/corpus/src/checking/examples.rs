use rapporteur_model::Review;
use serde_json::{Value, json};

use super::{Abstract, Diagnostic, Input, Level, Levels, Rule, Subject, across, check};
use crate::{
    document::{Document, Limits},
    reading, record_file,
};

/// A case that a rule accepts or rejects: a sound article and record, and what is done to them.
#[derive(Debug)]
pub struct Example {
    /// Whether the rule accepts it.
    pub accepted: bool,
    /// What the case is, in a few words.
    pub title: &'static str,
    /// What is done to the article and its record.
    pub(super) steps: &'static [Step],
}

/// One change to the sound article and its record.
#[derive(Debug)]
pub(super) enum Step {
    /// There is no article.
    NoArticle,
    /// The system does not give the article.
    ArticleUnreadable,
    /// The article holds these bytes instead; the record stays as it is.
    Article(&'static [u8]),
    /// The article has this text instead, and the record's words are found in it.
    Text(&'static str),
    /// The value at a JSON pointer of the record by words is this one, before its words are found; `-` at the end of a
    /// pointer adds to a list.
    Edit(&'static str, &'static str),
    /// The article tells that a leader met so many others, in one list; there is no record.
    LongList(usize),
    /// Articles may have this many bytes.
    ArticleLimit(u32),
    /// Behind it comes another article of this name, without a record.
    Beside(&'static str, &'static [u8]),
    /// There is no record.
    NoRecord,
    /// The system does not give the record.
    RecordUnreadable,
    /// The record's file holds these bytes instead.
    Record(&'static [u8]),
    /// The record's file has this many blanks.
    RecordOfBlanks(usize),
    /// The record is the reader's own.
    Machine,
    /// The article holds this text instead, and the record is the reader's own of it.
    Read(&'static str),
    /// The value at a JSON pointer is this one, and the record is sealed anew; `-` at the end of a pointer adds to a list.
    Set(&'static str, &'static str),
    /// The first of these characters in the record's file are those, and it is not sealed anew.
    Replace(&'static str, &'static str),
}

/// The article that the steps begin with.
pub(super) const TEXT: &str = "\
Leaders meet in Oslo
Published: 30 Oct. 2025, 15:30
Norwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.
“We agree on café prices,” Quill said.
“We do,” Reed replied.
";

/// The article with somebody who leads nothing.
pub(super) const TEXT_WITH_AIDE: &str = "Leaders meet in Oslo\nPublished: 30 Oct. 2025, 15:30\nNorwegian President Ada Quill met Canadian Prime Minister Tom Reed in Oslo on Thursday.\n“We agree on café prices,” Quill said.\n“We do,” Reed replied.\nOla Bull was there.\n";

/// Who that is, for `/people/-` of the record.
pub(super) const AIDE: &str = r#"{ "id": "p3", "name": { "value": "Ola Bull", "text": "Ola Bull", "basis": "stated" }, "mentions": [{ "text": "Ola Bull" }] }"#;

/// Its record, by words.
pub(super) const DRAFT: &str = r#"{
  "schema": "rapporteur.record/1",
  "article": {
    "headline": { "value": "Leaders meet in Oslo", "text": "Leaders meet in Oslo", "basis": "stated" },
    "published": { "value": "2025-10-30T15:30", "text": "30 Oct. 2025, 15:30", "basis": "stated" },
    "language": "en"
  },
  "people": [
    {
      "id": "p1",
      "name": { "value": "Ada Quill", "text": "Ada Quill", "nth": 1, "basis": "stated" },
      "mentions": [{ "text": "Norwegian President Ada Quill" }, { "text": "Quill", "nth": 2 }],
      "offices": [
        {
          "title": { "value": "President", "text": "President", "basis": "stated" },
          "class": { "value": "head_of_state", "text": "President", "basis": "stated" },
          "country": { "value": "NO", "text": "Norwegian", "basis": "stated" }
        }
      ]
    },
    {
      "id": "p2",
      "name": { "value": "Tom Reed", "text": "Tom Reed", "nth": 1, "basis": "stated" },
      "mentions": [{ "text": "Canadian Prime Minister Tom Reed" }, { "text": "Reed", "nth": 2 }],
      "offices": [
        {
          "title": { "value": "Prime Minister", "text": "Prime Minister", "basis": "stated" },
          "class": { "value": "head_of_government", "text": "Prime Minister", "basis": "stated" },
          "country": { "value": "CA", "text": "Canadian", "basis": "stated" }
        }
      ]
    }
  ],
  "summits": [
    {
      "id": "m1",
      "status": { "value": "held", "text": "met", "nth": 1, "basis": "stated" },
      "participants": [
        {
          "person": "p1",
          "country": { "value": "NO", "text": "Norwegian", "basis": "stated" },
          "text": "Norwegian President Ada Quill"
        },
        {
          "person": "p2",
          "country": { "value": "CA", "text": "Canadian", "basis": "stated" },
          "text": "Canadian Prime Minister Tom Reed"
        }
      ],
      "locality": { "value": "Oslo", "text": "Oslo", "nth": 2, "basis": "stated" },
      "mentions": [{ "text": "met", "nth": 1 }]
    }
  ],
  "statements": [
    {
      "id": "s1",
      "speaker": { "people": ["p1"], "text": "Quill", "nth": 2, "basis": "stated" },
      "cue": { "text": "said", "nth": 1 },
      "parts": [{ "text": "“We agree on café prices,”" }],
      "summit": "m1"
    },
    {
      "id": "s2",
      "speaker": { "people": ["p2"], "text": "Reed", "nth": 2, "basis": "stated" },
      "cue": { "text": "replied", "nth": 1 },
      "parts": [{ "text": "“We do,”" }],
      "replies_to": "s1",
      "summit": "m1"
    }
  ]
}"#;

/// What stands at a path in an example.
enum Stand {
    Missing,
    Unreadable,
    Bytes(Vec<u8>),
}

impl Stand {
    fn input(&self) -> Input<'_> {
        match self {
            Self::Missing => Input::Missing,
            Self::Unreadable => Input::Unreadable("permission denied"),
            Self::Bytes(bytes) => Input::Bytes(bytes),
        }
    }
}

impl Example {
    /// What the rules find in the case, `rule` at least warning and all others at their own levels.
    ///
    /// # Errors
    ///
    /// When a step cannot be done. The examples' own test makes sure that this is never so.
    pub(super) fn findings(&self, rule: &'static Rule) -> Result<Vec<Diagnostic>, String> {
        let (article, record, limits) = self.files()?;
        let subject = Subject::new("example", article.input(), record.input(), limits);
        let mut levels = Levels::default();
        levels.set(rule.name, rule.level.max(Level::Warn)).map_err(|error| error.to_string())?;
        let mut found = check(&subject, &levels);
        let mut abstracts = vec![Abstract::of(&subject)];
        for step in self.steps {
            if let Step::Beside(id, bytes) = step {
                abstracts.push(Abstract::of(&Subject::new(id, Input::Bytes(bytes), Input::Missing, limits)));
            }
        }
        found.extend(across(&abstracts, &levels));
        Ok(found)
    }

    /// The article and the record that the steps lead to.
    fn files(&self) -> Result<(Stand, Stand, Limits), String> {
        let read = self.steps.iter().find_map(|step| if let Step::Read(text) = step { Some(*text) } else { None });
        let is_machine = read.is_some() || self.steps.iter().any(|step| matches!(step, Step::Machine));
        let mut texts =
            self.steps.iter().filter_map(|step| if let Step::Text(text) = step { Some(*text) } else { None });
        let text = read.or(texts.next_back()).unwrap_or(TEXT);
        let document = Document::parse(text);
        let mut limits = Limits::default();
        let mut tree = if is_machine {
            json!(reading::read(&document, "example").record)
        } else {
            let mut draft: Value = serde_json::from_str(DRAFT).map_err(|error| error.to_string())?;
            for step in self.steps {
                if let Step::Edit(pointer, value) = step {
                    set(&mut draft, pointer, value).ok_or_else(|| format!("`{pointer}` leads nowhere"))?;
                }
            }
            let record = record_file::complete(draft.to_string().as_bytes(), &document, "example");
            json!(record.map_err(|errors| errors[0].to_string())?)
        };
        let mut sealed = true;
        for step in self.steps {
            if let Step::Set(pointer, value) = step {
                set(&mut tree, pointer, value).ok_or_else(|| format!("`{pointer}` leads nowhere"))?;
                sealed &= *pointer != "/seal";
            }
        }
        settle(&mut tree, sealed);
        let mut json = record_file::lay_out(&tree);
        for step in self.steps {
            if let Step::Replace(from, to) = step {
                json = Some(json.replacen(from, to, 1)).filter(|new| *new != json).ok_or("nothing is replaced")?;
            }
        }
        let (mut article, mut record) = (Stand::Bytes(text.into()), Stand::Bytes(json.into_bytes()));
        for step in self.steps {
            match step {
                Step::NoArticle => article = Stand::Missing,
                Step::ArticleUnreadable => article = Stand::Unreadable,
                Step::Article(bytes) => article = Stand::Bytes(bytes.to_vec()),
                Step::LongList(leaders) => {
                    (article, record) = (Stand::Bytes(long_list(*leaders).into_bytes()), Stand::Missing);
                }
                Step::ArticleLimit(bytes) => limits.article_bytes = *bytes,
                Step::NoRecord => record = Stand::Missing,
                Step::RecordUnreadable => record = Stand::Unreadable,
                Step::Record(bytes) => record = Stand::Bytes(bytes.to_vec()),
                Step::RecordOfBlanks(length) => record = Stand::Bytes(vec![b' '; *length]),
                Step::Machine
                | Step::Read(_)
                | Step::Text(_)
                | Step::Edit(..)
                | Step::Beside(..)
                | Step::Set(..)
                | Step::Replace(..) => {}
            }
        }
        Ok((article, record, limits))
    }
}

/// An article that tells that a leader met so many others.
fn long_list(leaders: usize) -> String {
    // Names alone are of no language.
    const PROSE: &str = "It was the first time that all of them were in the old hall by the river, and it was not clear \
        what would come of it. They had been told that there would be a seat for each of them, but there was not, and so \
        some of them stood by the door or on the stairs until the end of it. When it was over they went down to the \
        water, where it was cold, and then to the house of the mayor, who had not been told that they would come. She \
        said that she was glad to see them, but that there was no more bread in the house than she had for her own, and \
        that it would not be enough for so many. In the end they were all given some of it, and it was the best that \
        they could have had on a day like this. What they did with the rest of the day is not known, as none of those who \
        were there would say a word about it to us, or to any of the others who had come to see them off.";
    const GIVEN: [&str; 20] = [
        "Ann", "Ben", "Cleo", "Dora", "Emil", "Faye", "Gus", "Hana", "Ivo", "Jon", "Kim", "Lea", "Max", "Nora", "Oleg",
        "Pia", "Rex", "Sol", "Tia", "Uma",
    ];
    const FAMILY: [&str; 20] = [
        "Adler", "Brandt", "Castro", "Dunn", "Eriksen", "Flores", "Gupta", "Haas", "Ibsen", "Jansen", "Keller",
        "Lopez", "Moreau", "Novak", "Olsen", "Petrov", "Quinn", "Rossi", "Silva", "Tanaka",
    ];
    let leader = |at: usize| format!("President {} {}", GIVEN[at % 20], FAMILY[at / 20 % 20]);
    let list: Vec<String> = (0..leaders).map(leader).collect();
    format!(
        "Leaders meet\nPublished: 9 Jan. 2024\n{}\nKenyan President Otieno Wafula met {} in Nairobi on Monday.\n",
        PROSE,
        list.join(", ")
    )
}

/// Puts a value where a pointer leads, or adds it to a list.
fn set(tree: &mut Value, pointer: &str, json: &str) -> Option<()> {
    let value = serde_json::from_str(json).ok()?;
    let (parent, key) = pointer.rsplit_once('/')?;
    match tree.pointer_mut(parent)? {
        Value::Object(members) => drop(members.insert(key.to_owned(), value)),
        Value::Array(items) if key == "-" => items.push(value),
        Value::Array(items) => *items.get_mut(key.parse::<usize>().ok()?)? = value,
        _ => return None,
    }
    Some(())
}

/// Puts members in their order, and seals what is a reviewed record; what is none is left as it is.
fn settle(tree: &mut Value, sealed: bool) {
    let Ok(mut file) = record_file::parse(tree.to_string().as_bytes()) else { return };
    if sealed && file.record.review == Review::Reviewed {
        file.record.seal = Some(record_file::seal(&file.record));
    }
    if file.unknown.is_empty() {
        *tree = json!(file.record);
    } else {
        tree["seal"] = json!(file.record.seal);
    }
}
