use std::path::Path;

use rapporteur::config::Config;
use rapporteur_corpus::checking;

pub(crate) fn run(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    let path = Path::new("/news/rapporteur.toml");
    match Config::parse(path, text) {
        Ok(config) => {
            assert_eq!(config.path, path);
            assert!(config.article_bytes != Some(0));
            for (name, _) in &config.rules {
                assert!(checking::rule(name).is_some_and(|rule| rule.name == *name), "{name} is no rule");
            }
            for path in config.corpora.iter().chain(&config.baseline) {
                assert!(path.is_absolute(), "{} is not absolute", path.display());
            }
        }
        Err(flaws) => {
            assert!(!flaws.is_empty(), "refused for nothing");
            for flaw in flaws {
                assert!(text.get(flaw.range.clone()).is_some(), "{flaw:?} is not in the file");
                assert!(!flaw.message.is_empty());
            }
        }
    }
}
