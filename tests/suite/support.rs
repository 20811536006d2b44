//! What several tests need.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::OnceLock,
};

use proptest::prelude::ProptestConfig;
use rapporteur::files::{self, Entry};

/// The repository's folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// A path of the repository.
pub(crate) fn at(path: &str) -> PathBuf {
    root().join(path)
}

/// The repository's own articles, each with its text.
pub(crate) fn articles() -> Vec<(Entry, String)> {
    let found = files::find(&[at("seeds"), at("corpus")]);
    assert_eq!(found.troubles, []);
    let articles = found.entries.into_iter().map(|entry| {
        let text = fs::read_to_string(entry.article.path().unwrap()).unwrap();
        (entry, text)
    });
    articles.collect()
}

/// The files that git keeps or would keep, from the repository's folder.
pub(crate) fn kept_files() -> Vec<String> {
    let output = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "git says: {}", String::from_utf8_lossy(&output.stderr));
    let names = String::from_utf8(output.stdout).unwrap();
    names.split('\0').filter(|name| !name.is_empty() && at(name).exists()).map(str::to_owned).collect()
}

/// The command, built. Cargo builds the binaries of other packages for no test, so this asks for it.
pub(crate) fn rapporteur() -> Command {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    let binary = BINARY.get_or_init(|| {
        let output = Command::new(env!("CARGO"))
            .args(["build", "--package", "rapporteur", "--bin", "rapporteur", "--message-format", "json"])
            .current_dir(root())
            .stderr(Stdio::inherit())
            .output()
            .unwrap();
        assert!(output.status.success(), "the command does not build");
        let messages = String::from_utf8(output.stdout).unwrap();
        let executable = messages.lines().find_map(|line| {
            let message: serde_json::Value = serde_json::from_str(line).unwrap();
            message["executable"].as_str().map(PathBuf::from)
        });
        executable.unwrap()
    });
    let mut command = Command::new(binary);
    command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env_remove("CLICOLOR");
    command
}

/// What a run printed, and how it ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs the command with something on standard input.
pub(crate) fn run_with(arguments: &[&str], folder: &Path, input: &[u8]) -> Run {
    use std::io::Write;
    let mut child = rapporteur()
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // Written beside the reading, so that neither pipe fills up; a command that does not read all of it is fine.
    let writer = std::thread::spawn(move || stdin.write_all(&input).ok());
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: status.code(), out: text(stdout), err: text(stderr) }
}

/// Runs the command in a folder.
pub(crate) fn run(arguments: &[&str], folder: &Path) -> Run {
    run_with(arguments, folder, b"")
}

/// Few cases unless `PROPTEST_CASES` asks for more: every change waits for them.
pub(crate) fn cases() -> ProptestConfig {
    let mut config = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 64;
    }
    // A case that failed becomes a test with a name, not a file of seeds.
    config.failure_persistence = None;
    config
}
