//! Prints the blocks of the articles it is given.
fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap();
        let document = rapporteur_corpus::document::Document::parse(&text);
        println!("== {path}");
        for block in document.blocks() {
            let words = block.span.slice(&text).unwrap();
            let short: String = words.chars().take(90).collect();
            println!("{:13} {short:?}", format!("{:?}", block.kind));
        }
        println!("{:?}", document.head());
    }
}
