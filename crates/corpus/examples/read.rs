//! Prints the record of an article.
fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap();
        let document = rapporteur_corpus::document::Document::parse(&text);
        let name = std::path::Path::new(&path).file_stem().unwrap().to_str().unwrap().to_owned();
        let reading = rapporteur_corpus::reading::read(&document, &name);
        println!("{}", serde_json::to_string(&reading.record).unwrap());
    }
}
