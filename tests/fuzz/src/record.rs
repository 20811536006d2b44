use rapporteur_corpus::record_file::{self, RecordFileError, locate};
use serde_json::Value;

pub(crate) fn run(bytes: &[u8]) {
    let text = str::from_utf8(bytes);
    let file = match record_file::parse(bytes) {
        Ok(file) => file,
        Err(RecordFileError::NotUtf8 { offset }) => {
            return assert_eq!(text.err().map(|error| error.valid_up_to()), Some(offset));
        }
        Err(RecordFileError::NotJson { offset, message }) => {
            return assert!(offset <= bytes.len(), "{message} at {offset} of {}", bytes.len());
        }
        Err(RecordFileError::Shape { pointer, message }) => {
            let Ok(text) = text else { panic!("a shape of what is no text") };
            // The first flaw is told, and behind it the file may cease to be JSON, in which nothing can be found.
            let is_json = serde_json::from_str::<Value>(text).is_ok();
            return assert!(
                !is_json || locate(text, &pointer).is_some(),
                "{message} at {pointer}, which leads nowhere"
            );
        }
        Err(_) => return,
    };
    let Ok(text) = text else { panic!("a record of what is no text") };
    for pointer in &file.unknown {
        assert!(locate(text, pointer).is_some(), "{pointer} leads nowhere");
    }
    let printed = record_file::print(&file.record);
    match record_file::parse(printed.as_bytes()) {
        Ok(again) => {
            assert_eq!(again.record, file.record, "printed and parsed");
            assert_eq!(again.unknown, [""; 0], "printing knows all members");
            assert_eq!(record_file::print(&again.record), printed, "printed twice");
            assert_eq!(record_file::seal(&again.record), record_file::seal(&file.record), "sealed twice");
        }
        Err(error) => panic!("{error}"),
    }
    match serde_json::from_str(text) {
        Ok(plain) => assert_eq!(file.record, plain, "as serde reads it"),
        Err(error) => panic!("{error}"),
    }
}
