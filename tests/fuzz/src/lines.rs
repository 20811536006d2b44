use rapporteur::{
    escape,
    read::{self, From, Options, To},
};
use rapporteur_corpus::document::Limits;
use serde_json::Value;

pub(crate) fn run(bytes: &[u8]) {
    for to in [To::Jsonl, To::Attributions] {
        let options = Options { from: From::Jsonl, to, text: true, limits: Limits::default(), progress: false };
        let mut out = Vec::new();
        let Ok(outcome) = read::lines(bytes, "in", options, &mut out) else { panic!("memory can be read and written") };
        assert_eq!(outcome.troubles, []);
        let Ok(out) = String::from_utf8(out) else { panic!("what is written is text") };
        assert_eq!(escape::lines(&out), out, "what is written is safe to print");

        let asked = bytes.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
        let mut answers = out.lines();
        let (mut read, mut failed) = (0, 0);
        for line in asked {
            let Some(answer) = answers.next() else { panic!("no answer to {:?}", line.escape_ascii().to_string()) };
            let answer: Value = match serde_json::from_str(answer) {
                Ok(answer) => answer,
                Err(error) => panic!("{error}: {answer}"),
            };
            if answer.get("error").is_some() {
                failed += 1;
                continue;
            }
            read += 1;
            let Ok(line) = serde_json::from_slice::<Value>(line) else { panic!("read, and no JSON") };
            assert_eq!(answer.get("id"), line.get("id"), "whose answer it is");
            if to == To::Jsonl {
                assert_eq!(answer.get("text"), line.get("text"), "the text is given back");
            }
        }
        assert_eq!(answers.next(), None, "more answers than lines");
        assert_eq!((outcome.read, outcome.failed), (read, failed));
    }
}
