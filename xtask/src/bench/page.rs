//! `docs/performance.md`, into which the figures go.

use std::{error::Error, fs, process::Command, thread};

use crate::root;

/// The page, from the repository's folder.
const PAGE: &str = "docs/performance.md";

/// The parts of the page that hold figures.
#[derive(Debug, Clone, Copy)]
pub(super) enum Section {
    Machine,
    Throughput,
    ThroughputOfAFile,
    Growth,
    OneArticle,
    Stream,
    Startup,
    Check,
    Instructions,
}

impl Section {
    /// What the page calls it in its marks.
    fn name(self) -> &'static str {
        match self {
            Self::Machine => "machine",
            Self::Throughput => "throughput",
            Self::ThroughputOfAFile => "throughput of a file",
            Self::Growth => "growth",
            Self::OneArticle => "one article",
            Self::Stream => "stream",
            Self::Startup => "startup",
            Self::Check => "check",
            Self::Instructions => "instructions",
        }
    }
}

/// Puts a section into the page.
pub(super) fn write(section: Section, content: &str) -> Result<(), Box<dyn Error>> {
    let path = root().join(PAGE);
    let page = fs::read_to_string(&path).map_err(|error| format!("{PAGE}: {error}"))?;
    let name = section.name();
    let page = replaced(&page, name, content).ok_or_else(|| format!("{PAGE} has no place for {name}"))?;
    Ok(fs::write(&path, page)?)
}

/// The page with another content between the marks of a section.
fn replaced(page: &str, name: &str, content: &str) -> Option<String> {
    let opening = format!("<!-- bench: {name} -->\n");
    let (before, rest) = page.split_once(&opening)?;
    let (_, after) = rest.split_once("<!-- end -->")?;
    Some(format!("{before}{opening}\n{}\n\n<!-- end -->{after}", content.trim()))
}

/// The machine, the compiler, and how busy the machine is.
pub(super) fn circumstances() -> String {
    let processor = fs::read_to_string("/proc/cpuinfo").ok().and_then(|told| processor_of(&told));
    let processor = processor.unwrap_or_else(|| "an unknown processor".to_owned());
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let compiler = Command::new("rustc").arg("--version").output();
    let compiler = compiler.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    let compiler = compiler.unwrap_or_else(|_| "an unknown compiler".to_owned());
    let system = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split_whitespace().next().unwrap_or("unknown");
    format!(
        "{cores} cores of {processor}, Linux {}, {compiler}, release profile; load of the machine before: {load}.",
        system.trim()
    )
}

fn processor_of(told: &str) -> Option<String> {
    let line = told.lines().find_map(|line| line.strip_prefix("model name"))?;
    Some(line.trim_start().strip_prefix(':')?.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_replaced_between_its_marks() {
        let page = "# Page\n<!-- bench: one -->\nold\n<!-- end -->\nrest <!-- bench: two -->\n<!-- end -->\n";
        let expected = "# Page\n<!-- bench: one -->\n\nnew\n\n<!-- end -->\nrest <!-- bench: two -->\n<!-- end -->\n";
        assert_eq!(replaced(page, "one", "new\n").unwrap(), expected);
        assert_eq!(replaced(expected, "one", "new").unwrap(), expected);
        assert_eq!(replaced(page, "three", "new"), None);
    }

    #[test]
    fn the_page_has_a_place_for_each_section() {
        let page = fs::read_to_string(root().join(PAGE)).unwrap();
        let sections = [
            Section::Machine,
            Section::Throughput,
            Section::ThroughputOfAFile,
            Section::Growth,
            Section::OneArticle,
            Section::Stream,
            Section::Startup,
            Section::Check,
            Section::Instructions,
        ];
        assert_eq!(page.matches("<!-- bench: ").count(), sections.len());
        for section in sections {
            assert!(replaced(&page, section.name(), "new").is_some(), "{PAGE} has no place for {section:?}");
        }
    }

    #[test]
    fn the_processor_is_told_by_its_name() {
        assert_eq!(processor_of("processor\t: 0\nmodel name\t: A Chip 7\n").as_deref(), Some("A Chip 7"));
    }
}
