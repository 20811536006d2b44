use rapporteur_corpus::{
    checking::{Level, rules},
    document::Document,
    reading, record_file,
};
use serde_json::json;

/// An article to make seeds of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// Its text.
    pub text: String,
    /// The record file beside it, where there is one.
    pub record: Option<String>,
}

/// What the reader reads in a text, as its file.
fn read(text: &str) -> String {
    record_file::print(&reading::read(&Document::parse(text), "a").record)
}

/// The texts themselves.
pub(crate) fn texts(samples: &[Sample]) -> Vec<Vec<u8>> {
    samples.iter().map(|sample| sample.text.clone().into_bytes()).collect()
}

/// Records as read, and as they lie beside the articles.
pub(crate) fn records(samples: &[Sample]) -> Vec<Vec<u8>> {
    let beside = samples.iter().filter_map(|sample| sample.record.clone());
    samples.iter().map(|sample| read(&sample.text)).chain(beside).map(String::into_bytes).collect()
}

/// Each text, a NUL, and its record; and the text alone.
pub(crate) fn pairs(samples: &[Sample]) -> Vec<Vec<u8>> {
    let pair = |sample: &Sample, record: &str| format!("{}\0{record}", sample.text).into_bytes();
    let read = samples.iter().map(|sample| pair(sample, &read(&sample.text)));
    let beside = samples.iter().filter_map(|sample| Some(pair(sample, sample.record.as_deref()?)));
    read.chain(beside).chain(texts(samples)).collect()
}

/// Lines of one article, of several, and of what is none.
pub(crate) fn lines(samples: &[Sample]) -> Vec<Vec<u8>> {
    let line = |sample: &Sample| format!("{}\n", json!({ "id": "a", "text": sample.text }));
    let mut seeds: Vec<String> = samples.iter().map(line).collect();
    seeds.extend(samples.chunks_exact(3).map(|three| three.iter().map(line).collect()));
    seeds.extend(
        [
            "{\"id\": \"a\"}\n",
            "\n \n{\"id\": 1, \"text\": \"x\"}\nnonsense\n",
            "[]",
            "{\"text\": \"x\", \"id\": \"b\"}\r\n",
        ]
        .map(str::to_owned),
    );
    seeds.into_iter().map(String::into_bytes).collect()
}

/// Configurations that set everything, each rule in turn, and some that are refused. Articles have no part in them.
pub(crate) fn configs(_: &[Sample]) -> Vec<Vec<u8>> {
    let mut seeds = vec![
        "language = \"en\"\ncorpora = [\"news\", \"../more\"]\nbaseline = \"known.json\"\n\n[limits]\narticle-bytes = 4096\n"
            .to_owned(),
        "[[paths]]\nglob = \"drafts/**/*.txt\"\nrules = { mojibake = \"warn\" }\n\n[[paths]]\nglob = \"{a,b}[!c]?.txt\"\nrules = {}\n"
            .to_owned(),
        "langage = \"fr\"\n[limits]\narticle-bytes = 0x1_0000_0000\n[rules]\nno-such = 1\n".to_owned(),
        "[rules]\n\"A01\" = 'deny'\n'''x''' = \"\"\"y\"\"\"\n".to_owned(),
    ];
    let levels = [Level::Allow, Level::Warn, Level::Deny].iter().cycle();
    seeds.extend(
        rules().iter().zip(levels).map(|(rule, level)| format!("[rules]\n{} = \"{}\"\n", rule.name, level.as_str())),
    );
    seeds.into_iter().map(String::into_bytes).collect()
}
